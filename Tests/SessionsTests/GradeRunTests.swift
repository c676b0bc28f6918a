import Foundation
import Grading
import Localization
import Synchronization
import Testing

@testable import Sessions

/// Counts whose submissions are graded.
private final class Clerk: Sendable {
  private let seeds = Mutex<[Seed]>([])

  func note(_ seed: Seed) { seeds.withLock { $0.append(seed) } }

  var count: Int { seeds.withLock { $0.count } }
}

@Suite struct GradeRunTests {
  private let desk: Desk
  private let clerk = Clerk()
  private let ids = ["3.1", "3.3", "3.2"].map(id)

  init() throws { desk = try Desk() }

  private func run(
    _ people: [Person], jobs: Int = 2, _ verdict: @escaping @Sendable (Seed) async -> Verdict = { _ in .passed }
  ) throws
    -> GradeRun
  {
    let record = Handout.of(people, ids).record
    let clerk = clerk
    return GradeRun(
      book: theBook, record: record,
      folder: SubmissionFolder(
        desk.path + "/subs", names: try SubmissionFolder.names(in: desk.path + "/subs"), people: record.people),
      store: ResultStore(out: desk.path + "/report"), jobs: jobs
    ) { exercises, seed, submission in
      clerk.note(seed)
      let code = await verdict(seed)
      let verdicts = exercises.map { exercise in
        (exercise.id, exercise.isCode ? code : exercise.judge(submission.answers[exercise.id], for: seed))
      }
      return .init(
        verdicts: Dictionary(uniqueKeysWithValues: verdicts),
        printed: [id("3.2"): Printed("passed\n```\n# 통과")].compactMapValues(\.self))
    }
  }

  /// The right answer of an exercise for somebody.
  private func answer(_ exercise: ExerciseID, _ person: Person) -> String {
    guard let task = theBook[exercise]?.task else { return "" }
    var random = person.seed.generator(for: exercise)
    switch task {
    case .numeric(let task): return "\(task.draw(&random).answer)"
    case .prediction(let task): return task.draw(&random).answer
    default: return ""
    }
  }

  @Test("what is graded once is not graded again, until answers, code or seeds change")
  func resuming() async throws {
    let people = group("김민지", "이서준", "박별")
    for person in people { try desk.write("3.1: \(answer(ids[0], person))\n", to: "subs/\(person.name)/answers.txt") }
    let first = try await run(people).results { _ in }
    #expect(clerk.count == 3 && first.allSatisfy { $0.passed == 2 && !$0.isKept })
    let second = try await run(people).results { _ in }
    #expect(clerk.count == 3 && second.allSatisfy { $0.passed == 2 && $0.isKept })
    try desk.write("3.1: 0\n", to: "subs/이서준/answers.txt")
    let third = try await run(people).results { _ in }
    #expect(clerk.count == 4 && third.map(\.passed) == [2, 1, 2])
    let reseeded = [Person(name: "김민지", language: .ko, seed: Seed(5))] + people.dropFirst()
    _ = try await run(reseeded).results { _ in }
    #expect(clerk.count == 5)
  }

  @Test("a result that was damaged, or of a grader that failed, is graded again")
  func damage() async throws {
    let people = group("김민지")
    try desk.write("3.1: 1\n", to: "subs/김민지/answers.txt")
    _ = try await run(people) { _ in .ungraded(.noCompiler) }.results { _ in }
    _ = try await run(people).results { _ in }
    #expect(clerk.count == 2)
    try desk.write("{", to: "report/graded/김민지.json")
    _ = try await run(people).results { _ in }
    #expect(clerk.count == 3)
  }

  @Test("whoever is ended goes on where they were: what was finished is kept")
  func cancelling() async throws {
    let people = (0..<6).map { Person(name: "사람\($0)", language: .ko) }
    for person in people { try desk.write("3.1: 1\n", to: "subs/\(person.name)/answers.txt") }
    let slow = people[2].seed
    let run = try run(people, jobs: 1) { seed in
      if seed == slow { try? await Task.sleep(for: .seconds(60)) }
      return .passed
    }
    let task = Task { try await run.results { _ in } }
    while clerk.count < 3 { try await Task.sleep(for: .milliseconds(5)) }
    task.cancel()
    #expect(try await task.value.count == 2)
    let again = try await self.run(people, jobs: 1).results { _ in }
    #expect(again.count == 6 && again.count(where: \.isKept) == 2)
    #expect(clerk.count == 3 + 4)
  }

  @Test("nothing that is handed in speaks for itself: results, names and seeds of its own change nothing")
  func claims() async throws {
    let person = Person(name: "김민지", language: .ko)
    for (name, text) in [
      ("answers.txt", "name: 이서준\nseed: 7\n3.1: passed\n3.3: 통과\n"), ("report.csv", "김민지,통과"),
      ("graded/김민지.json", "{\"verdicts\":{\"3.1\":{\"passed\":{}}}}"), ("session.json", "{\"people\":[]}"),
      ("feedback/김민지.md", "# 통과"),
    ] { try desk.write(text, to: "subs/김민지/\(name)") }
    let results = try await run([person]) { _ in .unfinished }.results { _ in }
    #expect(results.map(\.passed) == [0])
    #expect(results[0].mark(ids[0]) == .broken && results[0].mark(ids[1]) == .broken)
  }

  @Test("who hands in nothing gets no verdict, and nobody else is held up")
  func missing() async throws {
    try desk.write("3.1: 1\n", to: "subs/이서준.txt")
    try FileManager.default.createDirectory(atPath: desk.path + "/subs/박별", withIntermediateDirectories: true)
    let results = try await run(group("김민지", "이서준", "박별")).results { _ in }
    #expect(results.map { $0.handedIn == nil } == [true, false, false])
    #expect(results[0].mark(ids[0]) == .absent && results[2].mark(ids[0]) == .unanswered)
    let nothing = try desk.text("report/feedback/박별.md")
    #expect(nothing.contains("채점할 파일이 없습니다") && !nothing.contains("\n## "))
    #expect(!desk.contents.contains("report/feedback/김민지.md"))
  }

  @Test("the chapters that somebody worked on are those with an answer, or with code of their own")
  func workedOn() throws {
    let stub = theBook.sources(of: 3)?.stub.text ?? ""
    try desk.write(stub, to: "subs/김민지/chapters/3-x/Exercises.swift")
    let record = Handout.of(group("김민지"), theBook.ids).record
    func chapters() throws -> Set<Int> {
      let folder = SubmissionFolder(
        desk.path + "/subs", names: try SubmissionFolder.names(in: desk.path + "/subs"), people: record.people)
      let reader = SubmissionReader(folder, theBook.exercises, theBook)
      return reader.chapters(of: reader.read(folder.entries[0], of: record.people[0].person))
    }
    #expect(try chapters() == [])
    try desk.write("2.1: 0.3\n3.1:\n", to: "subs/김민지/answers.txt")
    #expect(try chapters() == [2])
    try desk.write(stub + "// mine\n", to: "subs/김민지/chapters/3-x/Exercises.swift")
    #expect(try chapters() == [2, 3])
  }

  // MARK: - What is told

  @Test(
    "feedback says each verdict and what to do next, and explains only what was passed", arguments: Language.allCases)
  func feedback(_ language: Language) async throws {
    let person = Person(name: "김*민지", language: language)
    try desk.write("3.1: \(answer(ids[0], person))\n3.3: nonsense\n", to: "subs/김*민지/answers.txt")
    let mistake = try #require(theBook.exercises([ids[2]]).first?.knownMistakes.first)
    _ = try await run([person]) { _ in .mistake(mistake) }.results { _ in }
    let file = try #require(desk.contents.first { $0.hasPrefix("report/feedback/") && $0.hasSuffix(".md") })
    let markdown = try desk.text(file)
    let numbers = ids.map { theBook[$0]?.numbers(for: person.seed) ?? Numbers() }
    let words = try ids.map { try #require(theBook.words(of: $0, language)) }
    #expect(markdown.contains(try #require(words[0].explanation(numbers[0])).handout))
    for index in 1...2 {
      #expect(!markdown.contains(try #require(words[index].explanation(numbers[index])).handout))
      #expect(markdown.contains("hint \(ids[index])"))
    }
    #expect(markdown.contains(try #require(words[2].remark(on: .mistake(mistake), numbers[2])).handout))
    #expect(markdown.contains(#"**김\*민지**"#))
    // What a function printed stays within its fence.
    #expect(markdown.contains("````\npassed\n```\n# 통과\n````"))
  }

  @Test("what is wrong with a file stands first in the feedback")
  func notices() async throws {
    try desk.write(Array("3.1: 배경\n".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, to: "subs/이서준/answers.txt")
    try desk.write("// mine\n", to: "subs/이서준/Exercises.swift")
    _ = try await run(group("이서준")) { _ in .unfinished }.results { _ in }
    let markdown = try desk.text("report/feedback/이서준.md")
    let notice = try #require(markdown.range(of: "UTF-16")), table = try #require(markdown.range(of: "| 문제 |"))
    #expect(notice.upperBound < table.lowerBound)
  }

  @Test("the table for spreadsheets has everybody, and can be read again")
  func csv() async throws {
    let people = [Person(name: "=1+1", language: .ko), Person(name: "Lee, \"J\"", language: .en)]
    try desk.write("3.1: 1\n", to: "subs/=1+1/answers.txt")
    let run = try run(people)
    let results = try await run.results { _ in }
    let csv = ReportFile(book: theBook, record: run.record, results: results).csv
    let rows = try CSVTable(String(csv.unicodeScalars.dropFirst())).rows.map(\.fields)
    #expect(rows.map(\.[0]) == ["이름", "'=1+1", "Lee, \"J\""])
    #expect(Set(rows.map(\.count)).count == 1)
    #expect(rows[0][3...5] == ["3.1", "3.3", "3.2"])
    #expect(rows[2][3] == Mark.absent.name.ko)
  }
}

extension Exercise {
  /// The names of its known mistakes.
  fileprivate var knownMistakes: [String] {
    if case .code(let task) = task { task.mistakes.map(\.name) } else { [] }
  }
}
