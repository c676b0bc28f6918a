/// A call-out's text, set.
struct CallOutBlock {
  let callOut: CallOut
  let title: TextBlock
  let detail: TextBlock?
  let size: Size

  /// Where call-outs wrap, in units.
  private static let width = 340.0
  private static let gap = 6.0

  init(_ callOut: CallOut, context: DrawingContext) throws(PlottingError) {
    self.callOut = callOut
    let type = context.theme.type
    let width = context.points(Self.width)
    let titleStyle = TextStyle(size: type.heading, weight: .bold, tint: callOut.tint, alignment: .center)
    title = try context.text(callOut.title, titleStyle, width: width)
    let detailStyle = TextStyle(size: type.tick, tint: .ink, alignment: .center)
    if let text = callOut.detail { detail = try context.text(text, detailStyle, width: width) } else { detail = nil }
    let below = detail.map { $0.size.height + context.points(Self.gap) } ?? 0
    size = Size(width: max(title.size.width, detail?.size.width ?? 0), height: title.size.height + below)
  }

  /// The block with the middle of its upper edge at `point`.
  func elements(at point: Point, context: DrawingContext) -> [SceneElement] {
    let below = Point(x: point.x, y: point.y + title.size.height + context.points(Self.gap))
    return title.elements(at: point, anchor: .top) + (detail?.elements(at: below, anchor: .top) ?? [])
  }
}
