/// A label laid out: its size, and its elements around an upper left corner at (0, 0).
public struct TextBlock: Sendable, Hashable {
  public var size: Size
  /// From the top to the first line's baseline.
  public var firstBaseline: Double
  public var lineCount: Int
  /// Relative to the upper left corner.
  public var elements: [SceneElement]

  public init(size: Size, firstBaseline: Double, lineCount: Int, elements: [SceneElement]) {
    self.size = size
    self.firstBaseline = firstBaseline
    self.lineCount = lineCount
    self.elements = elements
  }

  /// The box that the label fills when `anchor` is put onto `point`, unrotated.
  public func bounds(at point: Point, anchor: Anchor = .topLeading) -> Rect {
    let offset = offset(of: anchor)
    return Rect(x: point.x - offset.x, y: point.y - offset.y, width: size.width, height: size.height)
  }

  /// What to draw when `anchor` is put onto `point` and the label turned about it.
  ///
  /// - Parameter rotation: in degrees clockwise; −90 reads from bottom to top.
  public func elements(at point: Point, anchor: Anchor = .topLeading, rotation: Double = 0) -> [SceneElement] {
    let offset = offset(of: anchor)
    let placement = Placement(
      before: Point(x: -offset.x, y: -offset.y), degrees: rotation, after: point)
    return elements.map { $0.placed(placement) }
  }

  /// The label on a filled plate that is wider than itself by `padding` on each side.
  public func onPlate(_ color: Color, padding: Double) -> TextBlock {
    let plate = Rect(x: 0, y: 0, width: size.width + 2 * padding, height: size.height)
    let shifted = elements.map { $0.placed(Placement(after: Point(x: padding, y: 0))) }
    return TextBlock(
      size: Size(width: plate.width, height: plate.height), firstBaseline: firstBaseline, lineCount: lineCount,
      elements: [.path(.rect(plate), fill: color)] + shifted)
  }

  /// Where `anchor` lies, from the upper left corner.
  private func offset(of anchor: Anchor) -> Point {
    let x: Double =
      switch anchor.horizontal {
      case .leading: 0
      case .center: size.width / 2
      case .trailing: size.width
      }
    let y: Double =
      switch anchor.vertical {
      case .top: 0
      case .middle: size.height / 2
      case .baseline: firstBaseline
      case .bottom: size.height
      }
    return Point(x: x, y: y)
  }
}
