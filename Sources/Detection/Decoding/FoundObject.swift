import Boxes

/// An object that a detector has found.
public struct FoundObject: Sendable, Hashable {
  /// The index of its class, in 0 ..< K.
  public let label: Int
  /// The probability of the class, in (0, 1).
  public let score: Float
  /// In pixels.
  public var box: Box

  public init(label: Int, score: Float, box: Box) {
    (self.label, self.score, self.box) = (label, score, box)
  }
}

// MARK: - Back to the picture as it was

extension FoundObject {
  /// The object in a picture of another size: each edge is multiplied by the ratio of the sides.
  public func scaled(from size: ImageSize, to other: ImageSize) -> FoundObject {
    let x = Double(other.width) / Double(size.width), y = Double(other.height) / Double(size.height)
    return FoundObject(
      label: label, score: score,
      box: Box(xMin: box.xMin * x, yMin: box.yMin * y, xMax: box.xMax * x, yMax: box.yMax * y))
  }
}
