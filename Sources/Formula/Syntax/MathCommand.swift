/// What a command of the subset makes.
enum MathCommand: Sendable {
  case letter(String, MathStyle)
  case symbol(String, AtomClass)
  case function(Limits)
  case largeOperator(String, Limits)
  case space(Double)
  case fraction(FractionSize)
  case root
  case alphabet(MathAlphabet)
  case text
  case operatorName
  /// `\left`, up to its `\right`.
  case fence
  case brace(BraceSide)
  case accent(MathAccent)
  /// `\begin`, up to its `\end`.
  case environment
  case part
}

/// The letters that `\mathrm` and its kin set.
enum MathAlphabet: Sendable {
  case upright, bold, italic, doubleStruck, script
}

// MARK: - Tables

extension MathCommand {
  /// The command of a name without its backslash.
  static func named(_ name: String) -> MathCommand? { table[name] }

  /// What a single character stands for, where it is no letter and no digit.
  static func character(_ character: Character) -> MathCommand? { characters[character] }

  /// The names that a formula may use, closing ones included.
  static let names: [String] = (Array(table.keys) + ["right", "end", "\\"]).sorted()

  static let table: [String: MathCommand] = {
    var table: [String: MathCommand] = [
      "frac": .fraction(.automatic), "tfrac": .fraction(.text), "dfrac": .fraction(.display), "sqrt": .root,
      "text": .text, "operatorname": .operatorName, "left": .fence, "begin": .environment, "part": .part,
      "mathrm": .alphabet(.upright), "mathbf": .alphabet(.bold), "boldsymbol": .alphabet(.bold),
      "mathit": .alphabet(.italic), "mathbb": .alphabet(.doubleStruck), "mathcal": .alphabet(.script),
      "underbrace": .brace(.under), "overbrace": .brace(.over),
      "hat": .accent(.hat), "bar": .accent(.bar), "tilde": .accent(.tilde), "dot": .accent(.dot),
      "overline": .accent(.overline),
      ",": .space(3), ":": .space(4), ">": .space(4), ";": .space(5), "!": .space(-3), " ": .space(6),
      "quad": .space(18), "qquad": .space(36),
      "sum": .largeOperator("∑", .aboveAndBelow), "prod": .largeOperator("∏", .aboveAndBelow),
      "int": .largeOperator("∫", .beside),
    ]
    for name in ["log", "ln", "exp", "sin", "cos", "tan", "tanh", "arg", "deg"] { table[name] = .function(.beside) }
    for name in ["min", "max", "sup", "inf", "lim", "det", "Pr"] { table[name] = .function(.aboveAndBelow) }
    for (names, glyph, style) in letters {
      for name in names.split(separator: " ") { table[String(name)] = .letter(glyph, style) }
    }
    for (names, glyph, atomClass) in symbols {
      for name in names.split(separator: " ") { table[String(name)] = .symbol(glyph, atomClass) }
    }
    return table
  }()

  private static let characters: [Character: MathCommand] = {
    var characters: [Character: MathCommand] = [
      "+": .symbol("+", .binary), "-": .symbol("−", .binary), "−": .symbol("−", .binary), "*": .symbol("∗", .binary),
      "=": .symbol("=", .relation), "<": .symbol("<", .relation), ">": .symbol(">", .relation),
      ":": .symbol(":", .relation), "(": .symbol("(", .opening), "[": .symbol("[", .opening),
      ")": .symbol(")", .closing), "]": .symbol("]", .closing), "!": .symbol("!", .closing),
      "?": .symbol("?", .closing), ",": .symbol(",", .punctuation), ";": .symbol(";", .punctuation),
      "|": .symbol("|", .ordinary), "/": .symbol("/", .ordinary), ".": .symbol(".", .ordinary), "~": .space(6),
    ]
    for (_, glyph, style) in letters { characters[Character(glyph)] = .letter(glyph, style) }
    for (names, glyph, atomClass) in symbols where !names.isEmpty && !Character(glyph).isASCII {
      characters[Character(glyph)] = .symbol(glyph, atomClass)
    }
    return characters
  }()
}
