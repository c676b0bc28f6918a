import Foundation
import Literate

/// The text of an `Exercises.swift` or a `Solutions.swift`, cut at its marks: `// MARK: - 3.2 …`.
public struct SubmissionSource: Sendable, Hashable {
  /// As it is shown in messages.
  public let file: String
  /// Without carriage returns and a byte order mark.
  public let text: String
  /// The text's lines, without their ends.
  let lines: [Substring]
  /// One for each exercise that has a mark; where an exercise has several, the first.
  public let regions: [Region]

  /// What belongs to one exercise: from its mark to the next.
  public struct Region: Sendable, Hashable {
    public let id: ExerciseID
    /// The lines of the file, from 1, the mark's included.
    public let lines: Range<Int>
    /// The lines below the mark, without empty ones at either end.
    public let code: String
  }

  public init(_ text: String, file: String = "Exercises.swift") {
    self.file = file
    self.text = SourceFile(name: file, text: text).text
    lines = self.text.split(separator: "\n", omittingEmptySubsequences: false)
    regions = Self.regions(of: lines)
  }

  /// Reads a file of any encoding that is told apart.
  public init(contentsOf url: URL, file: String? = nil) throws(TextFile.Problem) {
    let name = file ?? url.lastPathComponent
    self.init(try TextFile.text(of: url, file: name), file: name)
  }

  public subscript(id: ExerciseID) -> Region? { regions.first { $0.id == id } }

  // MARK: - Cutting

  private static func regions(of lines: [Substring]) -> [Region] {
    let marks = lines.indices.filter { isMark(lines[$0]) }
    var regions: [Region] = []
    for (mark, end) in zip(marks, marks.dropFirst() + [lines.endIndex]) {
      guard let id = id(inMark: lines[mark]), !regions.contains(where: { $0.id == id }) else { continue }
      let isBlank: (Substring) -> Bool = { $0.allSatisfy(\.isWhitespace) }
      let code = lines[(mark + 1)..<end].drop(while: isBlank).reversed().drop(while: isBlank).reversed()
      regions.append(Region(id: id, lines: mark + 1..<end + 1, code: code.joined(separator: "\n")))
    }
    return regions
  }

  private static func isMark(_ line: Substring) -> Bool { line.prefixMatch(of: /\s*\/\/\s*MARK:/) != nil }

  /// `// MARK: - 3.2 Balanced cross entropy`
  private static func id(inMark line: Substring) -> ExerciseID? {
    line.prefixMatch(of: /\s*\/\/\s*MARK:\s*-?\s*(\d+\.\d+)(?:\.?\s|\.?$)/).flatMap { ExerciseID($0.1) }
  }
}
