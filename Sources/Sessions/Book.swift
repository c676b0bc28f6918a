import Chapters
import Exercises
import Files
import Foundation
import Grading
import Literate
import Localization
import Workbook

/// The exercises of all chapters, with their words and the files that belong to them.
struct Book: Sendable {
  /// In order.
  let exercises: [Exercise]
  private let words: [Int: Words]
  private let sources: [Int: Sources]
  /// Below which the chapters lie, for images.
  let repository: Repository

  /// A chapter's own files of code.
  struct Sources: Sendable {
    /// As the reader gets it.
    let stub: SubmissionSource
    let model: SubmissionSource
    /// Where the words lie, from the root.
    let folder: String
  }

  /// The book in `repository`, with the exercises of each of its chapters.
  static func read(
    _ repository: Repository = .own, exercises: (Int) -> [Exercise] = Exercise.ofChapter
  ) throws(FileError) -> Book {
    var all: [Exercise] = []
    var words: [Int: Words] = [:]
    var sources: [Int: Sources] = [:]
    let references = References.book(in: repository)
    for chapter in repository.chapters {
      let own = exercises(chapter.number)
      guard !own.isEmpty else { continue }
      all += own
      words[chapter.number] = try Words(of: chapter, references: references)
      sources[chapter.number] = Sources(
        stub: SubmissionSource(try AtomicFile.read(repository.path(chapter.file("Exercises.swift")))),
        model: SubmissionSource(
          try AtomicFile.read(repository.path(chapter.file("Solutions.swift"))), file: "Solutions.swift"),
        folder: "chapters/\(chapter.name)")
    }
    return Book(exercises: all, words: words, sources: sources, repository: repository)
  }

  var ids: [ExerciseID] { exercises.map(\.id) }

  subscript(id: ExerciseID) -> Exercise? { exercises.first { $0.id == id } }

  func words(of id: ExerciseID, _ language: Language) -> ExerciseWords? { words[id.chapter]?[language]?[id] }

  func title(of id: ExerciseID, _ language: Language) -> String { words(of: id, language)?.title ?? "" }

  func sources(of chapter: Int) -> Sources? { sources[chapter] }

  /// The exercises of these ids, in their order.
  func exercises(_ ids: [ExerciseID]) -> [Exercise] { ids.compactMap { self[$0] } }
}
