import Kernels

/// One exercise: what it asks for, and how an answer is judged. Its words are in the chapter's `exercises.ko.md` and
/// `exercises.en.md`.
public struct Exercise: Sendable {
  public let id: ExerciseID
  public let level: Level
  /// How long a reader of the chapter is expected to need.
  public let minutes: Int
  /// Exercises whose results it builds on.
  public let needs: [ExerciseID]
  public let task: Task

  public init(_ id: ExerciseID, _ level: Level, minutes: Int, needs: [ExerciseID] = [], _ task: Task) {
    (self.id, self.level, self.minutes, self.needs, self.task) = (id, level, minutes, needs, task)
  }

  /// How hard it is, rising within a chapter.
  public enum Level: Int, Comparable, CaseIterable, Sendable {
    /// Paper and pencil are enough.
    case byHand
    case basic
    case challenging
    case hard

    public static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
  }

  /// What the reader does.
  public enum Task: Sendable {
    /// Works out a number; each person has their own.
    case numeric(NumericTask)
    /// Says what will happen before it is run.
    case prediction(PredictionTask)
    /// Finds something with the chapter's parameters and reports the numbers.
    case exploration(ExplorationTask)
    /// Writes a function in the chapter's `Exercises.swift`.
    case code(CodeTask)
  }

  /// The numbers that `person` gets in this exercise. A code exercise shows none.
  public func numbers(for person: Seed) -> Numbers {
    var random = person.generator(for: id)
    switch task {
    case .numeric(let task): return task.draw(&random).numbers
    case .prediction(let task): return task.draw(&random).numbers
    case .exploration(let task): return task.draw(&random).numbers
    case .code: return Numbers()
    }
  }
}
