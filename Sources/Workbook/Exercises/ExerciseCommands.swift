import ArgumentParser
import Localization

/// `chapter3 exercises [3.2]`
package struct ExercisesCommand: ExerciseCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "exercises",
      abstract: Bilingual(
        ko: "이 장의 연습문제를 늘어놓거나, 하나를 보여 줍니다.", en: "List the chapter's exercises, or show one.")[.ofThisProcess])
  }

  @Argument(help: .init(ko: "문제의 번호 (3.2)", en: "the exercise's number (3.2)")) package var exercise: String?
  @OptionGroup package var options: ExerciseOptions

  package init() {}
}

/// `chapter3 hint 3.2`
package struct HintCommand: ExerciseCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "hint",
      abstract: Bilingual(ko: "문제의 다음 힌트를 보여 줍니다.", en: "Show the next hint of an exercise.")[.ofThisProcess])
  }

  @Argument(help: .init(ko: "문제의 번호 (3.2)", en: "the exercise's number (3.2)")) package var exercise: String?
  @OptionGroup package var options: ExerciseOptions

  package init() {}
}

/// `chapter3 check [3.2] [answer]`
package struct CheckCommand: ExerciseCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: Bilingual(
        ko: "모든 문제나 문제 하나를 채점합니다. 답을 함께 적으면 answers.txt에 적고 채점합니다.",
        en: "Grade all exercises, or one; an answer that is typed is written to answers.txt.")[.ofThisProcess])
  }

  @Argument(help: .init(ko: "문제의 번호 (3.2). 말하지 않으면 모두", en: "the exercise's number (3.2); all where not said"))
  package var exercise: String?

  @Argument(
    parsing: .allUnrecognized,
    help: .init(
      ko: "답: 수, 보기의 기호, 또는 ;로 나눈 여러 수",
      en: "the answer: a number, a choice's letter, or several numbers with ; between"))
  package var answer: [String] = []

  @Flag(help: .init(ko: "통과하지 못해도 풀이를 보입니다", en: "show the solution without passing"))
  package var showSolution = false

  @OptionGroup package var options: ExerciseOptions

  package init() {}
}

/// `chapter3 watch [3.2]`
package struct WatchCommand: ExerciseCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "watch",
      abstract: Bilingual(
        ko: "Exercises.swift나 answers.txt를 저장할 때마다 다시 채점합니다. Ctrl-C로 끝냅니다.",
        en: "Grade again on each save of Exercises.swift or answers.txt, until Ctrl-C.")[.ofThisProcess])
  }

  @Argument(help: .init(ko: "문제의 번호 (3.2). 말하지 않으면 모두", en: "the exercise's number (3.2); all where not said"))
  package var exercise: String?
  @OptionGroup package var options: ExerciseOptions

  package init() {}
}
