/// Writes nodes as one line of Unicode text.
struct UnicodeLine {
  /// How much space a row gets.
  enum Density {
    /// Spaces around binary signs and relations: p = 1 − q.
    case line
    /// Within brackets: none around the only sign of a short row, so that (1−p) reads as one thing.
    case bracketed
    /// Within scripts: none but around functions.
    case script
  }

  // MARK: - Rows

  func line(_ nodes: [MathNode], _ density: Density = .line) -> String {
    let atoms = MathAtom.row(nodes)
    let texts = texts(of: atoms, density)
    var result = ""
    for (text, space) in zip(texts, spaces(of: atoms, as: texts, density)) {
      // A space that is already there is enough.
      result += result.last == " " || text.first == " " || result.isEmpty ? text : space + text
    }
    return result
  }

  /// Each atom of a row as text; a fraction in brackets where a factor stands beside it: (1/2)x, log(a/b).
  func texts(of atoms: [MathAtom], _ density: Density) -> [String] {
    atoms.indices.map { index in
      let text = text(atoms[index].node, density)
      return isFractionBesideFactor(at: index, in: atoms) ? "(" + text + ")" : text
    }
  }

  private func isFractionBesideFactor(at index: Int, in atoms: [MathAtom]) -> Bool {
    guard atoms[index].node.isFraction else { return false }
    if index > 0, [.largeOperator, .ordinary, .closing, .inner].contains(atoms[index - 1].trailing) { return true }
    let next = index + 1 < atoms.count ? atoms[index + 1].leading : nil
    return [.largeOperator, .ordinary, .opening, .inner].contains(next)
  }

  /// The space that each atom of a row, written as `texts` say, has on its left.
  func spaces(of atoms: [MathAtom], as texts: [String], _ density: Density) -> [String] {
    let tight = tightSigns(in: atoms, density)
    var spaces: [String] = []
    var previous: MathAtom?
    for (index, atom) in atoms.enumerated() {
      let isBesideTightSign = tight.contains(index) || (index > 0 && tight.contains(index - 1))
      var hasSpace =
        switch atom.gap {
        case .none: false
        case .thin: !(previous?.trailing == .largeOperator && texts[index].first == "(")
        case .thinOnTheLine: previous?.trailing == .punctuation && density != .script
        case .medium: density != .script && !isBesideTightSign
        case .thick: density != .script
        }
      if atom.leading == .inner, case .grid = atom.node { hasSpace = true }
      if let previous, previous.node.endsInWord(texts[index - 1]), atom.node.couldJoinWord { hasSpace = true }
      spaces.append(hasSpace ? " " : "")
      previous = atom
    }
    return spaces
  }

  /// The indices of binary signs without space around them: the only sign of a short bracket.
  private func tightSigns(in atoms: [MathAtom], _ density: Density) -> Set<Int> {
    var tight: Set<Int> = []
    var open: [(signs: [Int], isShort: Bool)] = [([], density == .bracketed)]
    for (index, atom) in atoms.enumerated() {
      switch (atom.leading, atom.node) {
      case (.opening, _): open.append(([], true))
      case (.closing, _) where open.count > 1:
        let inner = open.removeLast()
        if inner.isShort, inner.signs.count == 1 { tight.formUnion(inner.signs) }
      case (.binary, _): open[open.count - 1].signs.append(index)
      case (.relation, _), (.largeOperator, _), (.punctuation, _), (nil, _), (_, .text):
        open[open.count - 1].isShort = false
      default: break
      }
    }
    if open[0].isShort, open[0].signs.count == 1 { tight.formUnion(open[0].signs) }
    return tight
  }

  // MARK: - Elements

  func text(_ node: MathNode, _ density: Density) -> String {
    switch node {
    case .letters(let text, _), .number(let text), .text(let text), .function(let text, _): return text
    case .symbol(let glyph, _), .largeOperator(let glyph, _): return Self.plain[glyph] ?? glyph
    case .group(let body), .part(_, let body): return line(body, density)
    case .fraction(let numerator, let denominator, _):
      return operand(numerator, isDenominator: false) + "/" + operand(denominator, isDenominator: true)
    case .root(let degree, let radicand): return root(degree, radicand)
    case .scripts(let base, let lower, let upper):
      let base = base.isFraction ? "(" + text(base, .bracketed) + ")" : text(base, density)
      return base + (lower.map(self.lower) ?? "") + (upper.map(self.upper) ?? "")
    case .fenced(let left, let body, let right):
      return (left ?? "") + line(body, density == .script ? .script : .bracketed) + (right ?? "")
    case .grid(let grid): return self.grid(grid)
    case .brace(_, let body, let label):
      return line(body, density) + (label.map { " [" + line($0) + "]" } ?? "")
    case .accent(let accent, let body): return self.accent(accent, on: line(body, .script))
    case .space(let mu): return mu <= 0 ? "" : mu > 12 ? "  " : " "
    }
  }

  /// Signs that a terminal shows better as another character.
  private static let plain = ["∗": "*", "∑": "Σ", "∏": "Π", "∼": "~", "∣": "|"]

  func lower(_ nodes: [MathNode]) -> String {
    let text = line(nodes, .script)
    return UnicodeScripts.lower(text) ?? "_" + wrapped(text)
  }

  func upper(_ nodes: [MathNode]) -> String {
    let text = line(nodes, .script)
    return UnicodeScripts.upper(text) ?? "^" + wrapped(text)
  }

  /// `text` in brackets, unless it is one word anyway.
  private func wrapped(_ text: String) -> String {
    text.count == 1 || text.allSatisfy { $0.isLetter || $0.isNumber } ? text : "(" + text + ")"
  }

  private func root(_ degree: [MathNode]?, _ radicand: [MathNode]) -> String {
    let sign = degree.map { upper($0) + "√" } ?? "√"
    return sign + wrapped(line(radicand, .bracketed))
  }

  private func accent(_ accent: MathAccent, on text: String) -> String {
    text.count == 1 ? text + accent.combining : accent.name + "(" + text + ")"
  }

  private func grid(_ grid: MathGrid) -> String {
    switch grid.kind {
    case .aligned: return grid.rows.map { line($0.flatMap { $0 }) }.joined(separator: "; ")
    case .cases:
      let rows = grid.rows.map { row in
        row.map { line($0) }.map { $0.hasSuffix(",") ? String($0.dropLast()) : $0 }.filter { !$0.isEmpty }
          .joined(separator: ", ")
      }
      return "{ " + rows.joined(separator: "; ") + " }"
    }
  }
}

extension MathAccent {
  var combining: String {
    switch self {
    case .hat: "\u{302}"
    case .bar, .overline: "\u{304}"
    case .tilde: "\u{303}"
    case .dot: "\u{307}"
    }
  }

  var name: String {
    switch self {
    case .hat: "hat"
    case .bar, .overline: "bar"
    case .tilde: "tilde"
    case .dot: "dot"
    }
  }
}
