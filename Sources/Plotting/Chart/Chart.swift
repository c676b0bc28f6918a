import Localization

/// Marks over two axes.
///
/// ```swift
/// Chart(
///   x: Axis(label: Bilingual(ko: "정답 클래스의 확률 $p_t$", en: "probability of the true class $p_t$"), scale: .linear(0...1)),
///   y: Axis(label: Bilingual(ko: "손실", en: "loss"), scale: .linear(0...5))
/// ) {
///   Band(x: 0.5...1, label: Bilingual(ko: "쉬운 샘플", en: "easy examples"))
///   for gamma in [0.0, 2] {
///     Line(over: 0.001...1) { pt in -pow(1 - pt, gamma) * log(pt) }.label("$\\gamma = \(Int(gamma))$")
///   }
/// }
/// ```
/// Bands are painted first, then the grid, then the other marks in their order, then labels.
public struct Chart: Drawable {
  /// The shape of the plot.
  public enum Aspect: Sendable, Hashable {
    /// It fills its frame.
    case free
    /// One unit of x is as long as one of y: for images and maps.
    case equal
  }

  public var x: Axis
  public var y: Axis
  public var legend: Legend
  public var aspect: Aspect
  public var marks: [any Mark]

  public init(
    x: Axis, y: Axis, legend: Legend = .automatic, aspect: Aspect = .free, @MarkBuilder marks: () -> [any Mark]
  ) {
    self.x = x
    self.y = y
    self.legend = legend
    self.aspect = aspect
    self.marks = marks()
  }

  public func elements(in frame: Rect, context: DrawingContext) throws(PlottingError) -> [SceneElement] {
    let laid = try laidOut(in: frame, context: context)
    return try laid.elements()
  }

  /// Where the chart's data lies when it is drawn in `frame`.
  public func plotArea(in frame: Rect, context: DrawingContext) throws(PlottingError) -> PlotArea {
    try laidOut(in: frame, context: context).plot
  }

  /// Tries the ways of naming series that the legend rule allows, best first, and takes the first that fits.
  func laidOut(in frame: Rect, context: DrawingContext) throws(PlottingError) -> ChartLayout {
    for naming in namings {
      let layout = try ChartLayout(chart: self, frame: frame, context: context, naming: naming)
      if layout.namesFit { return layout }
    }
    return try ChartLayout(chart: self, frame: frame, context: context, naming: .none)
  }

  private var namings: [SeriesNaming] {
    switch legend {
    case .automatic: [.atEnds, .inEmptyCorner, .top]
    case .direct: [.atEnds, .top]
    case .inside(let corner): [.inCorner(corner), .top]
    case .top: [.top]
    case .none: [.none]
    }
  }
}

/// One way of naming the series of a chart.
enum SeriesNaming: Hashable {
  case atEnds
  case inEmptyCorner
  case inCorner(Legend.Corner)
  case top
  case none
}
