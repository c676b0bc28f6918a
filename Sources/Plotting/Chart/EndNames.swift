/// Names of curves at their right ends.
struct EndNames {
  struct Item {
    var text: TextBlock
    var end: Point
    /// Left middle of the name.
    var place: Point
    var tint: Tint
  }

  var items: [Item] = []
  private let context: DrawingContext

  /// Whether a curve ends at the plot's right edge.
  static func isAtEdge(_ entry: LegendEntry, of plot: Rect) -> Bool {
    entry.end.map { $0.x > plot.maxX - 0.02 * plot.width } ?? false
  }

  /// The room that they take to the right of the plot; 0 where names stand elsewhere.
  ///
  /// - Parameter entries: of the chart drawn over the whole of `frame`.
  static func width(
    _ entries: [LegendEntry], naming: SeriesNaming, frame: Rect, context: DrawingContext
  ) throws(PlottingError) -> Double {
    guard naming == .atEnds else { return 0 }
    var width = 0.0
    for entry in entries where isAtEdge(entry, of: frame) {
      width = max(width, try text(entry, frame: frame, context: context).size.width)
    }
    return width > 0 ? width + context.points(gap) : 0
  }

  /// - Returns: nil where a name would stand too far off its curve.
  init?(_ entries: [LegendEntry], plot: PlotArea, frame: Rect) throws(PlottingError) {
    context = plot.context
    var texts: [TextBlock] = []
    var ends: [Point] = []
    for entry in entries {
      guard let end = entry.end else { return nil }
      texts.append(try Self.text(entry, frame: frame, context: context))
      ends.append(end)
    }
    let heights = texts.map(\.size.height)
    let range = plot.rect.minY - context.points(16)...plot.rect.maxY + context.points(8)
    guard let centers = spread(ends.map(\.y), heights: heights, in: range) else { return nil }
    for (index, entry) in entries.enumerated() {
      guard abs(centers[index] - ends[index].y) <= 1.1 * heights[index] else { return nil }
      let place = Point(x: plot.rect.maxX + context.points(Self.gap), y: centers[index])
      items.append(Item(text: texts[index], end: ends[index], place: place, tint: entry.tint))
    }
  }

  /// The names, with a fine line from the curve to each that had to move.
  var elements: [SceneElement] {
    let gap = context.points(Self.gap)
    return items.flatMap { item -> [SceneElement] in
      let name = item.text.elements(at: item.place, anchor: .leading)
      guard abs(item.place.y - item.end.y) > 0.4 * item.text.size.height else { return name }
      let connector = Path.line(
        from: Point(x: item.end.x + gap * 0.2, y: item.end.y), to: Point(x: item.place.x - gap * 0.2, y: item.place.y))
      return [.path(connector, stroke: context.stroke(item.tint, width: context.theme.lines.hairline))] + name
    }
  }

  private static let gap = 22.0

  static func text(
    _ entry: LegendEntry, frame: Rect, context: DrawingContext
  ) throws(PlottingError) -> TextBlock {
    let style = TextStyle.label(in: context.theme).tint(entry.tint).weight(.bold)
    return try context.text(entry.label, style, width: frame.width * 0.28)
  }
}
