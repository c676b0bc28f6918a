extension DiagramMeasurer {
  /// Content, then a gap, the brace, another gap, and the label outside it.
  func measure(_ brace: Brace) throws(PlottingError) -> MeasuredItem {
    let content = try measure(brace.content)
    let style = TextStyle(size: context.theme.type.label, tint: brace.tint, alignment: brace.side.alignment)
    let label = try context.text(brace.label, style, width: context.points(420))
    let (gap, depth) = (context.points(14), context.points(26))
    let stroke = context.stroke(brace.tint, width: context.theme.lines.axis)
    let axis = brace.side.axis
    let room = gap + depth + gap + axis.across.length(of: label.size)

    let length = max(axis.length(of: content.size), axis.length(of: label.size))
    let before = brace.side == .top || brace.side == .leading ? room : 0

    return MeasuredItem(
      size: axis.size(length: length, breadth: axis.across.length(of: content.size) + room),
      center: axis.point(length: length / 2, breadth: before + axis.across.length(of: content.center)),
      names: content.names, smallestType: min(content.smallestType, style.size)
    ) { (frame: Rect, plan: inout DiagramPlan) throws(PlottingError) in
      let inner =
        switch brace.side {
        case .top: frame.inset(top: room)
        case .bottom: frame.inset(bottom: room)
        case .leading: frame.inset(left: room)
        case .trailing: frame.inset(right: room)
        }
      try content.place(inner, &plan)
      // The brace is as long as the content, which may be smaller than the place that it was given.
      let length = min(axis.length(of: content.size), axis.end(of: inner) - axis.start(of: inner))
      let middle = (axis.start(of: inner) + axis.end(of: inner)) / 2
      let (low, high) = (middle - length / 2, middle + length / 2)
      let path: Path
      let tip: Point
      switch brace.side {
      case .bottom:
        let y = inner.maxY + gap
        path = .brace(from: Point(x: low, y: y), to: Point(x: high, y: y), depth: depth)
        tip = Point(x: middle, y: y + depth + gap)
      case .top:
        let y = inner.minY - gap
        path = .brace(from: Point(x: high, y: y), to: Point(x: low, y: y), depth: depth)
        tip = Point(x: middle, y: y - depth - gap)
      case .trailing:
        let x = inner.maxX + gap
        path = .brace(from: Point(x: x, y: high), to: Point(x: x, y: low), depth: depth)
        tip = Point(x: x + depth + gap, y: middle)
      case .leading:
        let x = inner.minX - gap
        path = .brace(from: Point(x: x, y: low), to: Point(x: x, y: high), depth: depth)
        tip = Point(x: x - depth - gap, y: middle)
      }
      plan.elements.append(.path(path, stroke: stroke))
      plan.elements += label.elements(at: tip, anchor: brace.side.labelAnchor)
      plan.obstacles.append(.init(rect: label.bounds(at: tip, anchor: brace.side.labelAnchor)))
    }
  }
}

extension DiagramSide {
  /// The axis along which the side runs.
  var axis: DiagramAxis {
    switch self {
    case .top, .bottom: .row
    case .leading, .trailing: .column
    }
  }

  /// Which point of an outside label touches what it labels.
  fileprivate var labelAnchor: Anchor {
    switch self {
    case .top: .bottom
    case .bottom: .top
    case .leading: .trailing
    case .trailing: .leading
    }
  }

  fileprivate var alignment: TextStyle.Alignment {
    switch self {
    case .top, .bottom: .center
    case .leading: .trailing
    case .trailing: .leading
    }
  }
}
