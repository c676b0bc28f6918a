/// A chart put into a frame: its margins measured, its axes laid, its marks drawn, its labels placed.
struct ChartLayout {
  let chart: Chart
  let frame: Rect
  let context: DrawingContext
  let plot: PlotArea
  let x: LaidAxis
  let y: LaidAxis
  let xLabel: TextBlock?
  let yLabel: TextBlock?
  let drawings: [MarkDrawing]
  let names: SeriesNames
  /// Whether the names of the series found room.
  var namesFit: Bool { names.fit }

  init(chart: Chart, frame: Rect, context: DrawingContext, naming: SeriesNaming) throws(PlottingError) {
    self.chart = chart
    self.frame = frame
    self.context = context

    xLabel = try Self.label(chart.x, width: frame.width, context: context)
    yLabel = try Self.label(chart.y, width: frame.width, context: context)

    // Names and samples do not depend on where the plot is, only on what is in it.
    let probe = try PlotArea(chart: chart, rect: frame, context: context)
    let entries = try chart.drawings(in: probe).flatMap(\.entries).merged
    let header = try LegendBlock(entries, naming: naming, width: frame.width, context: context)
    let endWidth = try EndNames.width(entries, naming: naming, frame: frame, context: context)

    // Margins need the tick labels, tick labels need the length of the axes: three rounds settle it.
    var margins = Margins()
    margins.top = header.rowHeight + (yLabel.map { $0.size.height + context.points(26) } ?? 0)
    var plotRect = frame
    for _ in 0..<3 {
      plotRect = chart.shaped(margins.applied(to: frame))
      let laid = try chart.axes(in: plotRect, frame: frame, context: context)
      margins.measure(x: laid.x, y: laid.y, xLabel: xLabel, endWidth: endWidth, context: context)
      margins.limit(to: frame)
    }
    plotRect = chart.shaped(margins.applied(to: frame))
    let laid = try chart.axes(in: plotRect, frame: frame, context: context)
    let plot = PlotArea(rect: plotRect, x: laid.x.scale, y: laid.y.scale, context: context)
    let drawings = try chart.drawings(in: plot)

    (x, y) = laid
    self.plot = plot
    self.drawings = drawings
    names = try SeriesNames(
      entries: drawings.flatMap(\.entries).merged, naming: naming, plot: plot, frame: frame,
      obstacles: drawings.flatMap(\.obstacles), fixed: drawings.flatMap(\.labels), header: header)
  }

  private static func label(
    _ axis: Axis, width: Double, context: DrawingContext
  ) throws(PlottingError) -> TextBlock? {
    guard !axis.label[context.language].isEmpty else { return nil }
    return try context.text(axis.label, .label(in: context.theme), width: width)
  }
}

extension PlotArea {
  /// The plot area over a whole rectangle, before margins are known.
  init(chart: Chart, rect: Rect, context: DrawingContext) throws(PlottingError) {
    let axes = try chart.scales(in: rect)
    self.init(rect: rect, x: axes.x, y: axes.y, context: context)
  }
}

extension Chart {
  /// What each mark draws, its colours counted from those before it.
  func drawings(in plot: PlotArea) throws(PlottingError) -> [MarkDrawing] {
    var drawings: [MarkDrawing] = []
    var series = 0
    for mark in marks {
      drawings.append(try mark.drawing(in: plot, series: series))
      series += mark.seriesCount
    }
    return drawings
  }

  func scales(in rect: Rect) throws(PlottingError) -> (x: PositionScale, y: PositionScale) {
    let xEnds = x.direction == .ascending ? (rect.minX, rect.maxX) : (rect.maxX, rect.minX)
    let yEnds = y.direction == .ascending ? (rect.maxY, rect.minY) : (rect.minY, rect.maxY)
    return (
      try PositionScale(x.scale, axis: .x, from: xEnds.0, to: xEnds.1),
      try PositionScale(y.scale, axis: .y, from: yEnds.0, to: yEnds.1)
    )
  }

  func axes(
    in rect: Rect, frame: Rect, context: DrawingContext
  ) throws(PlottingError) -> (x: LaidAxis, y: LaidAxis) {
    let scales = try scales(in: rect)
    return (
      try LaidAxis(x, scale: scales.x, labelWidth: 0, context: context),
      try LaidAxis(y, scale: scales.y, labelWidth: frame.width * 0.36, context: context)
    )
  }

  /// `rect`, or for equal units the largest rectangle of the right shape in its top middle.
  func shaped(_ rect: Rect) -> Rect {
    guard aspect == .equal, case .linear(let xs) = x.scale, case .linear(let ys) = y.scale else { return rect }
    let (width, height) = (xs.upperBound - xs.lowerBound, ys.upperBound - ys.lowerBound)
    guard width > 0, height > 0, rect.width > 0, rect.height > 0 else { return rect }
    let unit = min(rect.width / width, rect.height / height)
    return Rect(
      x: rect.midX - width * unit / 2, y: rect.minY, width: width * unit, height: height * unit)
  }
}
