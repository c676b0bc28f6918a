import Boxes

/// A bounding box as COCO writes it: its upper left corner and its size, in pixels.
///
/// Average precision is computed from these four numbers and not from two corners: x + width − x is not always width to
/// the last bit, and where an IoU is exactly a threshold the last bit decides.
public struct CornerBox: Sendable, Equatable {
  public var x, y: Double
  /// 0 or more.
  public var width, height: Double

  public init(x: Double, y: Double, width: Double, height: Double) {
    (self.x, self.y, self.width, self.height) = (x, y, width, height)
  }

  public init(_ box: Box) {
    self.init(x: box.xMin, y: box.yMin, width: box.width, height: box.height)
  }

  public var box: Box { Box(x: x, y: y, width: width, height: height) }

  public var area: Double { width * height }

  /// A value that no box can have: one that is infinite or not a number, or a negative size.
  var problem: DataError.Problem? {
    guard x.isFinite, y.isFinite, width.isFinite, height.isFinite else { return .notFinite }
    guard width >= 0, height >= 0 else { return .negativeSize(min(width, height)) }
    return nil
  }

  /// How much of both boxes together they share, in [0, 1]; with a crowd, how much of this box lies in it.
  ///
  /// The order of the operations is that of COCO's own code, so that every bit is.
  /// - Source: pycocotools, `bbIou` in `maskApi.c`.
  func overlap(with object: CornerBox, isCrowd: Bool) -> Double {
    let sharedWidth = min(width + x, object.width + object.x) - max(x, object.x)
    guard sharedWidth > 0 else { return 0 }
    let sharedHeight = min(height + y, object.height + object.y) - max(y, object.y)
    guard sharedHeight > 0 else { return 0 }
    let intersection = sharedWidth * sharedHeight
    return intersection / (isCrowd ? area : area + object.area - intersection)
  }
}
