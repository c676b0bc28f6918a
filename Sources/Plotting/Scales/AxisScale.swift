import Localization

/// How an axis turns data into places.
public enum AxisScale: Sendable, Hashable {
  /// Equal steps for equal differences.
  case linear(ClosedRange<Double>)
  /// Equal steps for equal ratios; the range starts above 0.
  case log(ClosedRange<Double>)
  /// One band for each category. The data's values are the categories' indices: 0, 1, 2, ….
  case band([Bilingual])

  /// A linear scale from one round number to another that holds all of `values` and of `anchors`.
  ///
  /// ```swift
  /// AxisScale.fitting([31.1, 34.0, 36.4], including: 0)   // .linear(0...40)
  /// ```
  /// Values that are not finite are left out; without any values the range is 0 … 1.
  public static func fitting(_ values: [Double], including anchors: Double...) -> AxisScale {
    let finite = (values + anchors).filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return .linear(0...1) }
    guard low < high else {
      let reach = low == 0 ? 1 : abs(low) / 2
      return .fitting([], including: low - reach, high + reach)
    }
    let step = NiceStep(span: high - low, count: 5)
    return .linear(step.multiple(below: low)...step.multiple(above: high))
  }

  /// The values from one end of the axis to the other; band *i* reaches from i − ½ to i + ½.
  ///
  /// - Throws: `PlottingError` where the range is empty, infinite, or below what a logarithm takes.
  func domain(of axis: AxisName) throws(PlottingError) -> ClosedRange<Double> {
    switch self {
    case .linear(let range), .log(let range):
      guard range.lowerBound < range.upperBound, (range.upperBound - range.lowerBound).isFinite else {
        throw PlottingError(.emptyRange(axis: axis, lower: range.lowerBound, upper: range.upperBound))
      }
      if case .log = self, range.lowerBound <= 0 {
        throw PlottingError(.logRange(axis: axis, lower: range.lowerBound))
      }
      return range
    case .band(let categories):
      guard !categories.isEmpty else { throw PlottingError(.noCategories(axis: axis)) }
      return -0.5...Double(categories.count) - 0.5
    }
  }
}
