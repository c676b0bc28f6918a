/// Cuts Swift text into words and signs, as far as is needed to find declarations: comments, strings and regular expressions are
/// left out, what is computed inside of strings is not.
///
/// It never calls itself: a megabyte of brackets is no deeper for it than two.
struct SwiftScanner {
  struct Token: Equatable {
    /// A word without backticks, a number, or a single sign.
    let text: String
    /// From 1.
    let line: Int
    /// Where it stands in the text's UTF-8.
    let bytes: Range<Int>

    var isWord: Bool { text.first.map { $0.isLetter || $0 == "_" } ?? false }
  }

  /// The words and signs of a text.
  static func tokens(of text: String) -> [Token] {
    var scanner = SwiftScanner(bytes: Array(text.utf8))
    scanner.scan()
    return scanner.tokens
  }

  /// A string that the scanner is inside of.
  private struct StringStyle {
    let hashes: Int
    let isMultiline: Bool
    /// Brackets that are open in the expression that is computed inside of it.
    var depth = 0
  }

  private let bytes: [UInt8]
  private var place = 0
  private var line = 1
  private var tokens: [Token] = []
  private var strings: [StringStyle] = []

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func scan() {
    while place < bytes.count {
      switch bytes[place] {
      case _ where starts("//"): skip(to: "\n")
      case _ where starts("/*"): skipComment()
      case UInt8(ascii: "#"), UInt8(ascii: "\""): takeHashOrString()
      case UInt8(ascii: "`"): advance()
      case let byte where Self.isOfWord(byte): takeWord()
      case let byte where byte <= UInt8(ascii: " "): advance()
      case let byte: takeSign(byte)
      }
    }
  }

  // MARK: - Words and signs

  private mutating func takeWord() {
    let start = place
    while place < bytes.count, Self.isOfWord(bytes[place]) { advance() }
    append(from: start)
  }

  private mutating func takeSign(_ byte: UInt8) {
    let start = place
    advance()
    append(from: start)
    guard !strings.isEmpty else { return }
    if byte == UInt8(ascii: "(") { strings[strings.count - 1].depth += 1 }
    if byte == UInt8(ascii: ")") {
      strings[strings.count - 1].depth -= 1
      if strings.last?.depth == 0, let style = strings.popLast() { skipString(style) }
    }
  }

  private mutating func append(from start: Int) {
    tokens.append(Token(text: String(decoding: bytes[start..<place], as: UTF8.self), line: line, bytes: start..<place))
  }

  /// Letters, digits and everything beyond ASCII.
  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...: true
    default: false
    }
  }

  // MARK: - Comments and strings

  /// Comments nest.
  private mutating func skipComment() {
    var depth = 0
    repeat {
      if starts("/*") {
        depth += 1
        advance()
      } else if starts("*/") {
        depth -= 1
        advance()
      }
      advance()
    } while depth > 0 && place < bytes.count
  }

  /// `"…"`, `"""…"""`, `#"…"#`, `#/…/#`, or a hash that starts none of them.
  private mutating func takeHashOrString() {
    let start = place
    while place < bytes.count, bytes[place] == UInt8(ascii: "#") { advance() }
    let hashes = place - start
    if starts("\"") {
      let isMultiline = starts("\"\"\"") && (hashes == 0 || !endsOnLine(hashes))
      for _ in 0..<(isMultiline ? 3 : 1) { advance() }
      skipString(StringStyle(hashes: hashes, isMultiline: isMultiline))
    } else if hashes > 0, starts("/") {
      let end = "/" + String(repeating: "#", count: hashes)
      skip(to: end)
      for _ in end.utf8 { advance() }
    } else {
      append(from: start)
    }
  }

  /// Whether a string with hashes that starts with three quotes ends on its own line, and so is no text of many lines: `#"""#`.
  private func endsOnLine(_ hashes: Int) -> Bool {
    let end = "\"" + String(repeating: "#", count: hashes)
    let line = bytes[place...].dropFirst(2).prefix { $0 != UInt8(ascii: "\n") }
    return line.indices.contains { line[$0...].starts(with: end.utf8) }
  }

  /// Goes on to the string's end, or to an expression inside of it.
  private mutating func skipString(_ style: StringStyle) {
    let hashes = String(repeating: "#", count: style.hashes)
    let end = (style.isMultiline ? "\"\"\"" : "\"") + hashes
    let expression = "\\" + hashes + "("
    while place < bytes.count {
      if starts(end) {
        for _ in end.utf8 { advance() }
        return
      }
      if starts(expression) {
        for _ in expression.utf8.dropLast() { advance() }
        strings.append(StringStyle(hashes: style.hashes, isMultiline: style.isMultiline))
        return
      }
      // A line's end ends a string that was left open.
      if !style.isMultiline, bytes[place] == UInt8(ascii: "\n") { return }
      if starts("\\" + hashes) { for _ in 0...style.hashes { advance() } }
      advance()
    }
  }

  // MARK: - Moving

  private func starts(_ text: String) -> Bool {
    // The first byte decides nearly always, and this is asked at each.
    text.utf8.first == bytes[place] && bytes[place...].starts(with: text.utf8)
  }

  private mutating func skip(to end: String) {
    while place < bytes.count, !starts(end) { advance() }
  }

  private mutating func advance() {
    guard place < bytes.count else { return }
    if bytes[place] == UInt8(ascii: "\n") { line += 1 }
    place += 1
  }
}
