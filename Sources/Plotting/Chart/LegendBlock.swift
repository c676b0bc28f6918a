/// The entries of a legend set, in a row or in a column.
struct LegendBlock {
  struct Item {
    var entry: LegendEntry
    var text: TextBlock
    /// Upper left corner of the sample, relative to the block's.
    var origin: Point
  }

  var items: [Item] = []
  var size = Size(width: 0, height: 0)
  /// What it takes above the plot.
  var rowHeight = 0.0
  private let context: DrawingContext

  /// A row above the plot, as wide as `width` allows, in several lines where needed. Other namings take no row.
  init(
    _ entries: [LegendEntry], naming: SeriesNaming, width: Double, context: DrawingContext
  ) throws(PlottingError) {
    self.context = context
    guard naming == .top, !entries.isEmpty else { return }
    var (x, y, line) = (0.0, 0.0, 0.0)
    for entry in entries {
      let text = try Self.text(entry, width: max(0, width - sampleWidth - gap), context: context)
      let itemWidth = sampleWidth + gap + text.size.width
      if x > 0, x + itemWidth > width { (x, y, line) = (0, y + line + gap, 0) }
      items.append(Item(entry: entry, text: text, origin: Point(x: x, y: y)))
      x += itemWidth + context.points(44)
      line = max(line, text.size.height)
      size = Size(width: max(size.width, x - context.points(44)), height: y + line)
    }
    rowHeight = size.height + context.points(24)
  }

  /// A column.
  init(column entries: [LegendEntry], width: Double, context: DrawingContext) throws(PlottingError) {
    self.context = context
    var y = 0.0
    for entry in entries {
      let text = try Self.text(entry, width: max(0, width - sampleWidth - gap), context: context)
      items.append(Item(entry: entry, text: text, origin: Point(x: 0, y: y)))
      size = Size(
        width: max(size.width, sampleWidth + gap + text.size.width), height: y + text.size.height)
      y += text.size.height + context.points(8)
    }
  }

  func elements(at corner: Point) -> [SceneElement] {
    items.flatMap { item -> [SceneElement] in
      let origin = Point(x: corner.x + item.origin.x, y: corner.y + item.origin.y)
      let line = item.text.size.height / Double(max(1, item.text.lineCount))
      let height = min(line, context.points(24))
      let box = Rect(x: origin.x, y: origin.y + (line - height) / 2, width: sampleWidth, height: height)
      let text = item.text.elements(at: Point(x: origin.x + sampleWidth + gap, y: origin.y))
      return item.entry.swatch(box, context) + text
    }
  }

  private var sampleWidth: Double { context.points(72) }
  private var gap: Double { context.points(14) }

  private static func text(
    _ entry: LegendEntry, width: Double, context: DrawingContext
  ) throws(PlottingError) -> TextBlock {
    try context.text(entry.label, .label(in: context.theme), width: width)
  }
}
