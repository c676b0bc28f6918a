extension MathLayout {
  /// A stroked curve as a box that holds it, pen included.
  func curve(_ points: [(x: Double, y: Double)], pen: Double, _ part: String?) -> MathBox {
    let (xs, ys) = (points.map(\.x), points.map(\.y))
    let extent = MathExtent(
      width: (xs.max() ?? 0) + pen / 2, ascent: -(ys.min() ?? 0) + pen / 2, descent: (ys.max() ?? 0) + pen / 2)
    let curve = MathItem.Shape.curve(points.map { MathPoint(x: $0.x, y: $0.y) }, width: pen)
    return MathBox(extent: extent, items: [MathItem(curve, part: part)])
  }

  /// Straight lines from corner to corner.
  func polyline(_ corners: [(x: Double, y: Double)], pen: Double, _ part: String?) -> MathBox {
    guard let first = corners.first else { return .empty }
    var points = [first]
    for (a, b) in zip(corners, corners.dropFirst()) {
      points.append((a.x + (b.x - a.x) / 3, a.y + (b.y - a.y) / 3))
      points.append((a.x + (b.x - a.x) * 2 / 3, a.y + (b.y - a.y) * 2 / 3))
      points.append(b)
    }
    return curve(points, pen: pen, part)
  }

  // MARK: - Braces

  /// One half of a brace: from its end to its tip, along an axis of `length` and over a `depth`.
  ///
  /// Returned as (along, across) pairs, the start first; the tip lies at (length, depth).
  func halfBrace(length: Double, depth: Double) -> [(along: Double, across: Double)] {
    let bend = min(length / 2, 1.2 * depth)
    let middle = depth / 2
    return [
      (0, 0), (0, middle * 0.75), (bend * 0.35, middle), (bend, middle),
      (bend + (length - 2 * bend) / 3, middle), (bend + (length - 2 * bend) * 2 / 3, middle), (length - bend, middle),
      (length - bend * 0.35, middle), (length, middle * 1.25), (length, depth),
    ]
  }

  /// A whole brace of `length`, from end over tip to end.
  func wholeBrace(length: Double, depth: Double) -> [(along: Double, across: Double)] {
    let half = halfBrace(length: length / 2, depth: depth)
    return half + half.reversed().dropFirst().map { (length - $0.along, $0.across) }
  }

  /// A body with a brace over or under it, and the label beyond the brace.
  func brace(
    _ side: BraceSide, _ body: [MathNode], _ label: [MathNode]?, _ size: MathSize, _ part: String?
  ) -> MathBox {
    let em = size.em
    let pen = MathMetrics.rule * em
    let body = row(body, size, part: part)
    let label = label.map { row($0, size.script, part: part) }
    let width = max(body.extent.width, label?.extent.width ?? 0, 0.6 * em)
    let bodyX = (width - body.extent.width) / 2
    let length = max(body.extent.width, 0.6 * em)
    let depth = 0.34 * em
    let gap = 0.1 * em
    // Downwards is positive: the brace hangs below the body, or stands, mirrored, above it.
    let direction = side == .under ? 1.0 : -1.0
    let start = (side == .under ? body.extent.descent : body.extent.ascent) + gap + pen / 2
    let brace = curve(
      wholeBrace(length: length - pen, depth: depth)
        .map { (x: $0.along + pen / 2, y: direction * (start + $0.across)) }, pen: pen, part)
    var placed = [(box: body, x: bodyX, y: 0.0), (brace, (width - length) / 2, 0)]
    if let label {
      let edge = start + depth + pen / 2 + gap
      let y = side == .under ? edge + label.extent.ascent : -(edge + label.extent.descent)
      placed.append((label, (width - label.extent.width) / 2, y))
    }
    return MathBox(placed)
  }

  // MARK: - Accents

  /// A hat, bar, tilde or dot drawn over the body.
  func accent(_ accent: MathAccent, _ body: [MathNode], _ size: MathSize, _ part: String?) -> MathBox {
    let em = size.em
    let pen = MathMetrics.rule * em
    let body = row(body, size, part: part)
    let bottom = max(body.extent.ascent, MathMetrics.xHeight * em) + 0.08 * em
    let middle = body.extent.width / 2 + 0.03 * em
    let half = min(0.22 * em, max(0.12 * em, body.extent.width * 0.4))
    let rise = 0.13 * em
    let low = -(bottom + pen / 2)
    let mark: MathBox =
      switch accent {
      case .hat:
        polyline([(middle - half, low), (middle, low - rise), (middle + half, low)], pen: pen, part)
      case .tilde:
        curve(
          [
            (middle - half, low), (middle - half * 0.4, low - 1.6 * rise), (middle + half * 0.4, low + rise * 0.6),
            (middle + half, low - rise),
          ], pen: pen, part)
      case .dot: polyline([(middle, low - pen), (middle + 0.001 * em, low - pen)], pen: 2 * pen, part)
      case .bar: polyline([(middle - half, low), (middle + half, low)], pen: pen, part)
      case .overline: polyline([(pen / 2, low), (max(pen, body.extent.width - pen / 2), low)], pen: pen, part)
      }
    return MathBox([(body, max(0, half - middle), 0), (mark, max(0, half - middle), 0)])
  }
}
