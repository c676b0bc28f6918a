/// One run of letters in one font: what a renderer sets without further layout.
public struct TextRun: Sendable, Hashable {
  public var string: String
  public var font: Font
  public var color: Color
  /// Where the baseline starts.
  public var origin: Point
  /// Turned about `origin`, in degrees clockwise.
  public var rotation: Double

  public init(_ string: String, font: Font, color: Color, origin: Point, rotation: Double = 0) {
    self.string = string
    self.font = font
    self.color = color
    self.origin = origin
    self.rotation = rotation
  }
}

/// A font by its role; which family fills the role is the renderer's business.
public struct Font: Sendable, Hashable {
  public enum Role: Sendable, Hashable { case text, code, mathItalic, mathUpright }
  public enum Weight: Sendable, Hashable { case regular, bold }

  public var role: Role
  public var size: Double
  public var weight: Weight

  public init(_ role: Role = .text, size: Double, weight: Weight = .regular) {
    self.role = role
    self.size = size
    self.weight = weight
  }
}

/// The extent of a run: its advance, and the font's reach above and below the baseline, in points.
public struct TextExtent: Sendable, Hashable {
  public var width: Double
  public var ascent: Double
  public var descent: Double

  public init(width: Double, ascent: Double, descent: Double) {
    self.width = width
    self.ascent = ascent
    self.descent = descent
  }
}

/// Measures runs: the renderer with its fonts, or `NominalMeasurer` where no pixel is drawn.
public protocol TextMeasuring {
  func extent(of string: String, font: Font) -> TextExtent
}
