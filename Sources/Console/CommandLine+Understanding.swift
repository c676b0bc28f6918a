import ArgumentParser
import Foundation
import Localization

extension ParsableCommand {
  /// The command that the process was started with, understood but not yet run.
  ///
  /// Asked for help, or not understanding a word, it says so and ends the process: one line in the reader's language,
  /// then the parser's own lines, which name the option.
  package static func understood(_ arguments: [String] = Array(CommandLine.arguments.dropFirst()))
    -> any ParsableCommand
  {
    StandardStreams.requireOpen()
    do {
      return try parseAsRoot(arguments)
    } catch {
      let status = exitCode(for: error).rawValue
      let explanation = fullMessage(for: error)
      if status == 0 {
        StandardStreams.print(explanation)
      } else {
        let summary = Bilingual(
          ko: "명령을 실행하지 않았습니다. 다음 줄이 가리키는 곳을 고쳐 다시 실행하십시오.",
          en: "Nothing was run. Mend what the next line points at, and run it again.")
        StandardStreams.complain(summary[.ofThisProcess] + "\n" + explanation)
      }
      Foundation.exit(status)
    }
  }
}
