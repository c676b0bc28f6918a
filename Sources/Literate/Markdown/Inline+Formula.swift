extension [Inline] {
  /// The inlines with each `` $`…`$ `` — to the parser a code span between two dollar signs — as a formula.
  func recognisingFormulas(in source: SourceText) -> [Inline] {
    var result: [Inline] = []
    var index = 0
    while index < count {
      if index + 1 < count, case .code(let latex) = self[index], case .text(let before)? = result.last,
        case .text(let after) = self[index + 1], before.endsInDollar(source), after.string.hasPrefix("$")
      {
        result.removeLast()
        let opening = Text(String(before.string.dropLast()), origin: before.origin)
        if !opening.string.isEmpty { result.append(.text(opening)) }
        result.append(.formula(latex))
        let closing = Text(String(after.string.dropFirst()), origin: after.origin.dropping(1))
        if !closing.string.isEmpty { result.append(.text(closing)) }
        index += 2
      } else {
        result.append(self[index])
        index += 1
      }
    }
    return result
  }
}

extension Text {
  /// Whether the last character is a dollar sign that is not escaped.
  fileprivate func endsInDollar(_ source: SourceText) -> Bool {
    guard string.hasSuffix("$") else { return false }
    return !isEscaped(at: string.utf8.count - 1, in: source)
  }

  /// Whether the byte of the source before this byte of the text is a backslash.
  func isEscaped(at byte: Int, in source: SourceText) -> Bool {
    let place = origin.source(of: byte)
    guard place > 0, place <= source.bytes.count else { return false }
    return source.bytes[place - 1] == UInt8(ascii: "\\")
  }
}
