import ArgumentParser
import Console
import Localization

/// `workbook figures …`: what stands behind it goes to every chapter as it is.
struct FiguresOfAll: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "figures",
      abstract: Bilingual(
        ko: "모든 장의 그림을 그립니다. 선택 사항은 각 장의 figures와 같습니다.",
        en: "Draw the figures of all chapters. Options are those of each chapter's figures.")[.ofThisProcess])
  }

  @OptionGroup var building: BuildOptions
  @Argument(parsing: .allUnrecognized) var options: [String] = []

  func run() async throws {
    try await building.forEachChapter(run: ["figures"] + options)
  }
}

/// `workbook weave [--check]`
struct WeaveAll: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "weave",
      abstract: Bilingual(
        ko: "모든 장의 글을 엮습니다. 선택 사항은 각 장의 weave와 같습니다.",
        en: "Weave the pages of all chapters. Options are those of each chapter's weave.")[.ofThisProcess])
  }

  @OptionGroup var building: BuildOptions
  @Argument(parsing: .allUnrecognized) var options: [String] = []

  func run() async throws {
    try await building.forEachChapter(run: ["weave"] + options)
  }
}
