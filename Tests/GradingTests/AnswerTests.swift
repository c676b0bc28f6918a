import Foundation
import Testing

@testable import Grading

private let writtenNumbers: [(text: String, value: Double)] = [
  ("0.36", 0.36), (" 0.36 ", 0.36), (".36", 0.36), ("5.", 5), ("+2", 2), ("-4.6", -4.6), ("−4.6", -4.6), ("–4.6", -4.6),
  ("- 4.6", -4.6), ("０．３６", 0.36), ("−４．６", -4.6), ("0,36", 0.36), ("0,360", 0.36), ("12,34", 12.34),
  ("1234,5", 1234.5),
  ("1,234.5", 1234.5), ("1.234,5", 1234.5), ("1,234,567", 1_234_567), ("1.234.567", 1_234_567), ("67 995", 67995),
  ("67'995", 67995), ("67_995", 67995), ("약 0.36", 0.36), ("대략 0.36 정도", 0.36), ("≈ 0.36", 0.36), ("~0.36", 0.36),
  ("≒0.36", 0.36), ("about 0.36", 0.36), ("0.36입니다", 0.36), ("약 0.36입니다.", 0.36), ("정답은 0.36입니다.", 0.36),
  ("답: 0.36", 0.36), ("0.36이에요", 0.36), ("0.36...", 0.36), ("p_t = 0.36", 0.36), ("FL(2) = 0.36", 0.36),
  ("0.36 nats", 0.36),
  ("32 px", 32), ("9개", 9), ("100배", 100), ("1e-2", 0.01), ("1E−2", 0.01), ("2.5e3", 2500), ("10^-2", 0.01),
  ("10⁻²", 0.01), ("10**-2", 0.01), ("10^(-2)", 0.01), ("3×10⁻⁴", 3e-4), ("3 x 10^-4", 3e-4), ("3·10^4", 3e4),
  ("2^10", 1024),
  ("1/3", 1.0 / 3), ("-1/3", -1.0 / 3), ("−1 / 4", -0.25), ("½", 0.5), ("1÷4", 0.25), ("36%", 0.36), ("36 %", 0.36),
  ("36퍼센트", 0.36), ("0.5 percent", 0.005), ("10만", 100_000), ("6만 7995", 67995), ("6만 7,995.5", 67995.5),
  ("1.5만", 15000),
  ("2억", 2e8),
]

@Suite struct AnswerTests {
  @Test("whatever has one reading is read", arguments: writtenNumbers)
  func read(_ text: String, _ value: Double) throws {
    #expect(abs(try Answer.number(text).value / value - 1) < 1e-12)
  }

  @Test("a comma that may be two things is asked about, unless the number has to be whole")
  func comma() throws {
    #expect(throws: Answer.Problem.ambiguous("1,234", thousands: "1234", decimal: "1.234")) {
      try Answer.number("1,234")
    }
    #expect(throws: Answer.Problem.ambiguous("67,995", thousands: "67995", decimal: "67.995")) {
      try Answer.number("67,995")
    }
    #expect(try Answer.number("67,995", .whole).value == 67995)
    #expect(try Answer.number("1,000", .whole).value == 1000)
    #expect(try Answer.number("0,5", .whole).value == 0.5)
  }

  @Test("a percent sign may stand for a share or for a number of percent")
  func percent() throws {
    #expect(try Answer.number("36%").readings == [0.36, 36])
    #expect(try Answer.number("36").readings == [36])
  }

  @Test(
    "what is no number is said to be none",
    arguments: [
      "?", "모름", "-", ".", ",", "e", "1e", "0x1F", "log 2", "-log(0.7)", "sqrt(2)", "1.2.3", "1 1/3", "1//3",
      "1e5000000000", "%", "일 점 오", "0.3a", "((1))", "1/2/3", "10^^2", "\u{0}", "🙂",
    ])
  func noNumber(_ text: String) {
    #expect { try Answer.number(text) } throws: { error in
      if case .notANumber? = error as? Answer.Problem { return true }
      return false
    }
  }

  @Test("an empty answer is said to be empty", arguments: ["", "   "])
  func empty(_ text: String) {
    #expect(throws: Answer.Problem.empty) { try Answer.number(text) }
    #expect(throws: Answer.Problem.empty) { try Answer.choice(text, among: ["lower", "higher"]) }
  }

  @Test(
    "more than one number is said to be more than one",
    arguments: ["0.3 0.4", "0.3~0.4", "0.3; 0.4", "0.36 ± 0.01", "1,2,3", "1,23,456"])
  func several(_ text: String) {
    #expect(throws: Answer.Problem.several(text)) { try Answer.number(text) }
  }

  @Test("a number has to be finite", arguments: ["1/0", "1e999", "10^999"])
  func notFinite(_ text: String) {
    #expect(throws: Answer.Problem.notFinite(text)) { try Answer.number(text) }
  }

  @Test("several numbers are told apart by semicolons, or by a comma and a space")
  func numbers() throws {
    #expect(try Answer.numbers("2; 0,25", count: 2) == [2, 0.25])
    #expect(try Answer.numbers("2, 0.25", count: 2) == [2, 0.25])
    #expect(try Answer.numbers("γ = 2; α = 0.25", count: 2) == [2, 0.25])
    #expect(throws: Answer.Problem.count(given: 1, asked: 2)) { try Answer.numbers("2", count: 2) }
    #expect(throws: Answer.Problem.count(given: 3, asked: 2)) { try Answer.numbers("1; 2; 3", count: 2) }
  }

  @Test(
    "a choice is its letter, its place or its name",
    arguments: ["b", "B", "b)", "(b)", "b.", "ｂ", "2", "②", "2번", "same", " Same ", "답: b", "보기 b", "b입니다"])
  func choice(_ text: String) throws {
    #expect(try Answer.choice(text, among: ["lower", "same", "higher"]) == "same")
  }

  @Test("what is no choice is told with the letters there are", arguments: ["d", "0", "4", "sam e", "", "ab", "낮다"])
  func noChoice(_ text: String) {
    #expect(throws: Answer.Problem.self) { try Answer.choice(text, among: ["lower", "same", "higher"]) }
  }

  @Test("reading needs no time, however long the text", arguments: ["1", ",", " ", "~", "1,", "^", "e", "약 ", "입니다"])
  func long(_ part: String) {
    let start = ContinuousClock.now
    _ = try? Answer.number(String(repeating: part, count: 2000))
    #expect(ContinuousClock.now - start < .seconds(2))
  }
}
