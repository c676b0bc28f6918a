import Foundation
import Localization

/// An arrow from one pair of values to another, with words at its tail.
public struct ArrowMark: Mark {
  public var from: DataPoint
  public var to: DataPoint
  public var label: Bilingual?
  public var tint: Tint

  public init(from: DataPoint, to: DataPoint, label: Bilingual? = nil, tint: Tint = .ink) {
    self.from = from
    self.to = to
    self.label = label
    self.tint = tint
  }

  public var seriesCount: Int { 0 }

  public func drawing(in plot: PlotArea, series: Int) throws(PlottingError) -> MarkDrawing {
    var drawing = MarkDrawing()
    guard let tail = try plot.point(from), let tip = try plot.point(to), plot.rect.contains(tip) else { return drawing }
    drawing.elements = arrow(
      from: tail, to: tip, width: plot.context.points(plot.context.theme.lines.axis),
      color: tint.color(in: plot.context.theme))
    drawing.obstacles = [.line([tail, tip])]
    if let label {
      // On the side that the arrow leaves.
      let (dx, dy) = (tip.x - tail.x, tip.y - tail.y)
      let anchor: Anchor = abs(dx) > abs(dy) ? (dx > 0 ? .trailing : .leading) : (dy > 0 ? .bottom : .top)
      let text = try plot.context.text(
        label, .label(in: plot.context.theme).tint(tint).alignment(.center), width: plot.rect.width * 0.4)
      let gap = plot.context.points(8)
      let length = max(hypot(dx, dy), 1e-9)
      let at = Point(x: tail.x - dx / length * gap, y: tail.y - dy / length * gap)
      drawing.labels = [PlotLabel([.init(text, at: at, anchor: anchor)], need: .fixed)]
    }
    return drawing
  }
}

/// A line that ends in a filled head.
///
/// - Parameter width: of the line, in points; the head is five times as wide, and shorter than the line.
public func arrow(from tail: Point, to tip: Point, width: Double, color: Color) -> [SceneElement] {
  let (dx, dy) = (tip.x - tail.x, tip.y - tail.y)
  let length = hypot(dx, dy)
  guard length > 0 else { return [] }
  let (ux, uy) = (dx / length, dy / length)
  let head = min(5.5 * width, length)
  let half = head * 0.42
  let neck = Point(x: tip.x - ux * head, y: tip.y - uy * head)
  let inside = Point(x: tip.x - ux * head * 0.8, y: tip.y - uy * head * 0.8)
  return [
    .path(.line(from: tail, to: inside), stroke: Stroke(color, width: width)),
    .path(
      .polygon([
        tip, Point(x: neck.x - uy * half, y: neck.y + ux * half), inside,
        Point(x: neck.x + uy * half, y: neck.y - ux * half),
      ]), fill: color),
  ]
}
