import Grading
import Literate
import Localization
import Sheets

/// What is right for everybody, for the leader alone.
struct AnswerKey {
  let book: Book
  let record: SessionRecord

  private var language: Language { record.language }

  var sheet: Sheet {
    let title = SessionTitle.text(record, book, language)
    let count = record.people.count
    return Sheet(
      title: Bilingual(ko: "\(title) · 정답", en: "\(title) · answers")[language],
      remark: Bilingual(ko: "\(count)명", en: "\(count) people")[language], language: language,
      parts: book.exercises(record.exercises).flatMap(parts))
  }

  private func parts(_ exercise: Exercise) -> [Sheet.Part] {
    [
      .exercise(
        number: "\(exercise.id)", title: book.title(of: exercise.id, language),
        remark: "\(exercise.task.kind[language]) · \(exercise.remark(language))"),
      .text(exercise.isCode ? model(exercise.id) : table(exercise)),
    ]
  }

  /// A function that is right.
  private func model(_ id: ExerciseID) -> String {
    let remark = Bilingual(
      ko: "사람마다 다른 수가 없습니다. 함수는 무작위로 고른 인자와 법칙으로 채점합니다.",
      en: "The same for everybody: functions are judged by laws and by random arguments.")
    let code = book.sources(of: id.chapter)?.model[id]?.code ?? ""
    return "\(remark[language])\n\n```swift\n\(code)\n```"
  }

  /// A row for each person: the numbers that they were given, and the answer.
  private func table(_ exercise: Exercise) -> String {
    let asked = record.people.map { entry in
      let numbers = exercise.numbers(for: entry.person.seed)
      let shown = book.words(of: exercise.id, language)?.statement(numbers).values ?? []
      return (entry.person, numbers, numbers.names.filter(shown.contains))
    }
    guard let names = asked.first?.2 else { return "" }
    let header = [Bilingual(ko: "이름", en: "name")[language]] + names.map { "`\($0)`" }
    let answer = Bilingual(ko: "답", en: "answer")[language]
    let rows = asked.map { person, numbers, _ in
      [Sheet.plain(person.name)] + names.map { numbers[$0]?.shown(in: .prose, language) ?? "" }
        + [exercise.answer(for: person.seed, words: book.words(of: exercise.id, language), language)]
    }
    let isSame = Set(rows.map { $0.dropFirst() }).count == 1
    let everybody = Bilingual(ko: "모두", en: "everybody")[language]
    let shown = isSame ? rows.prefix(1).map { [everybody] + $0.dropFirst() } : rows
    let rule = [":---"] + names.map { _ in "---:" } + [exercise.isNumeric ? "---:" : ":---"]
    return ([header + [answer], rule] + shown).map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
  }
}

extension Exercise {
  /// What is right for one person, in inline Markdown; of an exploration, an example.
  fileprivate func answer(for person: Seed, words: ExerciseWords?, _ language: Language) -> String {
    var random = person.generator(for: id)
    switch task {
    case .numeric(let task):
      let drawn = task.draw(&random)
      return drawn.numbers["answer"]?.shown(in: .prose, language)
        ?? Format.significant(6).text(of: drawn.answer, in: .prose)
    case .prediction(let task):
      let answer = task.draw(&random).answer
      let letter = zip("abcdefghijklmnopqrstuvwxyz", task.choices).first { $0.1 == answer }.map { String($0.0) } ?? ""
      let text = words?.choice(answer, numbers(for: person))?.handout.oneLine ?? answer
      return "\(letter). \(text.replacing("|", with: "\\|"))"
    case .exploration(let task):
      let example = task.draw(&random).example.map { Format.atMost(6).text(of: $0, in: .prose) }
      return Bilingual(ko: "예: ", en: "e.g. ")[language] + example.joined(separator: "; ")
    case .code: return ""
    }
  }
}
