import Localization

/// Something that stands for data, or points at it: lines, bars, dots, regions, words.
///
/// Charts are made of marks and of nothing else; a new kind of picture is a new mark or a new combination.
public protocol Mark: Sendable {
  /// How many places in the palette it takes where it is given no colour of its own.
  var seriesCount: Int { get }

  /// What it draws.
  ///
  /// - Parameters:
  ///   - plot: where its data lies in the picture.
  ///   - series: its first place in the palette.
  /// - Throws: `PlottingError` where data has no place on an axis.
  func drawing(in plot: PlotArea, series: Int) throws(PlottingError) -> MarkDrawing
}

/// The part of a chart in which data lies: its scales, in points.
public struct PlotArea {
  public let rect: Rect
  public let x: PositionScale
  public let y: PositionScale
  public let context: DrawingContext

  /// Where a pair of values lies, which may be outside of `rect`; nil where one of them is not finite.
  ///
  /// - Throws: `PlottingError` for a value ≤ 0 on a logarithmic axis.
  public func point(_ point: DataPoint) throws(PlottingError) -> Point? {
    guard let x = try x.position(of: point.x), let y = try y.position(of: point.y) else { return nil }
    return Point(x: x, y: y)
  }

  /// The rectangle between two pairs of values; nil in place of a range means the whole side.
  public func rect(x xs: ClosedRange<Double>?, y ys: ClosedRange<Double>?) throws(PlottingError) -> Rect? {
    guard let (left, right) = try span(xs, on: x, whole: rect.minX...rect.maxX),
      let (top, bottom) = try span(ys, on: y, whole: rect.minY...rect.maxY)
    else { return nil }
    return Rect(x: left, y: top, width: right - left, height: bottom - top)
  }

  private func span(
    _ range: ClosedRange<Double>?, on scale: PositionScale, whole: ClosedRange<Double>
  ) throws(PlottingError) -> (Double, Double)? {
    guard let range else { return (whole.lowerBound, whole.upperBound) }
    guard let a = try scale.position(of: range.lowerBound), let b = try scale.position(of: range.upperBound) else {
      return nil
    }
    return (min(a, b), max(a, b))
  }
}

/// What one mark contributes to a chart.
public struct MarkDrawing: Sendable {
  /// Under the grid, cut off at the plot's edges.
  public var backdrop: [SceneElement] = []
  /// Over the grid, cut off at the plot's edges.
  public var elements: [SceneElement] = []
  /// What labels had better not cover.
  public var obstacles: [Obstacle] = []
  /// Words for which the chart finds a place.
  public var labels: [PlotLabel] = []
  /// Its series, for the legend.
  public var entries: [LegendEntry] = []

  public init() {}
}

/// One pair of values, with what is known about it.
public struct DataPoint: Sendable, Hashable {
  public var x: Double
  public var y: Double
  /// How far the value could be off, as an interval around `y`.
  public var interval: ClosedRange<Double>?
  /// Written beside a dot; may hold `$formulas$`.
  public var label: Bilingual?

  public init(_ x: Double, _ y: Double, interval: ClosedRange<Double>? = nil, label: Bilingual? = nil) {
    self.x = x
    self.y = y
    self.interval = interval
    self.label = label
  }

  /// - Parameter error: y ± error; one that is not finite is left out.
  public init(_ x: Double, _ y: Double, error: Double, label: Bilingual? = nil) {
    self.init(x, y, interval: errorInterval(y, error: error), label: label)
  }
}

/// value ± error, or nil where that is not finite.
func errorInterval(_ value: Double, error: Double) -> ClosedRange<Double>? {
  let reach = abs(error)
  guard (value - reach).isFinite, (value + reach).isFinite else { return nil }
  return value - reach...value + reach
}

/// Lists marks in the order in which they are painted.
@resultBuilder
public enum MarkBuilder {
  public static func buildExpression(_ mark: some Mark) -> [any Mark] { [mark] }
  public static func buildExpression(_ marks: [any Mark]) -> [any Mark] { marks }
  public static func buildBlock(_ parts: [any Mark]...) -> [any Mark] { parts.flatMap(\.self) }
  public static func buildOptional(_ marks: [any Mark]?) -> [any Mark] { marks ?? [] }
  public static func buildEither(first marks: [any Mark]) -> [any Mark] { marks }
  public static func buildEither(second marks: [any Mark]) -> [any Mark] { marks }
  public static func buildArray(_ parts: [[any Mark]]) -> [any Mark] { parts.flatMap(\.self) }
}
