import ArgumentParser
import Console
import Localization

/// `swift run workbook …`: all chapters at once.
@main
struct AllChapters: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "workbook",
      abstract: Bilingual(
        ko: "초점 손실 실행형 교재의 모든 장에 한꺼번에 명령을 내립니다.",
        en: "Commands for all chapters of the focal loss workbook at once.")[.ofThisProcess],
      subcommands: [FiguresOfAll.self, WeaveAll.self, StartSession.self, Doctor.self])
  }

  static func main() async {
    await Interruption.cancelling { await understood().outcome() }
  }
}
