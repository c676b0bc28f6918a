/// Lays nodes out in boxes.
struct MathLayout<Measurer: MathMeasuring> {
  let measurer: Measurer

  // MARK: - Rows

  /// A row of elements on one baseline. `part` names what they belong to.
  func row(_ nodes: [MathNode], _ size: MathSize, part: String?) -> MathBox {
    let atoms = MathAtom.row(nodes)
    var result = MathBox.empty
    var x = 0.0
    for (index, atom) in atoms.enumerated() {
      x += space(atom.gap, size)
      if case .space(let mu) = atom.node {
        x = max(0, x + mu / 18 * size.em)
        result.extent.width = max(result.extent.width, x)
        continue
      }
      let box = box(atom.node, size, part: atom.parts.last ?? part)
      if index == 0 { result.extent = MathExtent(width: 0, ascent: box.extent.ascent, descent: box.extent.descent) }
      result.add(box, x: x)
      let rect = box.bounds.moved(x: x, y: 0)
      for name in atom.parts { result.parts[name] = result.parts[name]?.union(rect) ?? rect }
      x += box.extent.width
    }
    return result
  }

  private func space(_ gap: MathGap, _ size: MathSize) -> Double {
    gap == .thin || !size.isScript ? gap.ems * size.em : 0
  }

  // MARK: - Elements

  func box(_ node: MathNode, _ size: MathSize, part: String?) -> MathBox {
    switch node {
    case .letters(let text, let style): run(text, style, size, part)
    case .number(let text), .text(let text), .function(let text, _): run(text, .upright, size, part)
    case .symbol(let glyph, _): run(glyph, .upright, size, part)
    case .largeOperator(let glyph, _): largeOperator(glyph, size, part)
    case .group(let body): row(body, size, part: part)
    case .part(let name, let body): self.part(name, body, size)
    case .fraction(let numerator, let denominator, let kind): fraction(numerator, denominator, kind, size, part)
    case .root(let degree, let radicand): root(degree, radicand, size, part)
    case .scripts(let base, let lower, let upper): scripts(base, lower, upper, size, part)
    case .fenced(let left, let body, let right): fenced(left, body, right, size, part)
    case .grid(let grid): self.grid(grid, size, part)
    case .brace(let side, let body, let label): brace(side, body, label, size, part)
    case .accent(let accent, let body): self.accent(accent, body, size, part)
    case .space: .empty
    }
  }

  /// Letters in one style.
  func run(_ text: String, _ style: MathStyle, _ size: MathSize, _ part: String?) -> MathBox {
    run(text, style, points: size.em, part)
  }

  func run(_ text: String, _ style: MathStyle, points: Double, _ part: String?) -> MathBox {
    MathBox(
      extent: measurer.extent(ofMath: text, style: style, size: points),
      items: [MathItem(.run(text, style: style, size: points, x: 0, y: 0), part: part)])
  }

  /// A sum or an integral, larger where there is room, with its middle on the axis.
  private func largeOperator(_ glyph: String, _ size: MathSize, _ part: String?) -> MathBox {
    let scale = size.level == .display ? MathMetrics.displayOperatorScale : 1
    let box = run(glyph, .upright, points: size.em * scale, part)
    let middle = (box.extent.ascent - box.extent.descent) / 2
    return MathBox([(box, 0, middle - MathMetrics.axis * size.em)])
  }

  private func part(_ name: String, _ body: [MathNode], _ size: MathSize) -> MathBox {
    var box = row(body, size, part: name)
    box.parts[name] = box.bounds
    return box
  }
}

extension MathExpression {
  /// The formula laid out from a baseline that starts at (0, 0): what to draw where.
  ///
  /// Spaces, shifts and proportions follow TeX. Everything drawn lies within the box's extent, as measured.
  ///
  /// - Parameters:
  ///   - size: of ordinary letters, in points; scripts get 0.7 and, within scripts, 0.55 of it.
  ///   - measurer: the renderer's fonts, or `NominalMathMeasurer`.
  ///   - display: `.block` gives sums, limits and fractions more room.
  public func layout(
    size: Double, measuring measurer: some MathMeasuring, display: MathDisplay = .inline
  ) -> MathBox {
    let size = MathSize(level: display == .block ? .display : .text, base: size)
    return MathLayout(measurer: measurer).row(nodes, size, part: nil)
  }
}
