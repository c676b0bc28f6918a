import Formula

/// A formula with its call-outs, laid out at one size around the formula's own baseline.
struct FormulaDrawing {
  /// A call-out and the part that it belongs to, in the formula's coordinates.
  struct Mark {
    var block: CallOutBlock
    var part: Rect
  }

  /// One call-out in its place: where its line starts at the part, and the middle of the edge nearer to the formula.
  struct Placed {
    var mark: Mark
    var side: CallOut.Side
    var middle: Double
  }

  let box: MathBox
  let placed: [Placed]
  /// Whether call-outs on one side do not fit beside each other.
  let isCrowded: Bool
  private let context: DrawingContext
  /// From the formula to the call-outs.
  private let reach: Double
  /// Between a part's letters and the edge of its ground.
  private let margin: Double

  init(box: MathBox, marks: [Mark], width: Double, context: DrawingContext) {
    self.box = box
    self.context = context
    reach = context.points(84)
    margin = context.points(5)
    let sides = CallOutSides(marks: marks, box: box, width: width, gap: context.points(44))
    placed = sides.placed
    isCrowded = !sides.fits
  }

  /// From the highest call-out to the lowest.
  var height: Double { above + box.extent.height + below }

  private var above: Double { room(on: .above) }
  private var below: Double { room(on: .below) }

  private func room(on side: CallOut.Side) -> Double {
    let heights = placed.filter { $0.side == side }.map(\.mark.block.size.height)
    return heights.max().map { $0 + reach } ?? 0
  }

  func elements(in frame: Rect) -> [SceneElement] {
    let baseline = Point(
      x: frame.midX - box.extent.width / 2, y: frame.midY - height / 2 + above + box.extent.ascent)
    let colors = Dictionary(placed.map { ($0.mark.block.callOut.part, $0.color(in: context.theme)) }) { first, _ in
      first
    }
    // Parts within parts are painted on top.
    let largestFirst = placed.sorted { $0.mark.part.width > $1.mark.part.width }
    return largestFirst.map { ground(of: $0, baseline: baseline) }
      + placed.flatMap { callOut($0, baseline: baseline) }
      + box.elements(at: baseline, color: context.theme.ink, parts: colors)
  }

  /// A pale ground behind the part.
  private func ground(of placed: Placed, baseline: Point) -> SceneElement {
    let rect = placed.mark.part.moved(to: baseline).inset(by: -margin)
    return .path(
      .rect(rect, radius: context.points(9)), fill: placed.color(in: context.theme).opacity(0.13))
  }

  /// The text, and the line from it to the part: from the tip of a brace where the part is wide.
  private func callOut(_ placed: Placed, baseline: Point) -> [SceneElement] {
    let block = placed.mark.block
    let part = placed.mark.part.moved(to: baseline).inset(by: -margin)
    let out: Double = placed.side == .above ? -1 : 1
    let stroke = context.stroke(block.callOut.tint, width: context.theme.lines.axis, cap: .round)
    let gap = context.points(10)

    var start = Point(x: part.midX, y: placed.side == .above ? part.minY : part.maxY)
    var elements: [SceneElement] = []
    if part.width > context.points(150) {
      let depth = context.points(22)
      let y = start.y + out * gap * 0.6
      let ends = [Point(x: part.minX, y: y), Point(x: part.maxX, y: y)]
      let (first, last) = placed.side == .above ? (ends[1], ends[0]) : (ends[0], ends[1])
      elements.append(.path(.brace(from: first, to: last, depth: depth), stroke: stroke))
      start.y = y + out * depth
    }
    let edge = placed.side == .above ? baseline.y - box.extent.ascent - reach : baseline.y + box.extent.descent + reach
    let middle = baseline.x + placed.middle
    // The line may meet the text anywhere over its middle half, so that it is straight more often than not.
    let swing = 0.25 * block.title.size.width
    let end = Point(x: min(max(start.x, middle - swing), middle + swing), y: edge - out * gap)
    let top = Point(x: middle, y: placed.side == .above ? edge - block.size.height : edge)
    return elements + [.path(.leader(from: start, to: end), stroke: stroke)] + block.elements(at: top, context: context)
  }
}

extension FormulaDrawing.Placed {
  fileprivate func color(in theme: Theme) -> Color { mark.block.callOut.tint.color(in: theme) }
}

extension Rect {
  /// The rectangle, given around the origin, around `origin`.
  fileprivate func moved(to origin: Point) -> Rect {
    Rect(x: x + origin.x, y: y + origin.y, width: width, height: height)
  }
}

extension Path {
  /// A line that starts and ends upright and swings over in between.
  fileprivate static func leader(from start: Point, to end: Point) -> Path {
    guard abs(start.x - end.x) > 1 else { return .line(from: start, to: end) }
    let middle = (start.y + end.y) / 2
    return Path([
      .move(start),
      .curve(control1: Point(x: start.x, y: middle), control2: Point(x: end.x, y: middle), end: end),
    ])
  }
}
