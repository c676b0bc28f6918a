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
    return !source.isEscaped(atByte: origin.source(of: string.utf8.count - 1))
  }
}
