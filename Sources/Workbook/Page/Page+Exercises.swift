import Exercises
import Files
import Foundation
import Grading
import Literate
import Localization

extension Page {
  /// What is to be mended in the words of the chapter's exercises, and the commands that they tell readers to type.
  func exerciseFindings(_ weaver: Weaver) throws(FileError) -> ([Finding], [QuotedCommand]) {
    let exercises = Exercise.ofChapter(chapter.number)
    guard !exercises.isEmpty else { return ([], []) }
    let words = try Words(of: chapter, references: .book(in: chapter.repository))
    let repository = chapter.repository
    let findings = words.findings(for: exercises) { FileManager.default.fileExists(atPath: repository.path($0)) }
    let unlisted = Language.allCases.flatMap { language in
      let listed = Set(weaver.citations(of: .exercise, in: language).map(\.name))
      return exercises.filter { !listed.contains("\($0.id)") }.map { unlistedFinding($0.id, language) }
    }
    let commands = Language.allCases.flatMap { words[$0]?.quotedCommands(for: exercises, Seed(1)) ?? [] }
    return (findings + unlisted, commands)
  }

  private func unlistedFinding(_ id: ExerciseID, _ language: Language) -> Finding {
    Finding(
      file: chapter.file("prose.\(language.rawValue).md"), line: 1, column: 1,
      message: Bilingual(
        ko: "글에서 알리지 않는 연습문제가 있습니다: {{exercise \(id)}}",
        en: "The page does not list exercise \(id): {{exercise \(id)}}"))
  }
}
