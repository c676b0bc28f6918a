extension Path {
  /// A rectangle, its corners rounded by `radius` where that fits.
  public static func rect(_ rect: Rect, radius: Double = 0) -> Path {
    let r = min(radius, rect.width / 2, rect.height / 2)
    guard r > 0 else {
      return polygon([
        Point(x: rect.minX, y: rect.minY), Point(x: rect.maxX, y: rect.minY), Point(x: rect.maxX, y: rect.maxY),
        Point(x: rect.minX, y: rect.maxY),
      ])
    }
    let k = r * (1 - circleHandle)
    func p(_ x: Double, _ y: Double) -> Point { Point(x: x, y: y) }
    return Path([
      .move(p(rect.minX + r, rect.minY)),
      .line(p(rect.maxX - r, rect.minY)),
      .curve(
        control1: p(rect.maxX - k, rect.minY), control2: p(rect.maxX, rect.minY + k), end: p(rect.maxX, rect.minY + r)),
      .line(p(rect.maxX, rect.maxY - r)),
      .curve(
        control1: p(rect.maxX, rect.maxY - k), control2: p(rect.maxX - k, rect.maxY), end: p(rect.maxX - r, rect.maxY)),
      .line(p(rect.minX + r, rect.maxY)),
      .curve(
        control1: p(rect.minX + k, rect.maxY), control2: p(rect.minX, rect.maxY - k), end: p(rect.minX, rect.maxY - r)),
      .line(p(rect.minX, rect.minY + r)),
      .curve(
        control1: p(rect.minX, rect.minY + k), control2: p(rect.minX + k, rect.minY), end: p(rect.minX + r, rect.minY)),
      .close,
    ])
  }

  /// A circle of four cubic arcs, off by less than 0.03 % of the radius.
  public static func circle(center: Point, radius: Double) -> Path {
    .rect(
      Rect(x: center.x - radius, y: center.y - radius, width: 2 * radius, height: 2 * radius), radius: radius)
  }

  /// An unbroken line through `points`; nothing where there are fewer than two.
  public static func polyline(_ points: [Point]) -> Path {
    guard points.count > 1 else { return Path() }
    return Path([.move(points[0])] + points.dropFirst().map { .line($0) })
  }

  public static func line(from start: Point, to end: Point) -> Path { polyline([start, end]) }

  /// A closed outline; nothing where there are fewer than three corners.
  public static func polygon(_ points: [Point]) -> Path {
    guard points.count > 2 else { return Path() }
    return Path(polyline(points).segments + [.close])
  }

  /// How far a cubic arc's handles reach, in radii, for a quarter of a circle: 4(√2 − 1) / 3.
  static let circleHandle = 0.552_284_749_830_793_4
}
