import CairoRendering
import Dispatch
import Files
import Foundation
import Grading
import Localization
import Plotting
import Sheets
import Synchronization

/// Everything that a session hands out, as files of one folder.
///
/// ```
/// session5/session.json
/// session5/answer-key.pdf, answer-key.md
/// session5/김민지/김민지.pdf, 김민지.md, answers.txt
/// ```
struct Handout: Sendable {
  let book: Book
  let record: SessionRecord

  static let key = "answer-key"

  /// - Parameter digests: of the exercises, asked for once.
  init(book: Book, title: String, language: Language, exercises: [ExerciseID], people: [Person]) {
    var names = FileNames(taken: [SessionRecord.fileName, "\(Self.key).pdf", "\(Self.key).md", HandoutImages.folder])
    let entries = people.map { SessionRecord.Entry(person: $0, folder: names.name(for: $0.name)) }
    let digests = book.exercises(exercises).map { ($0.id, $0.digest) }
    self.book = book
    record = SessionRecord(
      title: title, language: language, exercises: exercises, people: entries,
      digests: Dictionary(uniqueKeysWithValues: digests))
  }

  /// All files by their paths in the folder, drawn on all cores.
  func files() throws -> [String: [UInt8]] {
    let renderer = try SceneRenderer()
    let pages = record.people.map { entry in
      let person = PersonSheet(book: book, record: record, person: entry.person)
      return Page(
        path: "\(entry.folder)/\(entry.folder)", sheet: person.sheet, way: "../",
        others: ["\(entry.folder)/answers.txt": Array(person.answers.utf8)])
    }
    let sheets =
      pages + [Page(path: Self.key, sheet: AnswerKey(book: book, record: record).sheet, way: "", others: [:])]
    let results = Mutex<[Result<[String: [UInt8]], any Error>?]>(Array(repeating: nil, count: sheets.count))
    DispatchQueue.concurrentPerform(iterations: sheets.count) { index in
      let result = Result { try self.files(of: sheets[index], renderer) }
      results.withLock { $0[index] = result }
    }
    var all: [String: [UInt8]] = [SessionRecord.fileName: try record.json]
    for result in results.withLock({ $0 }) { try result.map { all.merge(try $0.get()) { $1 } } }
    return all
  }

  private struct Page: Sendable {
    /// Without an ending.
    let path: String
    let sheet: Sheet
    let way: String
    let others: [String: [UInt8]]
  }

  private func files(of page: Page, _ renderer: SceneRenderer) throws -> [String: [UInt8]] {
    let chapters = Set(record.exercises.map(\.chapter)).sorted()
    let images = HandoutImages(
      folders: chapters.compactMap { book.sources(of: $0)?.folder }.map {
        URL(fileURLWithPath: book.repository.path($0))
      })
    let scenes = try page.sheet.pages(measurer: PangoMeasurer(), picture: images.pixels)
    let (markdown, figures) = images.moved(page.sheet.markdown, way: page.way)
    var files = page.others
    files[page.path + ".pdf"] = try renderer.pdf(pages: scenes, title: page.sheet.title)
    files[page.path + ".md"] = Array(markdown.utf8)
    for (name, file) in figures { files["\(HandoutImages.folder)/\(name)"] = [UInt8](try Data(contentsOf: file)) }
    return files
  }
}
