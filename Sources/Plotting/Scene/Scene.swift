/// A drawing, ready to be rendered: primitives in points, in the order in which they are painted.
///
/// Tests read scenes; renderers turn them into pixels or vectors.
public struct Scene: Sendable, Hashable {
  public var size: Size
  /// What lies behind everything; nil leaves it transparent.
  public var background: Color?
  public var elements: [SceneElement]

  public init(size: Size, background: Color?, elements: [SceneElement]) {
    self.size = size
    self.background = background
    self.elements = elements
  }
}

public enum SceneElement: Sendable, Hashable {
  case path(Path, fill: Color? = nil, stroke: Stroke? = nil)
  case text(TextRun)
  case image(PixelImage, in: Rect)
  /// Elements drawn only inside `clip`.
  case clipped(to: Rect, [SceneElement])
}

/// Pixels to be placed in a scene: rows from the top, four bytes each (red, green, blue, opacity; not premultiplied).
public struct PixelImage: Sendable, Hashable {
  public let width: Int
  public let height: Int
  public let rgba: [UInt8]
  /// How it looks where it is shown larger than it is.
  public var enlargement = Enlargement.automatic

  public enum Enlargement: Sendable, Hashable {
    /// Pixels run into each other, up to four times the size; beyond, each is a square: a matrix, not a photograph.
    case automatic
    /// Each pixel is a square, whatever the size.
    case squares
  }

  /// - Returns: nil where `rgba` does not hold `width × height × 4` bytes.
  public init?(width: Int, height: Int, rgba: [UInt8]) {
    guard width > 0, height > 0, rgba.count == width * height * 4 else { return nil }
    self.width = width
    self.height = height
    self.rgba = rgba
  }

  /// A grey picture: `black` and what is darker is black, `white` and what is brighter is white.
  ///
  /// - Parameter grey: brightness, row by row from the top, `width` in each.
  /// - Returns: nil where the rows are not all full, or there is none.
  public init?(width: Int, grey: [Double], black: Double = 0, white: Double = 1) {
    guard width > 0, grey.count % width == 0 else { return nil }
    self.init(
      width: width, height: grey.count / width,
      rgba: grey.flatMap { brightness -> [UInt8] in
        let share = (brightness - black) / (white - black)
        let level = UInt8(255 * min(max(share.isNaN ? 0 : share, 0), 1))
        return [level, level, level, 255]
      })
  }
}
