import Localization

/// A rectangle between two values of x and two of y: boxes over an image, cells of a map.
public struct RectMark: StyledMark {
  public var x: ClosedRange<Double>
  public var y: ClosedRange<Double>
  /// How much of the colour fills it, from 0 (outline only) to 1.
  public var opacity: Double
  public var style = MarkStyle()

  /// - Parameters:
  ///   - x, y: in the data's own units.
  ///   - opacity: how much of the colour fills it, from 0 (outline only) to 1.
  public init(x: ClosedRange<Double>, y: ClosedRange<Double>, opacity: Double = 0) {
    self.x = x
    self.y = y
    self.opacity = opacity
  }

  public func drawing(in plot: PlotArea, series: Int) throws(PlottingError) -> MarkDrawing {
    var drawing = MarkDrawing()
    guard let rect = try plot.rect(x: x, y: y), rect.clamped(to: plot.rect) != nil else { return drawing }
    let tint = tint(series: series)
    let theme = plot.context.theme
    let width = style.width ?? theme.lines.axis
    let dash = (style.dash ?? .solid).pattern.map { $0 * width }
    drawing.elements = [
      .path(
        .rect(rect), fill: opacity > 0 ? tint.opacity(opacity).color(in: theme) : nil,
        stroke: width > 0 ? plot.context.stroke(tint, width: width, dash: dash) : nil)
    ]
    if let label = style.label {
      let plate = tint.color(in: theme)
      // A plate of a colour that no theme changes may be as dark as the theme's background.
      let letters: Tint = plate.contrast(with: theme.background) < 1.5 ? .ink : .background
      let tag = try plot.context.text(label, .tick(in: theme).tint(letters).weight(.bold))
        .onPlate(plate, padding: plot.context.points(8))
      // Above, below, inside, and then to the right and left.
      let places: [(x: Double, y: Double, Anchor)] = [
        (rect.minX, rect.minY, .bottomLeading), (rect.maxX, rect.minY, .bottomTrailing),
        (rect.minX, rect.maxY, .topLeading), (rect.minX, rect.minY, .topLeading),
        (rect.maxX, rect.maxY, .topTrailing), (rect.maxX, rect.minY, .topLeading), (rect.minX, rect.minY, .topTrailing),
        (rect.maxX, rect.maxY, .bottomLeading), (rect.minX, rect.maxY, .bottomTrailing),
      ]
      drawing.labels = [PlotLabel(places.map { .init(tag, at: Point(x: $0.x, y: $0.y), anchor: $0.2) })]
    }
    return drawing
  }
}
