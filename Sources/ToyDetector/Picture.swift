/// A small grey picture: bright shapes on a noisy background.
public struct Picture: Sendable {
  /// Width and height in pixels.
  public let side: Int
  /// Brightness, row by row: `pixels[y * side + x]`. The background is 0 on average.
  public private(set) var pixels: [Double]
  /// What was drawn.
  public private(set) var shapes: [Shape] = []

  /// A picture of given pixels, side × side of them.
  public init(side: Int, pixels: [Double]) {
    self.side = side
    self.pixels = pixels
  }

  /// Adds a shape to the pixels that it covers.
  public mutating func draw(_ shape: Shape) {
    let reach = shape.radius + 1
    let columns = max(0, Int(shape.x - reach))...min(side - 1, Int(shape.x + reach))
    let rows = max(0, Int(shape.y - reach))...min(side - 1, Int(shape.y + reach))
    for y in rows {
      for x in columns {
        pixels[y * side + x] += shape.brightness * shape.coverage(dx: Double(x) - shape.x, dy: Double(y) - shape.y)
      }
    }
    shapes.append(shape)
  }
}

// MARK: - What is in it

/// A bright shape in a picture.
public struct Shape: Sendable {
  public enum Kind: Sendable, CaseIterable {
    /// The object that the detector is to find.
    case disc
    /// Distractors: they resemble the object, and are background.
    case ring, square, halfDisc, speck

    public var isObject: Bool { self == .disc }
  }

  public let kind: Kind
  /// Its centre in pixels; (0, 0) is the centre of the first pixel.
  public let x: Double, y: Double
  /// Its radius, or half its side, in pixels.
  public let radius: Double
  /// How much brighter than the background it is.
  public let brightness: Double

  public init(_ kind: Kind, x: Double, y: Double, radius: Double, brightness: Double) {
    (self.kind, self.x, self.y, self.radius, self.brightness) = (kind, x, y, radius, brightness)
  }

  /// How much of the pixel (dx, dy) away from the centre is covered, in [0, 1]; edges are one pixel and a half wide.
  func coverage(dx: Double, dy: Double) -> Double {
    func covered(_ depth: Double) -> Double { min(max(depth / 1.5 + 0.5, 0), 1) }
    let distance = (dx * dx + dy * dy).squareRoot()
    return switch kind {
    case .disc, .speck: covered(radius - distance)
    case .ring: min(covered(radius - distance), covered(distance - radius / 2))
    case .square: covered(0.9 * radius - max(abs(dx), abs(dy)))  // of about a disc's area
    case .halfDisc: min(covered(radius - distance), covered(dx))
    }
  }
}
