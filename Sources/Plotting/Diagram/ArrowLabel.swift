/// Places an arrow's label beside its way, where it covers least.
struct ArrowLabel {
  let block: TextBlock
  let gap: Double

  static func style(in theme: Theme) -> TextStyle { TextStyle(size: theme.type.tick, alignment: .center) }

  /// What a label needs between two boxes beside its own extent, in units: room for the arrow's head.
  static func room(along axis: DiagramAxis) -> Double { axis == .row ? 72 : 56 }

  /// - Parameters:
  ///   - way: the corners of the arrow.
  ///   - occupied: boxes and labels that stand already.
  ///   - lines: the other arrows.
  func bounds(along way: [Point], occupied: [Rect], lines: [[Point]]) -> Rect {
    let candidates = zip(way, way.dropFirst()).flatMap { a, b in
      [0.5, 0.35, 0.65].flatMap { share in
        let point = Point(x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share)
        return places(beside: point, from: a, to: b).map { (rect: $0, shortfall: shortfall(of: a.distance(to: b))) }
      }
    }
    let costs = candidates.enumerated().map { index, place in
      (
        cost(of: place.rect, occupied: occupied, lines: lines + [way]) + 200 * place.shortfall + Double(index),
        place.rect
      )
    }
    return costs.min { $0.0 < $1.0 }?.1 ?? block.bounds(at: way[0])
  }

  /// Above and below a level line, to the right and left of an upright one.
  private func places(beside point: Point, from a: Point, to b: Point) -> [Rect] {
    if abs(b.x - a.x) >= abs(b.y - a.y) {
      // The tip of the head leaves the rest of the line to the label.
      [(-gap, Anchor.bottom), (gap, .top)].map { offset, anchor in
        block.bounds(at: Point(x: point.x, y: point.y + offset), anchor: anchor)
      }
    } else {
      [(gap, Anchor.leading), (-gap, .trailing)].map { offset, anchor in
        block.bounds(at: Point(x: point.x + offset, y: point.y), anchor: anchor)
      }
    }
  }

  /// How much of the label has no line beside it: labels belong to the long stretches of a way.
  private func shortfall(of length: Double) -> Double {
    max(0, 1 - length / max(block.size.width, 1))
  }

  private func cost(of rect: Rect, occupied: [Rect], lines: [[Point]]) -> Double {
    let area = max(rect.width * rect.height, 1)
    let covered = occupied.reduce(0) { $0 + $1.overlap(with: rect) } / area
    let crossings = lines.reduce(0) { count, way in
      count + zip(way, way.dropFirst()).filter { rect.isCrossed(from: $0, to: $1) }.count
    }
    return 1000 * covered + 300 * Double(crossings)
  }
}
