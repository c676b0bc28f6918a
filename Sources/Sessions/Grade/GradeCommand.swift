import ArgumentParser
import Console
import Foundation
import Grading
import Localization

/// `session grade submissions/ --out report/ [--session session5/] [--jobs N]`
struct GradeCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "grade",
      abstract: Bilingual(
        ko: "제출물을 채점해 표와 그림, 사람마다의 결과를 씁니다. 중단해도 이어서 할 수 있습니다.",
        en: "Grade what was handed in: a table, a picture, feedback for each person. It goes on where it was ended.")[
          .ofThisProcess])
  }

  @OptionGroup var options: LanguageOptions

  @Argument(
    help: .init(ko: "제출물을 모은 폴더: 사람마다 폴더나 파일 하나", en: "the folder of submissions: a folder or file for each person"))
  var submissions: String

  @Option(file: "DIR", ko: "결과를 쓸 폴더", en: "folder to write results to") var out: String

  @Option(
    file: "DIR", ko: "handout이 쓴 폴더. 말하지 않으면 제출물 폴더와 그 옆의 폴더에서 session.json을 찾습니다",
    en:
      "the folder that handout wrote; where not said, session.json is looked for in the submissions and the folders beside them"
  )
  var session: String?

  @Option(
    help: .init(
      ko: "채점할 문제: 3.1,3.4 또는 3. 말하지 않으면 나누어 준 문제",
      en: "exercises to grade: 3.1,3.4 or 3; those handed out where not said"))
  var exercises: String?

  @Option(
    in: 1...64, ko: "한꺼번에 채점할 사람 수. 말하지 않으면 코어 수", en: "how many people at a time; where not said, one for each core")
  var jobs: Int?

  func run() async throws {
    let book = try Book.read()
    let store = ResultStore(out: out)
    try store.check(submissions: submissions)
    let names = try SubmissionFolder.names(in: submissions)
    let record = try self.record(book, names)
    let folder = SubmissionFolder(submissions, names: names, people: record.people)
    for stray in folder.strays { complain(stray.message) }
    guard folder.entries.contains(where: { !$0.isEmpty }) else { throw GradeError.empty(submissions) }
    let run = GradeRun(
      book: book, record: record, folder: folder, store: store,
      jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount)
    let results = try await grade(run)
    guard !Task.isCancelled else {
      complain(
        Bilingual(
          ko: "\(results.count)명까지 저장하고 멈췄습니다. 같은 명령을 다시 실행하면 이어서 채점합니다.",
          en: "Ended with the results of \(results.count) people saved. The same command goes on from there."))
      throw CancellationError()
    }
    try write(results, run)
  }

  var language: Language { options.language }

  func complain(_ message: Bilingual) { StandardStreams.complain(message[language]) }

  // MARK: - Session

  /// What was handed out, as it was recorded; or, where nothing was, what the names of the submissions say.
  private func record(_ book: Book, _ names: [FolderWalk.Name]) throws -> SessionRecord {
    let ids = try exercises.map { try ExerciseSelection.ids($0, among: book.ids) }
    guard let found = try SessionSearch(submissions: submissions).record(session) else {
      complain(
        Bilingual(
          ko: "session.json이 없어, 폴더와 파일의 이름을 사람의 이름으로 보고 거기서 시드를 얻습니다.",
          en: "There is no session.json: folders and files are taken for people's names, and seeds come from those."))
      let people = SubmissionFolder.people(named: names, in: submissions, language: language)
      var record = SessionRecord(
        title: "", language: language, exercises: ids ?? book.ids, people: people, digests: [:])
      if ids == nil { record.exercises = workedOn(record, book, names) }
      return record
    }
    var record = found.record
    if let id = record.exercises.first(where: { book[$0] == nil }) { throw GradeError.unknownExercise("\(id)") }
    if session == nil {
      let file = found.folder + "/" + SessionRecord.fileName
      complain(Bilingual(ko: "\(file)의 사람과 시드로 채점합니다.", en: "Grading with the people and seeds of \(file)."))
    }
    record.exercises = ids ?? record.exercises
    let changed = record.changed(in: book).map(\.description).joined(separator: ", ")
    if !changed.isEmpty {
      complain(
        Bilingual(
          ko: "\(changed): 나누어 준 뒤에 책이 바뀌어 문제지의 수와 다를 수 있습니다. 나누어 줄 때의 책으로 채점하십시오.",
          en: "\(changed): the book has changed since the handout, and the sheets may have other numbers. "
            + "Grade with the book of that time."))
    }
    return record
  }

  /// The exercises of the chapters that anybody worked on.
  private func workedOn(_ record: SessionRecord, _ book: Book, _ names: [FolderWalk.Name]) -> [ExerciseID] {
    let folder = SubmissionFolder(submissions, names: names, people: record.people)
    let reader = SubmissionReader(folder, book.exercises, book)
    let chapters = zip(record.people, folder.entries).reduce(into: Set<Int>()) { chapters, one in
      chapters.formUnion(reader.chapters(of: reader.read(one.1, of: one.0.person)))
    }
    return chapters.isEmpty ? book.ids : book.ids.filter { chapters.contains($0.chapter) }
  }

  // MARK: - Grading

  private func grade(_ run: GradeRun) async throws -> [PersonResult] {
    let total = run.folder.entries.count { !$0.isEmpty }
    let table = table(run)
    var progress = Progress(of: total, Bilingual(ko: "채점", en: "grading"), in: language)
    var done = 0
    StandardStreams.print(table.header)
    let results = try await run.results { result in
      guard result.handedIn != nil else { return }
      done += 1
      progress.clear()
      StandardStreams.print(table.line(result))
      progress.advance(to: done, note: result.person.name)
    }
    progress.end()
    return results
  }

  func table(_ run: GradeRun) -> ReportTable {
    ReportTable(
      exercises: run.record.exercises, names: run.record.people.map(\.person.name), language: language,
      width: Terminal.current().columns)
  }
}
