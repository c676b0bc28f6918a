import Foundation

/// An axis with its place in the picture: from values to points and back.
///
/// linear: position = start + (value − lower) / (upper − lower) · (end − start); log: the same of the logarithms.
public struct PositionScale: Sendable, Hashable {
  public enum Spacing: Sendable, Hashable { case linear, log, band }

  public let axis: AxisName
  public let spacing: Spacing
  /// The values at the two ends.
  public let domain: ClosedRange<Double>
  /// Where the lower end lies, in points.
  public let start: Double
  /// Where the upper end lies; less than `start` on an axis that runs to the left or upwards.
  public let end: Double

  /// - Throws: `PlottingError` where the range is empty, infinite, or below what a logarithm takes.
  public init(_ scale: AxisScale, axis: AxisName, from start: Double, to end: Double) throws(PlottingError) {
    self.axis = axis
    domain = try scale.domain(of: axis)
    self.start = start
    self.end = end
    spacing =
      switch scale {
      case .linear: .linear
      case .log: .log
      case .band: .band
      }
  }

  /// Where `value` lies in points, which may be off the axis; nil where the value is not finite.
  ///
  /// - Throws: `PlottingError` for a value ≤ 0 on a logarithmic axis.
  public func position(of value: Double) throws(PlottingError) -> Double? {
    guard value.isFinite else { return nil }
    if spacing == .log, value <= 0 { throw PlottingError(.logValue(axis: axis, value: value)) }
    let place = start + (transformed(value) - lower) / (upper - lower) * (end - start)
    return min(max(place, -Self.farAway), Self.farAway)
  }

  /// The value at a place: `position` undone.
  public func value(at position: Double) -> Double {
    guard end != start else { return domain.lowerBound }
    let place = lower + (position - start) / (end - start) * (upper - lower)
    return spacing == .log ? exp(place) : place
  }

  /// `count` values from `range`, evenly spaced along the axis, both ends included.
  public func samples(of range: ClosedRange<Double>, count: Int) -> [Double] {
    guard count > 1, spacing != .log || range.lowerBound > 0 else { return [range.lowerBound, range.upperBound] }
    let (low, high) = (transformed(range.lowerBound), transformed(range.upperBound))
    let inner = (1..<(count - 1)).map { i in
      let place = low + (high - low) * Double(i) / Double(count - 1)
      return spacing == .log ? exp(place) : place
    }
    return [range.lowerBound] + inner + [range.upperBound]
  }

  /// How many points one unit of data takes: a band's width. Of a logarithmic axis, how many one e-fold takes.
  public var step: Double { abs(end - start) / (upper - lower) }

  /// The length of the axis in points.
  public var length: Double { abs(end - start) }

  private var lower: Double { transformed(domain.lowerBound) }
  private var upper: Double { transformed(domain.upperBound) }

  private func transformed(_ value: Double) -> Double { spacing == .log ? log(value) : value }

  /// Places further off than this are as good as infinite: far outside every scene, and harmless in sums.
  private static let farAway = 1e7
}
