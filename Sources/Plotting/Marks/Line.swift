import Localization

/// A line through data, or the curve of a function.
///
/// It breaks where a value is not finite and is cut off at the plot's edges.
public struct Line: StyledMark {
  var source: CurveSource
  public var style = MarkStyle()

  public init(_ points: [DataPoint]) {
    source = .points(points)
  }

  public init(_ points: some Sequence<(Double, Double)>) {
    self.init(points.map { DataPoint($0.0, $0.1) })
  }

  /// The curve of `function`.
  ///
  /// - Parameter samples: how many values it is computed at, evenly spaced along the axis.
  public init(
    over domain: ClosedRange<Double>, samples: Int = 400, _ function: @escaping @Sendable (Double) -> Double
  ) {
    source = .function(domain, samples: samples, function)
  }

  public func drawing(in plot: PlotArea, series: Int) throws(PlottingError) -> MarkDrawing {
    let points = try source.positions(in: plot)
    let pieces = clippedLine(through: points, in: plot.rect)
    let tint = tint(series: series)
    let units = style.width ?? plot.context.theme.lines.curve
    let dash = style.dash ?? (style.tint == nil ? .series(series) : .solid)
    let stroke = plot.context.stroke(tint, width: units, dash: dash.pattern.map { $0 * units })

    var drawing = MarkDrawing()
    drawing.elements = pieces.map { .path(.polyline($0), stroke: stroke) }
    drawing.obstacles = pieces.map { .line($0) }

    let dots = DotStyle(marker: style.marker, diameter: 3.2 * units, tint: tint)
    if style.marker != nil {
      let visible = points.compactMap(\.self).filter(plot.rect.contains)
      drawing.elements += visible.flatMap { dots.elements(at: $0, context: plot.context) }
    }
    guard let label = style.label else { return drawing }
    if case .near(let x) = style.labelPlace {
      drawing.labels = try nearLabel(label, x: x, pieces: pieces, tint: tint, plot: plot)
      return drawing
    }
    let hasDots = style.marker != nil
    drawing.entries = [
      LegendEntry(label: label, tint: tint, end: pieces.last?.last) { box, context in
        let line = Path.line(from: Point(x: box.minX, y: box.midY), to: Point(x: box.maxX, y: box.midY))
        return [.path(line, stroke: stroke)] + (hasDots ? dots.elements(at: box.center, context: context) : [])
      }
    ]
    return drawing
  }

  /// The name beside the curve, where it passes `x`.
  private func nearLabel(
    _ label: Bilingual, x: Double, pieces: [[Point]], tint: Tint, plot: PlotArea
  ) throws(PlottingError) -> [PlotLabel] {
    let text = try plot.context.text(label, .label(in: plot.context.theme).tint(tint).weight(.bold))
    guard let place = try plot.x.position(of: x) else { return [] }
    // The asked-for place first, then others along the curve, ever further away.
    let points = pieces.flatMap(\.self).sorted { abs($0.x - place) < abs($1.x - place) }
    let reach = plot.context.points(16)
    let tried = stride(from: 0, to: points.count, by: max(1, points.count / 24)).map { points[$0] }
    return [
      PlotLabel(tried.flatMap { PlotLabel.around($0, text: text, clearance: reach).candidates.prefix(8) })
    ]
  }
}

/// Where a curve comes from.
enum CurveSource: Sendable {
  case points([DataPoint])
  case function(ClosedRange<Double>, samples: Int, @Sendable (Double) -> Double)

  /// The curve's values; a function's are taken evenly along the axis `x`.
  func values(along x: PositionScale) -> [DataPoint] {
    switch self {
    case .points(let points): points
    case .function(let domain, let samples, let function):
      x.samples(of: domain, count: samples).map { DataPoint($0, function($0)) }
    }
  }

  func positions(in plot: PlotArea) throws(PlottingError) -> [Point?] {
    var positions: [Point?] = []
    for value in values(along: plot.x) { positions.append(try plot.point(value)) }
    return positions
  }
}
