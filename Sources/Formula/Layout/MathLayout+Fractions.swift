extension MathLayout {
  /// Numerator and denominator centred on a bar that lies on the axis.
  func fraction(
    _ numerator: [MathNode], _ denominator: [MathNode], _ kind: FractionSize, _ size: MathSize, _ part: String?
  ) -> MathBox {
    let size = size.resized(for: kind)
    let em = size.em
    let rule = MathMetrics.rule * em
    let above = row(numerator, size.fraction, part: part)
    let below = row(denominator, size.fraction, part: part)
    let isDisplay = size.level == .display
    let clearance = isDisplay ? 3 * rule : 1.5 * rule
    let axis = MathMetrics.axis * em
    let rise = max(
      (isDisplay ? MathMetrics.displayNumeratorShift : MathMetrics.numeratorShift) * em,
      axis + rule / 2 + clearance + above.extent.descent)
    let drop = max(
      (isDisplay ? MathMetrics.displayDenominatorShift : MathMetrics.denominatorShift) * em,
      rule / 2 + clearance + below.extent.ascent - axis)

    let width = max(above.extent.width, below.extent.width) + 0.1 * em
    let padding = MathMetrics.fractionPadding * em
    let bar = ruleBox(width: width, from: axis + rule / 2, to: axis - rule / 2, part)
    var result = MathBox([
      (bar, padding, 0),
      (above, padding + (width - above.extent.width) / 2, -rise),
      (below, padding + (width - below.extent.width) / 2, drop),
    ])
    result.extent.width = width + 2 * padding
    return result
  }

  /// A filled rectangle between two heights above the baseline.
  func ruleBox(width: Double, from top: Double, to bottom: Double, _ part: String?) -> MathBox {
    let rect = MathRect(x: 0, y: -top, width: width, height: top - bottom)
    return MathBox(
      extent: MathExtent(width: width, ascent: top, descent: -bottom), items: [MathItem(.rule(rect), part: part)])
  }

  /// A root sign drawn as one stroke, and its bar over the radicand.
  func root(_ degree: [MathNode]?, _ radicand: [MathNode], _ size: MathSize, _ part: String?) -> MathBox {
    let em = size.em
    let pen = MathMetrics.rule * em
    let body = row(radicand, size, part: part)
    let gap = (size.level == .display ? 0.16 : 0.1) * em
    let top = max(body.extent.ascent, MathMetrics.xHeight * em) + gap + pen / 2
    let bottom = max(body.extent.descent, 0)
    let sign = 0.55 * em
    let height = top + bottom
    let right = sign + body.extent.width + 0.08 * em
    let stroke = polyline(
      [
        (pen, -(0.42 * height - bottom)), (0.14 * em, -(0.5 * height - bottom)), (0.3 * em, bottom - pen), (sign, -top),
        (right - pen, -top),
      ], pen: pen, part)

    guard let degree else { return MathBox([(stroke, 0, 0), (body, sign, 0)]) }
    let index = row(degree, size.script.script, part: part)
    let x = max(0, index.extent.width - 0.2 * em)
    return MathBox([
      (index, max(0, 0.2 * em - index.extent.width), -(0.58 * height - bottom + index.extent.descent)),
      (stroke, x, 0), (body, x + sign, 0),
    ])
  }
}

extension MathSize {
  /// The size that `\tfrac` and `\dfrac` ask for.
  fileprivate func resized(for kind: FractionSize) -> MathSize {
    switch kind {
    case .automatic: self
    case .text: cell
    case .display: level == .text ? MathSize(level: .display, base: base) : self
    }
  }
}
