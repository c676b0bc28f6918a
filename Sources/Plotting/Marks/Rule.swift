import Localization

/// A straight line across the plot at one value, with words at its end.
public struct Rule: Mark {
  enum Place: Sendable { case x(Double), y(Double) }

  var place: Place
  public var label: Bilingual?
  public var tint: Tint
  public var dash: Dash

  /// An upright line.
  public init(x: Double, label: Bilingual? = nil, tint: Tint = .muted, dash: Dash = .shortDashed) {
    place = .x(x)
    self.label = label
    self.tint = tint
    self.dash = dash
  }

  /// A level line.
  public init(y: Double, label: Bilingual? = nil, tint: Tint = .muted, dash: Dash = .shortDashed) {
    place = .y(y)
    self.label = label
    self.tint = tint
    self.dash = dash
  }

  public var seriesCount: Int { 0 }

  public func drawing(in plot: PlotArea, series: Int) throws(PlottingError) -> MarkDrawing {
    var drawing = MarkDrawing()
    guard let (start, end) = try ends(in: plot), plot.rect.contains(start) else { return drawing }
    let width = plot.context.theme.lines.axis
    drawing.elements = [
      .path(
        .line(from: start, to: end),
        stroke: plot.context.stroke(tint, width: width, dash: dash.pattern.map { $0 * width }))
    ]
    drawing.obstacles = [.line([start, end])]
    if let label {
      let text = try plot.context.text(label, .tick(in: plot.context.theme).tint(tint), width: plot.rect.width / 2)
      drawing.labels = [PlotLabel(candidates(text, from: start, to: end, gap: plot.context.points(10)))]
    }
    return drawing
  }

  private func ends(in plot: PlotArea) throws(PlottingError) -> (Point, Point)? {
    let rect = plot.rect
    switch place {
    case .x(let value):
      guard let x = try plot.x.position(of: value) else { return nil }
      return (Point(x: x, y: rect.minY), Point(x: x, y: rect.maxY))
    case .y(let value):
      guard let y = try plot.y.position(of: value) else { return nil }
      return (Point(x: rect.minX, y: y), Point(x: rect.maxX, y: y))
    }
  }

  /// Beside the upper end of an upright line; above or below either end of a level one.
  private func candidates(_ text: TextBlock, from start: Point, to end: Point, gap: Double) -> [PlotLabel.Candidate] {
    switch place {
    case .x:
      [start.y, (start.y + end.y) / 2, end.y - text.size.height - 2 * gap].flatMap { y in
        [
          PlotLabel.Candidate(text, at: Point(x: start.x + gap, y: y + gap), anchor: .topLeading),
          PlotLabel.Candidate(text, at: Point(x: start.x - gap, y: y + gap), anchor: .topTrailing),
        ]
      }
    case .y:
      [(end.x - gap, Anchor.Horizontal.trailing), (start.x + gap, .leading), ((start.x + end.x) / 2, .center)].flatMap {
        [
          PlotLabel.Candidate(text, at: Point(x: $0.0, y: start.y - gap / 2), anchor: Anchor($0.1, .bottom)),
          PlotLabel.Candidate(text, at: Point(x: $0.0, y: start.y + gap / 2), anchor: Anchor($0.1, .top)),
        ]
      }
    }
  }
}
