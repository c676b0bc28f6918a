import Grading
import Literate
import Localization

/// Results as lines of a terminal, one for each person, aligned before all of them are known.
struct ReportTable {
  /// The exercises of each column.
  private let columns: [(title: String, ids: [ExerciseID])]
  private let exercises: [ExerciseID]
  private let nameWidth: Int
  private let language: Language

  /// - Parameters:
  ///   - names: of everybody who may get a line.
  ///   - width: of a line, in cells; nil where that does not matter. Exercises that do not fit side by side stand together,
  ///     a column for each chapter.
  init(exercises: [ExerciseID], names: [String], language: Language, width: Int? = nil) {
    (self.exercises, self.language) = (exercises, language)
    let widest = (names + [Self.everybody[language]]).map { DisplayWidth.narrow.width(of: $0) }.max() ?? 0
    nameWidth = min(widest, 30)
    let single = exercises.map { ("\($0)", [$0]) }
    let needed = nameWidth + single.reduce(0) { $0 + 2 + $1.0.count } + 10
    let chapters = exercises.reduce(into: [Int]()) { if $0.last != $1.chapter { $0.append($1.chapter) } }
    columns =
      needed <= width ?? .max
      ? single : Set(chapters).sorted().map { chapter in ("\(chapter).", exercises.filter { $0.chapter == chapter }) }
  }

  static let everybody = Bilingual(ko: "통과한 사람", en: "passed by")

  var header: String {
    line(Bilingual(ko: "이름", en: "name")[language], columns.map(\.title), Mark.passed.name[language])
  }

  func line(_ result: PersonResult) -> String {
    let signs = columns.map { $0.ids.map { result.mark($0).sign }.joined() }
    return line(result.person.name, signs, "\(result.passed)/\(exercises.count)")
  }

  /// How many passed each; of exercises that stand together, how many passed all of them.
  func sum(_ results: [PersonResult]) -> String {
    let counts = columns.map { column in
      results.count { result in column.ids.allSatisfy { result.mark($0) == .passed } }
    }
    return line(Self.everybody[language], counts.map(String.init), "")
  }

  /// What the signs mean that are in the table.
  func legend(_ results: [PersonResult]) -> String {
    let used = Set(results.flatMap { result in exercises.map { result.mark($0) } })
    return Mark.allCases.filter(used.contains).map { "\($0.sign) \($0.name[language])" }.joined(separator: "   ")
  }

  private func line(_ name: String, _ cells: [String], _ end: String) -> String {
    var name = name
    let measure = DisplayWidth.narrow
    if measure.width(of: name) > nameWidth {
      while measure.width(of: name) > nameWidth - 1 { name.removeLast() }
      name += "…"
    }
    name += String(repeating: " ", count: nameWidth - measure.width(of: name))
    let padded = zip(cells, columns).map { cell, column in
      let blanks = String(
        repeating: " ", count: max(0, max(column.title.count, column.ids.count) - measure.width(of: cell)))
      return column.ids.count > 1 ? cell + blanks : blanks + cell
    }
    return ([name] + padded + [end]).joined(separator: "  ")
  }
}
