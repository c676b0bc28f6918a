/// An element in its row: with the space that it is owed on its left, and the parts it belongs to.
struct MathAtom {
  var node: MathNode
  /// What the element is to its left and to its right neighbour; nil for a space, which is nobody's neighbour.
  /// They differ for a sign such as the minus of −x, which clings to what follows.
  var leading: AtomClass?
  var trailing: AtomClass?
  var gap: MathGap = .none
  /// The names of the `\part`s around it, outermost first.
  var parts: [String]

  /// Whether this is a plus or minus that belongs to what follows it.
  var isSign: Bool { trailing == .opening && leading == .ordinary }

  /// The atoms of a row: parts dissolved, binary signs told from unary ones, spaces decided.
  static func row(_ nodes: [MathNode]) -> [MathAtom] {
    var atoms = flatten(nodes, parts: [])
    resolveBinarySigns(&atoms)
    var left: AtomClass?
    for index in atoms.indices {
      guard let leading = atoms[index].leading else { continue }
      if let left { atoms[index].gap = MathGap(between: left, and: leading) }
      left = atoms[index].trailing
    }
    return atoms
  }

  private static func flatten(_ nodes: [MathNode], parts: [String]) -> [MathAtom] {
    nodes.flatMap { node in
      if case .part(let name, let body) = node { return flatten(body, parts: parts + [name]) }
      return [MathAtom(node: node, leading: node.atomClass, trailing: node.atomClass, parts: parts)]
    }
  }

  /// A binary sign without something to its left is a sign of what follows; without something to its right, a letter.
  private static func resolveBinarySigns(_ atoms: inout [MathAtom]) {
    var previous: Int?
    for index in atoms.indices {
      guard let atomClass = atoms[index].leading else { continue }
      let left = previous.flatMap { atoms[$0].leading }
      switch atomClass {
      case .binary where left == nil || [.binary, .largeOperator, .relation, .opening, .punctuation].contains(left):
        atoms[index].leading = .ordinary
        atoms[index].trailing = atoms[index].node.canBeSign ? .opening : .ordinary
      case .relation, .closing, .punctuation:
        if let previous, left == .binary { atoms[previous].makeOrdinary() }
      default: break
      }
      previous = index
    }
    if let previous, atoms[previous].leading == .binary { atoms[previous].makeOrdinary() }
  }

  private mutating func makeOrdinary() {
    leading = .ordinary
    trailing = .ordinary
  }
}

extension MathNode {
  /// What the element is to its neighbours; nil for a space.
  var atomClass: AtomClass? {
    switch self {
    case .letters, .number, .text, .group, .fraction, .root, .accent, .brace: .ordinary
    case .symbol(_, let atomClass): atomClass
    case .function, .largeOperator: .largeOperator
    case .scripts(let base, _, _): base.atomClass ?? .ordinary
    case .fenced: .inner
    case .grid(let grid): grid.kind == .cases ? .inner : .ordinary
    case .space: nil
    case .part(_, let body): body.count == 1 ? body[0].atomClass : .ordinary
    }
  }

  /// Whether a binary sign may stand before one operand alone, as in −x.
  fileprivate var canBeSign: Bool {
    if case .symbol(let glyph, _) = self { return ["+", "−", "±", "∓"].contains(glyph) }
    return false
  }
}
