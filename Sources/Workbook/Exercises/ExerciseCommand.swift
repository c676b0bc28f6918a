import ArgumentParser
import Chapters
import Console
import Localization

/// A command about a chapter's exercises: the chapter's program is not run for it.
protocol ExerciseCommand: ParsableCommand, Sendable {
  var options: ExerciseOptions { get }
  /// The exercise that it is about, as it was typed; nil for all.
  var exercise: String? { get }

  /// - Returns: the status with which the process ends.
  func work(in room: Workroom) async throws -> Int32
}

extension ExerciseCommand {
  /// Does it and ends the process.
  func end(in chapter: Chapter) -> Never {
    Interruption.waiting {
      do { return try await work(in: Workroom(of: chapter, options)) } catch let error as any BilingualError {
        StandardStreams.complain(error.message[options.language.language])
      } catch  where !Task.isCancelled {
        StandardStreams.complain("\(error)")
      } catch {}
      return ExitStatus.failure
    }
  }
}

/// What every command about exercises is asked along with its own options.
struct ExerciseOptions: ParsableArguments {
  @OptionGroup var language: LanguageOptions
  @OptionGroup var layout: LayoutOptions

  @Option(
    file: "DIR", ko: "Exercises.swift와 answers.txt가 있는 폴더. 말하지 않으면 이 장의 폴더",
    en: "the folder with Exercises.swift and answers.txt; the chapter's own where not said")
  var folder: String?
}
