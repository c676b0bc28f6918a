import Literate
import Localization

/// The words of one exercise in one language, to be shown with a person's numbers.
public struct ExerciseWords: Sendable {
  public let id: ExerciseID
  public let title: String
  /// What is asked, under the exercise's own heading.
  let statement: ProseFile.Part
  var sections: [Section] = []
  let references: References

  struct Section: Sendable {
    let kind: WordsSection
    /// Behind the heading's colon; empty where the kind has none.
    let name: String
    let part: ProseFile.Part
  }

  init(_ id: ExerciseID, title: String, statement: ProseFile.Part, references: References) {
    (self.id, self.title, self.statement, self.references) = (id, title, statement, references)
  }

  // MARK: - Shown

  public func statement(_ numbers: Numbers) -> ProseReading { reading(statement, numbers) }

  /// At least two, in the order in which they are given.
  public func hints(_ numbers: Numbers) -> [ProseReading] { parts(.hint).map { reading($0, numbers) } }

  /// What the choice of this name says.
  public func choice(_ name: String, _ numbers: Numbers) -> ProseReading? { section(.choice, name, numbers) }

  public func explanation(_ numbers: Numbers) -> ProseReading? { section(.explanation, "", numbers) }

  func section(_ kind: WordsSection, _ name: String, _ numbers: Numbers) -> ProseReading? {
    sections.first { $0.kind == kind && $0.name == name }.map { reading($0.part, numbers) }
  }

  func parts(_ kind: WordsSection) -> [ProseFile.Part] { sections.filter { $0.kind == kind }.map(\.part) }

  func reading(_ part: ProseFile.Part, _ numbers: Numbers) -> ProseReading {
    part.reading(showing: numbers.shown, references: references)
  }
}

extension Numbers {
  /// Each number by its name.
  var shown: [String: Datum] {
    Dictionary(uniqueKeysWithValues: names.compactMap { name in self[name].map { (name, $0) } })
  }
}
