import Chapters
import Exercises
import Foundation
import Grading
import Literate
import Localization
import Testing

@testable import Workbook

/// The words of every exercise, in both languages.
@Suite struct WordsTests {
  @Test("every exercise has all its words in both languages, which fit the numbers of ten persons")
  func complete() throws {
    for chapter in Book.chapters {
      let words = try Book.words(of: chapter)
      let findings = words.findings(for: Exercise.ofChapter(chapter.number), seeds: Array(Book.seeds.prefix(10))) {
        path in
        FileManager.default.fileExists(atPath: chapter.repository.path(path))
      }
      #expect(findings.isEmpty, "\(findings.map(\.description).joined(separator: "\n"))")
    }
  }

  @Test("a number that is given is exact as it is shown")
  func exact() throws {
    for chapter in Book.chapters {
      let words = try Book.words(of: chapter)
      for exercise in Exercise.ofChapter(chapter.number) {
        let own = try #require(words[.ko]?[exercise.id])
        for seed in Book.seeds {
          let numbers = exercise.numbers(for: seed)
          for name in own.statement(numbers).values {
            guard case .number(let number, let format)? = numbers[name] else { continue }
            let shown = Double(format.text(of: number, in: .formula).replacing("{,}", with: ""))
            #expect(shown == number, "\(exercise.id) \(name), seed \(seed.value)")
          }
        }
      }
    }
  }

  @Test("what pages say of an exercise is its title")
  func titles() throws {
    let references = ExerciseReference.all(in: .own)
    #expect(references.count == Book.exercises.count)
    for chapter in Book.chapters {
      let words = try Book.words(of: chapter)
      for exercise in Exercise.ofChapter(chapter.number) {
        for language in Language.allCases {
          #expect(references["\(exercise.id)"]?.title[language] == words[language]?[exercise.id]?.title)
        }
      }
    }
  }
}

extension Book {
  static func text(of chapter: Chapter, _ name: String) throws -> String {
    try String(contentsOfFile: chapter.repository.path(chapter.file(name)), encoding: .utf8)
  }

  /// The words of a chapter, in which exercises may be referred to.
  static func words(of chapter: Chapter) throws -> Words {
    let references = References(
      exercises: Dictionary(
        uniqueKeysWithValues: exercises.map { ("\($0.id)", ExerciseReference(title: "title", place: "place")) }))
    return Words(
      try Dictionary(
        uniqueKeysWithValues: Language.allCases.map { language in
          let name = "exercises.\(language.rawValue).md"
          let file = SourceFile(name: chapter.file(name), text: try text(of: chapter, name))
          return (language, ChapterWords(file, in: language, references: references))
        }))
  }
}
