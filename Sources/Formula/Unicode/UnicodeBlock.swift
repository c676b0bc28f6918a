/// Writes nodes as lines of Unicode text: fractions stacked, cases behind a brace, limits above and below.
struct UnicodeBlock {
  private let writer = UnicodeLine()

  func block(_ nodes: [MathNode], _ density: UnicodeLine.Density = .line) -> TextBlock {
    let atoms = MathAtom.row(nodes)
    let blocks = atoms.map { block($0.node, density) }
    guard blocks.contains(where: \.isTall) else { return TextBlock(writer.line(nodes, density)) }
    let spaces = writer.spaces(of: atoms, as: atoms.map { writer.text($0.node, density) }, density)
    var row: [TextBlock] = []
    for (index, block) in blocks.enumerated() {
      let touchesBar = index > 0 && touches(atoms[index - 1], atoms[index])
      if index > 0, !spaces[index].isEmpty || touchesBar, block.lines[block.baseline].first != " " {
        row.append(TextBlock(" "))
      }
      row.append(block)
    }
    return .row(row)
  }

  /// Whether a fraction's bar would touch what stands beside it.
  private func touches(_ left: MathAtom, _ right: MathAtom) -> Bool {
    (left.node.isFraction && right.leading != .closing) || (right.node.isFraction && left.leading != .opening)
  }

  // MARK: - Elements

  private func block(_ node: MathNode, _ density: UnicodeLine.Density) -> TextBlock {
    switch node {
    case .fraction(let numerator, let denominator, let size) where size != .text && density != .script:
      return fraction(numerator, denominator)
    case .group(let body), .part(_, let body): return block(body, density)
    case .scripts(let base, let lower, let upper): return scripts(base, lower, upper, density) ?? line(node, density)
    case .fenced(let left, let body, let right):
      let body = block(body, density == .script ? .script : .bracketed)
      guard body.isTall else { return line(node, density) }
      return .row([bracket(left, around: body), body, bracket(right, around: body)])
    case .grid(let grid): return self.grid(grid)
    case .brace(let side, let body, let label): return brace(side, body, label)
    case .root(nil, let radicand):
      let body = block(radicand, .bracketed)
      guard body.isTall else { return line(node, density) }
      return .row([TextBlock("√"), bracket("(", around: body), body, bracket(")", around: body)])
    default: return line(node, density)
    }
  }

  private func line(_ node: MathNode, _ density: UnicodeLine.Density) -> TextBlock {
    TextBlock(writer.text(node, density))
  }

  private func fraction(_ numerator: [MathNode], _ denominator: [MathNode]) -> TextBlock {
    let (numerator, denominator) = (block(numerator), block(denominator))
    let bar = TextBlock(String(repeating: "─", count: max(numerator.width, denominator.width, 1) + 2))
    return .stack([numerator, bar, denominator], baseline: numerator.lines.count)
  }

  /// Scripts beside a tall base, or limits that have no small characters; nil where one line does.
  private func scripts(
    _ base: MathNode, _ lower: [MathNode]?, _ upper: [MathNode]?, _ density: UnicodeLine.Density
  ) -> TextBlock? {
    let tall = block(base, density)
    if tall.isTall {
      let aside = TextBlock(
        [upper.map { writer.line($0, .script) } ?? ""] + tall.lines.dropFirst(2).map { _ in "" }
          + [lower.map { writer.line($0, .script) } ?? ""], baseline: tall.baseline)
      return .row([tall, aside])
    }
    guard base.hasLimits, density != .script else { return nil }
    let over = upper.map { writer.line($0, .script) }
    let under = lower.map { writer.line($0, .script) }
    let areSmall =
      (over.map { UnicodeScripts.upper($0) != nil } ?? true) && (under.map { UnicodeScripts.lower($0) != nil } ?? true)
    if areSmall { return nil }
    let above = over.map { [TextBlock($0)] } ?? []
    return .stack(above + [tall] + (under.map { [TextBlock($0)] } ?? []), baseline: above.count)
  }

  /// A brace over or under the body, and beyond it the label.
  private func brace(_ side: BraceSide, _ body: [MathNode], _ label: [MathNode]?) -> TextBlock {
    let body = block(body)
    let width = max(body.width, 3)
    let (left, middle, right) = side == .under ? ("╰", "┬", "╯") : ("╭", "┴", "╮")
    let line = { String(repeating: "─", count: $0) }
    let brace = TextBlock(left + line((width - 3) / 2) + middle + line(width - 3 - (width - 3) / 2) + right)
    let label = label.map { [block($0)] } ?? []
    switch side {
    case .under: return .stack([body, brace] + label, baseline: body.baseline)
    case .over:
      let height = label.reduce(1) { $0 + $1.lines.count }
      return .stack(label + [brace, body], baseline: height + body.baseline)
    }
  }
}

extension MathNode {
  /// Whether scripts of this element are limits, written above and below where there is room.
  var hasLimits: Bool {
    switch self {
    case .function(_, let limits), .largeOperator(_, let limits): limits == .aboveAndBelow
    case .group(let body), .part(_, let body): body.count == 1 && body[0].hasLimits
    default: false
    }
  }
}
