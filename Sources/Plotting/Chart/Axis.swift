import Localization

/// One axis of a chart: what it measures, from where to where, and what it carries.
public struct Axis: Sendable {
  /// Whether lines cross the plot at the ticks.
  public enum Grid: Sendable, Hashable {
    /// Where they help reading: from an axis of numbers, once.
    case automatic
    case lines
    case none
  }

  public enum Direction: Sendable, Hashable {
    /// To the right, or upwards.
    case ascending
    /// To the left, or downwards, as the rows of an image.
    case descending
  }

  /// May hold `$formulas$`; an empty one takes no room.
  public var label: Bilingual
  public var scale: AxisScale
  public var ticks: Ticks
  public var grid: Grid
  public var format: NumberFormat
  public var direction: Direction

  public init(
    label: Bilingual = "", scale: AxisScale, ticks: Ticks = .automatic, grid: Grid = .automatic,
    format: NumberFormat = .automatic, direction: Direction = .ascending
  ) {
    self.label = label
    self.scale = scale
    self.ticks = ticks
    self.grid = grid
    self.format = format
    self.direction = direction
  }

  /// An axis of which nothing is seen: under images.
  public static func hidden(_ scale: AxisScale, direction: Direction = .ascending) -> Axis {
    Axis(scale: scale, ticks: .none, grid: .none, direction: direction)
  }
}
