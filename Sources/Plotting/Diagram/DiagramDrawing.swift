import Localization

/// A diagram laid out at one scale, its pieces from (0, 0).
struct DiagramDrawing {
  private(set) var elements: [SceneElement] = []
  /// Around everything that is painted.
  private(set) var bounds: Rect
  let smallestType: Double
  /// Nodes and groups, by name.
  let frames: [String: Rect]
  /// The corners of each arrow's way, in the order of the arrows.
  private(set) var ways: [[Point]] = []
  private(set) var labels: [Rect] = []

  init(_ diagram: Diagram, context: DrawingContext) throws(PlottingError) {
    let measurer = DiagramMeasurer(context: context, arrows: diagram.arrows)
    let root = try measurer.measure(diagram.content)
    try Self.check(names: root.names, arrows: diagram.arrows)
    var plan = DiagramPlan()
    bounds = Rect(x: 0, y: 0, width: root.size.width, height: root.size.height)
    try root.place(bounds, &plan)
    frames = plan.frames
    smallestType =
      diagram.arrows.contains { $0.label != nil }
      ? min(root.smallestType, ArrowLabel.style(in: context.theme).size) : root.smallestType

    ways = Self.ways(of: diagram.arrows, plan: plan, context: context)
    var painted: [SceneElement] = []
    for (arrow, way) in zip(diagram.arrows, ways) {
      let dash: [Double] = arrow.line == .dashed ? [14, 10] : []
      let stroke = context.stroke(arrow.tint, width: context.theme.lines.axis, dash: dash)
      let path = ArrowPath(
        points: way, heads: arrow.heads, headLength: context.points(20), cornerRadius: context.points(14))
      painted += path.elements(stroke: stroke)
    }
    try place(labelsOf: diagram.arrows, plan: plan, context: context, into: &painted)
    elements = plan.backdrop + painted + plan.elements
    let margin = context.points(12)
    for point in ways.joined() {
      bounds = bounds.union(Rect(x: point.x - margin, y: point.y - margin, width: 2 * margin, height: 2 * margin))
    }
    for label in labels { bounds = bounds.union(label) }
  }

  private static func ways(of arrows: [Arrow], plan: DiagramPlan, context: DrawingContext) -> [[Point]] {
    let ends = ArrowPorts(plan: plan, separation: context.points(24)).ends(of: arrows)
    let boxes = plan.obstacles.map(\.rect)
    let gaps = boxes.indices.flatMap { i in boxes[..<i].map { $0.gap(to: boxes[i]) } }.filter { $0 > 0 }
    let clearance = min(context.points(34), 0.4 * (gaps.min() ?? .infinity))
    return zip(arrows, ends).map { arrow, ends in
      guard let ends else { return [] }
      switch arrow.route {
      case .straight: return [ends.0.point, ends.1.point]
      case .automatic:
        return ArrowRouter(obstacles: plan.boxes(around: arrow), clearance: clearance).route(from: ends.0, to: ends.1)
      }
    }
  }

  private mutating func place(
    labelsOf arrows: [Arrow], plan: DiagramPlan, context: DrawingContext, into painted: inout [SceneElement]
  ) throws(PlottingError) {
    for (index, arrow) in arrows.enumerated() {
      guard let label = arrow.label, ways[index].count > 1 else { continue }
      let block = try context.text(label, ArrowLabel.style(in: context.theme))
      let others = ways.indices.filter { $0 != index }.map { ways[$0] }
      let rect = ArrowLabel(block: block, gap: context.points(8))
        .bounds(along: ways[index], occupied: plan.obstacles.map(\.rect) + labels, lines: others)
      painted += block.elements(at: Point(x: rect.minX, y: rect.minY))
      labels.append(rect)
    }
  }

  private static func check(names: [String], arrows: [Arrow]) throws(PlottingError) {
    var known: Set<String> = []
    for name in names where !known.insert(name).inserted {
      throw PlottingError(
        .other(
          Bilingual(
            ko: "도해에 같은 이름이 두 번 나옵니다: “\(name)”. 상자마다 다른 이름을 붙이십시오.",
            en: "the name “\(name)” stands twice in the diagram. Give each box a name of its own.")))
    }
    for name in arrows.flatMap({ [$0.from, $0.to] }) where !known.contains(name) {
      let near = nearestName(to: name, among: known)
      throw PlottingError(
        .other(
          Bilingual(
            ko: "화살표가 가리키는 상자가 없습니다: “\(name)”." + (near.map { " 혹시 “\($0)”입니까?" } ?? ""),
            en: "an arrow names a box “\(name)” that is not there." + (near.map { " Did you mean “\($0)”?" } ?? ""))))
    }
  }
}

extension DiagramPlan {
  /// What an arrow leads around: every box and label, except those inside a group that it starts from or leads to.
  fileprivate func boxes(around arrow: Arrow) -> [Rect] {
    let ends = [arrow.from, arrow.to].compactMap { frames[$0] }
    let inside = obstacles.filter { obstacle in
      !ends.contains { $0 != obstacle.rect && $0.contains(obstacle.rect) }
    }
    return inside.map(\.rect) + ends.filter { end in !inside.contains { $0.rect == end } }
  }
}
