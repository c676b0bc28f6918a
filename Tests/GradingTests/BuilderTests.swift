import Foundation
import Testing

@testable import Grading

/// What does not compile never stops the rest.
@Suite(.timeLimit(.minutes(30))) struct BuilderTests {
  @Test("errors are told with the reader's own lines, and everything else is graded")
  func errors() async {
    let verdicts = await Handed.verdicts(of: [
      "func f2(_ x: Double) -> Double { 2 * y }\n",
      Handed.right(3),
      "func f4(_ x: Double) -> Double {\n  let z = 2 * x\n}\n",
      "func f5(_ x: Double) -> Double { 2 * x\n",
      Handed.right(6),
      "func f7(_ x: Double) -> Double { f5(x) }}\n",
      "func f8(_ x: Double) -> Double { /* 2 * x }\n",
      Handed.right(9),
      "func f10(_ x: Double) -> Double { f4(x) > 0 ? helper(x) : 2 * x }\n",
      "func helper(_ x: Double) -> Double { 2 * x }\nfunc f11(_ x: Double) -> Double { z }\n",
    ])
    for index in [1, 4, 7] { #expect(verdicts[index] == .passed) }
    #expect(line(verdicts[0]) == 8)
    #expect(line(verdicts[2]) == 20)
    for index in [0, 2, 3, 5, 6, 8, 9] { #expect(line(verdicts[index]) != nil, "\(index)") }
    // What it needs was left out: that is to be mended.
    guard case .notCompiled(let messages) = verdicts[8] else { return }
    #expect(messages.contains { $0.text.contains("'z'") })
  }

  @Test("a bracket that is left open is told as such, on the last line that has something")
  func openBracket() async {
    let open = "func f2(_ x: Double) -> Double {\n  2 * exp(log(x))\n\n"
    let verdicts = await Handed.verdicts(of: [open, Handed.right(3)])
    guard case .notCompiled(let messages) = verdicts[0] else {
      Issue.record("not as expected")
      return
    }
    #expect(messages.count == 1 && messages[0].text.contains("expected '}'") && messages[0].advice != nil)
    #expect(messages[0].source == "2 * exp(log(x))")
    #expect(verdicts[1] == .passed)
  }

  @Test("a function that cannot be called as asked is told how it should look")
  func signatures() async {
    let verdicts = await Handed.verdicts(of: [
      "func f2(x: Double) -> Double { 2 * x }\n", "func f3(_ x: Int) -> Int { 2 * x }\n", "func g4(_ x: Double) {}\n",
      "",
      "private func f6(_ x: Double) -> Double { 2 * x }\n", Handed.right(7),
    ])
    for index in 0...4 {
      guard case .mismatched(let signature, let words) = verdicts[index] else {
        Issue.record("\(String(describing: verdicts[index]))")
        continue
      }
      #expect(signature == "func f\(index + 2)(_ x: Double) -> Double")
      #expect(!words.isEmpty)
    }
    #expect(verdicts[5] == .passed)
  }

  @Test("without its marks a file is graded all the same")
  func noMarks() async {
    let source = "import Foundation\n" + Handed.right(2) + "func f3(_ x: Double) -> Double { y }\n"
    let both = Array(Handed.exercises[1...2])
    #expect(await Handed.report(source, both).verdicts.values.allSatisfy { line($0) != nil })
    #expect(await Handed.report("import Foundation\n" + Handed.right(2), both).verdicts["9.2"] == .passed)
    guard case .mismatched = await Handed.report("", both).verdicts["9.2"] else {
      Issue.record("an empty file has no function")
      return
    }
  }

  @Test("whatever names a reader takes, the questions are asked as before")
  func shadowing() async {
    let names = """
      import Foundation
      func print(_ items: Any...) {}
      func readLine() -> Int { 7 }
      func exit(_ code: Int32) -> Never { while true {} }
      func write(_ a: Int32, _ b: UnsafeRawPointer?, _ c: Int) -> Int { 0 }
      func dup2(_ a: Int32, _ b: Int32) -> Int32 { 0 }
      func fflush(_ a: OpaquePointer?) -> Int32 { 0 }
      func prctl(_ a: Int32) -> Int32 { 0 }
      struct Question {}
      struct QuestionReader {}
      struct Asked {}
      struct Answer {}
      struct Numbers {}
      enum Calls {}
      enum Filter {}
      enum Foundation {}
      enum Submission {}
      let q = 1
      infix operator +++
      func +++ (a: Double, b: Double) -> Double { 0 }
      extension Array { var description: String { "answer 0" }; func map(_ f: (Element) -> Double) -> [Double] { [] } }
      extension Double { var description: String { "0" }; init?(_ text: Substring) { nil } }
      extension String { func split(separator: Character) -> [Substring] { [] } }
      """
    let source = names + "\n" + Handed.source(2...3, Handed.right).dropFirst("import Foundation\n".count)
    let report = await Handed.report(source, Array(Handed.exercises[1...2]))
    #expect(report.verdicts == ["9.2": .passed, "9.3": .passed])
  }

  @Test("what the compiler cannot cope with is found, and the rest is graded")
  func tooMuch() async {
    let slow = "let a: String = 1 + 2 * 3 - 4 + 5 * 6 - 7 + 8 * 9 - 10 + 11 * 12 - 13 + 14.5 * 15"
    let twice =
      "func t<T>(_ x: T) -> (T, T) { (x, x) }; _ = " + String(repeating: "t(", count: 40) + "1"
      + String(repeating: ")", count: 40)
    let verdicts = await Handed.verdicts(
      of: [
        Handed.doing(2, slow + "; _ = a"), Handed.right(3), Handed.doing(4, twice),
        Handed.doing(5, "_ = " + String(repeating: "(", count: 450_000) + "1" + String(repeating: ")", count: 450_000)),
      ], limits: GradingLimits(compilation: 4))
    for index in [0, 2, 3] {
      guard case .notCompiled = verdicts[index] else {
        Issue.record("\(String(describing: verdicts[index]))")
        continue
      }
    }
    #expect(verdicts[1] == .passed)
  }

  private func line(_ verdict: Verdict?) -> Int? {
    guard case .notCompiled(let messages) = verdict else { return nil }
    return messages.first?.line
  }
}
