import Chapters
import Files
import Literate
import Localization

extension ExerciseReference {
  /// The exercises of all chapters by their numbers, as the headings of `exercises.ko.md` and `exercises.en.md` name them.
  package static func all(in repository: Repository) -> [String: ExerciseReference] {
    var references: [String: ExerciseReference] = [:]
    for chapter in repository.chapters {
      let files = Dictionary(
        uniqueKeysWithValues: Language.allCases.map { ($0, chapter.file("exercises.\($0.rawValue).md")) })
      let titles = files.mapValues { Self.titles(in: (try? AtomicFile.read(repository.path($0))) ?? "") }
      for (id, korean) in titles[.ko, default: [:]] {
        guard let english = titles[.en]?[id] else { continue }
        references[id] = ExerciseReference(
          title: Bilingual(ko: korean, en: english),
          place: Bilingual(
            ko: files[.ko, default: ""] + "#" + slug("\(id) \(korean)"),
            en: files[.en, default: ""] + "#" + slug("\(id) \(english)")))
      }
    }
    return references
  }

  /// `## 3.1 배경을 모두 더하면`
  private static func titles(in text: String) -> [String: String] {
    let found = text.matches(of: /(?m)^## +(?<id>\d+\.\d+) +(?<title>.*?) *$/)
    return Dictionary(found.map { (String($0.id), String($0.title)) }) { first, _ in first }
  }

  /// What GitHub calls a heading: `3.2 From a probability` is `32-from-a-probability`.
  private static func slug(_ heading: String) -> String {
    String(
      heading.lowercased().compactMap { $0 == " " ? "-" : $0.isLetter || $0.isNumber || "-_".contains($0) ? $0 : nil })
  }
}
