/// Pieces side by side.
///
/// ```swift
/// Row {
///   Node("image", Bilingual(ko: "입력", en: "image"))
///   Node("scores", Bilingual(ko: "점수", en: "scores"))
/// }
/// ```
public struct Row: DiagramContent {
  public let item: DiagramItem

  /// - Parameters:
  ///   - spacing: between neighbours, in units; more where the label of an arrow between them needs it.
  ///   - alignment: how pieces of different heights stand.
  ///   - extent: whether each piece keeps its own width.
  public init(
    spacing: Double = 72, alignment: StackAlignment = .center, extent: StackExtent = .natural,
    @DiagramBuilder content: () -> [DiagramItem]
  ) {
    item = DiagramItem(
      kind: .stack(
        DiagramStack(axis: .row, spacing: spacing, alignment: alignment, extent: extent, items: content())))
  }
}

/// Pieces one under another.
public struct Column: DiagramContent {
  public let item: DiagramItem

  /// - Parameters: as of `Row`, with width and height exchanged.
  public init(
    spacing: Double = 56, alignment: StackAlignment = .center, extent: StackExtent = .natural,
    @DiagramBuilder content: () -> [DiagramItem]
  ) {
    item = DiagramItem(
      kind: .stack(
        DiagramStack(axis: .column, spacing: spacing, alignment: alignment, extent: extent, items: content())))
  }
}

/// How the pieces of a row or column stand across it.
public enum StackAlignment: Sendable, Hashable {
  case leading, center, trailing
  /// All as large as the largest.
  case stretch
}

/// How much of a row's or column's length a piece gets.
public enum StackExtent: Sendable, Hashable {
  /// What it needs.
  case natural
  /// As much as the one that needs most.
  case equal
}

/// What rows and columns share.
struct DiagramStack: Sendable {
  var axis: DiagramAxis
  var spacing: Double
  var alignment: StackAlignment
  var extent: StackExtent
  var items: [DiagramItem]
}

/// The direction in which pieces follow each other.
enum DiagramAxis: Sendable, Hashable {
  case row, column

  var across: DiagramAxis { self == .row ? .column : .row }

  func length(of size: Size) -> Double { self == .row ? size.width : size.height }

  func length(of point: Point) -> Double { self == .row ? point.x : point.y }

  func size(length: Double, breadth: Double) -> Size {
    self == .row ? Size(width: length, height: breadth) : Size(width: breadth, height: length)
  }

  func start(of rect: Rect) -> Double { self == .row ? rect.minX : rect.minY }
  func end(of rect: Rect) -> Double { self == .row ? rect.maxX : rect.maxY }

  func point(length: Double, breadth: Double) -> Point {
    self == .row ? Point(x: length, y: breadth) : Point(x: breadth, y: length)
  }

  func rect(start: Double, length: Double, acrossStart: Double, breadth: Double) -> Rect {
    switch self {
    case .row: Rect(x: start, y: acrossStart, width: length, height: breadth)
    case .column: Rect(x: acrossStart, y: start, width: breadth, height: length)
    }
  }
}
