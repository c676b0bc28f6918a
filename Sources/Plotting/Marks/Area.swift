import Localization

/// The region between a curve and zero, or between two curves.
public struct Area: StyledMark {
  enum Base: Sendable {
    case level(Double)
    case curve(CurveSource)
  }

  var upper: CurveSource
  var base: Base
  /// How much of the colour the region shows, from 0 to 1.
  public var opacity = 0.25
  public var style = MarkStyle()

  public init(_ points: [DataPoint], downTo level: Double = 0) {
    upper = .points(points)
    base = .level(level)
  }

  public init(between lower: [DataPoint], and upper: [DataPoint]) {
    self.upper = .points(upper)
    base = .curve(.points(lower))
  }

  public init(
    over domain: ClosedRange<Double>, samples: Int = 400, downTo level: Double = 0,
    _ function: @escaping @Sendable (Double) -> Double
  ) {
    upper = .function(domain, samples: samples, function)
    base = .level(level)
  }

  public init(
    over domain: ClosedRange<Double>, samples: Int = 400, between lower: @escaping @Sendable (Double) -> Double,
    and upper: @escaping @Sendable (Double) -> Double
  ) {
    self.upper = .function(domain, samples: samples, upper)
    base = .curve(.function(domain, samples: samples, lower))
  }

  public func opacity(_ opacity: Double) -> Area {
    var area = self
    area.opacity = opacity
    return area
  }

  public func drawing(in plot: PlotArea, series: Int) throws(PlottingError) -> MarkDrawing {
    let tint = tint(series: series)
    let fill = tint.opacity(opacity).color(in: plot.context.theme)
    var drawing = MarkDrawing()
    for region in try regions(in: plot) {
      let corners = clippedPolygon(region, in: plot.rect)
      guard corners.count > 2 else { continue }
      drawing.elements.append(.path(.polygon(corners), fill: fill))
    }
    if let label = style.label {
      drawing.entries = [
        LegendEntry(label: label, tint: tint, end: nil) { box, _ in
          [
            .path(
              .rect(box.inset(left: box.width * 0.15, right: box.width * 0.15), radius: box.height * 0.15), fill: fill)
          ]
        }
      ]
    }
    return drawing
  }

  /// Closed outlines, one for each stretch in which all values are finite.
  private func regions(in plot: PlotArea) throws(PlottingError) -> [[Point]] {
    let tops = try upper.positions(in: plot)
    switch base {
    case .level(let level):
      let floor = try floorPosition(level, in: plot)
      return tops.split(separator: nil).map { stretch in
        let points = stretch.compactMap(\.self)
        return points + points.reversed().map { Point(x: $0.x, y: floor) }
      }
    case .curve(let lower):
      let bottoms = try lower.positions(in: plot)
      let pairs = zip(tops, bottoms).map { top, bottom in top.flatMap { top in bottom.map { (top, $0) } } }
      return pairs.split { $0 == nil }.map { stretch in
        let pairs = stretch.compactMap(\.self)
        return pairs.map(\.0) + pairs.reversed().map(\.1)
      }
    }
  }

  /// The floor's place; the axis's lower end where it has none, as 0 has on a logarithmic axis.
  private func floorPosition(_ level: Double, in plot: PlotArea) throws(PlottingError) -> Double {
    guard plot.y.spacing != .log || level > 0 else { return plot.y.start }
    return try plot.y.position(of: level) ?? plot.y.start
  }
}
