import Localization

/// One series of bars: a value for each category.
public struct BarSeries: Sendable, Hashable {
  public var label: Bilingual?
  public var values: [Double]
  /// value ± error, for as many of the values as there are errors.
  public var errors: [Double]
  /// Instead of the palette's colour.
  public var tint: Tint?
  /// Colours of single bars, by index.
  public var highlights: [Int: Tint]

  public init(
    _ label: Bilingual? = nil, values: [Double], errors: [Double] = [], tint: Tint? = nil, highlights: [Int: Tint] = [:]
  ) {
    self.label = label
    self.values = values
    self.errors = errors
    self.tint = tint
    self.highlights = highlights
  }
}

/// Bars over the bands of an axis, beside each other or on top of each other.
public struct Bar: Mark {
  public enum Arrangement: Sendable, Hashable { case grouped, stacked }
  /// Whether bars stand on the x axis or lie against the y axis.
  public enum Orientation: Sendable, Hashable { case vertical, horizontal }

  public var series: [BarSeries]
  public var arrangement: Arrangement
  public var orientation: Orientation
  /// How values are written at the bars' ends; nil leaves them out.
  public var values: NumberFormat?

  public init(
    _ series: [BarSeries], arrangement: Arrangement = .grouped, orientation: Orientation = .vertical,
    values: NumberFormat? = nil
  ) {
    self.series = series
    self.arrangement = arrangement
    self.orientation = orientation
    self.values = values
  }

  /// One series.
  public init(
    _ values: [Double], errors: [Double] = [], highlights: [Int: Tint] = [:], orientation: Orientation = .vertical,
    values format: NumberFormat? = nil
  ) {
    self.init(
      [BarSeries(values: values, errors: errors, highlights: highlights)], orientation: orientation, values: format)
  }

  public var seriesCount: Int { series.count { $0.tint == nil } }

  public func drawing(in plot: PlotArea, series first: Int) throws(PlottingError) -> MarkDrawing {
    var drawing = MarkDrawing()
    var next = first
    for (place, one) in series.enumerated() {
      let tint = one.tint ?? .series(next)
      if one.tint == nil { next += 1 }
      let texture = Texture.series(place)
      for box in try boxes(of: place, in: plot) {
        let own = one.highlights[box.index] ?? tint
        drawing.elements += texture.elements(in: box.rect, tint: own, context: plot.context)
        drawing.obstacles.append(.box(box.rect))
        if let bar = box.error {
          drawing.elements.append(bar.element(.ink, context: plot.context))
          drawing.obstacles.append(.box(bar.bounds))
        }
        if let values { drawing.labels.append(try label(box, format: values, in: plot)) }
      }
      guard let label = one.label else { continue }
      drawing.entries.append(
        LegendEntry(label: label, tint: tint, end: nil) { box, context in
          texture.elements(in: box.inset(left: box.width * 0.2, right: box.width * 0.2), tint: tint, context: context)
        })
    }
    return drawing
  }
}
