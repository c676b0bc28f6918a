/// Where an arrow leaves or reaches a box, and the direction away from it.
struct ArrowPort: Hashable {
  var point: Point
  var side: DiagramSide

  /// The point so far outside the box.
  func outside(by distance: Double) -> Point {
    switch side {
    case .top: Point(x: point.x, y: point.y - distance)
    case .bottom: Point(x: point.x, y: point.y + distance)
    case .leading: Point(x: point.x - distance, y: point.y)
    case .trailing: Point(x: point.x + distance, y: point.y)
    }
  }
}

/// Chooses ports for arrows.
struct ArrowPorts {
  let plan: DiagramPlan
  /// How far apart two arrows in opposite directions run.
  let separation: Double

  /// The two ends of an arrow. Where the boxes face each other, the ends face each other too, so that a straight line
  /// joins them.
  func ends(of arrow: Arrow, from start: Rect, to end: Rect, hasReturn: Bool) -> (ArrowPort, ArrowPort) {
    let facing = facingSides(of: arrow, from: start, to: end)
    let sides = (arrow.leaving ?? facing.0, arrow.arriving ?? facing.1)
    var ports = (ArrowPort(middleOf: sides.0, of: start), ArrowPort(middleOf: sides.1, of: end))
    guard sides.0.isOpposite(sides.1) else { return ports }

    // Along the sides: the middle of one box where the other reaches it too, else of what they share.
    let along = sides.0.axis
    let shared =
      max(
        along.start(of: start), along.start(of: end))...max(
        max(along.start(of: start), along.start(of: end)), min(along.end(of: start), along.end(of: end)))
    guard shared.upperBound - shared.lowerBound >= 2 * separation else { return ports }
    let middles = [start, end].map { (along.start(of: $0) + along.end(of: $0)) / 2 }
    let inner = shared.lowerBound + separation...shared.upperBound - separation
    let smallerFirst = along.length(of: start.size) <= along.length(of: end.size) ? middles : middles.reversed()
    var place = smallerFirst.first(where: inner.contains) ?? (inner.lowerBound + inner.upperBound) / 2
    if hasReturn { place += (sides.0 == .trailing || sides.0 == .bottom ? -0.5 : 0.5) * separation }
    ports.0.point.move(to: place, along: along)
    ports.1.point.move(to: place, along: along)
    return ports
  }

  /// The sides that look at each other: along the stack that holds both boxes, else wherever a gap parts them.
  private func facingSides(of arrow: Arrow, from start: Rect, to end: Rect) -> (DiagramSide, DiagramSide) {
    let gapX = max(end.minX - start.maxX, start.minX - end.maxX)
    let gapY = max(end.minY - start.maxY, start.minY - end.maxY)
    let preferred = plan.axis(from: arrow.from, to: arrow.to) ?? (gapX >= gapY ? .row : .column)
    switch preferred {
    case .row where gapX > 0 || gapY <= 0:
      return end.midX >= start.midX ? (.trailing, .leading) : (.leading, .trailing)
    case .row, .column:
      return end.midY >= start.midY ? (.bottom, .top) : (.top, .bottom)
    }
  }
}

extension ArrowPort {
  fileprivate init(middleOf side: DiagramSide, of rect: Rect) {
    self.side = side
    point =
      switch side {
      case .top: Point(x: rect.midX, y: rect.minY)
      case .bottom: Point(x: rect.midX, y: rect.maxY)
      case .leading: Point(x: rect.minX, y: rect.midY)
      case .trailing: Point(x: rect.maxX, y: rect.midY)
      }
  }
}

extension DiagramSide {
  func isOpposite(_ other: DiagramSide) -> Bool {
    switch (self, other) {
    case (.top, .bottom), (.bottom, .top), (.leading, .trailing), (.trailing, .leading): true
    default: false
    }
  }
}

extension Point {
  fileprivate mutating func move(to place: Double, along axis: DiagramAxis) {
    switch axis {
    case .row: x = place
    case .column: y = place
    }
  }
}
