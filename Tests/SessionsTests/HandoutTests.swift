import Foundation
import Grading
import Localization
import Testing

@testable import Sessions

@Suite struct HandoutTests {
  private let people = [
    Person(name: "김민지", language: .ko), Person(name: "Lee, Seojun", language: .en), Person(name: "박/별*", language: .ko),
  ]

  @Test("everybody gets a sheet as PDF and Markdown and a file for answers, the leader a key and a record")
  func files() throws {
    let files = try Handout.of(people).files()
    #expect(
      Set(files.keys) == [
        "session.json", "answer-key.pdf", "answer-key.md", "김민지/김민지.pdf", "김민지/김민지.md", "김민지/answers.txt",
        "Lee, Seojun/Lee, Seojun.pdf", "Lee, Seojun/Lee, Seojun.md", "Lee, Seojun/answers.txt", "박_별_/박_별_.pdf",
        "박_별_/박_별_.md", "박_별_/answers.txt",
      ])
    for (name, bytes) in files where name.hasSuffix(".pdf") {
      #expect(bytes.starts(with: Array("%PDF".utf8)), "\(name)")
    }
    #expect(try Handout.of(people).files() == files)
  }

  @Test("a sheet shows that person's numbers, in their language, and no answer")
  func sheets() throws {
    let handout = Handout.of(people)
    for entry in handout.record.people {
      let markdown = PersonSheet(book: theBook, record: handout.record, person: entry.person).sheet.markdown
      #expect(markdown.contains(entry.person.seed.text))
      #expect(!markdown.contains("{{"))
      for exercise in theBook.exercises(chapter3) {
        let numbers = exercise.numbers(for: entry.person.seed)
        let words = try #require(theBook.words(of: exercise.id, entry.person.language))
        #expect(markdown.contains("## \(exercise.id) \(words.title)"))
        for name in words.statement(numbers).values {
          let shown = try #require(numbers[name])
          #expect(
            markdown.contains(shown.shown(in: .prose, .ko)) || markdown.contains(shown.shown(in: .formula, .ko)),
            "\(exercise.id) \(name)")
        }
        #expect(words.explanation(numbers).map { !markdown.contains($0.markdown) } ?? true)
      }
    }
  }

  @Test("the key has everybody's answer to everything, and each of them passes")
  func key() throws {
    let handout = Handout.of(people)
    let markdown = AnswerKey(book: theBook, record: handout.record).sheet.markdown
    for exercise in theBook.exercises(chapter3) {
      let section = try #require(markdown.components(separatedBy: "## \(exercise.id) ").last)
      for entry in handout.record.people where !exercise.isCode {
        let row = section.split(separator: "\n").first {
          $0.hasPrefix("| \(Self.shown(entry.person))") || $0.hasPrefix("| 모두")
        }
        let cell = try #require(row?.split(separator: "|").dropLast(0).last).trimmingCharacters(in: .whitespaces)
        let answer = cell.replacing("예: ", with: "").prefix { $0 != " " || cell.contains(";") }
        #expect(exercise.judge(String(answer), for: entry.person.seed) == .passed, "\(exercise.id): \(cell)")
      }
    }
  }

  private static func shown(_ person: Person) -> String { person.name.replacing("*", with: #"\*"#) }

  @Test("a session without a title is called by its chapters")
  func titles() {
    func title(_ ids: String...) -> [String] {
      let record = Handout.of(people, ids.map(id)).record
      return Language.allCases.map { SessionTitle.text(record, theBook, $0) }
    }
    #expect(title("3.1", "4.2") == ["3, 4장 연습문제", "Exercises of chapters 3 and 4"])
    #expect(title("4.2", "3.1", "6.1") == ["3, 4, 6장 연습문제", "Exercises of chapters 3, 4 and 6"])
    #expect(title("2.1", "3.1", "4.2") == ["2~4장 연습문제", "Exercises of chapters 2 to 4"])
  }

  @Test("answers.txt can be read, is empty, and asks for all that is not code")
  func answers() throws {
    let handout = Handout.of(people)
    let sheet = AnswerSheet(PersonSheet(book: theBook, record: handout.record, person: people[1]).answers)
    #expect(sheet.name == "Lee, Seojun")
    #expect(sheet.ids == theBook.exercises(chapter3).filter { !$0.isCode }.map(\.id))
    #expect(sheet.ids.allSatisfy { sheet[$0] == nil })
    #expect(sheet.problems(known: chapter3).isEmpty)
  }

  @Test("the record is read as it was written, and what is no record is told")
  func record() throws {
    let record = Handout.of(people).record
    #expect(try SessionRecord(try record.json, path: "s") == record)
    let json = String(decoding: try record.json, as: UTF8.self)
    for damaged in [
      "", "{}", json.replacing("3.1", with: "x"), json.replacing("\"0x", with: "\"zz"), String(json.dropLast(9)),
    ] {
      #expect(throws: SessionRecordError.unreadable("s")) { try SessionRecord(Array(damaged.utf8), path: "s") }
    }
    #expect(throws: SessionRecordError.version("s", 2)) {
      try SessionRecord(Array(json.replacing("\"version\" : 1", with: "\"version\" : 2").utf8), path: "s")
    }
  }

  @Test("links to other files of the theBook are plain words in what is handed out")
  func links() throws {
    for entry in Handout.of(people).record.people {
      let markdown = PersonSheet(book: theBook, record: Handout.of(people).record, person: entry.person).sheet.markdown
      #expect(!markdown.contains("](exercises."))
    }
  }
}

@Suite struct HandoutFolderTests {
  private func files(_ people: [Person], _ ids: [ExerciseID] = [id("3.1")]) throws -> [String: [UInt8]] {
    try Handout.of(people, ids).files()
  }

  @Test("the same again changes nothing, and another person is added")
  func updating() throws {
    let desk = try Desk()
    let folder = HandoutFolder(path: desk.path + "/s5")
    let first = try files(group("김민지"))
    #expect(try folder.write(first, replacing: .nothing).written.count == first.count)
    #expect(try folder.write(first, replacing: .nothing) == .init(written: [], same: first.count, kept: []))
    // The key and the record differ now: that has to be asked for.
    #expect(throws: HandoutError.self) { try folder.write(try files(group("김민지", "이서준")), replacing: .nothing) }
    #expect(!desk.contents.contains("s5/이서준"))
    let outcome = try folder.write(try files(group("김민지", "이서준")), replacing: .sheets)
    #expect(outcome.written.contains("이서준/이서준.pdf") && !outcome.written.contains("김민지/김민지.pdf"))
  }

  @Test("answers that somebody filled in are never replaced")
  func filledIn() throws {
    let desk = try Desk()
    let folder = HandoutFolder(path: desk.path)
    try folder.write(try files(group("김민지")), replacing: .nothing)
    try desk.write("name: 김민지\n3.1: 2.2\n", to: "김민지/answers.txt")
    let outcome = try folder.write(try files(group("김민지"), [id("3.3")]), replacing: .sheets)
    #expect(outcome.kept == ["김민지/answers.txt"])
    #expect(try desk.text("김민지/answers.txt") == "name: 김민지\n3.1: 2.2\n")
    #expect(try desk.text("김민지/김민지.md").contains("## 3.3"))
  }

  @Test("a folder with something else in it, and a file, are left alone")
  func others() throws {
    let desk = try Desk()
    try desk.write("mine", to: "thesis/thesis.md")
    let files = try files(group("김민지"))
    #expect(throws: HandoutError.otherFolder(desk.path + "/thesis")) {
      try HandoutFolder(path: desk.path + "/thesis").write(files, replacing: .nothing)
    }
    #expect(throws: HandoutError.noFolder(desk.path + "/thesis/thesis.md")) {
      try HandoutFolder(path: desk.path + "/thesis/thesis.md").write(files, replacing: .sheets)
    }
    #expect(desk.contents == ["thesis", "thesis/thesis.md"])
  }
}
