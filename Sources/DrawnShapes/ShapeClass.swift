import Localization
import Plotting

/// What can be found in a drawn picture: the classes of the small detector.
public enum ShapeClass: Int, CaseIterable, Sendable, Hashable {
  case ellipse, quadrilateral, triangle, star

  public var name: Bilingual {
    switch self {
    case .ellipse: Bilingual(ko: "타원", en: "ellipse")
    case .quadrilateral: Bilingual(ko: "사각형", en: "quadrilateral")
    case .triangle: Bilingual(ko: "삼각형", en: "triangle")
    case .star: Bilingual(ko: "별", en: "star")
    }
  }

  // MARK: - Outlines

  /// By how many degrees a shape is turned, at most, before it is stretched to fill its box.
  var largestTurn: Double {
    switch self {
    case .ellipse: 0
    case .quadrilateral: 30
    case .triangle: 180
    case .star: 36
    }
  }

  /// The outline around (0, 0), of any size; its curves reach farthest where they begin and end.
  var outline: Path {
    switch self {
    case .ellipse: .circle(center: Point(x: 0, y: 0), radius: 1)
    case .quadrilateral: .rect(Rect(x: -1, y: -1, width: 2, height: 2))
    case .triangle: .polygon([Point(x: 0, y: -1), Point(x: 1, y: 1), Point(x: -1, y: 1)])
    case .star:
      .polygon(
        (0..<10).map { corner in
          let reach = corner.isMultiple(of: 2) ? 1 : 0.42
          return Placement(degrees: 36 * Double(corner))(Point(x: 0, y: -reach))
        })
    }
  }
}
