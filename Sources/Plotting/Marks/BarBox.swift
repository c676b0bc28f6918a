/// One bar in the picture.
struct BarBox {
  var index: Int
  var value: Double
  var rect: Rect
  var error: ErrorBar?
  /// Downwards, or to the left.
  var pointsBackwards: Bool
}

extension Bar {
  /// The bars of the series at `place`; values that are not finite have none.
  func boxes(of place: Int, in plot: PlotArea) throws(PlottingError) -> [BarBox] {
    let (bands, lengths) = orientation == .vertical ? (plot.x, plot.y) : (plot.y, plot.x)
    let one = series[place]
    var boxes: [BarBox] = []
    for (index, value) in one.values.enumerated() {
      guard let middle = try bands.position(of: Double(index)) else { continue }
      let base = arrangement == .stacked ? stackHeight(under: place, index: index) : 0
      guard let root = try rootPosition(base, on: lengths), let tip = try lengths.position(of: base + value) else {
        continue
      }
      let slot = slot(of: place, bands: bands, context: plot.context)
      let across = (middle + slot.offset - slot.width / 2, slot.width)
      let along = (min(root, tip), abs(tip - root))
      var error: ErrorBar?
      if index < one.errors.count, let interval = errorInterval(base + value, error: one.errors[index]),
        let low = try lengths.position(of: interval.lowerBound),
        let high = try lengths.position(of: interval.upperBound)
      {
        let center = middle + slot.offset
        let cap = min(plot.context.points(10), slot.width / 3)
        error =
          orientation == .vertical
          ? ErrorBar(from: Point(x: center, y: low), to: Point(x: center, y: high), cap: cap)
          : ErrorBar(from: Point(x: low, y: center), to: Point(x: high, y: center), cap: cap)
      }
      let box =
        orientation == .vertical
        ? Rect(x: across.0, y: along.0, width: across.1, height: along.1)
        : Rect(x: along.0, y: across.0, width: along.1, height: across.1)
      guard let visible = box.clamped(to: plot.rect) else { continue }
      let backwards = orientation == .vertical ? tip > root : tip < root
      boxes.append(BarBox(index: index, value: value, rect: visible, error: error, pointsBackwards: backwards))
    }
    return boxes
  }

  /// Where bars start: at zero, or where a logarithmic axis does.
  private func rootPosition(_ base: Double, on lengths: PositionScale) throws(PlottingError) -> Double? {
    guard lengths.spacing != .log || base > 0 else { return lengths.start }
    return try lengths.position(of: base)
  }

  /// What is stacked below the series at `place`.
  private func stackHeight(under place: Int, index: Int) -> Double {
    series.prefix(place).reduce(0) { sum, one in
      let value = index < one.values.count ? one.values[index] : 0
      return sum + (value.isFinite ? value : 0)
    }
  }

  /// A series' part of each band: how far its bars are off the band's middle, and how wide they are.
  private func slot(
    of place: Int, bands: PositionScale, context: DrawingContext
  ) -> (offset: Double, width: Double) {
    let count = arrangement == .grouped ? Double(series.count) : 1
    let group = min(bands.step * (count > 1 ? 0.72 : 0.58), context.points(180) * count)
    let width = group / count
    let offset = arrangement == .grouped ? (Double(place) + 0.5 - count / 2) * width : 0
    return (offset, width * (count > 1 ? 0.92 : 1))
  }
}

extension Rect {
  /// The rectangle cut off at `other`'s edges, which may leave it flat; nil where it lies wholly outside.
  func clamped(to other: Rect) -> Rect? {
    let (left, top) = (max(minX, other.minX), max(minY, other.minY))
    let (right, bottom) = (min(maxX, other.maxX), min(maxY, other.maxY))
    guard left <= right, top <= bottom else { return nil }
    return Rect(x: left, y: top, width: right - left, height: bottom - top)
  }

  /// The smallest rectangle around both.
  func union(_ other: Rect) -> Rect {
    let (left, top) = (min(minX, other.minX), min(minY, other.minY))
    return Rect(x: left, y: top, width: max(maxX, other.maxX) - left, height: max(maxY, other.maxY) - top)
  }
}
