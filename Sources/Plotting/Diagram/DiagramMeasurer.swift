/// Measures the pieces of a diagram, from the inside out.
struct DiagramMeasurer {
  let context: DrawingContext
  let arrows: [Arrow]

  func measure(_ item: DiagramItem) throws(PlottingError) -> MeasuredItem {
    switch item.kind {
    case .node(let node): try measure(node)
    case .stack(let stack): try measure(stack)
    case .group(let group): try measure(group)
    case .brace(let brace): try measure(brace)
    }
  }

  /// Several items where one is expected stand in a column.
  func measure(_ items: [DiagramItem]) throws(PlottingError) -> MeasuredItem {
    if items.count == 1 { return try measure(items[0]) }
    return try measure(Column { items }.item)
  }

  // MARK: - Rows and columns

  private func measure(_ stack: DiagramStack) throws(PlottingError) -> MeasuredItem {
    let axis = stack.axis
    var children: [MeasuredItem] = []
    for item in stack.items { children.append(try measure(item)) }
    let members = children.map { Set($0.names) }
    let gaps = try gaps(of: stack, members: members)

    var lengths = children.map { axis.length(of: $0.size) }
    if stack.extent == .equal { lengths = lengths.map { _ in lengths.max() ?? 0 } }
    let length = lengths.reduce(0, +) + gaps.reduce(0, +)
    let across = StackBreadth(children, axis: axis.across, alignment: stack.alignment)

    return MeasuredItem(
      size: axis.size(length: length, breadth: across.breadth),
      center: axis.point(length: length / 2, breadth: across.center), names: children.flatMap(\.names),
      smallestType: children.map(\.smallestType).min() ?? .infinity
    ) { (frame: Rect, plan: inout DiagramPlan) throws(PlottingError) in
      plan.noteStack(axis, members: members)
      // What is left over stays free on both sides.
      var start = axis.start(of: frame) + (axis.end(of: frame) - axis.start(of: frame) - length) / 2
      for (index, child) in children.enumerated() {
        let place = across.place(of: child, in: axis.across.start(of: frame)...axis.across.end(of: frame))
        let rect = axis.rect(
          start: start, length: lengths[index], acrossStart: place.lowerBound,
          breadth: place.upperBound - place.lowerBound)
        try child.place(rect, &plan)
        start += lengths[index] + (index < gaps.count ? gaps[index] : 0)
      }
    }
  }

  /// The distances between neighbours: the stack's spacing, or more where an arrow's label has to stand there.
  private func gaps(of stack: DiagramStack, members: [Set<String>]) throws(PlottingError) -> [Double] {
    var gaps: [Double] = []
    for (before, after) in zip(members, members.dropFirst()) {
      var gap = context.points(stack.spacing)
      for arrow in arrows {
        let isBetween =
          before.contains(arrow.from) && after.contains(arrow.to)
          || before.contains(arrow.to) && after.contains(arrow.from)
        guard isBetween, arrow.leaving == nil, arrow.arriving == nil, let label = arrow.label else { continue }
        let block = try context.text(label, ArrowLabel.style(in: context.theme))
        gap = max(gap, stack.axis.length(of: block.size) + context.points(ArrowLabel.room(along: stack.axis)))
      }
      gaps.append(gap)
    }
    return gaps
  }

  // MARK: - Groups

  private func measure(_ group: Group) throws(PlottingError) -> MeasuredItem {
    let content = try measure(group.content)
    let padding = context.points(group.padding)
    let isTitled = !group.title[context.language].isEmpty
    let style = TextStyle(size: context.theme.type.label, weight: .bold, tint: group.tint)
    let title = isTitled ? try context.text(group.title, style) : nil
    let head = title.map { $0.size.height + context.points(16) } ?? 0
    let theme = context.theme
    let radius = context.points(18)
    let border = context.stroke(group.tint.opacity(0.45), width: theme.lines.hairline)

    return MeasuredItem(
      size: Size(
        width: max(content.size.width, title?.size.width ?? 0) + 2 * padding,
        height: content.size.height + head + 2 * padding),
      names: content.names + (group.id.map { [$0] } ?? []),
      smallestType: min(content.smallestType, isTitled ? style.size : .infinity)
    ) { (frame: Rect, plan: inout DiagramPlan) throws(PlottingError) in
      if let id = group.id { plan.frames[id] = frame }
      plan.backdrop.append(
        .path(.rect(frame, radius: radius), fill: group.tint.opacity(0.06).color(in: theme), stroke: border))
      if let title {
        let corner = Point(x: frame.minX + padding, y: frame.minY + padding * 0.8)
        plan.elements += title.elements(at: corner)
        plan.obstacles.append(.init(rect: title.bounds(at: corner)))
      }
      try content.place(frame.inset(left: padding, top: padding + head, right: padding, bottom: padding), &plan)
    }
  }
}
