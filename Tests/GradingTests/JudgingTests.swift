import Foundation
import Testing

@testable import Grading

@Suite(.timeLimit(.minutes(30))) struct JudgingTests {
  private func verdict(_ code: String) async -> Verdict? {
    let source = Handed.source(2...2, Handed.right, with: code)
    return await Handed.report(source, [Handed.focal]).verdicts["9.1"]
  }

  @Test("the stub is unfinished, the solution passes, a known mistake is told by its name")
  func known() async {
    #expect(await verdict("func focal(pt: Double, gamma: Double) -> Double { .nan }") == .unfinished)
    #expect(await verdict(Handed.focalSolution) == .passed)
    #expect(
      await verdict("func focal(pt: Double, gamma: Double) -> Double { -gamma * (1 - pt) * log(pt) }")
        == .mistake("factor"))
  }

  @Test("a broken law is told with calls, a wrong value with the first that differs")
  func unknown() async {
    guard
      case .law("halves", let examples) = await verdict("func focal(pt: Double, gamma: Double) -> Double { -log(pt) }"),
      case .counterexample(let example) = await verdict(
        "func focal(pt: Double, gamma: Double) -> Double { -pow(1 - pt, gamma) * log2(pt) }")
    else {
      Issue.record("not as expected")
      return
    }
    #expect(examples.count == 2)
    #expect(examples[0].expected == nil)
    #expect(example.call.wholeMatch(of: /focal\(pt: ≈?0\.\d+, gamma: [1-4]\)/) != nil)
    #expect(example.expected != nil && example.given != example.expected)
  }

  @Test(
    "what Foundation offers to a function works where nothing is to be seen", arguments: await Confinement.onThisSystem)
  func foundation(_ confinement: Confinement) async {
    let verdicts = await Handed.verdicts(
      of: [
        Handed.doing(2, "let text = String(format: \"%.3f\", x); _ = Double(text)! * pow(2, x); print(text, Date())"),
        Handed.doing(3, "let lock = NSLock(); lock.lock(); Thread.sleep(forTimeInterval: 0.01); lock.unlock()"),
        Handed.doing(4, "_ = [x, 1, 2].shuffled().sorted(); _ = UUID(); _ = Double.random(in: 0...1)"),
        Handed.doing(5, "_ = try? JSONEncoder().encode([x]); _ = \"a,b\".components(separatedBy: \",\")"),
        "let table = (0..<1000).map { Double($0) }\n" + Handed.doing(6, "precondition(table[3] == 3)"),
      ], confinement)
    #expect(verdicts == Array(repeating: .passed, count: 5))
  }

  @Test("a call is shown as a reader would write it")
  func calls() {
    let question = Question {
      $0.number(2)
      $0.flag(true)
      $0.list([1, 0.5])
      $0.rows([[0, 1], []])
      $0.whole(3)
    }
    let call = "f(x: q.number(), isObject: q.flag(), q.list(), rows: q.rows(), count: q.whole())"
    let shown = "f(x: 2, isObject: true, [1, 0.5], rows: [[0, 1], []], count: 3)"
    for whole in [call, "[\(call)]", "[Double(\(call))]", "\(call).map(Double.init)", "[\(call) ? 1 : 0]"] {
      #expect(CallText.text(of: whole, question) == shown)
    }
    #expect(CallText.text(of: "[f(q.number()) - g(1)]", question) == "f(2) - g(1)")
    let lists = Question {
      $0.list([1, 0])
      $0.list([2, 0])
    }
    let turned = "f(q.list().map { $0 == 1 }, labels: q.list().map { Int($0) })"
    #expect(CallText.text(of: turned, lists) == "f([true, false], labels: [2, 0])")
  }

  @Test("an argument is shown whole, or marked as rounded")
  func arguments() {
    let arguments = [-4.6, 1000, 1e-300, 1 - 1e-12, 0.20482410764231015, 1.0 / 3]
    #expect(arguments.map(CallText.number) == ["-4.6", "1000", "1e-300", "0.999999999999", "≈0.204824", "≈0.333333"])
  }

  @Test("of a broken law the group is shown that breaks it")
  func brokenGroup() async {
    let code = "func focal(pt: Double, gamma: Double) -> Double { pt < 0.5 ? -pow(1 - pt, gamma) * log(pt) : 1 }"
    guard case .law("halves", let examples) = await verdict(code) else {
      Issue.record("not as expected")
      return
    }
    #expect(examples.map(\.call) == ["focal(pt: 0.75, gamma: 1)", "focal(pt: 0.75, gamma: 2)"])
  }

  @Test("what was printed is shown from its beginning, with how much more there was")
  func printed() {
    #expect(Printed("") == nil)
    #expect(Printed("\n\n") == nil)
    #expect(Printed("a\n\nb\n")?.text.ko == "a\n\nb")
    let lines = (1...12).map(String.init)
    #expect(Printed(lines.prefix(11).joined(separator: "\n"))?.text.en.hasSuffix("\n10\n… 1 more line") == true)
    #expect(Printed(lines.joined(separator: "\n"))?.text.ko.hasSuffix("\n10\n… 2줄 더") == true)
    #expect(Printed(String(repeating: "x", count: 1000))?.text.ko.count == 201)
  }

  @Test("two results are shown with as many digits as it takes to tell them apart")
  func results() {
    #expect(ResultText.texts([0.31], [0.127]) == ("0.31", "0.127"))
    #expect(ResultText.texts([1.00000001], [1]) == ("1.00000001", "1"))
    #expect(ResultText.texts([1, .nan], [1]) == ("[1, nan]", "1"))
    #expect(ResultText.texts([], [.infinity]) == ("[]", "inf"))
  }

  @Test("a number is judged with its tolerance, also in percent, and by what its mistakes lead to")
  func numbers() {
    let task = NumericTask(.digits(2)) { _ in
      var drawn = NumericTask.Drawn()
      drawn.answer = 0.36
      drawn.mistakes = ["swapped": 0.64, "same": 0.36]
      return drawn
    }
    let exercise = Exercise("9.1", .byHand, minutes: 1, .numeric(task))
    for text in ["0.36", "0,36", "36%", "약 0.36", "0.3601", "9/25"] {
      #expect(exercise.judge(text, for: Seed(1)) == .passed)
    }
    #expect(exercise.judge("0.64", for: Seed(1)) == .mistake("swapped"))
    #expect(exercise.judge("0.5", for: Seed(1)) == .wrong)
    #expect(exercise.judge(nil, for: Seed(1)) == .unanswered)
    #expect(exercise.judge("half", for: Seed(1)) == .unreadable(.notANumber("half")))
  }

  @Test("no message on a wrong answer holds the right one")
  func discretion() {
    for verdict in [Verdict.wrong, .mistake("a"), .wrongChoice("b"), .missed(["x": 1]), .unanswered, .unfinished] {
      #expect(verdict.message.ko.contains { $0.isNumber } == false)
    }
  }
}
