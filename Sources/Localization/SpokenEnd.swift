/// Finds what is said last in a text, by taking from its end whatever is not said.
struct SpokenEnd {
  enum Mode {
    /// Sentences, in which brackets after a word hold an aside.
    case prose
    /// A formula, in which everything is said.
    case formula
  }

  var characters: [Character]
  let mode: Mode

  init(_ characters: [Character], mode: Mode) {
    self.characters = characters
    self.mode = mode
  }

  /// The sound at the end; nil where nothing is left that can be said.
  func sound() -> FinalSound? {
    var rest = self
    while let last = rest.characters.last {
      switch rest.taking(last) {
      case .nothing: return rest.soundOfLastWord()
      case .sound(let sound): return sound
      case .shorter(let characters):
        rest.characters = characters
      }
    }
    return nil
  }

  // MARK: - What is not said

  private enum Step {
    /// The last character is said.
    case nothing
    case sound(FinalSound?)
    case shorter([Character])
  }

  private func taking(_ last: Character) -> Step {
    switch last {
    case _ where last.isWhitespace: return .shorter(characters.dropLast())
    case ".", ",", "!", "?", "…", ":", ";", "`", "~", "_", "[", "(", "{", "}", "|", "‖", "⟩", "⌉", "⌋", "–", "—":
      return .shorter(characters.dropLast())
    case "\"", "“", "”", "‘", "’", "「", "」", "『", "』", "《", "》", "〈", "〉", "«", "»":
      return .shorter(characters.dropLast())
    case "'": return mode == .formula ? .sound(FinalSound(hangul: "프라임")) : .shorter(characters.dropLast())
    case "]": return .shorter(isFootnote ? before(partner(of: "]", "[")) : characters.dropLast())
    case ">": return tag()
    case "*": return asterisks()
    case "$": return formula()
    case ")": return bracket()
    default: return .nothing
    }
  }

  /// `[^1]`, Markdown's footnote.
  private var isFootnote: Bool {
    guard let open = partner(of: "]", "[") else { return false }
    return open + 1 < characters.count && characters[open + 1] == "^"
  }

  private func before(_ index: Int?) -> [Character] { Array(characters[..<(index ?? characters.count - 1)]) }

  /// Where the bracket that the last character closes is opened.
  private func partner(of close: Character, _ open: Character) -> Int? {
    var depth = 0
    for index in characters.indices.reversed() {
      if characters[index] == close { depth += 1 }
      if characters[index] == open { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  /// The end of an HTML tag; what was raised by `<sup>` is an exponent.
  private func tag() -> Step {
    guard let open = characters.lastIndex(of: "<"), open + 2 < characters.count,
      characters[open + 1].isLetter || characters[open + 1] == "/"
    else { return .nothing }
    let name = String(characters[(open + 1)...].dropLast())
    return name == "/sup" ? .sound(FinalSound(hangul: "승")) : .shorter(before(open))
  }

  /// Asterisks that close an emphasis go, with those that opened it; a single one without a partner is said: FL*,
  /// 에프엘 스타.
  private func asterisks() -> Step {
    let run = characters.reversed().prefix { $0 == "*" }.count
    let body = Array(characters.dropLast(run))
    let runs = Self.runsOfAsterisks(in: body)
    // An opening run of the same length is the partner, whatever stars a formula between them has.
    guard mode == .prose, let opening = runs.last(where: { $0.count == run }) ?? runs.last else {
      return run == 1 && !body.isEmpty ? .sound(FinalSound(hangul: "스타")) : .shorter(body)
    }
    let paired = min(opening.count, run)
    let inner = body[..<(opening.upperBound - paired)] + body[opening.upperBound...]
    return .shorter(Array(inner) + Array(repeating: "*", count: run - paired))
  }

  private static func runsOfAsterisks(in text: [Character]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in text.indices where text[index] == "*" {
      if let last = runs.last, last.upperBound == index {
        runs[runs.count - 1] = last.lowerBound..<(index + 1)
      } else {
        runs.append(index..<(index + 1))
      }
    }
    return runs
  }

  /// `$…$` or GitHub's ``$`…`$``.
  private func formula() -> Step {
    guard mode == .prose, let open = characters.dropLast().lastIndex(of: "$") else {
      return .shorter(characters.dropLast())
    }
    let latex = characters[(open + 1)...].dropLast().filter { $0 != "`" }
    return .sound(SpokenEnd(SpokenLaTeX.read(latex), mode: .formula).sound())
  }

  /// A closing bracket: of an exponent, a link's target, an aside, or around what is said.
  private func bracket() -> Step {
    guard let open = partner(of: ")", "(") else { return .shorter(characters.dropLast()) }
    let content = characters[(open + 1)...].dropLast()
    if open > 0, characters[open - 1] == "^" { return .sound(Self.exponent(String(content))) }
    let before = characters[..<open]
    if before.last == "]", mode == .prose { return .shorter(Array(before.dropLast())) }
    let host = before.last { !$0.isWhitespace }
    let isAside = host.map { $0.isLetter || $0.isNumber || "%‰°)`*\"”’」』$".contains($0) } ?? false
    if mode == .prose, isAside, !belongs(String(content), to: before) { return .shorter(Array(before)) }
    return .shorter(Array(before) + [" "] + Array(content))
  }

  /// Whether a bracket is said with the word before it: log(0.7), 식 (5), 표 1(a).
  private func belongs(_ content: String, to text: ArraySlice<Character>) -> Bool {
    if content.count == 1, content.first?.isLetter == true { return true }
    let word = String(text.reversed().drop(while: \.isWhitespace).prefix { $0.isLetter }.reversed())
    if ["log", "ln", "exp", "max", "min", "σ", "√"].contains(word) { return true }
    return content.allSatisfy(\.isASCIIDigit) && ["식", "그림", "표", "항", "Table", "Figure", "Eq", "Fig"].contains(word)
  }

  /// 승 after a power, but for the signs that are written as one: p*, Aᵀ, 30°.
  static func exponent(_ text: String) -> FinalSound? {
    switch text.filter({ !$0.isWhitespace }) {
    case "*", "∗", "⋆": FinalSound(hangul: "스타")
    case "T", "⊤": FinalSound(hangul: "트랜스포즈")
    case "∘", "°": FinalSound(hangul: "도")
    case "′", "'": FinalSound(hangul: "프라임")
    default: FinalSound(hangul: "승")
    }
  }
}
