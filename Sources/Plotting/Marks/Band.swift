import Localization

/// A shaded stretch of one axis, behind everything, with its name in it.
public struct Band: Mark {
  var xs: ClosedRange<Double>?
  var ys: ClosedRange<Double>?
  public var label: Bilingual?
  public var tint: Tint

  public init(x: ClosedRange<Double>, label: Bilingual? = nil, tint: Tint = .panel) {
    xs = x
    self.label = label
    self.tint = tint
  }

  public init(y: ClosedRange<Double>, label: Bilingual? = nil, tint: Tint = .panel) {
    ys = y
    self.label = label
    self.tint = tint
  }

  public var seriesCount: Int { 0 }

  public func drawing(in plot: PlotArea, series: Int) throws(PlottingError) -> MarkDrawing {
    var drawing = MarkDrawing()
    guard let rect = try plot.rect(x: xs, y: ys)?.clamped(to: plot.rect) else { return drawing }
    drawing.backdrop = [.path(.rect(rect), fill: tint.color(in: plot.context.theme))]
    if let label {
      let gap = plot.context.points(16)
      let style = TextStyle.label(in: plot.context.theme).tint(.muted).alignment(.center)
      // A band narrower than a word lets it stand over both edges.
      let widest = try RichText(label[plot.context.language]).widestWord(style, context: plot.context)
      let text = try plot.context.text(label, style, width: max(widest, rect.width - 2 * gap))
      let room = rect.inset(by: gap)
      drawing.labels = [
        PlotLabel([
          .init(text, at: Point(x: rect.midX, y: room.minY), anchor: .top),
          .init(text, at: Point(x: rect.maxX - gap, y: room.minY), anchor: .topTrailing),
          .init(text, at: Point(x: rect.minX + gap, y: room.minY), anchor: .topLeading),
          .init(text, at: rect.center, anchor: .center),
          .init(text, at: Point(x: rect.midX, y: room.maxY), anchor: .bottom),
        ])
      ]
    }
    return drawing
  }
}
