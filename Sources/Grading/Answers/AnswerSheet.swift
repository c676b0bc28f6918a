import Foundation
import Literate
import Localization

/// A reader's `answers.txt`: a name, from which the numbers are drawn unless a seed is given, and a line for each answer.
///
/// ```
/// name: 홍길동
/// 3.1: 0.36
/// 3.3: a
/// ```
///
/// Lines that mean nothing here are kept as they are, and so are comments (`#`).
public struct AnswerSheet: Sendable, Hashable {
  /// As it is shown in messages: `answers.txt`, `lee/answers.txt`.
  public let file: String
  private var lines: [Line]

  /// An empty sheet.
  public init(file: String = "answers.txt") { (self.file, lines) = (file, []) }

  /// Reads a sheet; what is wrong with single lines is in `problems`.
  public init(_ text: String, file: String = "answers.txt") {
    self.file = file
    var texts = SourceFile(name: file, text: text).text.split(separator: "\n", omittingEmptySubsequences: false)
    if texts.last?.isEmpty == true { texts.removeLast() }
    lines = texts.map { Line(String($0)) }
  }

  /// Reads a file of any encoding that is told apart.
  public init(contentsOf url: URL, file: String? = nil) throws(TextFile.Problem) {
    let name = file ?? url.lastPathComponent
    self.init(try TextFile.text(of: url, file: name), file: name)
  }

  /// Who answers; nil where no name is entered.
  public var name: String? {
    get { lines.lazy.compactMap(\.name).first { !$0.isEmpty } }
    set {
      let line = Line(name: newValue ?? "")
      if let index = lines.firstIndex(where: { $0.name != nil }) {
        lines[index] = line
      } else {
        lines.insert(line, at: 0)
      }
    }
  }

  /// What the numbers are drawn from where it is not the name; nil where that is not said.
  public var seed: Seed? {
    get { lines.lazy.compactMap(\.seed).compactMap { Seed(text: $0) }.first }
    set {
      lines.removeAll { $0.seed != nil }
      let place = lines.firstIndex { $0.name != nil }.map { $0 + 1 } ?? 0
      if let newValue { lines.insert(Line(seed: newValue), at: place) }
    }
  }

  /// Whose numbers the exercises show.
  public var person: Seed { seed ?? Seed(name: name ?? "") }

  /// The answer as it was written; nil where there is none.
  public subscript(id: ExerciseID) -> String? {
    get { lines.lazy.compactMap(\.answer).first { $0.id == id && !$0.text.isEmpty }?.text }
    set {
      let line = Line(id: id, answer: newValue ?? "")
      if let index = lines.firstIndex(where: { $0.answer?.id == id && $0.answer?.text.isEmpty == false })
        ?? lines.firstIndex(where: { $0.answer?.id == id })
      {
        lines[index] = line
      } else {
        lines.insert(line, at: place(for: id))
      }
    }
  }

  /// The exercises that have a line, in the order of the lines.
  public var ids: [ExerciseID] { lines.compactMap { $0.answer?.id } }

  /// What is wrong with single lines: unknown words, an exercise answered twice, one that there is not.
  /// - Parameter known: the exercises of the chapter.
  public func problems(known: [ExerciseID]) -> [Finding] {
    var answered: Set<ExerciseID> = []
    return lines.enumerated().compactMap { index, line in
      line.problem(known: known, answered: &answered).map {
        Finding(file: file, line: index + 1, column: 1, message: $0)
      }
    }
  }

  /// The sheet as a text file.
  public var text: String { lines.map { $0.text + "\n" }.joined() }

  /// Behind the last smaller exercise, or else behind everything.
  private func place(for id: ExerciseID) -> Int {
    if let before = lines.lastIndex(where: { $0.answer.map { $0.id < id } ?? false }) { return before + 1 }
    return lines.firstIndex { $0.answer != nil } ?? lines.endIndex
  }
}
