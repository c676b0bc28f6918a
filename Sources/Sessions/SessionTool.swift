import ArgumentParser
import Console
import Localization

/// `swift run workbook session …`: for whoever leads a group.
package struct SessionTool: AsyncParsableCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "workbook session",
      abstract: Bilingual(
        ko: "모임을 꾸립니다: 문제를 고르고, 나누어 주고, 제출물을 채점합니다.",
        en: "Run a session: choose exercises, hand them out, grade what comes back.")[.ofThisProcess],
      subcommands: [PlanCommand.self, HandoutCommand.self, GradeCommand.self])
  }

  package init() {}
}
