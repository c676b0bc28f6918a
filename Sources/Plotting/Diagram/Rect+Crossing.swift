extension Rect {
  /// Whether the upright or level line from `a` to `b` passes through the inside.
  func isCrossed(from a: Point, to b: Point) -> Bool {
    max(a.x, b.x) > minX && min(a.x, b.x) < maxX && max(a.y, b.y) > minY && min(a.y, b.y) < maxY
  }

  /// The area that two rectangles share.
  func overlap(with other: Rect) -> Double {
    let width = min(maxX, other.maxX) - max(minX, other.minX)
    let height = min(maxY, other.maxY) - max(minY, other.minY)
    return width > 0 && height > 0 ? width * height : 0
  }

  /// The distance between two rectangles that do not touch, along the nearer axis; 0 where they do.
  func gap(to other: Rect) -> Double {
    max(0, max(other.minX - maxX, minX - other.maxX), max(other.minY - maxY, minY - other.maxY))
  }

  var size: Size { Size(width: width, height: height) }
}
