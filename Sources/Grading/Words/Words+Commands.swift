import Literate

extension ChapterWords {
  /// The commands that the words tell their readers to type, with a person's numbers in place.
  public func quotedCommands(for exercises: [Exercise], _ person: Seed) -> [QuotedCommand] {
    let introduction = file.parts.filter { $0.level < 2 }
    return introduction.flatMap { $0.reading(showing: [:], references: references).quotedCommands }
      + exercises.flatMap { exercise -> [QuotedCommand] in
        guard let own = self[exercise.id] else { return [] }
        let numbers = exercise.numbers(for: person)
        return own.keyedParts.flatMap { own.reading($0.part, numbers).quotedCommands }
      }
  }
}
