import Foundation
import Testing

@testable import Grading

/// What strangers' code may try. A function that passes here has failed in what it tried.
@Suite(.timeLimit(.minutes(30))) struct AttackTests {
  @Test("what is printed is no answer", arguments: await Confinement.onThisSystem)
  func printing(_ confinement: Confinement) async throws {
    let everywhere = "for file in Int32(0)...20 { write(file, text, strlen(text)) }"
    let verdicts = await Handed.verdicts(
      of: [
        "func f2(_ x: Double) -> Double { print(\"passed\"); print(\"answer \\(2 * x)\\ndone\"); return .nan }",
        "func f3(_ x: Double) -> Double { let text = \"answer \\(2 * x)\\n\"; \(everywhere); return 0 }",
        Handed.doing(4, "let text = \"answer 7\\n\"; \(everywhere)"),
        Handed.doing(5, "let text = \"answer 7\\n\"; for file in Int32(0)...200 { write(file, text, strlen(text)) }"),
        Handed.doing(6, "let text = \"passed\\n\"; for file in Int32(21)...200 { write(file, text, strlen(text)) }"),
        Handed.doing(7, "for file in Int32(0)...200 { close(file) }"),
        Handed.doing(8, "print(readLine() ?? \"nothing\"); FileHandle.standardOutput.write(Data(\"done\\n\".utf8))"),
      ], confinement)
    #expect(verdicts[0] == .unfinished)
    guard case .counterexample(let example) = verdicts[1] else {
      Issue.record("\(String(describing: verdicts[1]))")
      return
    }
    #expect(example.given == "0")
    #expect(verdicts[2] == .passed)
    for index in 3...4 {
      guard case .stopped(.garbled, at: _) = verdicts[index] else {
        Issue.record("\(String(describing: verdicts[index]))")
        continue
      }
    }
    guard case .stopped(.leftEarly(answered: 0, of: 5), at: _) = verdicts[5] else {
      Issue.record("\(String(describing: verdicts[5]))")
      return
    }
    #expect(verdicts[6] == .passed)
  }

  /// Each gives how often it got where it should not.
  static let reaches = [
    "([\"/etc/passwd\", \"/proc/self/maps\", #filePath, repository] as [String]).count { open($0, O_RDONLY) >= 0 }",
    "([\"/\", \"/etc\", \"/tmp\", \"..\"] as [String]).count { opendir($0) != nil }",
    "([\"/tmp/attack\", \"attack\", repository] as [String]).count { open($0, O_WRONLY | O_CREAT, 0o600) >= 0 }",
    "mkdir(\"attack\", 0o700) == 0 ? 1 : 0",
    "(socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) >= 0 ? 1 : 0) + (socket(AF_UNIX, 1, 0) >= 0 ? 1 : 0)",
    "(0..<100).count { _ in var child = pid_t(); return posix_spawn(&child, program, nil, nil, [nil], nil) == 0 }",
    "execv(program, [strdup(program), nil]) + 1",
    "(kill(getppid(), 0) == 0 ? 1 : 0) + (kill(1, 0) == 0 && getpid() != 1 ? 1 : 0)",
    "chroot(\"/\") == 0 ? 1 : 0",
    "raised()",
  ]

  @Test("no files, no network, no other programs: the filter alone", arguments: await Confinement.onThisSystem)
  func reaching(_ confinement: Confinement) async throws {
    let codes = Self.reaches.enumerated().map { index, reach in
      Handed.doing(index + 2, "let n = Int(\(reach)); if n != 0 { return Double(1000 + n) }")
    }
    let before = """
      let repository = "\(#filePath)"
      #if os(Linux)
      let memory = __rlimit_resource_t(9)
      #else
      let memory = RLIMIT_AS
      #endif
      func raised() -> Int {
        var limit = rlimit(rlim_cur: 1 << 40, rlim_max: 1 << 40)
        return setrlimit(memory, &limit) == 0 ? 1 : 0
      }
      let program = CommandLine.arguments.first ?? "/submission"
      """
    let source = Handed.source(2...codes.count + 1) { codes[$0 - 2] }
    let exercises = Array(Handed.exercises[1...codes.count])
    let report = await Handed.report(
      source.replacing("import Foundation\n", with: "import Foundation\n\(before)\n", maxReplacements: 1), exercises,
      confinement)
    for (exercise, reach) in zip(exercises, Self.reaches) {
      #expect(report.verdicts[exercise.id] == .passed, "\(reach)")
    }
    #expect(report.warning == nil)
  }
}
