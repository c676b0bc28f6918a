/// Words for which a chart finds a place: several to choose from, the best first.
public struct PlotLabel: Sendable {
  public struct Candidate: Sendable {
    public var text: TextBlock
    public var at: Point
    public var anchor: Anchor

    public init(_ text: TextBlock, at point: Point, anchor: Anchor) {
      self.text = text
      at = point
      self.anchor = anchor
    }

    var bounds: Rect { text.bounds(at: at, anchor: anchor) }
  }

  /// What becomes of a label when all its places are taken.
  public enum Need: Sendable, Hashable {
    /// It stands where it was put, whatever else is there; others keep clear of it.
    case fixed
    /// It is left out.
    case optional
    /// It is left out, rather than cover any data.
    case clear
  }

  public var candidates: [Candidate]
  public var need: Need

  public init(_ candidates: [Candidate], need: Need = .optional) {
    self.candidates = candidates
    self.need = need
  }

  /// A label around a dot: to the right, to the left, above, below, and in the corners, then once more further off.
  static func around(_ point: Point, text: TextBlock, clearance: Double) -> PlotLabel {
    let near = ring(point, text: text, distance: clearance)
    return PlotLabel(near + ring(point, text: text, distance: clearance + text.firstBaseline))
  }

  private static func ring(_ point: Point, text: TextBlock, distance: Double) -> [Candidate] {
    let diagonal = distance * 0.7
    let places: [(Double, Double, Anchor)] = [
      (distance, 0, .leading), (diagonal, -diagonal, .bottomLeading), (diagonal, diagonal, .topLeading),
      (-distance, 0, .trailing), (-diagonal, -diagonal, .bottomTrailing), (-diagonal, diagonal, .topTrailing),
      (0, -distance, .bottom), (0, distance, .top),
    ]
    return places.map { Candidate(text, at: Point(x: point.x + $0.0, y: point.y + $0.1), anchor: $0.2) }
  }
}

/// What labels had better not cover.
public enum Obstacle: Sendable, Hashable {
  case box(Rect)
  case line([Point])

  /// Whether any of it lies in `rect`.
  func touches(_ rect: Rect) -> Bool {
    switch self {
    case .box(let box):
      rect.intersects(box)
    case .line(let points):
      zip(points, points.dropFirst()).contains { clippedSegment(from: $0, to: $1, in: rect) != nil }
    }
  }
}

extension Rect {
  /// Whether the two share some area.
  func intersects(_ other: Rect) -> Bool {
    minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }

  func contains(_ other: Rect) -> Bool {
    minX <= other.minX && other.maxX <= maxX && minY <= other.minY && other.maxY <= maxY
  }

  func contains(_ point: Point) -> Bool {
    (minX...maxX).contains(point.x) && (minY...maxY).contains(point.y)
  }

  /// The rectangle grown by so much on every side.
  func outset(by reach: Double) -> Rect {
    Rect(x: x - reach, y: y - reach, width: width + 2 * reach, height: height + 2 * reach)
  }

  /// What the two share; nil where that has no area.
  func intersection(_ other: Rect) -> Rect? {
    guard intersects(other) else { return nil }
    let (left, top) = (max(minX, other.minX), max(minY, other.minY))
    return Rect(x: left, y: top, width: min(maxX, other.maxX) - left, height: min(maxY, other.maxY) - top)
  }
}
