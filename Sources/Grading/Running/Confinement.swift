import Foundation
import Localization
import Subprocess

/// How a stranger's program is kept to itself on this machine.
///
/// Limits on time and memory always hold. Beyond them a program is put where it sees nothing: no files, no network, no other
/// process. Where the system does not allow that, `Filter` (in the program itself) may; where neither does, it is told.
enum Confinement: Sendable, Hashable, CaseIterable {
  /// Linux: namespaces of its own, as a user without rights, in a folder that is all it sees.
  case namespaces
  /// macOS: its sandbox.
  case sandbox
  /// Limits alone.
  case limits

  /// The closest that this system allows, found out once.
  static func ofThisSystem() async -> Confinement { await found.value }

  private static let found = Task { () -> Confinement in
    for confinement in allCases where await confinement.works() { return confinement }
    return .limits
  }

  /// Whether it cuts off files, network and processes by itself.
  var isClosed: Bool { self != .limits }

  /// The command that runs a program.
  func command(_ program: URL, _ limits: GradingLimits) -> [String] {
    switch self {
    case .namespaces:
      let folder = program.deletingLastPathComponent().path
      return wrapper(limits) + ["--root=\(folder)", "--wd=/", "/" + program.lastPathComponent]
    case .sandbox, .limits: return wrapper(limits) + [program.path]
    }
  }

  /// Nothing but what the Swift runtime needs to start where there are no files. One arena serves all threads: one for each would
  /// use up the address space that is allowed.
  static let environment = Environment.custom([
    "PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "SWIFT_ROOT": "/", "SWIFT_BACKTRACE": "enable=no", "MALLOC_ARENA_MAX": "1",
  ])

  /// Whether a program runs to its end in it.
  private func works() async -> Bool {
    let trial = ChildProcess(
      command: wrapper(.init()) + ["/usr/bin/true"], limits: .init(seconds: 5, bytes: 1 << 16))
    return (try? await trial.run())?.end == .exited(0)
  }

  /// What is to be said of that which was not cut off.
  static func warning(isClosed: Bool) -> Bilingual? {
    guard isClosed else { return openness }
    #if os(Linux)
      return nil
    #else
      return memory
    #endif
  }

  private static let openness = Bilingual(
    ko: "이 컴퓨터에서는 제출된 프로그램이 파일과 네트워크에 손대는 것을 막지 못했습니다. "
      + "모르는 사람의 코드라면 다른 컴퓨터나 컨테이너에서 채점하십시오.",
    en: "On this computer submitted programs could not be kept from files and the network. "
      + "Grade the code of strangers on another computer or in a container.")

  private static let memory = Bilingual(
    ko: "이 컴퓨터에서는 제출된 프로그램의 메모리를 제한하지 못했습니다. 채점하는 동안 다른 일을 저장해 두십시오.",
    en: "On this computer the memory of submitted programs could not be limited. Save your other work while grading.")
}
