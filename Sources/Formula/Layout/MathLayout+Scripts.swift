extension MathLayout {
  /// A base with sub- and superscripts, or with limits where it takes them and there is room.
  func scripts(
    _ base: MathNode, _ lower: [MathNode]?, _ upper: [MathNode]?, _ size: MathSize, _ part: String?
  ) -> MathBox {
    let box = box(base, size, part: part)
    let lowerBox = lower.map { row($0, size.script, part: part) }
    let upperBox = upper.map { row($0, size.script, part: part) }
    if base.hasLimits, size.level == .display { return limits(box, lowerBox, upperBox, size) }

    let em = size.em
    let rise = upperBox.map { superscriptShift(of: $0, on: box, of: base, size) }
    var drop = lowerBox.map { subscriptShift(of: $0, on: box, of: base, hasSuperscript: upperBox != nil, size) }
    if let upperBox, let lowerBox, let rise, let wanted = drop {
      let gap = (rise - upperBox.extent.descent) - (lowerBox.extent.ascent - wanted)
      drop = wanted + max(0, 4 * MathMetrics.rule * em - gap)
    }

    var placed = [(box: box, x: 0.0, y: 0.0)]
    let slant = base.isSlanted ? MathMetrics.slant * em : 0
    if let upperBox, let rise { placed.append((upperBox, box.extent.width + slant, -rise)) }
    if let lowerBox, let drop { placed.append((lowerBox, box.extent.width, drop)) }
    var result = MathBox(placed)
    result.extent.width += MathMetrics.spaceAfterScript * em
    return result
  }

  private func superscriptShift(of script: MathBox, on base: MathBox, of node: MathNode, _ size: MathSize) -> Double {
    let least =
      (size.level == .display ? MathMetrics.displaySuperscriptShift : MathMetrics.superscriptShift) * size.em
    let top = node.isOneGlyph ? 0 : base.extent.ascent - MathMetrics.superscriptDrop * size.em
    return max(least, top, script.extent.descent + MathMetrics.xHeight / 4 * size.em)
  }

  private func subscriptShift(
    of script: MathBox, on base: MathBox, of node: MathNode, hasSuperscript: Bool, _ size: MathSize
  ) -> Double {
    let bottom = node.isOneGlyph ? 0 : base.extent.descent + MathMetrics.subscriptDrop * size.em
    if hasSuperscript { return max(bottom, MathMetrics.subscriptShiftBelowSuperscript * size.em) }
    let top = script.extent.ascent - 0.8 * MathMetrics.xHeight * size.em
    return max(bottom, MathMetrics.subscriptShift * size.em, top)
  }

  /// Limits above and below, centred.
  private func limits(_ base: MathBox, _ lower: MathBox?, _ upper: MathBox?, _ size: MathSize) -> MathBox {
    let gap = MathMetrics.limitGap * size.em
    let width = [base, lower, upper].compactMap { $0?.extent.width }.max() ?? 0
    let middle = { (box: MathBox) in (width - box.extent.width) / 2 }
    var placed = [(box: base, x: middle(base), y: 0.0)]
    if let upper { placed.append((upper, middle(upper), -(base.extent.ascent + gap + upper.extent.descent))) }
    if let lower { placed.append((lower, middle(lower), base.extent.descent + gap + lower.extent.ascent)) }
    return MathBox(placed)
  }
}

extension MathNode {
  /// Whether scripts sit beside a single sign, at heights that do not depend on it.
  fileprivate var isOneGlyph: Bool {
    switch self {
    case .letters(let text, _): text.count == 1
    case .symbol, .number, .function: true
    case .group(let body), .part(_, let body): body.isEmpty || (body.count == 1 && body[0].isOneGlyph)
    default: false
    }
  }

  fileprivate var isSlanted: Bool {
    switch self {
    case .letters(_, let style): style == .italic
    case .group(let body), .part(_, let body): body.last?.isSlanted ?? false
    case .largeOperator("∫", _): true
    default: false
    }
  }
}
