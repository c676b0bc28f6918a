/// Lines and curves from point to point.
public struct Path: Sendable, Hashable {
  public enum Segment: Sendable, Hashable {
    case move(Point)
    case line(Point)
    case curve(control1: Point, control2: Point, end: Point)
    case close
  }

  public var segments: [Segment]

  public init(_ segments: [Segment] = []) {
    self.segments = segments
  }
}

/// How a path's outline is drawn.
public struct Stroke: Sendable, Hashable {
  public enum Join: Sendable, Hashable { case miter, round }
  public enum Cap: Sendable, Hashable { case butt, round }

  public var color: Color
  public var width: Double
  /// Lengths of dashes and gaps in turn, in points; empty for an unbroken line.
  public var dash: [Double]
  public var join: Join
  public var cap: Cap

  public init(_ color: Color, width: Double, dash: [Double] = [], join: Join = .round, cap: Cap = .butt) {
    self.color = color
    self.width = width
    self.dash = dash
    self.join = join
    self.cap = cap
  }
}
