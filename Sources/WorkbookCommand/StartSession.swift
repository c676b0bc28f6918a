import ArgumentParser
import Chapters
import Console
import Localization

/// `workbook session …`: builds the tool for leaders of sessions, and becomes it.
///
/// It draws, and so needs Cairo, without which this program has to build.
struct StartSession: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "session",
      abstract: Bilingual(
        ko: "모임을 꾸립니다: 문제를 고르고, 나누어 주고, 제출물을 채점합니다.",
        en: "Run a session: choose exercises, hand them out, grade what comes back.")[.ofThisProcess])
  }

  @Argument(parsing: .captureForPassthrough, help: .hidden) var words: [String] = []

  func run() throws {
    let arguments = words.filter { $0 != "--skip-build" }
    throw SisterProgram("session", of: Repository.own.root.path)
      .replaceThisProcess(arguments, isBuilt: arguments.count < words.count)
  }
}
