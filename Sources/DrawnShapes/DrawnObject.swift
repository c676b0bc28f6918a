import Boxes
import Plotting

/// An object of a drawn picture: a shape that fills its box exactly, in one colour.
public struct DrawnObject: Sendable, Hashable {
  public let shape: ShapeClass
  /// In pixels, inside the picture.
  public let box: Box
  /// By how much the shape is turned before it is stretched to fill the box, clockwise.
  let degrees: Double
  public let color: Color

  init(_ shape: ShapeClass, in box: Box, degrees: Double, color: Color) {
    (self.shape, self.box, self.degrees, self.color) = (shape, box, degrees, color)
  }

  /// The outline in the picture: it touches all four sides of the box.
  public var outline: Path {
    let turned = shape.outline.placed(Placement(degrees: degrees)), own = turned.extent
    return turned.mapped { point in
      Point(
        x: box.xMin + (point.x - own.xMin) * box.width / own.width,
        y: box.yMin + (point.y - own.yMin) * box.height / own.height)
    }
  }
}

extension Path {
  /// The box around the points where segments end.
  var extent: Box {
    let ends: [Point] = segments.compactMap { segment in
      switch segment {
      case .move(let point), .line(let point), .curve(_, _, let point): point
      case .close: nil
      }
    }
    let (x, y) = (ends.map(\.x), ends.map(\.y))
    return Box(xMin: x.min() ?? 0, yMin: y.min() ?? 0, xMax: x.max() ?? 0, yMax: y.max() ?? 0)
  }
}
