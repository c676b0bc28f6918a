import Localization

/// The look of a series, where it differs from what its place in the palette gives.
public struct MarkStyle: Sendable, Hashable {
  public var label: Bilingual?
  public var labelPlace = SeriesLabelPlace.automatic
  public var tint: Tint?
  public var dash: Dash?
  public var marker: Marker?
  /// In units.
  public var width: Double?

  public init() {}
}

/// Where the name of a series is written.
public enum SeriesLabelPlace: Sendable, Hashable {
  /// Where the chart's legend rule says.
  case automatic
  /// Beside the curve, near this value of x.
  case near(x: Double)
}

/// A mark with a style: how series are named and coloured.
///
/// ```swift
/// Line(over: 0...1) { -log($0) }.label("γ = 0").tint(.accent).dash(.solid)
/// ```
public protocol StyledMark: Mark {
  var style: MarkStyle { get set }
}

extension StyledMark {
  public var seriesCount: Int { style.tint == nil ? 1 : 0 }

  /// Names the series, in the legend or beside it; may hold `$formulas$`.
  public func label(_ label: Bilingual, at place: SeriesLabelPlace = .automatic) -> Self {
    with {
      $0.label = label
      $0.labelPlace = place
    }
  }

  /// Colours it, instead of the palette; it then takes no place there.
  public func tint(_ tint: Tint) -> Self { with { $0.tint = tint } }
  public func dash(_ dash: Dash) -> Self { with { $0.dash = dash } }
  public func marker(_ marker: Marker) -> Self { with { $0.marker = marker } }
  /// The width of its lines, or the diameter of its dots, in units.
  public func width(_ units: Double) -> Self { with { $0.width = units } }

  private func with(_ change: (inout MarkStyle) -> Void) -> Self {
    var mark = self
    change(&mark.style)
    return mark
  }

  /// The colour of the series, or its own.
  func tint(series: Int) -> Tint { style.tint ?? .series(series) }
}

/// How a line is broken: with the colour, a second way to tell series apart.
public enum Dash: Int, Sendable, Hashable, CaseIterable {
  case solid, dashed, dotted, dashDot, shortDashed, longDashed, dashDotDot

  /// The dash of the series at `index`, starting over after the last.
  public static func series(_ index: Int) -> Dash { allCases[index.wrapped(allCases.count)] }

  /// Dashes and gaps in turn, in widths of the line.
  public var pattern: [Double] {
    switch self {
    case .solid: []
    case .dashed: [4, 1.8]
    case .dotted: [1, 1.4]
    case .dashDot: [4, 1.5, 1, 1.5]
    case .shortDashed: [2.2, 1.4]
    case .longDashed: [7, 1.8]
    case .dashDotDot: [4, 1.4, 1, 1.4, 1, 1.4]
    }
  }
}

/// The shape of a dot.
public enum Marker: Int, Sendable, Hashable, CaseIterable {
  case circle, square, triangle, diamond, triangleDown, cross

  /// The marker of the series at `index`, starting over after the last.
  public static func series(_ index: Int) -> Marker { allCases[index.wrapped(allCases.count)] }

  /// The outline, of about the same area for every shape.
  ///
  /// - Parameter diameter: of the circle.
  public func path(at center: Point, diameter: Double) -> Path {
    let r = diameter / 2
    func p(_ x: Double, _ y: Double) -> Point { Point(x: center.x + x * r, y: center.y + y * r) }
    return switch self {
    case .circle: .circle(center: center, radius: r)
    case .square: .polygon([p(-0.89, -0.89), p(0.89, -0.89), p(0.89, 0.89), p(-0.89, 0.89)])
    case .triangle: .polygon([p(0, -1.2), p(1.2, 0.9), p(-1.2, 0.9)])
    case .diamond: .polygon([p(0, -1.3), p(1.3, 0), p(0, 1.3), p(-1.3, 0)])
    case .triangleDown: .polygon([p(0, 1.2), p(-1.2, -0.9), p(1.2, -0.9)])
    case .cross:
      .polygon([
        p(-0.4, -1.2), p(0.4, -1.2), p(0.4, -0.4), p(1.2, -0.4), p(1.2, 0.4), p(0.4, 0.4), p(0.4, 1.2), p(-0.4, 1.2),
        p(-0.4, 0.4), p(-1.2, 0.4), p(-1.2, -0.4), p(-0.4, -0.4),
      ])
    }
  }
}
