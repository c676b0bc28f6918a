import Console
import Files
import Grading
import Literate
import Localization
import Workbook

extension Workroom {
  /// Writes an answer into the reader's file.
  ///
  /// - Throws: what is wrong with an answer that cannot be read; then nothing is written.
  func enter(_ answer: [String], for exercise: Exercise) throws {
    let text: String
    switch exercise.task {
    case .code: throw ExerciseError.surplusAnswer(shown(codeFile), check: command("check", exercise))
    case .exploration where !answer.contains(where: { $0.contains(";") }): text = answer.joined(separator: "; ")
    default: text = answer.joined(separator: " ")
    }
    var sheet = try answers()
    if case .unreadable(let problem) = exercise.judge(text, for: sheet.person) { throw problem }
    sheet[exercise.id] = text
    try AtomicFile.write(Array(sheet.text.utf8), to: answerFile)
  }

  /// Grades one exercise and tells all that there is to say of it.
  /// - Returns: whether it passed.
  func check(_ exercise: Exercise, showingSolution: Bool = false) async throws -> Bool {
    let submission = try submission()
    let report = try await grade([exercise], submission)
    let verdict = report.verdicts[exercise.id] ?? .unanswered
    tell(exercise, verdict, submission, printed: report.printed[exercise.id])
    if verdict.isPassed || showingSolution { try explain(exercise, submission) }
    guard verdict.isPassed else {
      let hint = command("hint", exercise)
      if !showingSolution { printer.say(Bilingual(ko: "힌트: \(hint)", en: "A hint: \(hint)")) }
      return false
    }
    let notebook = notebook()
    if let next = exercises.first(where: { state(of: $0, submission, in: notebook) != .passed }) {
      sayNext(next)
    } else {
      printer.say(Bilingual(ko: "이 장의 문제를 모두 풀었습니다.", en: "You have solved all exercises of this chapter."))
    }
    return true
  }

  /// Grades all exercises; each explanation waits until it is asked for.
  /// - Returns: whether all passed.
  func checkAll() async throws -> Bool {
    let submission = try submission()
    for problem in submission.answers.problems(known: exercises.map(\.id)) {
      StandardStreams.complain(problem.text(in: language))
    }
    let report = try await grade(exercises, submission)
    for exercise in exercises {
      tell(exercise, report.verdicts[exercise.id] ?? .unanswered, submission, printed: report.printed[exercise.id])
    }
    let passed = report.verdicts.values.count(where: \.isPassed)
    let explained = exercises.first { report.verdicts[$0.id]?.isPassed == true }.map { command("check", $0) }
    printer.say(
      Bilingual(
        ko: "\(exercises.count)개 가운데 \(passed)개를 통과했습니다." + (explained.map { " 풀이를 보려면: \($0)" } ?? ""),
        en: "\(passed) of \(exercises.count) passed." + (explained.map { " To see an explanation: \($0)" } ?? "")))
    return passed == exercises.count
  }

  private func grade(_ exercises: [Exercise], _ submission: Submission) async throws -> Grader.Report {
    let report = await Grader(model: try solutions()).grade(exercises, for: submission.answers.person, submission)
    try Task.checkCancellation()
    note { notebook in
      for exercise in exercises {
        guard let verdict = report.verdicts[exercise.id], verdict.isBegun else { continue }
        if case .ungraded = verdict { continue }
        notebook[exercise.id].work = work(exercise, submission)
        notebook[exercise.id].passed = verdict.isPassed
      }
    }
    return report
  }

  // MARK: - Telling

  /// What came of an exercise, and what its words say of that.
  private func tell(_ exercise: Exercise, _ verdict: Verdict, _ submission: Submission, printed: Printed?) {
    printer.headline(verdict.isPassed ? .passed : verdict.isBegun ? .tried : .untouched, name(exercise))
    let numbers = exercise.numbers(for: submission.answers.person)
    if verdict == .unanswered {
      let check = command("check", exercise)
      printer.say(Bilingual(ko: "아직 답이 없습니다: \(check) 답", en: "No answer yet: \(check) ANSWER"))
    } else {
      printer.say(verdict.message)
    }
    if let remark = words(of: exercise)?.remark(on: verdict, numbers) { printer.show(remark.markdown) }
    if let printed = printed?.text {
      printer.say(Bilingual(ko: "함수가 출력한 것:\n\(printed.ko)", en: "What the function printed:\n\(printed.en)"))
    }
    StandardStreams.print("")
  }

  /// The explanation, with what came true of a prediction, or a function's model solution.
  private func explain(_ exercise: Exercise, _ submission: Submission) throws {
    let person = submission.answers.person, numbers = exercise.numbers(for: person)
    guard let own = words(of: exercise) else { return }
    var parts = ["### " + WordsSection.explanation.keyword[language]]
    if case .prediction(let task) = exercise.task {
      var random = person.generator(for: exercise.id)
      parts += own.choice(task.draw(&random).answer, numbers).map { [$0.markdown] } ?? []
    }
    parts += own.explanation(numbers).map { [$0.markdown] } ?? []
    if case .code = exercise.task, let model = try solutions()[exercise.id] {
      parts += [Bilingual(ko: "모범 답안:", en: "A model solution:")[language], "```swift\n\(model.code)\n```"]
    }
    printer.show(parts.joined(separator: "\n\n"))
    StandardStreams.print("")
  }
}
