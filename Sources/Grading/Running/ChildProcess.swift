import Foundation
import Subprocess
import Synchronization

/// A program that is run to its end, but never longer and with never more output than is allowed.
struct ChildProcess: Sendable {
  /// The program's path or name, and its arguments.
  let command: [String]
  var environment: Environment = .inherit
  var folder: URL?
  /// A file that it reads as its standard input; none for nothing.
  var input: URL?
  let limits: Limits

  struct Limits: Sendable {
    /// Of time as it passes for everybody.
    let seconds: Int
    /// Of standard output and of standard error, each.
    let bytes: Int
  }

  struct Outcome: Sendable {
    let end: End
    let output: [UInt8]
    let complaint: [UInt8]
    let duration: Duration
  }

  enum End: Sendable, Hashable {
    case exited(Int)
    case signalled(Int)
    case ranTooLong
    case wroteTooMuch
  }

  /// Runs it when its turn has come. Where this task is cancelled, the program and all that it started are ended first.
  func run() async throws(GradingError) -> Outcome {
    await Turns.ofThisMachine.take()
    defer { Turns.ofThisMachine.giveBack() }
    do {
      try Task.checkCancellation()
      return try await outcome()
    } catch let error as SubprocessError {
      if error.code == .executableNotFound, command.first == Compiler.program { throw .noCompiler }
      throw .cannotStart("\(error)")
    } catch { throw .cannotStart("\(error)") }
  }

  private func outcome() async throws -> Outcome {
    let start = ContinuousClock.now
    let stopped = Mutex<End?>(nil)
    let clock = Mutex<Task<Void, any Error>?>(nil)
    // It goes on where the program has closed its output and is silent.
    defer { clock.withLock { $0?.cancel() } }
    let input = try FileHandle(forReadingFrom: self.input ?? URL(filePath: "/dev/null"))
    defer { try? input.close() }
    let result = try await Subprocess.run(
      executable, arguments: .init(Array(command.dropFirst())), environment: environment,
      workingDirectory: folder.map { .init($0.path) }, platformOptions: Self.options,
      input: .fileDescriptor(.init(rawValue: input.fileDescriptor), closeAfterSpawningProcess: false),
      output: .sequence, error: .sequence
    ) { execution in
      let stop: @Sendable (End) -> Void = { end in
        stopped.withLock { $0 = $0 ?? end }
        try? execution.send(signal: .kill, toProcessGroup: true)
      }
      clock.withLock {
        $0 = Task {
          try await Task.sleep(for: .seconds(limits.seconds))
          stop(.ranTooLong)
        }
      }
      async let complaint = collect(execution.standardError) { stop(.wroteTooMuch) }
      return (try await collect(execution.standardOutput) { stop(.wroteTooMuch) }, try await complaint)
    }
    try Task.checkCancellation()
    return Outcome(
      end: stopped.withLock { $0 } ?? End(result.terminationStatus), output: result.closureResult.0,
      complaint: result.closureResult.1, duration: .now - start)
  }

  private var executable: Executable {
    let program = command[0]
    return program.contains("/") ? .path(.init(program)) : .name(program)
  }

  /// Reads as much as is allowed; whoever writes more is stopped.
  private func collect(_ output: SubprocessOutputSequence, tooMuch: () -> Void) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    for try await buffer in output {
      let room = limits.bytes - bytes.count
      buffer.withUnsafeBytes { bytes += $0.prefix(room) }
      if buffer.count > room { tooMuch() }
    }
    return bytes
  }

  /// A session of its own: out of the terminal's reach, and ended as a whole.
  private static var options: PlatformOptions {
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [.send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .zero)]
    return options
  }
}

extension ChildProcess.End {
  fileprivate init(_ status: TerminationStatus) {
    switch status {
    case .exited(let code): self = .exited(Int(code))
    case .signaled(let signal): self = .signalled(Int(signal))
    }
  }
}
