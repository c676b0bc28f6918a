import Foundation
import Testing

@testable import Grading

@Suite struct VerdictTests {
  static let example = Verdict.Example(call: "f(x: 2)", given: "0.31", expected: "0.127")
  static let error = CompilerMessage(line: 12, column: 5, text: "cannot find 'x' in scope", source: "2 * x")

  static let verdicts: [Verdict] =
    [
      .passed, .unanswered, .unfinished, .unreadable(.notANumber("a")), .mistake("swapped"), .wrongChoice("lower"),
      .wrong,
      .missed(["share": 0.5]), .law("zero", [example]), .counterexample(example), .notCompiled([]),
      .notCompiled([error]),
      .mismatched(signature: "func f()", ["cannot find 'f' in scope"]), .ungraded(.noCompiler),
      .ungraded(.compilerFailed("a")), .ungraded(.cannotStart("a")), .ungraded(.noTemporaryFolder("/a")),
    ] + problems.map { .stopped($0, at: "f(1)") } + refusals.map { .refused($0) }

  static let problems: [RunProblem] =
    [
      .ranTooLong(seconds: 3), .tookTooMuchMemory(bytes: 1 << 29), .printedTooMuch(bytes: 1 << 20),
      .leftEarly(answered: 2, of: 5), .threw("Enough()"), .garbled, .ended(signal: 9),
    ]
    + [
      .indexOutOfRange, .overflow, .foundNil, .divisionByZero, .impossibleConversion, .invalidRange, .stackOverflow,
      .other("enough"),
    ].map { .trapped($0) }

  static let refusals: [Refusal] = [
    .importsBook(module: "Losses", line: 3), .imports(module: "Glibc", line: 3), .reachesOutside("@_cdecl", line: 3),
    .tooLarge(limit: 1 << 20), .encoding(.utf16), .encoding(.cp949), .encoding(.unknown),
    .missing(file: "Exercises.swift"),
  ]

  @Test("every verdict has words of its own in both languages")
  func words() {
    let messages = Self.verdicts.map(\.message)
    #expect(Set(messages.map(\.ko)).count == messages.count)
    #expect(Set(messages.map(\.en)).count == messages.count)
    for message in messages {
      #expect(message.ko.contains { ("가"..."힣").contains($0) }, "\(message.ko)")
      #expect(!message.en.contains { ("가"..."힣").contains($0) }, "\(message.en)")
    }
  }

  @Test("a verdict that is written down is read again")
  func coding() throws {
    let data = try JSONEncoder().encode(Self.verdicts)
    #expect(try JSONDecoder().decode([Verdict].self, from: data) == Self.verdicts)
  }

  @Test("an error is shown with the reader's line and what it means")
  func errors() {
    let message = Verdict.notCompiled([Self.error]).message
    #expect(message.ko.contains("12:5: cannot find 'x' in scope\n    2 * x\n  → 이 이름은"))
    #expect(message.en.contains("12:5: cannot find 'x' in scope\n    2 * x\n  → This name"))
  }

  @Test("a wrong call is shown with what it gave and what it should have given")
  func example() {
    #expect(Verdict.counterexample(Self.example).message.en.contains("f(x: 2) gave 0.31, should be 0.127"))
  }
}
