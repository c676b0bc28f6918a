extension Path {
  /// A curly brace along the straight line from `start` to `end`, its tip `depth` to the right of the way there.
  static func brace(from start: Point, to end: Point, depth: Double) -> Path {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let length = max((dx * dx + dy * dy).squareRoot(), .leastNormalMagnitude)
    // `along` is in units of the brace's own length, `out` in units of its depth.
    func point(_ along: Double, _ out: Double) -> Point {
      Point(
        x: start.x + dx * along - dy / length * out * depth,
        y: start.y + dy * along + dx / length * out * depth)
    }
    // The arms' curved ends are as long as the brace is deep, where it is long enough.
    let bend = min(depth / length, 0.22)
    return Path([
      .move(point(0, 0)),
      .curve(control1: point(0, 0.45), control2: point(bend * 0.35, 0.5), end: point(bend, 0.5)),
      .line(point(0.5 - bend, 0.5)),
      .curve(control1: point(0.5 - bend * 0.35, 0.5), control2: point(0.5, 0.55), end: point(0.5, 1)),
      .curve(control1: point(0.5, 0.55), control2: point(0.5 + bend * 0.35, 0.5), end: point(0.5 + bend, 0.5)),
      .line(point(1 - bend, 0.5)),
      .curve(control1: point(1 - bend * 0.35, 0.5), control2: point(1, 0.45), end: point(1, 0)),
    ])
  }
}
