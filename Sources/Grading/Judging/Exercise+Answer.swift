import Kernels

extension Exercise {
  /// Judges what was entered for a numeric exercise, a prediction or an exploration.
  ///
  /// A code exercise has no entered answer: it is `unfinished`.
  public func judge(_ answer: String?, for person: Seed) -> Verdict {
    guard let answer else { return .unanswered }
    var random = person.generator(for: id)
    do throws(Answer.Problem) {
      switch task {
      case .numeric(let task): return try task.judge(answer, task.draw(&random))
      case .prediction(let task): return try task.judge(answer, task.draw(&random))
      case .exploration(let task): return try task.judge(answer, task.draw(&random))
      case .code: return .unfinished
      }
    } catch { return .unreadable(error) }
  }
}

extension NumericTask {
  fileprivate func judge(_ answer: String, _ drawn: Drawn) throws(Answer.Problem) -> Verdict {
    let readings = try Answer.number(answer, tolerance == .exact ? .whole : .real).readings
    if readings.contains(where: { tolerance.accepts($0, for: drawn.answer) }) { return .passed }
    let mistake = drawn.mistakes.sorted { $0.key < $1.key }.first { mistake in
      readings.contains { tolerance.accepts($0, for: mistake.value) }
    }
    return mistake.map { .mistake($0.key) } ?? .wrong
  }
}

extension PredictionTask {
  fileprivate func judge(_ answer: String, _ drawn: Drawn) throws(Answer.Problem) -> Verdict {
    let choice = try Answer.choice(answer, among: choices)
    return choice == drawn.answer ? .passed : .wrongChoice(choice)
  }
}

extension ExplorationTask {
  fileprivate func judge(_ answer: String, _ drawn: Drawn) throws(Answer.Problem) -> Verdict {
    switch drawn.judge(try Answer.numbers(answer, count: fields.count)) {
    case .found: .passed
    case .mistake(let name): .mistake(name)
    case .missed(let results): .missed(results)
    }
  }
}
