import ArgumentParser
import Chapters
import Console
import Foundation
import Localization
import Workbook

/// `practice chapter3 check 3.2`: what `chapter3 check 3.2` becomes.
///
/// A program of its own, so that whoever only reads a chapter need not build what grades.
package struct PracticeTool: ParsableCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "practice",
      abstract: Bilingual(ko: "한 장의 연습문제를 풉니다.", en: "Solve a chapter's exercises.")[.ofThisProcess],
      subcommands: [ExercisesCommand.self, CheckCommand.self, HintCommand.self, WatchCommand.self])
  }

  package init() {}

  /// Does what the command line asks for and ends the process.
  package static func run() -> Never {
    let product = CommandLine.arguments.dropFirst().first ?? ""
    guard let chapter = Repository.own.chapters.first(where: { $0.product == product }) else {
      StandardStreams.complain(
        Bilingual(
          ko: "장의 명령으로 실행하십시오: swift run chapter3 exercises",
          en: "Run it through a chapter: swift run chapter3 exercises")[.ofThisProcess])
      Foundation.exit(ExitStatus.usage)
    }
    let understood = understood(as: product, Array(CommandLine.arguments.dropFirst(2)))
    guard let command = understood as? any PracticeCommand else {
      fatalError("every command of PracticeTool is a PracticeCommand")
    }
    Interruption.waiting {
      do { return try await command.work(in: Workroom(of: chapter, command.options)) } catch let error
        as any BilingualError
      {
        StandardStreams.complain(error.message[command.options.language.language])
      } catch  where !Task.isCancelled {
        StandardStreams.complain("\(error)")
      } catch {}
      return ExitStatus.failure
    }
  }
}
