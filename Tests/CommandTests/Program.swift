import Chapters
import Foundation
import Subprocess

/// A built program of the workbook, run as a reader would run it.
struct Program {
  let name: String
  /// The folder of built products; by default the one that these tests were built into.
  var folder = builtProducts
  /// Added to an environment that says no language.
  var environment: [String: String] = [:]

  struct Outcome {
    let status: Int
    let output: String
    let complaint: String
  }

  /// Runs it to its end, in an empty folder of its own.
  func run(_ arguments: String...) async throws -> Outcome {
    try await run(arguments)
  }

  func run(_ arguments: [String]) async throws -> Outcome {
    var variables = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "HOME": NSTemporaryDirectory()]
    variables.merge(environment) { $1 }
    let result = try await Subprocess.run(
      .path(.init(folder.appending(path: name).path)), arguments: .init(arguments),
      environment: .custom(Dictionary(uniqueKeysWithValues: variables.map { (.init(stringLiteral: $0), $1) })),
      output: .string(limit: 1 << 24), error: .string(limit: 1 << 20))
    let status =
      switch result.terminationStatus {
      case .exited(let code): Int(code)
      case .signaled(let signal): -Int(signal)
      }
    return Outcome(status: status, output: result.standardOutput, complaint: result.standardError)
  }

  /// Runs it, sends it a signal as soon as a shell finds that a condition holds, and waits for its end.
  ///
  /// The shell looks, and not this process, which other tests keep busy.
  /// - Returns: with the status 128 + n where signal n ended it; 97 where the condition never held.
  func run(_ arguments: [String], until condition: String, then signal: Signal) async throws -> Outcome {
    let script = """
      set -m
      "$0" "$@" &
      tries=0
      until \(condition); do
        tries=$((tries + 1)); [ $tries -lt 3000 ] || { kill -9 $!; exit 97; }
        sleep 0.01
      done
      kill -\(signal.rawValue) $!
      wait $!
      """
    let path = folder.appending(path: name).path
    let shell = Program(name: "sh", folder: URL(filePath: "/bin"), environment: environment)
    return try await shell.run(["-c", script, path] + arguments)
  }

  /// Where `swift test` put what it built.
  static let builtProducts: URL = {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
    let here = bundle ?? URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    return here.deletingLastPathComponent()
  }()

  /// `chapter3` and its sisters.
  static let chapters = Repository.own.chapters.map(\.product)

  /// The repository's root.
  static let repository = Repository.own.root
}
