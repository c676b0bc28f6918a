/// The part of a segment inside `rect`; nil where it misses it.
///
/// - Source: Liang and Barsky, *A New Concept and Method for Line Clipping*, 1984.
func clippedSegment(from start: Point, to end: Point, in rect: Rect) -> (Point, Point)? {
  let (dx, dy) = (end.x - start.x, end.y - start.y)
  var (enter, leave) = (0.0, 1.0)
  let sides = [
    (-dx, start.x - rect.minX), (dx, rect.maxX - start.x), (-dy, start.y - rect.minY), (dy, rect.maxY - start.y),
  ]
  for (slope, distance) in sides {
    if slope == 0 {
      if distance < 0 { return nil }
    } else if slope < 0 {
      enter = max(enter, distance / slope)
    } else {
      leave = min(leave, distance / slope)
    }
  }
  guard enter <= leave else { return nil }
  func at(_ t: Double) -> Point { t == 0 ? start : t == 1 ? end : Point(x: start.x + t * dx, y: start.y + t * dy) }
  return (at(enter), at(leave))
}

/// A line through `points`, broken where one is missing and cut off at the edges of `rect`.
///
/// - Returns: unbroken pieces of two or more points each, all of them inside `rect`.
func clippedLine(through points: [Point?], in rect: Rect) -> [[Point]] {
  var pieces: [[Point]] = []
  var piece: [Point] = []
  func end() {
    if piece.count > 1 { pieces.append(piece) }
    piece = []
  }
  for (start, stop) in zip(points, points.dropFirst()) {
    guard let start, let stop, let (a, b) = clippedSegment(from: start, to: stop, in: rect) else {
      end()
      continue
    }
    if piece.last != a {
      end()
      piece = [a]
    }
    if a != b { piece.append(b) }
  }
  end()
  return pieces
}

/// A polygon cut off at the edges of `rect`, side after side.
///
/// - Source: Sutherland and Hodgman, *Reentrant Polygon Clipping*, 1974.
func clippedPolygon(_ corners: [Point], in rect: Rect) -> [Point] {
  typealias Side = (inside: (Point) -> Bool, crossing: (Point, Point) -> Point)
  func atX(_ x: Double) -> (Point, Point) -> Point {
    { a, b in Point(x: x, y: a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x)) }
  }
  func atY(_ y: Double) -> (Point, Point) -> Point {
    { a, b in Point(x: a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y), y: y) }
  }
  let sides: [Side] = [
    ({ $0.x >= rect.minX }, atX(rect.minX)), ({ $0.x <= rect.maxX }, atX(rect.maxX)),
    ({ $0.y >= rect.minY }, atY(rect.minY)), ({ $0.y <= rect.maxY }, atY(rect.maxY)),
  ]
  var polygon = corners
  for side in sides {
    guard var previous = polygon.last else { return [] }
    var kept: [Point] = []
    for corner in polygon {
      if side.inside(corner) != side.inside(previous) { kept.append(side.crossing(previous, corner)) }
      if side.inside(corner) { kept.append(corner) }
      previous = corner
    }
    polygon = kept
  }
  return polygon
}
