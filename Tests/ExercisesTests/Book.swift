import Chapters
import Exercises
import Foundation
import Grading
import Testing

/// The exercises of the book, as the tests go through them.
enum Book {
  static let chapters = Repository.own.chapters.filter { !Exercise.ofChapter($0.number).isEmpty }
  static let exercises = chapters.flatMap { Exercise.ofChapter($0.number) }
  static let seeds = (0..<100).map { Seed(UInt64($0)) }

  static let numeric = exercises.compactMap { exercise in
    if case .numeric(let task) = exercise.task { (exercise.id, task) } else { nil }
  }
  static let predictions = exercises.compactMap { exercise in
    if case .prediction(let task) = exercise.task { (exercise.id, task) } else { nil }
  }
  static let explorations = exercises.compactMap { exercise in
    if case .exploration(let task) = exercise.task { (exercise.id, task) } else { nil }
  }
  static let code = exercises.compactMap { exercise in
    if case .code(let task) = exercise.task { (exercise.id, task) } else { nil }
  }
}

// MARK: - Wrong functions

extension Book {
  /// A function with one known mistake, or that breaks one law.
  struct WrongFunction {
    let id: ExerciseID
    let name: String
    let code: String
  }

  /// The wrong functions of a chapter: `Mistakes/chapter3.swift`.
  static func mistakes(of chapter: Chapter) throws -> [WrongFunction] {
    let url = try #require(
      Bundle.module.url(forResource: chapter.product, withExtension: "swift", subdirectory: "Mistakes"))
    let text = try String(contentsOf: url, encoding: .utf8)
    return text.split(separator: "// MARK: - ").dropFirst().compactMap { region in
      let lines = region.split(separator: "\n", maxSplits: 1)
      let words = lines[0].split(separator: " ")
      guard words.count == 2, let id = ExerciseID(words[0]), lines.count == 2 else { return nil }
      return WrongFunction(id: id, name: String(words[1]), code: String(lines[1]))
    }
  }
}
