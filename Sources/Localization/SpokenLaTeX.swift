/// Rewrites LaTeX so that what is said last stands last. It reads only as much as that needs, and forgives the rest.
struct SpokenLaTeX {
  /// How deep braces may nest; what lies deeper is not read.
  private static let deepest = 32

  private let characters: [Character]
  private var position = 0
  private var depth = 0
  /// Within `\text{…}` and its kin letters make words; elsewhere each is said by itself.
  private var isInWords = false

  static func read(_ latex: some Sequence<Character>) -> [Character] {
    var reader = SpokenLaTeX(Array(latex))
    return reader.row()
  }

  private init(_ characters: [Character]) {
    self.characters = characters
  }

  private var next: Character? { position < characters.count ? characters[position] : nil }

  /// What is said up to the brace that closes the row.
  private mutating func row() -> [Character] {
    var spoken: [Character] = []
    while let character = next, character != "}" || depth == 0 { spoken += element(character) }
    return spoken
  }

  private mutating func element(_ character: Character) -> [Character] {
    switch character {
    case "\\": return command()
    case "{": return argument()
    case "^":
      position += 1
      return ["^", "("] + argument() + [")"]
    case "_":
      position += 1
      return ["_"] + argument()
    case "'":
      position += 1
      return ["′"]
    case "&", "~":
      position += 1
      return [" "]
    default:
      position += 1
      return character.isLetter && !isInWords ? [" ", character] : [character]
    }
  }

  /// A group's content, or one element.
  private mutating func argument() -> [Character] {
    while next?.isWhitespace == true { position += 1 }
    guard let character = next else { return [] }
    guard depth < Self.deepest else {
      position = characters.count
      return []
    }
    guard character == "{" else { return character == "^" || character == "_" ? [] : element(character) }
    position += 1
    depth += 1
    let content = row()
    depth -= 1
    position += 1
    return content
  }

  private mutating func command() -> [Character] {
    position += 1
    let letters = characters.dropFirst(position).prefix { $0.isASCII && $0.isLetter }
    let name = letters.isEmpty ? next.map(String.init) ?? "" : String(letters)
    position += name.count
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { return [] }
    switch name {
    case "text", "mathrm", "mathbf", "mathit", "operatorname", "mathcal", "mathbb", "textbf", "boldsymbol":
      return [" "] + words()
    case "frac", "tfrac", "dfrac":
      // b분의 a: the numerator is said last.
      let numerator = argument()
      _ = argument()
      return [" "] + numerator
    case "part":
      _ = argument()
      return argument()
    case "left", "right": return []
    case "begin", "end":
      _ = argument()
      return [" "]
    case "underbrace", "overbrace":
      let body = argument()
      if next == "_" || next == "^" {
        position += 1
        _ = argument()
      }
      return body
    case "hat": return argument() + [" ", "햇"]
    case "bar", "overline": return argument() + [" ", "바"]
    case "tilde": return argument() + [" ", "틸", "드"]
    case "%", "{", "}", "#", "&", "$", "_": return Array(name)
    default: return [" "] + (Self.signs[name].map(Array.init) ?? (letters.isEmpty ? [] : Array(name)))
    }
  }

  private mutating func words() -> [Character] {
    let wasInWords = isInWords
    isInWords = true
    defer { isInWords = wasInWords }
    return argument()
  }

  /// Commands that stand for a sign or a letter; those missing here are said by their names, as log and Greek are.
  private static let signs: [String: String] = [
    "infty": "∞", "times": "×", "cdot": "×", "div": "÷", "pm": "±", "partial": "∂", "nabla": "∇", "ell": "ℓ",
    "ast": "∗", "star": "⋆", "prime": "′", "circ": "∘", "top": "⊤", "alpha": "α", "beta": "β", "gamma": "γ",
    "delta": "δ",
    "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ", "eta": "η", "theta": "θ", "iota": "ι", "kappa": "κ",
    "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ",
    "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ",
    "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
    "quad": "", "qquad": "", "le": "", "ge": "", "leq": "", "geq": "", "ne": "", "approx": "", "ldots": "…",
    "cdots": "…",
  ]
}
