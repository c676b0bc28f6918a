import ArgumentParser
import Console
import Localization

/// A command about a chapter's exercises. The chapter's program only reads it: `practice` does it.
package protocol ExerciseCommand: ParsableCommand, Sendable {
  var options: ExerciseOptions { get }
  /// The exercise that it is about, as it was typed; nil for all.
  var exercise: String? { get }
}

/// What every command about exercises is asked along with its own options.
package struct ExerciseOptions: ParsableArguments {
  @OptionGroup package var language: LanguageOptions
  @OptionGroup package var layout: LayoutOptions

  @Option(
    file: "DIR", ko: "Exercises.swift와 answers.txt가 있는 폴더. 말하지 않으면 이 장의 폴더",
    en: "the folder with Exercises.swift and answers.txt; the chapter's own where not said")
  package var folder: String?

  @Flag(
    help: .init(
      ko: "채점하는 프로그램을 다시 빌드하지 않습니다", en: "do not build the program that grades; use what was built before"))
  package var skipBuild = false

  package init() {}
}
