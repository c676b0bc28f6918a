extension MathParser {
  // MARK: - Letters in another style

  /// `\mathrm{…}` and its kin: neighbouring letters and digits become one run.
  mutating func words(in alphabet: MathAlphabet, of command: String) throws(MathError) -> MathNode {
    let wasInWords = isInWords
    isInWords = true
    defer { isInWords = wasInWords }
    let nodes = restyled(try argument(of: command), alphabet)
    return nodes.count == 1 ? nodes[0] : .group(nodes)
  }

  private func restyled(_ nodes: [MathNode], _ alphabet: MathAlphabet) -> [MathNode] {
    var result: [MathNode] = []
    for node in nodes.map({ restyled($0, alphabet) }) {
      if case .letters(let letters, let style) = node, case .letters(let before, style)? = result.last {
        result[result.count - 1] = .letters(before + letters, style)
      } else {
        result.append(node)
      }
    }
    return result
  }

  private func restyled(_ node: MathNode, _ alphabet: MathAlphabet) -> MathNode {
    switch node {
    case .letters(let letters, _), .number(let letters):
      .letters(String(letters.map(alphabet.letter)), alphabet.style)
    case .group(let body): .group(restyled(body, alphabet))
    case .part(let name, let body): .part(name, restyled(body, alphabet))
    case .accent(let accent, let body): .accent(accent, restyled(body, alphabet))
    case .scripts(let base, let lower, let upper):
      .scripts(
        base: restyled(base, alphabet), lower: lower.map { restyled($0, alphabet) },
        upper: upper.map { restyled($0, alphabet) })
    default: node
    }
  }

  /// `\operatorname{…}`, with a star for limits above and below.
  mutating func operatorName(from start: Int) throws(MathError) -> MathNode {
    var limits = Limits.beside
    if next == "*" {
      position += 1
      limits = .aboveAndBelow
    }
    edits.append((start..<position, "\\mathop{\\mathrm"))
    let name = try plainArgument(of: "\\operatorname")
    edits.append((position..<position, limits == .beside ? "}" : "}\\limits"))
    return .function(name, limits)
  }

  // MARK: - Text

  /// `\text{…}`: words as they stand, Hangul included, with formulas between dollar signs.
  mutating func text() throws(MathError) -> MathNode {
    skipSpaces()
    guard next == "{" else { throw MathError(.missingArgument(of: "\\text"), at: position) }
    let open = position
    position += 1
    var pieces: [MathNode] = []
    var words = ""
    func flush() {
      if !words.isEmpty { pieces.append(.text(words)) }
      words = ""
    }
    while let character = next, character != "}" {
      switch character {
      case "$":
        flush()
        pieces.append(try dollars())
      case "\\":
        guard let escaped = commandName(), ["{", "}", "$", "%", "&", "#", "_", " "].contains(escaped) else {
          throw MathError(.unknownCommand(commandName() ?? ""), at: position)
        }
        position += 2
        words += escaped
      case "{": throw MathError(.unexpected("{"), at: position)
      case _ where character.isASCIIDigit: words += textNumber()
      default:
        position += 1
        words.append(character.isWhitespace ? " " : character)
      }
    }
    guard next == "}" else { throw MathError(.unclosedBrace, at: open) }
    position += 1
    flush()
    return pieces.count == 1 ? pieces[0] : .group(pieces)
  }

  private mutating func dollars() throws(MathError) -> MathNode {
    let open = position
    position += 1
    let nodes = try row(until: .dollar(open))
    position += 1
    return .group(nodes)
  }

  private mutating func textNumber() -> String {
    let wasInWords = isInWords
    isInWords = true
    defer { isInWords = wasInWords }
    return decimal()
  }
}

extension MathAlphabet {
  /// The style that the renderer sets the letters in.
  var style: MathStyle {
    switch self {
    case .upright, .doubleStruck, .script: .upright
    case .bold: .bold
    case .italic: .italic
    }
  }

  /// The letter itself, or, for capitals, its own character in Unicode: ℝ, ℒ.
  func letter(_ character: Character) -> Character {
    guard let ascii = character.asciiValue, (65...90).contains(ascii) else { return character }
    switch self {
    case .upright, .bold, .italic: return character
    case .doubleStruck: return Self.older["\(character)𝔻"] ?? Self.capital(ascii, from: 0x1D538, else: character)
    case .script: return Self.older["\(character)𝒮"] ?? Self.capital(ascii, from: 0x1D49C, else: character)
    }
  }

  private static func capital(_ ascii: UInt8, from start: UInt32, else character: Character) -> Character {
    Unicode.Scalar(start + UInt32(ascii) - 65).map(Character.init) ?? character
  }

  /// Letters that Unicode had before the others of their alphabet; 𝔻 and 𝒮 say which alphabet.
  private static let older: [String: Character] = [
    "C𝔻": "ℂ", "H𝔻": "ℍ", "N𝔻": "ℕ", "P𝔻": "ℙ", "Q𝔻": "ℚ", "R𝔻": "ℝ", "Z𝔻": "ℤ",
    "B𝒮": "ℬ", "E𝒮": "ℰ", "F𝒮": "ℱ", "H𝒮": "ℋ", "I𝒮": "ℐ", "L𝒮": "ℒ", "M𝒮": "ℳ", "R𝒮": "ℛ",
  ]
}
