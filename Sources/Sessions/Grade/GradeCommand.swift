import ArgumentParser
import CairoRendering
import Console
import Files
import Foundation
import Grading
import Localization
import Plotting

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
    file: "DIR", ko: "handout이 쓴 폴더. 말하지 않으면 제출물 폴더와 그 옆에서 session.json을 찾습니다",
    en: "the folder that handout wrote; where not said, session.json is looked for in the submissions and beside them")
  var session: String?

  @Option(
    help: .init(
      ko: "session.json이 없을 때 채점할 문제: 3.1,3.4 또는 3", en: "exercises, where there is no session.json: 3.1,3.4 or 3"))
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

  private var language: Language { options.language }

  private func complain(_ message: Bilingual) { StandardStreams.complain(message[language]) }

  // MARK: - Session

  /// What was handed out, as it was recorded; or, where nothing was, what the names of the submissions say.
  private func record(_ book: Book, _ names: [FolderWalk.Name]) throws -> SessionRecord {
    let parent = URL(fileURLWithPath: submissions).standardizedFileURL.deletingLastPathComponent().path
    var found: SessionRecord?
    if let session {
      found = try SessionRecord.find(in: session)
      guard found != nil else { throw GradeError.noSession(session) }
    } else {
      found = try SessionRecord.find(in: submissions) ?? SessionRecord.find(in: parent)
    }
    if let found {
      if let id = found.exercises.first(where: { book[$0] == nil }) { throw GradeError.unknownExercise("\(id)") }
      let changed = book.exercises(found.exercises).filter { found.digests[$0.id].map { $0 != "" } ?? false }
        .filter { found.digests[$0.id] != $0.digest }.map { "\($0.id)" }.joined(separator: ", ")
      if !changed.isEmpty {
        complain(
          Bilingual(
            ko: "\(changed): 나누어 준 뒤에 책이 바뀌어 문제지의 수와 다를 수 있습니다. 나누어 줄 때의 책으로 채점하십시오.",
            en:
              "\(changed): the book has changed since the handout, and the sheets may have other numbers. Grade with the book of that time."
          ))
      }
      return found
    }
    complain(
      Bilingual(
        ko: "session.json이 없어, 폴더와 파일의 이름을 사람의 이름으로 보고 거기서 시드를 얻습니다.",
        en: "There is no session.json: folders and files are taken for people's names, and seeds come from those."))
    let people = SubmissionFolder.people(named: names, in: submissions, language: language)
    let ids = try exercises.map { try ExerciseSelection.ids($0, among: book.ids) } ?? book.ids
    return SessionRecord(title: "", language: language, exercises: ids, people: people, digests: [:])
  }

  // MARK: - Grading

  private func grade(_ run: GradeRun) async throws -> [PersonResult] {
    let total = run.folder.entries.count { !$0.isEmpty }
    let table = ReportTable(
      exercises: run.record.exercises, names: run.record.people.map(\.person.name), language: language)
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

  // MARK: - Reports

  private func write(_ results: [PersonResult], _ run: GradeRun) throws {
    let table = ReportTable(
      exercises: run.record.exercises, names: run.record.people.map(\.person.name), language: language)
    StandardStreams.print(table.sum(results) + "\n\n" + table.legend(results))
    var record = run.record
    record.language = language
    let file = ReportFile(book: run.book, record: record, results: results)
    try AtomicFile.write(Array(file.csv.utf8), to: "\(out)/\(ReportFile.name)")
    let renderer = try SceneRenderer()
    for figure in ReportPicture.figures(results, record) {
      guard let picture = figure.content as? ReportPicture else { continue }
      let scene = try figure.scene(size: picture.size, language: language, measurer: PangoMeasurer())
      try AtomicFile.write(try renderer.png(scene), to: "\(out)/\(figure.name).png")
    }
    tell(results)
  }

  private func tell(_ results: [PersonResult]) {
    let missing = results.filter { $0.handedIn == nil }.map(\.person.name)
    let kept = results.count(where: \.isKept)
    let remarked = results.filter { $0.handedIn?.remarks.isEmpty == false }.map(\.person.name)
    StandardStreams.print("")
    if !missing.isEmpty {
      say(
        Bilingual(
          ko: "제출하지 않은 사람(\(missing.count)명): \(missing.joined(separator: ", "))",
          en: "Nothing from \(missing.count): \(missing.joined(separator: ", "))"))
    }
    if !remarked.isEmpty {
      say(
        Bilingual(
          ko: "알릴 것이 있는 제출물: \(remarked.joined(separator: ", ")). 표의 알림 열과 결과 파일을 보십시오.",
          en: "Remarks on: \(remarked.joined(separator: ", ")). See the column of remarks and their feedback."))
    }
    if let warning = results.lazy.compactMap(\.warning).first { complain(warning) }
    if kept > 0 {
      say(Bilingual(ko: "바뀌지 않아 다시 채점하지 않은 사람: \(kept)명", en: "Not graded again, as nothing has changed: \(kept)"))
    }
    say(
      Bilingual(
        ko: "\(out)/report.csv, \(out)/report.png, 사람마다의 결과는 \(out)/feedback",
        en: "\(out)/report.csv, \(out)/report.png, and feedback for each person in \(out)/feedback"))
  }

  private func say(_ message: Bilingual) { StandardStreams.print(message[language]) }
}
