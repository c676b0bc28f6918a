extension DiagramMeasurer {
  /// A node as large as what stands in it, or larger where its stack stretches it.
  func measure(_ node: Node) throws(PlottingError) -> MeasuredItem {
    let inks = NodeInks(node, theme: context.theme)
    var blocks: [TextBlock] = []
    var smallestType = Double.infinity

    if !node.text[context.language].isEmpty {
      let style = TextStyle(size: context.theme.type.body, tint: inks.text, alignment: .center)
      blocks.append(try context.text(node.text, style, width: context.points(node.textWidth)))
      smallestType = style.size
    }
    if let formula = node.formula {
      let style = TextStyle(size: context.theme.type.heading, tint: inks.text, alignment: .center)
      blocks.append(try RichText(pieces: [.formula(formula)]).laidOut(style, context: context))
    }
    if let detail = node.detail {
      let style = TextStyle(size: context.theme.type.note, tint: inks.detail, alignment: .center)
      blocks.append(try context.text(detail, style, width: context.points(node.textWidth)))
      smallestType = min(smallestType, style.size)
    }

    let picture = node.picture.map { Size(width: context.points($0.width), height: context.points($0.height)) }
    let sizes = (picture.map { [$0] } ?? []) + blocks.map(\.size)
    let gap = context.points(10)
    let contentHeight = sizes.map(\.height).reduce(0, +) + gap * Double(max(0, sizes.count - 1))
    let (padX, padY): (Double, Double) =
      node.look == .plain ? (context.points(12), context.points(8)) : (context.points(28), context.points(20))
    let isBoxed = node.look != .plain

    return MeasuredItem(
      size: Size(
        width: max(sizes.map(\.width).max() ?? 0, isBoxed ? context.points(40) : 0) + 2 * padX,
        height: max(contentHeight, isBoxed ? context.points(32) : 0) + 2 * padY),
      names: [node.id], smallestType: smallestType
    ) { (frame: Rect, plan: inout DiagramPlan) throws(PlottingError) in
      plan.frames[node.id] = frame
      plan.obstacles.append(.init(id: node.id, rect: frame))
      if isBoxed { plan.elements.append(box(of: node, inks: inks, in: frame)) }
      var top = frame.midY - contentHeight / 2
      if let picture, let content = node.picture?.content {
        let place = Rect(x: frame.midX - picture.width / 2, y: top, width: picture.width, height: picture.height)
        plan.elements += try content.elements(in: place, context: context)
        top += picture.height + gap
      }
      for block in blocks {
        plan.elements += block.elements(at: Point(x: frame.midX, y: top), anchor: .top)
        top += block.size.height + gap
      }
    }
  }

  private func box(of node: Node, inks: NodeInks, in frame: Rect) -> SceneElement {
    let dash: [Double] = node.look == .dashed ? [12, 9] : []
    return .path(
      .rect(frame, radius: context.points(14)), fill: inks.ground,
      stroke: context.stroke(node.tint, width: context.theme.lines.axis, dash: dash))
  }
}

/// The colours of a node.
struct NodeInks {
  let ground: Color?
  let text: Tint
  let detail: Tint

  init(_ node: Node, theme: Theme) {
    let tint = node.tint.color(in: theme)
    switch node.look {
    case .filled:
      ground = tint
      let candidates = [theme.background, theme.ink]
      let best = candidates.max { $0.contrast(with: tint) < $1.contrast(with: tint) } ?? theme.ink
      text = .fixed(best)
      detail = .fixed(best)
    case .outlined:
      ground = tint.opacity(0.12).over(theme.background)
      text = .ink
      detail = .muted
    case .dashed, .plain:
      ground = nil
      text = .ink
      detail = .muted
    }
  }
}
