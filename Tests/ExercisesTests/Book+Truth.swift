import Exercises
import Grading
import Kernels
import Literate
import Testing

/// What exercises answer, to be held against what the book computes elsewhere.
extension Book {
  /// Some questions of a code exercise and their right answers.
  static func answered(_ chapter: Int, _ number: Int, seed: Seed = Seed(1)) throws -> [(Question, [Double])] {
    let (id, task) = try codeTask(chapter, number)
    var random = seed.generator(for: id)
    return task.questions(&random).map { ($0, answer(task, to: $0)) }
  }

  /// The right answer to a question of one's own.
  static func answer(_ chapter: Int, _ number: Int, to question: Question) throws -> [Double] {
    answer(try codeTask(chapter, number).task, to: question)
  }

  private static func codeTask(_ chapter: Int, _ number: Int) throws -> (id: ExerciseID, task: CodeTask) {
    let (id, task) = try #require(code.first { $0.0 == ExerciseID(chapter: chapter, number: number) })
    return (id, task)
  }

  private static func answer(_ task: CodeTask, to question: Question) -> [Double] {
    var reader = question.reader
    return task.truth(&reader)
  }

  /// The numbers of a person's exercise, by name.
  static func numbers(_ chapter: Int, _ number: Int, _ seed: Seed) -> (String) -> Int {
    let id = ExerciseID(chapter: chapter, number: number)
    let numbers = exercises.first { $0.id == id }?.numbers(for: seed)
    return { name in
      if case .number(let number, _)? = numbers?[name] { Int(exactly: number) ?? .min } else { .min }
    }
  }
}
