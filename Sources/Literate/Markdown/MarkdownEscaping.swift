/// How carefully text is kept from being read as Markdown.
enum Escaping: Sendable {
  /// Only where a character would be taken for a mark: what people write by hand.
  case light
  /// Every character that could be one.
  case heavy
}

/// Writes text so that a Markdown reader takes it for text.
struct TextEscaper {
  var escaping: Escaping
  /// In a table, a bar ends the cell.
  var isInTable: Bool

  /// - Parameter atLineStart: whether the text starts a line, where `#`, `-`, `1.` and others mean a block.
  func escaped(_ text: String, atLineStart: Bool) -> String {
    let characters = Array(text)
    let mark = atLineStart ? blockMark(characters) : nil
    var result = ""
    for index in characters.indices {
      if index == mark || needsEscape(characters, at: index) { result.append("\\") }
      result.append(characters[index])
    }
    return result
  }

  /// Where a backslash keeps the start of a line from meaning a block; nil where it means none.
  private func blockMark(_ line: [Character]) -> Int? {
    guard let first = line.first else { return nil }
    func endsWord(_ index: Int) -> Bool { index >= line.count || line[index].isWhitespace }
    switch first {
    case ">": return 0
    case "-", "+", "*": return endsWord(1) || line.allSatisfy { $0 == first || $0.isWhitespace } ? 0 : nil
    case "=": return line.allSatisfy { $0 == "=" || $0.isWhitespace } ? 0 : nil
    case "#":
      let level = line.prefix { $0 == "#" }.count
      return level <= 6 && endsWord(level) ? 0 : nil
    case "~": return line.starts(with: "~~~") ? 0 : nil
    case "0"..."9":
      let digits = line.prefix { $0.isASCII && $0.isNumber }.count
      guard digits < 10, digits < line.count, line[digits] == "." || line[digits] == ")" else { return nil }
      return endsWord(digits + 1) ? digits : nil
    default: return nil
    }
  }

  private func needsEscape(_ text: [Character], at index: Int) -> Bool {
    let character = text[index]
    let previous = index > 0 ? text[index - 1] : nil
    let next = index + 1 < text.count ? text[index + 1] : nil
    guard character.isASCII else { return false }
    if escaping == .heavy { return #"\`*_{}[]()#+!<>&~|$"#.contains(character) }
    switch character {
    case "`", "$": return true
    case "|": return isInTable
    case "\\": return next?.isASCIIPunctuation ?? true
    case "*": return !(previous.isSpace && next.isSpace)
    case "_": return !(previous.isSpace && next.isSpace) && !(previous.isWordCharacter && next.isWordCharacter)
    case "<": return next.map { $0.isLetter || "/!?".contains($0) } ?? false
    case "&": return isEntity(text[index...])
    case "~": return text.prefix(index).contains("~") || text[(index + 1)...].contains("~")
    case "[": return opensLink(text[index...])
    default: return false
    }
  }

  private func isEntity(_ text: ArraySlice<Character>) -> Bool {
    let name = text.dropFirst().prefix { $0 == "#" || $0.isASCII && ($0.isLetter || $0.isNumber) }
    return !name.isEmpty && text.dropFirst(name.count + 1).first == ";"
  }

  private func opensLink(_ text: ArraySlice<Character>) -> Bool {
    // A label is at most 999 characters long.
    let inside = text.dropFirst().prefix(999).prefix { $0 != "]" }
    if inside.first == "^" || inside.count == 1 && [" ", "x", "X"].contains(inside.first) { return true }
    return ["(", "[", ":"].contains(text.dropFirst(inside.count + 2).first)
  }
}

extension Character {
  fileprivate var isASCIIPunctuation: Bool {
    guard let value = asciiValue else { return false }
    return value > 32 && value < 127 && !isLetter && !isNumber
  }
}

extension Character? {
  fileprivate var isSpace: Bool { self?.isWhitespace ?? true }
  fileprivate var isWordCharacter: Bool { self.map { $0.isLetter || $0.isNumber } ?? false }
}
