import Localization

/// Words at a pair of values.
public struct TextMark: Mark {
  public var text: Bilingual
  public var x: Double
  public var y: Double
  public var anchor: Anchor
  public var tint: Tint
  /// In units; nil takes the size of labels.
  public var size: Double?

  /// - Parameters:
  ///   - text: may hold `$formulas$`, `**bold**` and line breaks.
  ///   - anchor: which point of the words is put there.
  public init(
    _ text: Bilingual, x: Double, y: Double, anchor: Anchor = .center, tint: Tint = .ink, size: Double? = nil
  ) {
    self.text = text
    self.x = x
    self.y = y
    self.anchor = anchor
    self.tint = tint
    self.size = size
  }

  public var seriesCount: Int { 0 }

  public func drawing(in plot: PlotArea, series: Int) throws(PlottingError) -> MarkDrawing {
    var drawing = MarkDrawing()
    guard let point = try plot.point(DataPoint(x, y)), plot.rect.contains(point) else { return drawing }
    var style = TextStyle.label(in: plot.context.theme).tint(tint)
    style.size = size ?? style.size
    switch anchor.horizontal {
    case .leading: style.alignment = .leading
    case .center: style.alignment = .center
    case .trailing: style.alignment = .trailing
    }
    let block = try plot.context.text(text, style)
    drawing.labels = [PlotLabel([.init(block, at: point, anchor: anchor)], need: .fixed)]
    return drawing
  }
}
