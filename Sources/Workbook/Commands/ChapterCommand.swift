import ArgumentParser
import Console
import Foundation
import Localization

/// The commands that every chapter has: read it (said or not), draw its figures, weave its pages, solve its exercises.
///
/// Parsing only says what is asked for. The chapter's program then runs from top to bottom, and `Page.finish()` does it;
/// only what is about exercises is done at once.
struct ChapterCommand<Parameters: ChapterParameters>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: ProcessInfo.processInfo.processName,
      abstract: Bilingual(
        ko: "초점 손실 실행형 교재의 한 장을 읽고, 그림을 그리고, 글을 엮습니다.",
        en: "Read a chapter of the focal loss workbook, draw its figures, weave its pages.")[.ofThisProcess],
      subcommands: [
        ReadCommand<Parameters>.self, FiguresCommand<Parameters>.self, ClaimsCommand<Parameters>.self,
        ValuesCommand<Parameters>.self, WeaveCommand<Parameters>.self, ExercisesCommand.self, CheckCommand.self,
        HintCommand.self, WatchCommand.self,
      ] + Parameters.actions,
      defaultSubcommand: ReadCommand<Parameters>.self)
  }
}

/// `chapter3 [--lang ko|en] [--width N] [--plain] …`
struct ReadCommand<Parameters: ChapterParameters>: ChapterSubcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "read",
      abstract: Bilingual(
        ko: "이 장을 터미널에서 읽습니다(기본 명령).", en: "Read the chapter here (the default).")[.ofThisProcess])
  }

  @OptionGroup var options: ReadOptions
  @OptionGroup(title: parametersTitle) var parameters: Parameters

  var task: ChapterTask { .read(options) }
  var chosen: Parameters? { parameters }
}

/// `chapter3 figures [--out DIR] [--format png|svg|pdf] … [NAME…]`
struct FiguresCommand<Parameters: ChapterParameters>: ChapterSubcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "figures",
      abstract: Bilingual(ko: "이 장의 그림을 그립니다.", en: "Draw the chapter's figures.")[.ofThisProcess])
  }

  @OptionGroup var options: DrawOptions
  @OptionGroup(title: parametersTitle) var parameters: Parameters

  var task: ChapterTask { .figures(options) }
  var chosen: Parameters? { parameters }
}

/// `chapter3 claims`
struct ClaimsCommand<Parameters: ChapterParameters>: ChapterSubcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "claims",
      abstract: Bilingual(
        ko: "이 장의 주장이 지금 값에서 성립하는지 하나씩 적습니다.", en: "List the chapter's claims and whether they hold.")[.ofThisProcess])
  }

  @OptionGroup var options: ListOptions
  @OptionGroup(title: parametersTitle) var parameters: Parameters

  var task: ChapterTask { .claims(options) }
  var chosen: Parameters? { parameters }
}

/// `chapter3 values`
struct ValuesCommand<Parameters: ChapterParameters>: ChapterSubcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "values",
      abstract: Bilingual(
        ko: "이 장의 글과 표에 나오는 값을 모든 자릿수까지 적습니다.",
        en: "List the values of the chapter's text and tables in all their digits.")[
          .ofThisProcess])
  }

  @OptionGroup var options: ListOptions
  @OptionGroup(title: parametersTitle) var parameters: Parameters

  var task: ChapterTask { .values(options) }
  var chosen: Parameters? { parameters }
}

private var parametersTitle: String {
  Bilingual(ko: "바꿔 볼 수 있는 값", en: "Parameters to play with")[.ofThisProcess]
}

/// `chapter3 weave [--check]`
struct WeaveCommand<Parameters: ChapterParameters>: ChapterSubcommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "weave",
      abstract: Bilingual(
        ko: "README.md와 README.en.md를 엮어 씁니다.", en: "Weave README.md and README.en.md.")[.ofThisProcess])
  }

  @OptionGroup var options: WeaveOptions

  var task: ChapterTask { .weave(options) }
  var chosen: Parameters? { nil }  // pages are woven with the chapter's own
}
