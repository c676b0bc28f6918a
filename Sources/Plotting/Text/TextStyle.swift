/// How a label is set: size in units, colour, weight, and how its lines stand to each other.
public struct TextStyle: Sendable, Hashable {
  public enum Alignment: Sendable, Hashable { case leading, center, trailing }

  /// In units: points on a slide of 1920 × 1080.
  public var size: Double
  public var weight: Font.Weight
  public var tint: Tint
  public var alignment: Alignment

  public init(
    size: Double, weight: Font.Weight = .regular, tint: Tint = .ink, alignment: Alignment = .leading
  ) {
    self.size = size
    self.weight = weight
    self.tint = tint
    self.alignment = alignment
  }

  public static func title(in theme: Theme) -> TextStyle { TextStyle(size: theme.type.title, weight: .bold) }
  public static func heading(in theme: Theme) -> TextStyle { TextStyle(size: theme.type.heading, weight: .bold) }
  public static func body(in theme: Theme) -> TextStyle { TextStyle(size: theme.type.body) }
  public static func label(in theme: Theme) -> TextStyle { TextStyle(size: theme.type.label) }
  public static func tick(in theme: Theme) -> TextStyle { TextStyle(size: theme.type.tick, tint: .muted) }
  public static func note(in theme: Theme) -> TextStyle { TextStyle(size: theme.type.note, tint: .muted) }

  public func tint(_ tint: Tint) -> TextStyle {
    var style = self
    style.tint = tint
    return style
  }

  public func alignment(_ alignment: Alignment) -> TextStyle {
    var style = self
    style.alignment = alignment
    return style
  }

  public func weight(_ weight: Font.Weight) -> TextStyle {
    var style = self
    style.weight = weight
    return style
  }
}
