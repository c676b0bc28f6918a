extension UnicodeLine {
  /// Numerator or denominator of a fraction on one line, in brackets where it would be misread without.
  func operand(_ nodes: [MathNode], isDenominator: Bool) -> String {
    let text = line(nodes, .bracketed)
    return needsBrackets(nodes, isDenominator: isDenominator) ? "(" + text + ")" : text
  }

  private func needsBrackets(_ nodes: [MathNode], isDenominator: Bool) -> Bool {
    let atoms = MathAtom.row(nodes).filter { $0.leading != nil }
    if atoms.count <= 1 { return atoms.first?.node.isSlashed ?? false }
    if isOneBracket(atoms) { return false }
    // d/dx and ∂/∂x read as one thing.
    if atoms[0].node.isDifferential { return atoms.count > 2 && isDenominator }
    if isDenominator { return true }
    return atoms.contains {
      [.binary, .relation, .largeOperator, .punctuation].contains($0.leading) || $0.node.isSlashed
    }
  }

  /// Whether the whole row stands within one pair of brackets.
  private func isOneBracket(_ atoms: [MathAtom]) -> Bool {
    var depth = 0
    for (index, atom) in atoms.enumerated() {
      if atom.leading == .opening { depth += 1 }
      if atom.leading == .closing { depth -= 1 }
      if depth == 0 { return index == atoms.count - 1 && atom.leading == .closing }
    }
    return false
  }
}

extension MathNode {
  var isFraction: Bool {
    if case .fraction = self { return true }
    return false
  }

  /// Whether the element shows a division at its outermost level.
  fileprivate var isSlashed: Bool {
    switch self {
    case .fraction, .symbol("/", _): true
    case .group(let body), .part(_, let body): body.contains(where: \.isSlashed)
    case .scripts(let base, _, _): base.isSlashed && !base.isFraction
    default: false
    }
  }

  fileprivate var isDifferential: Bool {
    switch self {
    case .letters("d", _), .letters("∂", _): true
    default: false
    }
  }

  /// Whether `text`, which writes this element, ends in a script written with `_` or `^`, so that a letter after it
  /// would join in.
  func endsInWord(_ text: String) -> Bool {
    guard case .scripts = self, let mark = text.lastIndex(where: { $0 == "_" || $0 == "^" }) else { return false }
    return text[mark...].dropFirst().allSatisfy { $0.isLetter || $0.isNumber }
  }

  /// Whether the element begins with something that could be read as part of a script before it.
  var couldJoinWord: Bool {
    switch self {
    case .symbol(_, let atomClass): atomClass == .opening
    case .space: false
    case .text(let text): text.first.map { !$0.isWhitespace && !$0.isPunctuation } ?? false
    default: true
    }
  }
}
