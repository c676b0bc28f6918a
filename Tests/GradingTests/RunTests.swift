import Foundation
import Testing

@testable import Grading

/// What becomes of programs that do not come to an end as they should. Several are handed in at once, each in an exercise of
/// its own: what one does is nothing to the others.
@Suite(.timeLimit(.minutes(30))) struct RunTests {
  @Test("what the Swift runtime stops is told in its words", arguments: await Confinement.onThisSystem)
  func traps(_ confinement: Confinement) async throws {
    let verdicts = await Handed.verdicts(
      of: [
        Handed.doing(2, "let a = [x]; _ = a[Int(x) + 7]"),
        Handed.doing(3, "let n: Int? = x > 2 ? 1 : nil; print(n!)"),
        Handed.doing(4, "var n = Int.max - Int(x); n += 1 + Int(x); print(n)"),
        Handed.doing(5, "print(1 / Int(x))"),
        Handed.doing(6, "print(Int(x / 0))"),
        Handed.doing(7, "for i in 0..<(Int(x) - 1) { print(i) }"),
        Handed.doing(8, "func deep(_ n: Int) -> Int { n < 0 ? 0 : 1 + deep(n + 1) }; print(deep(Int(x)))"),
        Handed.doing(9, "fatalError(\"enough\")"),
        Handed.right(10),
      ], confinement)
    let traps: [RunProblem.Trap] = [
      .indexOutOfRange, .foundNil, .overflow, .divisionByZero, .impossibleConversion, .invalidRange, .stackOverflow,
      .other("enough"),
    ]
    for (verdict, trap) in zip(verdicts, traps) {
      guard case .stopped(.trapped(trap), at: let call?) = verdict else {
        Issue.record("\(trap): \(String(describing: verdict))")
        continue
      }
      #expect(call.wholeMatch(of: /f\d\(≈?0\.\d+\)/) != nil)
    }
    #expect(verdicts.last == .passed)
  }

  @Test("what takes too much is stopped", arguments: await Confinement.onThisSystem)
  func limits(_ confinement: Confinement) async throws {
    let verdicts = await Handed.verdicts(
      of: [
        Handed.doing(2, "while true {}"),
        Handed.doing(3, "var s = \"abc\"; while true { s += s }"),
        Handed.doing(4, "while true { print(\"passed\", x) }"),
        Handed.right(5),
      ], confinement)
    // On a busy machine patience may end before the time on the processor.
    #expect(
      [Handed.limits.seconds, Handed.limits.patience].map { .ranTooLong(seconds: $0) }.contains(problem(verdicts[0])))
    #expect(problem(verdicts[1]) == .tookTooMuchMemory(bytes: Handed.limits.memory))
    #expect(problem(verdicts[2]) == .printedTooMuch(bytes: Handed.limits.output))
    #expect(verdicts[3] == .passed)
  }

  @Test("who sleeps is woken, also behind closed doors", arguments: await Confinement.onThisSystem)
  func sleepers(_ confinement: Confinement) async throws {
    let verdicts = await Handed.verdicts(
      of: [
        Handed.doing(2, "sleep(1000)"), Handed.doing(3, "for file in Int32(0)...200 { close(file) }; sleep(1000)"),
      ], confinement, limits: GradingLimits(patience: 2))
    for verdict in verdicts { #expect(problem(verdict) == .ranTooLong(seconds: 2)) }
  }

  @Test("who leaves early or throws is told where", arguments: await Confinement.onThisSystem)
  func ends(_ confinement: Confinement) async throws {
    let verdicts = await Handed.verdicts(
      of: [
        Handed.doing(2, "exit(0)"),
        "nonisolated(unsafe) var calls = 0\n" + Handed.doing(3, "calls += 1; if calls == 3 { exit(0) }"),
        "struct Enough: Error {}\nfunc f4(_ x: Double) throws -> Double { throw Enough() }",
        Handed.doing(5, "raise(SIGKILL)"),
        Handed.right(6),
      ], confinement)
    #expect(problem(verdicts[0]) == .leftEarly(answered: 0, of: 5))
    #expect(problem(verdicts[1]) == .leftEarly(answered: 2, of: 5))
    #expect(problem(verdicts[2]) == .threw("Enough()"))
    #expect(verdicts[4] == .passed)
    // Where nobody but its own parent may end it, it goes on. On a busy machine its end looks like that of its time.
    let ends: [RunProblem] = [.ended(signal: Int(SIGKILL)), .ranTooLong(seconds: Handed.limits.seconds)]
    #expect(verdicts[3] == .passed || ends.map(Optional.some).contains(problem(verdicts[3])))
  }

  private func problem(_ verdict: Verdict?) -> RunProblem? {
    if case .stopped(let problem, at: _) = verdict { return problem }
    return nil
  }
}

extension Confinement {
  /// The closest that this system allows, and what is left where it allows nothing.
  static var onThisSystem: [Confinement] {
    get async { Array(Set([await .ofThisSystem(), .limits])).sorted { "\($0)" > "\($1)" } }
  }
}
