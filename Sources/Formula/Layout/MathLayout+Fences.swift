extension MathLayout {
  /// `\left … \right`: brackets as tall as what they hold.
  func fenced(_ left: String?, _ body: [MathNode], _ right: String?, _ size: MathSize, _ part: String?) -> MathBox {
    let body = row(body, size, part: part)
    let reach = body.reach(fromAxis: MathMetrics.axis * size.em)
    return side(by: [
      left.map { delimiter($0, reach: reach, size, part) }, body, right.map { delimiter($0, reach: reach, size, part) },
    ])
  }

  private func side(by boxes: [MathBox?]) -> MathBox {
    var x = 0.0
    return MathBox(
      boxes.compactMap { $0 }.map { box in
        defer { x += box.extent.width }
        return (box, x, 0)
      })
  }

  /// A bracket that reaches so far above and below the axis: the font's own where it is tall enough, else drawn.
  func delimiter(_ glyph: String, reach: Double, _ size: MathSize, _ part: String?) -> MathBox {
    let plain = run(glyph, .upright, size, part)
    let isTallEnough = reach <= 0.62 * size.em || reach <= plain.reach(fromAxis: MathMetrics.axis * size.em)
    return isTallEnough ? plain : drawnDelimiter(glyph, reach: reach, size, part) ?? plain
  }

  /// A bracket drawn around the axis; nil for one that has no drawing.
  func drawnDelimiter(_ glyph: String, reach: Double, _ size: MathSize, _ part: String?) -> MathBox? {
    let em = size.em
    let pen = 1.1 * MathMetrics.rule * em
    let axis = MathMetrics.axis * em
    let (top, bottom) = (-(axis + reach), reach - axis)
    let stroke: (MathBox, width: Double)
    switch glyph {
    case "(", ")":
      let width = min(0.42, 0.24 + 0.05 * reach / em) * em
      let sag = min(0.5 * reach, 0.9 * em)
      let points = [
        (x: width, y: top), (x: width * 0.55, y: top + sag * 0.35), (x: 0, y: top + sag * 0.9), (x: 0, y: -axis),
        (x: 0, y: bottom - sag * 0.9), (x: width * 0.55, y: bottom - sag * 0.35), (x: width, y: bottom),
      ]
      stroke = (curve(points.facing(glyph == "(" ? .left : .right, in: width, pen: pen), pen: pen, part), width)
    case "{", "}":
      let width = 0.36 * em
      let points = wholeBrace(length: 2 * reach, depth: width).map { (x: width - $0.across, y: top + $0.along) }
      stroke = (curve(points.facing(glyph == "{" ? .left : .right, in: width, pen: pen), pen: pen, part), width)
    default:
      guard let corners = Self.corners[glyph] else { return nil }
      let width = 0.22 * em
      let lines = corners.map { line in
        let points = line.map { (x: width * $0.x, y: -axis - reach * $0.y) }
        return (polyline(points.facing(.left, in: width, pen: pen), pen: pen, part), 0.0, 0.0)
      }
      stroke = (MathBox(lines), width)
    }
    var box = MathBox([(stroke.0, 0.08 * em, 0)])
    box.extent.width = stroke.width + pen + 0.16 * em
    return box
  }

  /// Straight brackets: corners with x from 0 to 1 and y from the top, 1, to the bottom, −1.
  private static var corners: [String: [[(x: Double, y: Double)]]] {
    [
      "[": [[(1, 1), (0, 1), (0, -1), (1, -1)]], "]": [[(0, 1), (1, 1), (1, -1), (0, -1)]],
      "⌊": [[(0, 1), (0, -1), (1, -1)]], "⌋": [[(1, 1), (1, -1), (0, -1)]],
      "⌈": [[(1, 1), (0, 1), (0, -1)]], "⌉": [[(0, 1), (1, 1), (1, -1)]],
      "⟨": [[(1, 1), (0, 0), (1, -1)]], "⟩": [[(0, 1), (1, 0), (0, -1)]],
      "|": [[(0.5, 1), (0.5, -1)]], "‖": [[(0, 1), (0, -1)], [(1, 1), (1, -1)]], "/": [[(1, 1), (0, -1)]],
    ]
  }
}

private enum Facing {
  case left, right
}

extension [(x: Double, y: Double)] {
  /// The points, drawn for a left bracket, mirrored for a right one, and moved so that the pen stays at x ≥ 0.
  fileprivate func facing(_ facing: Facing, in width: Double, pen: Double) -> Self {
    map { (facing == .left ? $0.x + pen / 2 : width - $0.x + pen / 2, $0.y) }
  }
}
