/// Colours, sizes of type and widths of lines. Sizes are in units: points on a slide of 1920 × 1080.
public struct Theme: Sendable, Hashable {
  public var name: String
  /// Behind everything.
  public var background: Color
  /// Titles, labels, axes.
  public var ink: Color
  /// What should stand back: numbers on axes, notes.
  public var mutedInk: Color
  /// Grid lines.
  public var grid: Color
  /// Boxes of diagrams, shaded regions.
  public var panel: Color
  /// The one thing to look at.
  public var accent: Color
  /// One colour for each series, to be told apart by colour-blind readers too.
  public var series: [Color]
  public var type: TypeSizes
  public var lines: LineWidths

  public init(
    name: String, background: Color, ink: Color, mutedInk: Color, grid: Color, panel: Color, accent: Color,
    series: [Color], type: TypeSizes = TypeSizes(), lines: LineWidths = LineWidths()
  ) {
    self.name = name
    self.background = background
    self.ink = ink
    self.mutedInk = mutedInk
    self.grid = grid
    self.panel = panel
    self.accent = accent
    self.series = series
    self.type = type
    self.lines = lines
  }
}

/// Sizes of type in units. With scripts at seven tenths, formulas in 26 units keep to the 18 that the last row can read.
public struct TypeSizes: Sendable, Hashable {
  /// A figure's title.
  public var title = 44.0
  /// A panel's title.
  public var heading = 32.0
  /// Text in diagrams.
  public var body = 30.0
  /// Labels of axes, series and legends.
  public var label = 28.0
  /// Numbers along axes, values on bars.
  public var tick = 26.0
  /// Sources and remarks.
  public var note = 26.0

  public init() {}
}

/// Widths of lines in units.
public struct LineWidths: Sendable, Hashable {
  /// Curves.
  public var curve = 5.0
  /// Axes, arrows, outlines of boxes.
  public var axis = 3.0
  /// Grid lines, connectors of labels.
  public var hairline = 2.5
  /// Diameter of a dot.
  public var dot = 18.0

  public init() {}
}
