import Grading
import Literate
import Localization
import Sheets

/// One person's sheet: every exercise with their numbers, and room for their answers.
struct PersonSheet {
  let book: Book
  let record: SessionRecord
  let person: Person

  private var language: Language { person.language }

  var sheet: Sheet {
    Sheet(
      title: SessionTitle.text(record, book, language), name: person.name,
      remark: Bilingual(ko: "시드 \(person.seed.text)", en: "seed \(person.seed.text)")[language], language: language,
      parts: [.text(introduction[language])] + book.exercises(record.exercises).flatMap(parts))
  }

  /// `answers.txt`, ready to be filled in.
  var answers: String {
    var sheet = AnswerSheet()
    sheet.name = person.name
    if person.seed != Seed(name: person.name) { sheet.seed = person.seed }
    for exercise in book.exercises(record.exercises) where !exercise.isCode { sheet[exercise.id] = "" }
    return sheet.text
  }

  // MARK: - Parts

  private func parts(_ exercise: Exercise) -> [Sheet.Part] {
    let numbers = exercise.numbers(for: person.seed)
    guard let words = book.words(of: exercise.id, language) else { return [] }
    return [
      .exercise(number: "\(exercise.id)", title: words.title, remark: exercise.remark(language)),
      .text(words.statement(numbers).handout),
    ] + room(exercise, words, numbers)
  }

  private func room(_ exercise: Exercise, _ words: ExerciseWords, _ numbers: Numbers) -> [Sheet.Part] {
    switch exercise.task {
    case .numeric:
      let lines = exercise.level == .byHand ? 6 : 5
      return [.room(Bilingual(ko: "풀이", en: "working")[language], lines: lines), .blanks([answer[language]])]
    case .prediction(let task):
      let choices = zip("abcdefghijklmnopqrstuvwxyz", task.choices).map { letter, name in
        Sheet.Choice(String(letter), words.choice(name, numbers)?.handout.oneLine ?? name)
      }
      return [.choices(choices), .room(Bilingual(ko: "그렇게 생각한 까닭", en: "why you think so")[language], lines: 3)]
    case .exploration(let task):
      return [
        .room(Bilingual(ko: "바꾸어 본 값과 결과", en: "values tried, and what came out")[language], lines: 5),
        .blanks(task.fields.map { $0[language] }),
      ]
    case .code:
      let stub = book.sources(of: exercise.id.chapter)?.stub(of: exercise.id) ?? ""
      return [.text("```swift\n\(stub)\n```")]
    }
  }

  private var answer: Bilingual { Bilingual(ko: "답", en: "Answer") }

  private var introduction: Bilingual {
    let kinds = book.exercises(record.exercises)
    let chapters = Set(kinds.filter(\.isCode).map(\.id.chapter)).sorted()
    let commands = chapters.prefix(2).map { "`swift run chapter\($0) check`" }
    let check = Bilingual(ko: commands.joined(separator: ", "), en: commands.joined(separator: " or "))
    let others = chapters.count > 2
    let sentences: [Bilingual] = [
      kinds.allSatisfy(\.isCode)
        ? nil
        : Bilingual(
          ko: "답은 `answers.txt`의 번호 옆에 적습니다. 문제의 수는 사람마다 다릅니다.",
          en: "Write the answers beside their numbers in `answers.txt`. The numbers of the exercises are your own."),
      chapters.isEmpty
        ? nil
        : Bilingual(
          ko: "코드는 그 장의 `Exercises.swift`에서 `TODO`를 찾아 쓰고, \(check.ko)\(others ? " 등으" : "")로 스스로 채점할 수 있습니다.",
          en: "Code goes where the chapter's `Exercises.swift` has its `TODO`s; "
            + "grade it with \(check.en)\(others ? ", and so on" : "")."),
    ].compactMap(\.self)
    return Bilingual(
      ko: sentences.map(\.ko).joined(separator: "\n"), en: sentences.map(\.en).joined(separator: "\n"))
  }
}

/// What a session is called where nobody gave it a title: by its chapters.
enum SessionTitle {
  static func text(_ record: SessionRecord, _ book: Book, _ language: Language) -> String {
    guard record.title.isEmpty else { return record.title }
    let chapters = Set(record.exercises.map(\.chapter)).sorted()
    if chapters.count == 1, let chapter = chapters.first { return book.title(ofChapter: chapter, language) }
    let (first, last) = (chapters.first ?? 0, chapters.last ?? 0)
    let isRun = chapters.count > 2 && last - first == chapters.count - 1
    let names = chapters.map(String.init)
    let list = names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
    return Bilingual(
      ko: "\(isRun ? "\(first)~\(last)" : names.joined(separator: ", "))장 연습문제",
      en: "Exercises of chapters \(isRun ? "\(first) to \(last)" : list)"
    )[language]
  }
}

extension Exercise {
  var isCode: Bool { if case .code = task { true } else { false } }
  var isNumeric: Bool { if case .numeric = task { true } else { false } }

  /// `손으로 · 5분`
  func remark(_ language: Language) -> String {
    "\(level.name[language]) · " + Bilingual(ko: "\(minutes)분", en: "\(minutes) min")[language]
  }
}

extension String {
  /// Lines as one, for places that have only one.
  var oneLine: String { split(separator: "\n").joined(separator: " ") }
}
