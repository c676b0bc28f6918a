import Plotting

extension Mark {
  /// The colour of its tile; a sign on it says the same, for those who do not see colours.
  var tint: Tint {
    switch self {
    case .passed: .series(2)
    case .wrong: .series(1)
    case .broken: .series(3)
    case .ungraded: .series(4)
    case .unanswered, .absent: .panel
    }
  }

  /// A tile with the sign on it.
  func elements(in tile: Rect, context: DrawingContext) -> [SceneElement] {
    let side = min(tile.width, tile.height), radius = side * 0.14
    let ground = SceneElement.path(.rect(tile, radius: radius), fill: tint.color(in: context.theme))
    let ink: Tint = self == .unanswered || self == .absent ? .muted : .background
    let stroke = Stroke(ink.color(in: context.theme), width: side * 0.11, cap: .round)
    func point(_ x: Double, _ y: Double) -> Point {
      Point(x: tile.midX + x * side / 2, y: tile.midY + y * side / 2)
    }
    func line(_ points: Point...) -> SceneElement { .path(.polyline(points), stroke: stroke) }
    func dot(_ center: Point) -> SceneElement {
      .path(.circle(center: center, radius: side * 0.07), fill: ink.color(in: context.theme))
    }
    let sign: [SceneElement] =
      switch self {
      case .passed: [line(point(-0.45, 0.05), point(-0.12, 0.38), point(0.48, -0.36))]
      case .wrong: [line(point(-0.36, -0.36), point(0.36, 0.36)), line(point(-0.36, 0.36), point(0.36, -0.36))]
      case .broken: [line(point(0, -0.46), point(0, 0.1)), dot(point(0, 0.42))]
      case .unanswered: [dot(point(0, 0))]
      case .absent: [line(point(-0.25, 0), point(0.25, 0))]
      case .ungraded:
        [line(point(-0.28, -0.25), point(0, -0.46), point(0.28, -0.22), point(0, 0.1)), dot(point(0, 0.42))]
      }
    return [ground] + sign
  }
}
