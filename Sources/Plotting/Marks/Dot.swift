import Localization

/// Dots at pairs of values, with error bars and names where the data has them.
public struct Dot: StyledMark {
  public var points: [DataPoint]
  public var style = MarkStyle()

  public init(_ points: [DataPoint]) {
    self.points = points
  }

  public init(_ points: some Sequence<(Double, Double)>) {
    self.init(points.map { DataPoint($0.0, $0.1) })
  }

  public func drawing(in plot: PlotArea, series: Int) throws(PlottingError) -> MarkDrawing {
    let tint = tint(series: series)
    let diameter = style.width ?? plot.context.theme.lines.dot
    let marker = style.marker ?? (style.tint == nil ? .series(series) : .circle)
    let dots = DotStyle(marker: marker, diameter: diameter, tint: tint)
    let radius = plot.context.points(diameter / 2)

    var drawing = MarkDrawing()
    for point in points {
      if let interval = point.interval, let bar = try errorBar(interval, x: point.x, in: plot) {
        drawing.elements.append(bar.element(tint, context: plot.context))
        drawing.obstacles.append(.box(bar.bounds))
      }
    }
    for point in points {
      guard let center = try plot.point(point), plot.rect.contains(center) else { continue }
      drawing.elements += dots.elements(at: center, context: plot.context)
      drawing.obstacles.append(
        .box(Rect(x: center.x - radius, y: center.y - radius, width: 2 * radius, height: 2 * radius)))
      if let label = point.label {
        let text = try plot.context.text(label, .tick(in: plot.context.theme).tint(.ink))
        drawing.labels.append(.around(center, text: text, clearance: radius + plot.context.points(8)))
      }
    }
    if let label = style.label {
      drawing.entries = [
        LegendEntry(label: label, tint: tint, end: nil) { box, context in
          dots.elements(at: box.center, context: context)
        }
      ]
    }
    return drawing
  }

  private func errorBar(
    _ interval: ClosedRange<Double>, x: Double, in plot: PlotArea
  ) throws(PlottingError) -> ErrorBar? {
    guard let low = try plot.point(DataPoint(x, interval.lowerBound)),
      let high = try plot.point(DataPoint(x, interval.upperBound))
    else { return nil }
    return ErrorBar(from: low, to: high, cap: plot.context.points(8))
  }
}

/// The look of a dot: filled, with a thin ring of background that keeps neighbours apart.
struct DotStyle: Sendable {
  var marker: Marker?
  var diameter: Double
  var tint: Tint

  func elements(at center: Point, context: DrawingContext) -> [SceneElement] {
    let path = (marker ?? .circle).path(at: center, diameter: context.points(diameter))
    return [.path(path, fill: tint.color(in: context.theme), stroke: context.stroke(.background, width: 2.5))]
  }
}

/// From the lower to the upper end of what a value could be, with short strokes across both ends.
struct ErrorBar: Sendable {
  var from: Point
  var to: Point
  /// Half the length of the strokes across.
  var cap: Double

  init(from: Point, to: Point, cap: Double) {
    self.from = from
    self.to = to
    self.cap = cap
  }

  var bounds: Rect {
    Rect(
      x: min(from.x, to.x), y: min(from.y, to.y), width: abs(to.x - from.x), height: abs(to.y - from.y)
    ).outset(by: cap)
  }

  func element(_ tint: Tint, context: DrawingContext) -> SceneElement {
    let isUpright = abs(to.y - from.y) >= abs(to.x - from.x)
    let (dx, dy) = isUpright ? (cap, 0) : (0, cap)
    let strokes = [
      Path.line(from: from, to: to),
      .line(from: Point(x: from.x - dx, y: from.y - dy), to: Point(x: from.x + dx, y: from.y + dy)),
      .line(from: Point(x: to.x - dx, y: to.y - dy), to: Point(x: to.x + dx, y: to.y + dy)),
    ]
    return .path(
      Path(strokes.flatMap(\.segments)), stroke: context.stroke(tint, width: context.theme.lines.axis))
  }
}
