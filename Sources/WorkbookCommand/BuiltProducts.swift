import Chapters
import Console
import Foundation
import Subprocess

/// The folder in which this program lies, which is where its sisters, the chapters, are built.
struct BuiltProducts {
  let folder: BuildFolder

  /// What a program said, and how it ended.
  struct Outcome: Sendable {
    let status: Int32
    let output: [UInt8]
    let complaint: [UInt8]
  }

  /// Builds one product into this folder.
  ///
  /// - Returns: what the build said, where it failed.
  func build(_ product: String) async throws -> Outcome? {
    let words = folder.words(building: product, of: Repository.own.root.path)
    let outcome: Outcome
    do { outcome = try await run(.name("swift"), words) } catch let error as SubprocessError {
      guard error.code == .executableNotFound else { throw error }
      throw SisterError.noSwift
    }
    return outcome.status == 0 ? nil : outcome
  }

  /// Runs a built product to its end.
  func run(_ product: String, _ arguments: [String]) async throws -> Outcome {
    let path = folder.path(of: product)
    guard FileManager.default.isExecutableFile(atPath: path) else { throw SisterError.notBuilt(product) }
    return try await run(.path(.init(path)), arguments)
  }

  /// Runs a program; where this task is cancelled, the program is ended first.
  private func run(_ program: Executable, _ arguments: [String]) async throws -> Outcome {
    var options = PlatformOptions()
    options.teardownSequence = [
      .send(signal: .interrupt, allowedDurationToNextStep: .seconds(2)),
      .gracefulShutDown(allowedDurationToNextStep: .seconds(2)),
    ]
    let result = try await Subprocess.run(
      program, arguments: .init(arguments), platformOptions: options, output: .bytes(limit: Self.mostOutput),
      error: .bytes(limit: Self.mostOutput))
    let status: Int32 =
      switch result.terminationStatus {
      case .exited(let code): Int32(code)
      default: ExitStatus.failure
      }
    return Outcome(status: status, output: result.standardOutput, complaint: result.standardError)
  }

  private static let mostOutput = 1 << 26
}
