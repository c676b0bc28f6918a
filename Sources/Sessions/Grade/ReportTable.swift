import Grading
import Literate
import Localization

/// Results as lines of a terminal, one for each person, aligned before all of them are known.
struct ReportTable {
  let exercises: [ExerciseID]
  let nameWidth: Int
  let language: Language

  /// - Parameter names: of everybody who may get a line.
  init(exercises: [ExerciseID], names: [String], language: Language) {
    (self.exercises, self.language) = (exercises, language)
    let widest = (names + [Self.everybody[language]]).map { DisplayWidth.narrow.width(of: $0) }.max() ?? 0
    nameWidth = min(widest, 30)
  }

  private static let everybody = Bilingual(ko: "통과한 사람", en: "passed by")

  var header: String {
    line(
      Bilingual(ko: "이름", en: "name")[language], exercises.map(\.description),
      Bilingual(ko: "통과", en: "passed")[language])
  }

  func line(_ result: PersonResult) -> String {
    line(result.person.name, exercises.map { result.mark($0).sign }, "\(result.passed)/\(exercises.count)")
  }

  /// How many passed each.
  func sum(_ results: [PersonResult]) -> String {
    line(Self.everybody[language], exercises.map { id in "\(results.count { $0.mark(id) == .passed })" }, "")
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
    let blanks = String(repeating: " ", count: nameWidth - measure.width(of: name))
    let columns = zip(cells, exercises).map { cell, id in
      let room = id.description.count - measure.width(of: cell)
      return String(repeating: " ", count: max(room, 0)) + cell
    }
    return ([name + blanks] + columns + [end]).joined(separator: "  ")
  }
}
