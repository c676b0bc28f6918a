import ArgumentParser
import Console
import Localization

/// `chapter3 exercises [3.2]`
struct ExercisesCommand: ExerciseCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "exercises",
      abstract: Bilingual(
        ko: "이 장의 연습문제를 늘어놓거나, 하나를 보여 줍니다.", en: "List the chapter's exercises, or show one.")[.ofThisProcess])
  }

  @Argument(help: .init(ko: "문제의 번호 (3.2)", en: "the exercise's number (3.2)")) var exercise: String?
  @OptionGroup var options: ExerciseOptions

  func work(in room: Workroom) throws -> Int32 {
    if let exercise {
      try room.show(room.exercise(exercise))
    } else {
      try room.list()
    }
    return 0
  }
}

/// `chapter3 hint 3.2`
struct HintCommand: ExerciseCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "hint",
      abstract: Bilingual(ko: "문제의 다음 힌트를 보여 줍니다.", en: "Show the next hint of an exercise.")[.ofThisProcess])
  }

  @Argument(help: .init(ko: "문제의 번호 (3.2)", en: "the exercise's number (3.2)")) var exercise: String?
  @OptionGroup var options: ExerciseOptions

  func work(in room: Workroom) throws -> Int32 {
    guard let exercise else { throw ExerciseError.needsExercise(room.command("hint", room.exercises.first)) }
    try room.hint(room.exercise(exercise))
    return 0
  }
}
