import Foundation

/// One program from its start to its end: how long it took, and how much memory it held at its peak.
///
/// The system counts towards a child's peak what its parent held when it started the child. Ours is therefore measured
/// before this process grows.
struct WholeProcess {
  let milliseconds: Double
  /// Megabytes of 10⁶ bytes that lay in memory at once.
  let peakMegabytes: Double

  /// Runs `program` with `arguments` and waits for it. Its output is thrown away, its complaints are shown.
  ///
  /// - Parameter program: a path, or a name to be found in `PATH`.
  /// - Throws: `Failure` where it does not start, or does not end with 0.
  init(_ program: String, _ arguments: [String]) throws(Failure) {
    let command = ([program] + arguments).joined(separator: " ")
    let start = ContinuousClock.now
    var usage = rusage()
    let status = try Self.status(of: Self.start(program, arguments, command), command, &usage)
    let time = start.duration(to: .now)
    guard status == 0 else { throw Failure(command: command, reason: "ended with \(Self.meaning(of: status))") }
    milliseconds = time / .milliseconds(1)
    #if canImport(Darwin)
      peakMegabytes = Double(usage.ru_maxrss) / 1e6  // bytes
    #else
      peakMegabytes = Double(usage.ru_maxrss) * 1024 / 1e6  // kibibytes
    #endif
  }

  /// A program that did not start, or did not do its work.
  struct Failure: Error, CustomStringConvertible {
    let command: String
    let reason: String

    var description: String { "\(command): \(reason)" }
  }

  // MARK: - The system's own calls, which alone tell the memory of one child

  private static func start(_ program: String, _ arguments: [String], _ command: String) throws(Failure) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)

    let words = cStrings([program] + arguments)
    let environment = cStrings(ProcessInfo.processInfo.environment.map { "\($0)=\($1)" })
    defer { for string in words + environment { free(string) } }
    var child = pid_t()
    let problem = posix_spawnp(&child, program, &actions, nil, words, environment)
    guard problem == 0 else { throw Failure(command: command, reason: String(cString: strerror(problem))) }
    return child
  }

  /// Copies that C can read, then nil; whoever asks for them frees them.
  private static func cStrings(_ strings: [String]) -> [UnsafeMutablePointer<CChar>?] {
    strings.map { strdup($0) } + [nil]
  }

  private static func status(of child: pid_t, _ command: String, _ usage: inout rusage) throws(Failure) -> Int32 {
    var status: Int32 = 0
    while wait4(child, &status, 0, &usage) == -1 {
      guard errno == EINTR else { throw Failure(command: command, reason: String(cString: strerror(errno))) }
    }
    return status
  }

  /// "status 1" or "signal 11", from the low 7 bits of what `wait4` says.
  private static func meaning(of status: Int32) -> String {
    status & 0x7f == 0 ? "status \(status >> 8 & 0xff)" : "signal \(status & 0x7f)"
  }
}
