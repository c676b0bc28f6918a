import Console
import Localization

extension ChapterCommand {
  /// What is wrong with a command that the prose of chapter `number` quotes; nil where a reader may type it.
  ///
  /// This chapter's commands are read by its own parser: a stale option, or a value out of its range, is found. Of another
  /// chapter it is known whether there is one.
  /// - Parameters:
  ///   - words: those behind `swift run`, or an option that is named alone.
  ///   - figures: the names of this chapter's figures.
  ///   - exercises: the numbers of its exercises.
  static func complaint(
    about words: [String], number: Int, chapters: [Int], figures: [String], exercises: [String]
  ) -> Bilingual? {
    guard let first = words.first else { return nil }
    guard !first.hasPrefix("-") else { return complaint(aboutOption: words) }
    guard let match = first.wholeMatch(of: /chapter(\d+)/) else { return nil }
    guard Int(match.1) == number else {
      return Int(match.1).map(chapters.contains) == true
        ? nil : Bilingual(ko: "\(first): 그런 장이 없습니다.", en: "There is no \(first).")
    }
    switch understanding(of: Array(words.dropFirst())) {
    case .complaint(let complaint): return complaint.message
    case .command(let command as FiguresCommand<Parameters>):
      return command.options.names.first { !figures.contains($0) }.map {
        FigureNameError(name: $0, known: figures).message
      }
    case .command(let command as any ExerciseCommand):
      return command.exercise.flatMap { id in
        exercises.contains(id)
          ? nil
          : ExerciseError.unknown(id, nearest: nearestName(to: id, among: exercises), product: "chapter\(number)")
            .message
      }
    case .command, .help: return nil
    }
  }

  /// An option belongs to one of the commands; named alone, it needs no value.
  private static func complaint(aboutOption words: [String]) -> Bilingual? {
    let complaints = commandNames.map { command -> ParserComplaint? in
      guard case .complaint(let complaint) = understanding(of: [command] + words) else { return nil }
      if case .missingValue = complaint, words.count == 1 { return nil }
      if case .missing = complaint { return nil }  // what else the command needs
      return complaint
    }
    guard complaints.allSatisfy({ $0 != nil }) else { return nil }
    let known = complaints.first { if case .unknownOption = $0 { false } else { true } }
    return (known ?? complaints.first)??.message
  }
}
