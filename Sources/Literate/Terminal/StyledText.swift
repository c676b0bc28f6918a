/// How letters look in a terminal that can show it.
struct TextStyle: OptionSet, Sendable, Hashable {
  let rawValue: Int

  static let bold = TextStyle(rawValue: 1)
  static let italic = TextStyle(rawValue: 2)
  static let dim = TextStyle(rawValue: 4)
  static let underlined = TextStyle(rawValue: 8)
  static let struck = TextStyle(rawValue: 16)
  static let code = TextStyle(rawValue: 32)
  static let alert = TextStyle(rawValue: 64)

  /// The escape sequence that turns the style on; empty for plain text.
  var escape: String {
    let codes: [(TextStyle, String)] = [
      (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underlined, "4"), (.struck, "9"), (.code, "36"), (.alert, "31"),
    ]
    let active = codes.filter { contains($0.0) }.map(\.1)
    return active.isEmpty ? "" : "\u{1B}[\(active.joined(separator: ";"))m"
  }
}

/// Letters in one style.
struct Run: Sendable, Hashable {
  var text: String
  var style: TextStyle

  /// - Parameter text: control characters are taken out, so that prose cannot steer the terminal; a line end is kept.
  init(_ text: String, _ style: TextStyle = []) {
    self.text = text.contains(where: \.isControl) ? text.filter { !$0.isControl } : text
    self.style = style
  }
}

/// A line of output.
enum TerminalLine: Sendable {
  case runs([Run])
  /// As it is, whatever it holds: an image's bytes.
  case verbatim(String)

  static let blank = TerminalLine.runs([])

  /// The line with a margin before it. What is verbatim keeps its place.
  func indented(_ margin: [Run]) -> TerminalLine {
    switch self {
    case .runs(let runs): .runs(margin + runs)
    case .verbatim: self
    }
  }

  func text(_ style: TerminalStyle) -> String {
    switch self {
    case .verbatim(let text): return text
    case .runs(let runs):
      var runs = runs
      while let last = runs.last {
        runs[runs.count - 1].text = last.text.trimmingEnd
        guard runs[runs.count - 1].text.isEmpty else { break }
        runs.removeLast()
      }
      guard style == .ansi else { return runs.map(\.text).joined() }
      return runs.map { $0.style.isEmpty ? $0.text : $0.style.escape + $0.text + "\u{1B}[0m" }.joined()
    }
  }
}

extension Character {
  /// A character that would steer the terminal; a line end is none.
  fileprivate var isControl: Bool {
    self != "\n" && unicodeScalars.contains { $0.value < 32 || (0x7F...0x9F).contains($0.value) }
  }
}
