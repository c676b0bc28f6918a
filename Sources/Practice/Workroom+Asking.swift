import Grading
import Literate
import Localization

extension Workroom {
  /// All exercises with how they stand, and the next step.
  func list() throws {
    let submission = try submission(), notebook = notebook()
    let states = exercises.map { state(of: $0, submission, in: notebook) }
    for (exercise, state) in zip(exercises, states) {
      let about = [exercise.task.kind, exercise.level.name, minutes(exercise)].map { $0[language] }
      printer.headline(state, "\(name(exercise)) (\(about.joined(separator: ", ")))")
    }
    let passed = states.count { $0 == .passed }
    printer.say(
      Bilingual(
        ko: "\n\(exercises.count)개 가운데 \(passed)개를 풀었습니다. ✓ 통과, ✗ 아직, · 시작 전",
        en: "\n\(passed) of \(exercises.count) solved. ✓ passed, ✗ not yet, · not begun"))
    if submission.answers.name == nil {
      printer.say(
        Bilingual(
          ko: "\(shown(answerFile))의 name: 뒤에 이름을 적으면 자기만의 수를 받습니다.",
          en: "Put your name behind name: in \(shown(answerFile)) to get numbers of your own."))
    }
    if let next = zip(exercises, states).first(where: { $1 != .passed })?.0 { sayNext(next) }
  }

  func sayNext(_ exercise: Exercise) {
    let command = command("exercises", exercise)
    printer.say(Bilingual(ko: "다음: \(command)", en: "Next: \(command)"))
  }

  /// One exercise with the reader's own numbers, and what to do for it.
  func show(_ exercise: Exercise) throws {
    let numbers = exercise.numbers(for: try answers().person)
    guard let own = words(of: exercise) else { return }
    let needs = exercise.needs.map(\.description).joined(separator: ", ")
    let after = Bilingual(ko: "먼저 풀 문제: \(needs)", en: "after \(needs)")
    let about = [exercise.level.name, minutes(exercise)] + (needs.isEmpty ? [] : [after])
    let abouts = about.map { $0[language] }.joined(separator: ", ")
    var parts = ["# \(exercise.id) \(own.title)", "*\(abouts)*", own.statement(numbers).markdown]
    if case .prediction(let task) = exercise.task {
      parts += zip(task.choices, "abcdefghijklmnopqrstuvwxyz").compactMap { name, letter in
        own.choice(name, numbers).map { "**\(letter).** \($0.markdown)" }
      }
    }
    printer.show((parts + [nextSteps(exercise).map(\.[language]).joined(separator: "\\\n")]).joined(separator: "\n\n"))
  }

  private func minutes(_ exercise: Exercise) -> Bilingual {
    Bilingual(ko: "\(exercise.minutes)분쯤", en: "about \(exercise.minutes) minutes")
  }

  /// Where the answer goes, and what grades it.
  private func nextSteps(_ exercise: Exercise) -> [Bilingual] {
    let check = command("check", exercise), hint = command("hint", exercise)
    func graded(_ answer: String) -> Bilingual {
      Bilingual(ko: "답과 함께 채점: `\(check) \(answer)`", en: "Grade it with your answer: `\(check) \(answer)`")
    }
    let steps: [Bilingual]
    switch exercise.task {
    case .numeric: steps = [graded("0.5")]
    case .prediction: steps = [graded("a")]
    case .exploration(let task):
      let fields = task.fields
      steps = [
        Bilingual(
          ko: "답할 것: \(fields.map(\.ko).joined(separator: "; "))",
          en: "To report: \(fields.map(\.en).joined(separator: "; "))"),
        graded(fields.count == 1 ? "0.5" : "'" + fields.indices.map { "\($0 + 1)" }.joined(separator: "; ") + "'"),
      ]
    case .code:
      let line = (try? submission().code.get())?[exercise.id].map { ":\($0.lines.lowerBound)" } ?? ""
      steps = [
        Bilingual(ko: "쓸 곳: `\(shown(codeFile))\(line)`", en: "Write it here: `\(shown(codeFile))\(line)`"),
        Bilingual(ko: "채점: `\(check)`", en: "Grade it: `\(check)`"),
      ]
    }
    return steps + [Bilingual(ko: "힌트: `\(hint)`", en: "A hint: `\(hint)`")]
  }

  /// The next hint; the last one again where all have been given.
  func hint(_ exercise: Exercise) throws {
    let hints = words(of: exercise)?.hints(exercise.numbers(for: try answers().person)) ?? []
    guard !hints.isEmpty else { return }
    let given = min(notebook()[exercise.id].hints + 1, hints.count), left = hints.count - given
    note { $0[exercise.id].hints = given }
    printer.headline(
      .untouched, name(exercise) + Bilingual(ko: ", 힌트", en: ", hint")[language] + " \(given)/\(hints.count)")
    printer.show(hints[given - 1].markdown)
    let solution = command("check", exercise) + " --show-solution"
    printer.say(
      left > 0
        ? Bilingual(
          ko: "힌트가 \(left)개 더 있습니다.", en: left == 1 ? "There is one more hint." : "There are \(left) more hints.")
        : Bilingual(
          ko: "마지막 힌트입니다. 풀이를 보려면: \(solution)", en: "This is the last hint. To see the solution: \(solution)"))
  }
}
