import ArgumentParser
import Console
import Localization

/// `chapter3 check [3.2] [answer]`
struct CheckCommand: ExerciseCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: Bilingual(
        ko: "모든 문제나 문제 하나를 채점합니다. 답을 함께 적으면 answers.txt에 적고 채점합니다.",
        en: "Grade all exercises, or one; an answer that is typed is written to answers.txt.")[.ofThisProcess])
  }

  @Argument(help: .init(ko: "문제의 번호 (3.2). 말하지 않으면 모두", en: "the exercise's number (3.2); all where not said"))
  var exercise: String?

  @Argument(
    parsing: .allUnrecognized,
    help: .init(
      ko: "답: 수, 보기의 기호, 또는 ;로 나눈 여러 수",
      en: "the answer: a number, a choice's letter, or several numbers with ; between"))
  var answer: [String] = []

  @Flag(help: .init(ko: "통과하지 못해도 풀이를 보입니다", en: "show the solution without passing"))
  var showSolution = false

  @OptionGroup var options: ExerciseOptions

  func work(in room: Workroom) async throws -> Int32 {
    if let option = answer.first(where: { $0.hasPrefix("--") }) { throw ExerciseError.unknownOption(option) }
    guard let exercise else {
      guard !showSolution else {
        throw ExerciseError.needsExercise(room.command("check", room.exercises.first) + " --show-solution")
      }
      return try await room.checkAll() ? 0 : ExitStatus.failure
    }
    let asked = try room.exercise(exercise)
    if !answer.isEmpty { try room.enter(answer, for: asked) }
    return try await room.check(asked, showingSolution: showSolution) ? 0 : ExitStatus.failure
  }
}
