import ArgumentParser
import Console
import Foundation
import Localization

/// `workbook session …`: builds the tool for leaders of sessions, and becomes it.
///
/// It draws, and so needs Cairo, without which this program has to build.
struct SessionOfAll: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "session",
      abstract: Bilingual(
        ko: "모임을 꾸립니다: 문제를 고르고, 나누어 주고, 제출물을 채점합니다.",
        en: "Run a session: choose exercises, hand them out, grade what comes back.")[.ofThisProcess])
  }

  @Argument(parsing: .captureForPassthrough, help: .hidden) var words: [String] = []

  func run() async throws {
    let products = try BuiltProducts.ofThisProcess()
    var words = words
    let isBuilt = words.contains("--skip-build")
    words.removeAll { $0 == "--skip-build" }
    if !isBuilt, let failure = try await products.build("session") {
      try StandardStreams.send(failure.output, to: .output)
      try StandardStreams.send(failure.complaint, to: .error)
      throw ExitCode(failure.status)
    }
    throw products.become("session", words)
  }
}

extension BuiltProducts {
  /// Runs a built product in the place of this process: terminal, signals and status are its own.
  ///
  /// - Returns: why it could not; otherwise never.
  fileprivate func become(_ product: String, _ arguments: [String]) -> CommandError {
    let path = folder.appending(path: product).path
    // What this process leaves to its own handlers would be left undone by the next.
    for number in [SIGINT, SIGTERM, SIGPIPE] { signal(number, SIG_DFL) }
    var words = ([product] + arguments).map { strdup($0) } + [nil]
    execv(path, &words)
    return .notBuilt(product)
  }
}
