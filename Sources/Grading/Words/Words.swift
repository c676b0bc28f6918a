import Literate
import Localization

/// The words of a chapter's exercises in both languages.
public struct Words: Sendable {
  let languages: [Language: ChapterWords]

  public init(_ languages: [Language: ChapterWords]) { self.languages = languages }

  public subscript(language: Language) -> ChapterWords? { languages[language] }

  /// What authors should mend: what is missing, unknown, given away or different in the two languages, and what is wrong with
  /// the prose itself.
  ///
  /// - Parameters:
  ///   - exercises: those of the chapter.
  ///   - seeds: persons whose numbers are put into the words.
  ///   - exists: whether there is a file at a path from the root.
  public func findings(
    for exercises: [Exercise], seeds: [Seed] = [Seed(1), Seed(2)],
    exists: @escaping @Sendable (String) -> Bool = { _ in true }
  ) -> [Finding] {
    let own = languages.values.flatMap { words in
      words.problems + words.file.findings(references: words.references, exists: exists)
        + WordsChecks(words, exercises, seeds: seeds).findings
    }
    return Set(own + parityFindings(exercises)).sorted()
  }

  /// Whether each exercise has the same sections in both languages, and each section the same values.
  private func parityFindings(_ exercises: [Exercise]) -> [Finding] {
    guard let korean = languages[.ko], let english = languages[.en] else { return [] }
    return exercises.flatMap { exercise -> [Finding] in
      guard let ko = korean[exercise.id], let en = english[exercise.id] else { return [] }  // found already
      return parityFindings(ko, en, exercise) + parityFindings(en, ko, exercise)
    }
  }

  private func parityFindings(_ one: ExerciseWords, _ other: ExerciseWords, _ exercise: Exercise) -> [Finding] {
    let numbers = exercise.numbers(for: Seed(1))
    func values(_ part: ProseFile.Part, _ words: ExerciseWords) -> Set<String> {
      let reading = words.reading(part, numbers)
      return reading.values.union(reading.exercises)
    }
    var findings: [Finding] = []
    let parts = one.keyedParts, others = other.keyedParts
    for (key, part) in parts {
      guard let counterpart = others.first(where: { $0.key == key })?.part else {
        findings.append(
          part.finding(
            Bilingual(ko: "이 마디의 짝이 다른 언어에 없습니다.", en: "This section has no counterpart in the other language.")))
        continue
      }
      for name in values(part, one).subtracting(values(counterpart, other)).sorted() {
        findings.append(
          part.finding(
            Bilingual(
              ko: "이 마디의 “\(name)”: 다른 언어의 같은 마디에는 없습니다.", en: "“\(name)” is not in this section of the other language."
            )))
      }
    }
    return findings
  }
}

extension ExerciseWords {
  /// What lets a section be found again in the other language.
  struct Key: Hashable {
    let kind: WordsSection?
    let name: String
    /// Among those of the same kind and name.
    let place: Int
  }

  /// The statement and all sections.
  var keyedParts: [(key: Key, part: ProseFile.Part)] {
    var counts: [Key: Int] = [:]
    return [(Key(kind: nil, name: "", place: 0), statement)]
      + sections.map { section in
        let first = Key(kind: section.kind, name: section.name, place: 0)
        defer { counts[first, default: 0] += 1 }
        return (Key(kind: section.kind, name: section.name, place: counts[first, default: 0]), section.part)
      }
  }
}
