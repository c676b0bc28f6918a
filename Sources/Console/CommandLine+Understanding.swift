import ArgumentParser
import Foundation
import Localization

extension ParsableCommand {
  /// This command and those below it.
  private static var commands: [any ParsableCommand.Type] { [Self.self] + configuration.subcommands }

  /// The command that the process was started with, understood but not yet run.
  ///
  /// Asked for help, or not understanding a word, it says so and ends the process: one line in the reader's language,
  /// then the parser's own lines, which name the option.
  package static func understood(_ arguments: [String] = Array(CommandLine.arguments.dropFirst()))
    -> any ParsableCommand
  {
    StandardStreams.requireOpen()
    do {
      var command = try parseAsRoot(arguments)
      // Asked for help as a command of its own, the parser answers with a command that prints it.
      if !commands.contains(where: { $0 == type(of: command) }) { try command.run() }
      return command
    } catch {
      let status = exitCode(for: error).rawValue
      if status == 0 {
        StandardStreams.print(fullMessage(for: error))
      } else {
        let summary = Bilingual(
          ko: "명령을 실행하지 않았습니다. 다음 줄이 가리키는 곳을 고쳐 다시 실행하십시오.",
          en: "Nothing was run. Mend what the next line points at, and run it again.")
        let help = "\(ProcessInfo.processInfo.processName) --help"
        let more = Bilingual(ko: "쓸 수 있는 명령과 값: \(help)", en: "What can be typed: \(help)")
        StandardStreams.complain(
          [summary, Bilingual(stringLiteral: message(for: error)), more].map { $0[.ofThisProcess] }.joined(
            separator: "\n"))
      }
      Foundation.exit(status)
    }
  }
}
