import Chapters
import Exercises
import Grading

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
