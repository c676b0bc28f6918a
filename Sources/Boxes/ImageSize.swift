// MARK: - The size of an image

/// Width and height of an image, in pixels, each in 1 … 32,768.
public struct ImageSize: Sendable, Hashable {
  public let width, height: Int

  /// The sides that an image may have, in pixels: with more, the anchors of one image would fill gigabytes.
  public static let sides = 1...32_768

  /// - Throws: `BoxError.imageSize` where a side is out of range.
  public init(width: Int, height: Int) throws(BoxError) {
    guard Self.sides.contains(width), Self.sides.contains(height) else {
      throw .imageSize(width: width, height: height)
    }
    self.width = width
    self.height = height
  }

  /// The size after padding right and below to the next multiple, as torchvision pads with 32: 600 becomes 608.
  ///
  /// - Parameter multiple: 1 or more, in pixels.
  /// - Throws: `BoxError.imageSize` where the padded image would be too large.
  public func padded(toMultipleOf multiple: Int) throws(BoxError) -> ImageSize {
    try ImageSize(
      width: width.dividedUp(by: multiple) * multiple, height: height.dividedUp(by: multiple) * multiple)
  }
}

extension Int {
  /// ⌈self / divisor⌉ for numbers from 0 on.
  func dividedUp(by divisor: Int) -> Int { (self + divisor - 1) / divisor }
}
