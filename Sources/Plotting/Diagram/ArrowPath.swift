/// An arrow's way as it is painted: rounded corners, and heads as slim triangles.
struct ArrowPath {
  /// The corners of the way, from the first box to the second.
  let points: [Point]
  let heads: Arrow.Heads
  let headLength: Double
  let cornerRadius: Double

  func elements(stroke: Stroke) -> [SceneElement] {
    guard points.count > 1 else { return [] }
    var line = points
    var tips: [SceneElement] = []
    // The line ends inside the head, so that its blunt end does not show beside the tip.
    if heads != .none { tips.append(head(endOf: &line, color: stroke.color)) }
    if heads == .both {
      line.reverse()
      tips.append(head(endOf: &line, color: stroke.color))
      line.reverse()
    }
    return [.path(rounded(line), stroke: stroke)] + tips
  }

  private func head(endOf line: inout [Point], color: Color) -> SceneElement {
    let tip = line[line.count - 1]
    let direction = tip.direction(from: line[line.count - 2])
    let (length, half) = (headLength, headLength * 0.42)
    let base = tip.moved(-length, along: direction)
    line[line.count - 1] = tip.moved(-length * 0.7, along: direction)
    let side = Point(x: -direction.y, y: direction.x)
    return .path(.polygon([tip, base.moved(half, along: side), base.moved(-half, along: side)]), fill: color)
  }

  private func rounded(_ line: [Point]) -> Path {
    var segments: [Path.Segment] = [.move(line[0])]
    for i in line.indices.dropFirst().dropLast() {
      let corner = line[i]
      let (into, out) = (line[i - 1].direction(from: corner), line[i + 1].direction(from: corner))
      let radius = min(cornerRadius, line[i - 1].distance(to: corner) / 2, line[i + 1].distance(to: corner) / 2)
      let handle = radius * (1 - Path.circleHandle)
      segments.append(.line(corner.moved(radius, along: into)))
      segments.append(
        .curve(
          control1: corner.moved(handle, along: into), control2: corner.moved(handle, along: out),
          end: corner.moved(radius, along: out)))
    }
    segments.append(.line(line[line.count - 1]))
    return Path(segments)
  }
}

extension Point {
  func distance(to other: Point) -> Double {
    ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
  }

  /// The unit vector from `origin` to here; (0, 0) where they are one.
  func direction(from origin: Point) -> Point {
    let length = distance(to: origin)
    return length > 0 ? Point(x: (x - origin.x) / length, y: (y - origin.y) / length) : Point(x: 0, y: 0)
  }

  func moved(_ distance: Double, along direction: Point) -> Point {
    Point(x: x + distance * direction.x, y: y + distance * direction.y)
  }
}
