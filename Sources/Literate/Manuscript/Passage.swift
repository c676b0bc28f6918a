/// A part of a program under a `// MARK: - Title` line, as the page shows it.
struct Passage: Sendable, Hashable {
  let title: String
  /// The line of the mark, from 1.
  let line: Int
  /// The lines below the mark without blank ones at either end, moved left as far as they go together.
  let code: String
}

/// A program cut at its marks.
struct Passages: Sendable {
  let all: [Passage]
  /// The first line before all marks that is not blank, from 1: code that no page would show.
  let strayLine: Int?

  init(of file: SourceFile) {
    var marks: [(title: String, line: Int)] = []
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if let title = Passages.title(ofMark: line) { marks.append((title, index + 1)) }
    }
    let before = marks.first.map { $0.line - 1 } ?? lines.count
    strayLine = lines[..<before].firstIndex { !$0.allSatisfy(\.isWhitespace) }.map { $0 + 1 }
    all = marks.indices.map { index in
      let end = index + 1 < marks.count ? marks[index + 1].line - 1 : lines.count
      return Passage(
        title: marks[index].title, line: marks[index].line, code: Passages.trimmed(lines[marks[index].line..<end]))
    }
  }

  subscript(title: String) -> Passage? { all.first { $0.title == title } }

  /// The title in `// MARK: - Title`, however it is spaced; nil for any other line.
  private static func title(ofMark line: Substring) -> String? {
    var rest = line.drop { $0 == " " || $0 == "\t" }
    for part in ["//", "MARK:", "-"] {
      guard rest.hasPrefix(part) else { return nil }
      rest = rest.dropFirst(part.count).drop { $0 == " " }
    }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return rest.isEmpty ? nil : String(rest)
  }

  private static func trimmed(_ lines: ArraySlice<Substring>) -> String {
    func isBlank(_ line: Substring) -> Bool { line.allSatisfy(\.isWhitespace) }
    let kept = lines.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
    let margin = kept.filter { !isBlank($0) }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    return kept.map { isBlank($0) ? "" : String($0.dropFirst(margin)) }.joined(separator: "\n")
  }
}
