import Localization

/// What everything that draws needs to know: for whom, in which colours, with which letters, and how large.
public struct DrawingContext {
  public var language: Language
  public var theme: Theme
  public var measurer: any TextMeasuring
  /// What one unit of type sizes, line widths and gaps comes to in points: 1 on a slide of 1920 × 1080.
  public var unit: Double

  public init(language: Language, theme: Theme = .light, measurer: any TextMeasuring, unit: Double = 1) {
    self.language = language
    self.theme = theme
    self.measurer = measurer
    self.unit = unit
  }

  /// The unit of a scene of `size`: the smaller of width / 1920 and height / 1080.
  public static func unit(for size: Size) -> Double {
    min(size.width / Size.slide.width, size.height / Size.slide.height)
  }

  /// So many units, in points.
  public func points(_ units: Double) -> Double { units * unit }

  /// `text` in the reader's language, set in `style` and wrapped to `width` points.
  public func text(
    _ text: Bilingual, _ style: TextStyle, width: Double? = nil
  ) throws(PlottingError) -> TextBlock {
    try RichText(text[language]).laidOut(style, width: width, context: self)
  }

  /// A stroke in `tint`, `width` units wide, with a dash given in units.
  public func stroke(_ tint: Tint, width: Double, dash: [Double] = [], cap: Stroke.Cap = .butt) -> Stroke {
    Stroke(tint.color(in: theme), width: points(width), dash: dash.map(points), cap: cap)
  }
}
