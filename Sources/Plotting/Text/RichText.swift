/// A label as it is written: text with `$formulas$`, `**bold**` and line breaks in it.
///
/// ```swift
/// try RichText("정답 클래스의 확률 $p_t$").pieces
/// // [.text("정답 클래스의 확률 ", .regular), .formula("p_t")]
/// ```
/// `\$` and `\*` stand for the characters themselves.
public struct RichText: Sendable, Hashable {
  public enum Piece: Sendable, Hashable {
    case text(String, Font.Weight)
    /// The LaTeX between two `$`.
    case formula(String)
    /// Letters of a program.
    case code(String)
    case lineBreak
  }

  public var pieces: [Piece]

  public init(pieces: [Piece]) {
    self.pieces = pieces
  }

  /// Reads a label.
  ///
  /// - Throws: `PlottingError` where a `$` or a `**` is never closed.
  public init(_ source: String) throws(PlottingError) {
    var reader = RichTextReader(source)
    pieces = try reader.pieces()
  }
}

/// Walks once through a label's source.
private struct RichTextReader {
  let source: String
  var rest: Substring
  var read: [RichText.Piece] = []
  var text = ""
  var weight = Font.Weight.regular

  init(_ source: String) {
    self.source = source
    rest = source[...]
  }

  mutating func pieces() throws(PlottingError) -> [RichText.Piece] {
    while let next = rest.popFirst() {
      switch next {
      case "\\" where rest.first == "$" || rest.first == "*":
        if let escaped = rest.popFirst() { text.append(escaped) }
      case "$":
        endText()
        read.append(.formula(try formula()))
      case "*" where rest.first == "*":
        rest.removeFirst()
        endText()
        weight = weight == .regular ? .bold : .regular
      case "\n":
        endText()
        read.append(.lineBreak)
      default:
        text.append(next)
      }
    }
    guard weight == .regular else { throw PlottingError(.unclosed("**", in: source)) }
    endText()
    return read
  }

  /// What stands before the closing `$`, which is consumed.
  private mutating func formula() throws(PlottingError) -> String {
    var latex = ""
    while let next = rest.popFirst() {
      if next == "$" { return latex }
      latex.append(next)
      if next == "\\", let escaped = rest.popFirst() { latex.append(escaped) }
    }
    throw PlottingError(.unclosed("$", in: source))
  }

  private mutating func endText() {
    if !text.isEmpty { read.append(.text(text, weight)) }
    text = ""
  }
}
