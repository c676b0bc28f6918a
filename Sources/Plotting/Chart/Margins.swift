/// What a chart needs around its plot, in points.
struct Margins {
  var left = 0.0
  var top = 0.0
  var right = 0.0
  var bottom = 0.0

  func applied(to frame: Rect) -> Rect { frame.inset(left: left, top: top, right: right, bottom: bottom) }

  /// Makes room for tick labels, the x axis's label and names at the ends of curves. `top` keeps what it has at least.
  mutating func measure(
    x: LaidAxis, y: LaidAxis, xLabel: TextBlock?, endWidth: Double, context: DrawingContext
  ) {
    let gap = context.points(14)
    let (xSize, ySize) = (x.labelSize, y.labelSize)
    let first = x.ticks.first { $0.label != nil }
    let last = x.ticks.last { $0.label != nil }
    let (start, end) = (min(x.scale.start, x.scale.end), max(x.scale.start, x.scale.end))

    // Tick labels at the ends of the x axis reach beyond it.
    let leftReach = [first, last].compactMap { overhang($0, at: start) }.max() ?? 0
    let rightReach = [first, last].compactMap { overhang($0, at: end) }.max() ?? 0
    left = max(ySize.width > 0 ? ySize.width + gap : 0, leftReach)
    right = max(endWidth, rightReach, context.points(4))
    bottom = xSize.height > 0 ? xSize.height + gap : context.points(4)
    if let xLabel { bottom += xLabel.size.height + context.points(10) }
    top = max(top, ySize.height / 2, context.points(8))
    bottom = max(bottom, ySize.height / 2)
  }

  /// How far a tick's label reaches beyond the end of its axis.
  private func overhang(_ tick: LaidAxis.LaidTick?, at end: Double) -> Double? {
    guard let tick, let label = tick.label else { return nil }
    return max(0, label.size.width / 2 - abs(end - tick.position))
  }

  /// Never more than the frame has: margins shrink together where the plot would vanish.
  mutating func limit(to frame: Rect) {
    let across = left + right
    if across > frame.width * 0.8 {
      (left, right) = (left * frame.width * 0.8 / across, right * frame.width * 0.8 / across)
    }
    let down = top + bottom
    if down > frame.height * 0.8 {
      (top, bottom) = (top * frame.height * 0.8 / down, bottom * frame.height * 0.8 / down)
    }
  }
}
