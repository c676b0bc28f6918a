import Console
import Localization
import Workbook

/// A command about exercises, and what is done for it.
protocol PracticeCommand: ExerciseCommand {
  /// - Returns: the status with which the process ends.
  func work(in room: Workroom) async throws -> Int32
}

extension ExercisesCommand: PracticeCommand {
  func work(in room: Workroom) throws -> Int32 {
    if let exercise {
      try room.show(room.exercise(exercise))
    } else {
      try room.list()
    }
    return 0
  }
}

extension HintCommand: PracticeCommand {
  func work(in room: Workroom) throws -> Int32 {
    guard let exercise else { throw ExerciseError.needsExercise(room.command("hint", room.exercises.first)) }
    try room.hint(room.exercise(exercise))
    return 0
  }
}

extension CheckCommand: PracticeCommand {
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

extension WatchCommand: PracticeCommand {
  func work(in room: Workroom) async throws -> Int32 {
    let asked = try exercise.map { try room.exercise($0) }
    let files = [room.codeFile, room.answerFile]
    let shown = files.map(room.shown).joined(separator: "\n")
    room.printer.say(
      Bilingual(
        ko: shown + "\n저장하면 다시 채점합니다. Ctrl-C로 끝냅니다.\n",
        en: shown + "\nGraded again on each save. Ctrl-C ends this.\n"))
    var seen: [FileStamp?]
    repeat {
      seen = files.map { FileStamp($0) }
      do {
        if let asked { _ = try await room.check(asked) } else { _ = try await room.checkAll() }
      } catch let error as any BilingualError { StandardStreams.complain(error.message[room.language]) }
    } while await FileStamp.change(of: files, from: seen)
    return 0
  }
}
