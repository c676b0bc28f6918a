// MARK: - A box

/// A rectangle of an image, given by its edges in pixels: x to the right, y downwards, the maxima exclusive.
///
/// A box that covers the whole first pixel is `Box(xMin: 0, yMin: 0, xMax: 1, yMax: 1)`: its width is 1.
public struct Box: Sendable, Hashable {
  public var xMin, yMin, xMax, yMax: Double

  public init(xMin: Double, yMin: Double, xMax: Double, yMax: Double) {
    self.xMin = xMin
    self.yMin = yMin
    self.xMax = xMax
    self.yMax = yMax
  }

  /// The box with its upper left corner at (x, y), as COCO writes boxes.
  public init(x: Double, y: Double, width: Double, height: Double) {
    self.init(xMin: x, yMin: y, xMax: x + width, yMax: y + height)
  }

  /// The box around a centre.
  public init(centerX: Double, centerY: Double, width: Double, height: Double) {
    self.init(
      xMin: centerX - width / 2, yMin: centerY - height / 2, xMax: centerX + width / 2, yMax: centerY + height / 2)
  }

  /// xMax − xMin, in pixels; negative where the box is inverted.
  public var width: Double { xMax - xMin }

  /// yMax − yMin, in pixels; negative where the box is inverted.
  public var height: Double { yMax - yMin }

  /// Width times height, in square pixels; 0 where the box is degenerate.
  public var area: Double { isDegenerate ? 0 : width * height }

  /// The middle, in pixels.
  public var center: (x: Double, y: Double) { (xMin + width / 2, yMin + height / 2) }

  /// Height / width, as aspect ratios are given here; not a number for a point.
  public var aspectRatio: Double { height / width }
}

// MARK: - Boxes that are none

extension Box {
  /// Whether nothing is inside: flat, inverted, or with an edge that is not a number.
  public var isDegenerate: Bool { !(width > 0 && height > 0) }

  /// Whether all four edges are finite.
  public var isFinite: Bool { xMin.isFinite && yMin.isFinite && xMax.isFinite && yMax.isFinite }
}

// MARK: - Clipping

extension Box {
  /// The part of the box inside an image: every edge is moved to the nearest place in it.
  ///
  /// A box that lies outside becomes flat, at the border. An edge that is not a number stays so.
  public func clipped(to image: ImageSize) -> Box {
    func inside(_ edge: Double, _ length: Int) -> Double {
      edge < 0 ? 0 : edge > Double(length) ? Double(length) : edge
    }
    return Box(
      xMin: inside(xMin, image.width), yMin: inside(yMin, image.height), xMax: inside(xMax, image.width),
      yMax: inside(yMax, image.height))
  }
}
