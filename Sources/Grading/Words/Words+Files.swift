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
