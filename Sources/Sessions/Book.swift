import Chapters
import Exercises
import Files
import Foundation
import Grading
import Literate
import Localization

/// The exercises of all chapters, with their words and the files that belong to them.
struct Book: Sendable {
  /// In order.
  let exercises: [Exercise]
  private let words: [Int: [Language: ChapterWords]]
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
    var words: [Int: [Language: ChapterWords]] = [:]
    var sources: [Int: Sources] = [:]
    for chapter in repository.chapters {
      let own = exercises(chapter.number)
      guard !own.isEmpty else { continue }
      all += own
      for language in Language.allCases {
        let file = try source(chapter.file("exercises.\(language.rawValue).md"), in: repository)
        words[chapter.number, default: [:]][language] = ChapterWords(file, in: language)
      }
      sources[chapter.number] = Sources(
        stub: SubmissionSource(try source(chapter.file("Exercises.swift"), in: repository).text),
        model: SubmissionSource(
          try source(chapter.file("Solutions.swift"), in: repository).text, file: "Solutions.swift"),
        folder: "chapters/\(chapter.name)")
    }
    return Book(exercises: all, words: words, sources: sources, repository: repository)
  }

  private static func source(_ path: String, in repository: Repository) throws(FileError) -> SourceFile {
    SourceFile(name: path, text: try AtomicFile.read(repository.path(path)))
  }

  var ids: [ExerciseID] { exercises.map(\.id) }

  subscript(id: ExerciseID) -> Exercise? { exercises.first { $0.id == id } }

  func words(of id: ExerciseID, _ language: Language) -> ExerciseWords? { words[id.chapter]?[language]?[id] }

  func title(of id: ExerciseID, _ language: Language) -> String { words(of: id, language)?.title ?? "" }

  func sources(of chapter: Int) -> Sources? { sources[chapter] }

  /// The exercises of these ids, in their order.
  func exercises(_ ids: [ExerciseID]) -> [Exercise] { ids.compactMap { self[$0] } }
}

extension Exercise.Level {
  var name: Bilingual {
    switch self {
    case .byHand: Bilingual(ko: "손으로", en: "by hand")
    case .basic: Bilingual(ko: "기본", en: "basic")
    case .challenging: Bilingual(ko: "도전", en: "challenging")
    case .hard: Bilingual(ko: "어려움", en: "hard")
    }
  }
}

extension Exercise.Task {
  /// What the reader does, in a word.
  var name: Bilingual {
    switch self {
    case .numeric: Bilingual(ko: "계산", en: "numeric")
    case .prediction: Bilingual(ko: "예상", en: "predict")
    case .exploration: Bilingual(ko: "탐구", en: "explore")
    case .code: Bilingual(ko: "코드", en: "code")
    }
  }
}
