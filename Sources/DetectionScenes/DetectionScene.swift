import Boxes
import Images
import PNGCoding
import Workbook

/// A picture to detect in, and the boxes of what is in it: drawn by the book, or the reader's own.
///
/// ```swift
/// let drawn = try DetectionScene(Landscape(balloons: 10), height: 600)
/// let own = try DetectionScene(image: "photo.png", boxes: "annotations.json")
/// drawn.chart { drawn.objects.map(drawn.mark) }
/// ```
public struct DetectionScene: Sendable {
  /// What lies behind the boxes.
  enum Picture: Sendable {
    case drawn(Landscape)
    case pixels(PixelGrid)
    /// Boxes of a picture that was not given.
    case none
  }

  let picture: Picture
  /// In pixels.
  public let size: ImageSize
  /// The boxes of the objects, in pixels. None is degenerate, and each has a part in the picture.
  public let objects: [Box]
  /// Regions with many objects, which nothing is assigned to.
  public let crowds: [Box]
  /// What is drawn, per pixel: the landscape has units of its own, and a picture's longer side is 480 of them.
  let unitsPerPixel: Double

  /// A landscape whose balloons are the objects.
  ///
  /// - Parameter height: in pixels.
  /// - Throws: `BoxError.imageSize` where it is out of range.
  public init(_ landscape: Landscape, height: Int) throws(BoxError) {
    size = try ImageSize(width: height * 3 / 2, height: height)
    let unitsPerPixel = Landscape.frame.y.upperBound / Double(height)
    self.unitsPerPixel = unitsPerPixel
    objects = landscape.boxes.map { Box($0, unitsPerPixel: unitsPerPixel) }
    (picture, crowds) = (.drawn(landscape), [])
  }

  init(_ picture: Picture, size: ImageSize, objects: [Box], crowds: [Box]) {
    (self.picture, self.size, self.objects, self.crowds) = (picture, size, objects, crowds)
    unitsPerPixel = 480 / Double(max(size.width, size.height))
  }

  /// Whether it is the reader's.
  public var isOwn: Bool { if case .drawn = picture { false } else { true } }

  /// Boxes of backgrounds: spread over the picture, half of them beside an object, none sharing 0.4 with any.
  ///
  /// - Returns: fewer than `count` where the objects leave no room.
  public func misses(_ count: Int) -> [Box] {
    Landscape.misses(count, beside: (objects + crowds).map(region(of:)), in: frame)
      .map { Box($0, unitsPerPixel: unitsPerPixel) }
  }
}

extension Box {
  init(_ box: Landscape.Box, unitsPerPixel: Double) {
    self.init(
      xMin: box.x.lowerBound / unitsPerPixel, yMin: box.y.lowerBound / unitsPerPixel,
      xMax: box.x.upperBound / unitsPerPixel, yMax: box.y.upperBound / unitsPerPixel)
  }
}
