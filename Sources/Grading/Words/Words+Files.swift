import Chapters
import Files
import Literate
import Localization

extension ChapterWords {
  /// `exercises.ko.md`
  package static func fileName(_ language: Language) -> String { "exercises.\(language.rawValue).md" }

  /// Reads the words of a chapter in one language.
  package init(of chapter: Chapter, in language: Language, references: References) throws(FileError) {
    let name = chapter.file(Self.fileName(language))
    let text = try AtomicFile.read(chapter.repository.path(name))
    self.init(SourceFile(name: name, text: text), in: language, references: references)
  }
}

extension Words {
  /// Reads the words of a chapter in both languages.
  package init(of chapter: Chapter, references: References) throws(FileError) {
    var languages: [Language: ChapterWords] = [:]
    for language in Language.allCases {
      languages[language] = try ChapterWords(of: chapter, in: language, references: references)
    }
    self.init(languages)
  }
}

extension ExerciseReference {
  /// The exercises of all chapters by their ids, as the headings of their words name them.
  package static func all(in repository: Repository) -> [String: ExerciseReference] {
    var references: [String: ExerciseReference] = [:]
    for chapter in repository.chapters {
      let titles = Dictionary(
        uniqueKeysWithValues: Language.allCases.map { language in
          let text = try? AtomicFile.read(repository.path(chapter.file(ChapterWords.fileName(language))))
          return (language, ChapterWords.titles(in: text ?? ""))
        })
      for (id, korean) in titles[.ko, default: []] {
        guard let english = titles[.en, default: []].first(where: { $0.id == id })?.title else { continue }
        let title = Bilingual(ko: korean, en: english)
        references["\(id)"] = ExerciseReference(
          title: title,
          place: Bilingual(
            ko: chapter.file(ChapterWords.fileName(.ko)) + "#" + slug("\(id) \(title.ko)"),
            en: chapter.file(ChapterWords.fileName(.en)) + "#" + slug("\(id) \(title.en)")))
      }
    }
    return references
  }

  /// What GitHub calls a heading: `3.2 From a probability` is `32-from-a-probability`.
  private static func slug(_ heading: String) -> String {
    String(
      heading.lowercased().compactMap { $0 == " " ? "-" : $0.isLetter || $0.isNumber || "-_".contains($0) ? $0 : nil })
  }
}
