/// Writes nodes as MathML.
struct MathMLWriter {
  let display: MathDisplay

  // MARK: - Rows

  /// The elements of a row, side by side.
  func elements(_ nodes: [MathNode]) -> String {
    let atoms = MathAtom.row(nodes)
    var result = ""
    for (index, atom) in atoms.enumerated() {
      // Names of functions are identifiers in MathML, which keep no distance by themselves.
      let touchesName = atom.node.isNamed || (index > 0 && atoms[index - 1].node.isNamed)
      if atom.gap == .thin, touchesName { result += #"<mspace width="0.1667em"/>"# }
      if case .symbol(let glyph, let atomClass) = atom.node {
        result += sign(glyph, atomClass, isSign: atom.isSign)
      } else {
        result += element(atom.node)
      }
    }
    return result
  }

  /// A row as exactly one element.
  func row(_ nodes: [MathNode]) -> String {
    let content = elements(nodes)
    return MathAtom.row(nodes).count == 1 ? content : "<mrow>" + content + "</mrow>"
  }

  // MARK: - Elements

  private func element(_ node: MathNode) -> String {
    switch node {
    case .letters(let text, let style): identifier(text, style)
    case .number(let text): tag("mn", text)
    case .text(let text): tag("mtext", text.nonBreaking)
    case .symbol(let glyph, let atomClass): sign(glyph, atomClass, isSign: false)
    case .function(let name, _): tag("mi", name)
    case .largeOperator(let glyph, _): tag("mo", glyph)
    case .group(let body), .part(_, let body): row(body)
    case .fraction(let numerator, let denominator, let size):
      fraction(row(numerator) + row(denominator), size)
    case .root(nil, let radicand): "<msqrt>" + row(radicand) + "</msqrt>"
    case .root(let degree?, let radicand): "<mroot>" + row(radicand) + row(degree) + "</mroot>"
    case .scripts(let base, let lower, let upper): scripts(base, lower, upper)
    case .fenced(let left, let body, let right):
      "<mrow>" + fence(left, "prefix") + elements(body) + fence(right, "postfix") + "</mrow>"
    case .grid(let grid): self.grid(grid)
    case .brace(let side, let body, let label): brace(side, body, label)
    case .accent(let accent, let body):
      #"<mover accent="true">"# + row(body) + "<mo>" + accent.spacing + "</mo></mover>"
    case .space(let mu): #"<mspace width="\#(decimal(mu / 18))em"/>"#
    }
  }

  /// A single letter is slanted of its own; several stand upright.
  private func identifier(_ text: String, _ style: MathStyle) -> String {
    switch style {
    case .italic where text.count == 1: tag("mi", text)
    case .italic: #"<mi mathvariant="italic">"# + text.escaped + "</mi>"
    case .upright where text.count > 1: text.allSatisfy(\.isNumber) ? tag("mn", text) : tag("mi", text)
    case .upright:
      text.allSatisfy(\.isNumber) ? tag("mn", text) : #"<mi mathvariant="normal">"# + text.escaped + "</mi>"
    case .bold: #"<mi mathvariant="bold">"# + text.escaped + "</mi>"
    }
  }

  private func sign(_ glyph: String, _ atomClass: AtomClass, isSign: Bool) -> String {
    if isSign { return #"<mo form="prefix">"# + glyph.escaped + "</mo>" }
    switch atomClass {
    case .opening, .closing: return #"<mo stretchy="false">"# + glyph.escaped + "</mo>"
    case .ordinary where glyph == "′": return tag("mi", glyph)
    case .ordinary where glyph == "|" || glyph == "‖": return #"<mo stretchy="false">"# + glyph + "</mo>"
    default: return tag("mo", glyph)
    }
  }

  private func fraction(_ parts: String, _ size: FractionSize) -> String {
    switch size {
    case .automatic: "<mfrac>" + parts + "</mfrac>"
    case .text: #"<mstyle displaystyle="false" scriptlevel="0"><mfrac>"# + parts + "</mfrac></mstyle>"
    case .display: #"<mstyle displaystyle="true" scriptlevel="0"><mfrac>"# + parts + "</mfrac></mstyle>"
    }
  }

  private func scripts(_ base: MathNode, _ lower: [MathNode]?, _ upper: [MathNode]?) -> String {
    let hasLimits = base.hasLimits && display == .block
    let (sub, sup, both) = hasLimits ? ("munder", "mover", "munderover") : ("msub", "msup", "msubsup")
    let base = row([base])
    switch (lower, upper) {
    case (let lower?, let upper?): return "<\(both)>" + base + row(lower) + row(upper) + "</\(both)>"
    case (let lower?, nil): return "<\(sub)>" + base + row(lower) + "</\(sub)>"
    case (nil, let upper?): return "<\(sup)>" + base + row(upper) + "</\(sup)>"
    case (nil, nil): return base
    }
  }

  private func fence(_ glyph: String?, _ form: String) -> String {
    guard let glyph else { return "" }
    return #"<mo stretchy="true" fence="true" form="\#(form)">"# + glyph.escaped + "</mo>"
  }

  private func brace(_ side: BraceSide, _ body: [MathNode], _ label: [MathNode]?) -> String {
    let (element, glyph) = side == .under ? ("munder", "⏟") : ("mover", "⏞")
    let braced = "<\(element)>" + row(body) + "<mo>\(glyph)</mo></\(element)>"
    return label.map { "<\(element)>" + braced + row($0) + "</\(element)>" } ?? braced
  }

  private func grid(_ grid: MathGrid) -> String {
    let rows = grid.rows.map { cells in
      let cells = cells.enumerated().map { column, cell in
        let align = grid.kind.isFlushRight(column) ? "right" : "left"
        return #"<mtd columnalign="\#(align)">"# + elements(grid.padded(cell, column: column)) + "</mtd>"
      }
      return "<mtr>" + cells.joined() + "</mtr>"
    }
    switch grid.kind {
    case .cases: return "<mrow>" + fence("{", "prefix") + "<mtable>" + rows.joined() + "</mtable></mrow>"
    case .aligned: return #"<mtable displaystyle="true">"# + rows.joined() + "</mtable>"
    }
  }
}
