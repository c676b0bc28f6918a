/// How the letters of a formula are set: variables slanted, numbers and words upright.
public enum MathStyle: Sendable, Hashable {
  case italic, upright, bold
}

/// Says how large a run of letters comes out: the renderer's fonts, or nominal widths in tests.
public protocol MathMeasuring {
  /// The extent of `run` set in `style` at `size` points: its advance, and how far the ink of these very letters reaches
  /// (not the font's ascent and descent, which would push fractions and scripts apart).
  func extent(ofMath run: String, style: MathStyle, size: Double) -> MathExtent
}

/// Width, and height above and below the baseline, in points.
public struct MathExtent: Sendable, Hashable {
  public var width: Double
  public var ascent: Double
  public var descent: Double

  public init(width: Double, ascent: Double, descent: Double) {
    self.width = width
    self.ascent = ascent
    self.descent = descent
  }

  public var height: Double { ascent + descent }
}

/// A formula laid out: what to draw where, around a baseline that starts at (0, 0), x to the right and y *down*.
public struct MathBox: Sendable, Hashable {
  public var extent: MathExtent
  public var items: [MathItem]
  /// Where the parts named by `\part{name}{…}` came to lie, for colours and call-outs.
  public var parts: [String: MathRect]

  public init(extent: MathExtent, items: [MathItem] = [], parts: [String: MathRect] = [:]) {
    self.extent = extent
    self.items = items
    self.parts = parts
  }
}

/// One thing to draw. `part` names the innermost `\part` that it stands in.
public struct MathItem: Sendable, Hashable {
  public enum Shape: Sendable, Hashable {
    /// Letters whose baseline starts at (x, y).
    case run(String, style: MathStyle, size: Double, x: Double, y: Double)
    /// A filled rectangle: fraction bars, overlines.
    case rule(MathRect)
    /// A stroked curve: braces, roots, tall brackets. Cubic Béziers: a start, then three points for each piece.
    case curve([MathPoint], width: Double)
  }

  public var shape: Shape
  public var part: String?

  public init(_ shape: Shape, part: String? = nil) {
    self.shape = shape
    self.part = part
  }
}

public struct MathPoint: Sendable, Hashable {
  public var x: Double
  public var y: Double

  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// (x, y) is the upper left corner; y grows downwards.
public struct MathRect: Sendable, Hashable {
  public var x: Double
  public var y: Double
  public var width: Double
  public var height: Double

  public init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }
}
