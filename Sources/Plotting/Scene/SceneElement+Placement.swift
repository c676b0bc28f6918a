import Foundation

/// A shift, then a turn about (0, 0), then another shift.
public struct Placement: Sendable, Hashable {
  public var before: Point
  /// Clockwise.
  public var degrees: Double
  public var after: Point

  public init(before: Point = Point(x: 0, y: 0), degrees: Double = 0, after: Point = Point(x: 0, y: 0)) {
    self.before = before
    self.degrees = degrees
    self.after = after
  }

  /// Where `point` goes. Without a turn the coordinates are sums only, exact wherever the machine.
  public func callAsFunction(_ point: Point) -> Point {
    let (x, y) = (point.x + before.x, point.y + before.y)
    guard degrees != 0 else { return Point(x: x + after.x, y: y + after.y) }
    let (c, s) = Placement.cosineAndSine(degrees)
    return Point(x: x * c - y * s + after.x, y: x * s + y * c + after.y)
  }

  /// Exact for multiples of a right angle.
  private static func cosineAndSine(_ degrees: Double) -> (Double, Double) {
    switch degrees.truncatingRemainder(dividingBy: 360) {
    case 90, -270: (0, 1)
    case -90, 270: (0, -1)
    case 180, -180: (-1, 0)
    default: (cos(degrees * .pi / 180), sin(degrees * .pi / 180))
    }
  }
}

extension SceneElement {
  /// The element moved and turned. Images and clips are moved by the shifts but stay upright.
  public func placed(_ placement: Placement) -> SceneElement {
    switch self {
    case .path(let path, let fill, let stroke):
      return .path(path.placed(placement), fill: fill, stroke: stroke)
    case .text(var run):
      run.origin = placement(run.origin)
      run.rotation += placement.degrees
      return .text(run)
    case .image(let image, let rect):
      return .image(image, in: rect.moved(placement))
    case .clipped(let rect, let elements):
      return .clipped(to: rect.moved(placement), elements.map { $0.placed(placement) })
    }
  }
}

extension Path {
  public func placed(_ placement: Placement) -> Path { mapped { placement($0) } }

  /// The path with every point, those that bend its curves too, moved by `transform`.
  public func mapped(_ transform: (Point) -> Point) -> Path {
    Path(
      segments.map { segment in
        switch segment {
        case .move(let point): .move(transform(point))
        case .line(let point): .line(transform(point))
        case .curve(let first, let second, let end):
          .curve(control1: transform(first), control2: transform(second), end: transform(end))
        case .close: .close
        }
      })
  }
}

extension Rect {
  /// The rectangle about its turned centre, itself not turned.
  fileprivate func moved(_ placement: Placement) -> Rect {
    let center = placement(center)
    return Rect(x: center.x - width / 2, y: center.y - height / 2, width: width, height: height)
  }
}
