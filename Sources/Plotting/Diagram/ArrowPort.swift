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

/// Chooses ports for all arrows of a diagram.
struct ArrowPorts {
  let plan: DiagramPlan
  /// How far apart two arrows in opposite directions run, and how far from corners they stay.
  let separation: Double

  private struct Dock: Hashable {
    let id: String
    let side: DiagramSide
  }

  /// The two ends of each arrow whose boxes there are.
  ///
  /// Boxes that face each other are joined by a straight line where they can be: one end, or both, is moved along its side.
  /// A dock that several arrows share stays in the middle of its side, so that they leave and arrive as one.
  func ends(of arrows: [Arrow]) -> [(ArrowPort, ArrowPort)?] {
    let docks = arrows.map(docks)
    let uses = docks.compactMap { $0 }.reduce(into: [Dock: Set<String>]()) { uses, pair in
      uses[pair.0, default: []].insert(pair.1.id)
      uses[pair.1, default: []].insert(pair.0.id)
    }
    return zip(arrows, docks).map { arrow, pair in
      guard let pair, let start = plan.frames[arrow.from], let end = plan.frames[arrow.to] else { return nil }
      let hasReturn = arrows.contains { $0.from == arrow.to && $0.to == arrow.from }
      let ports = (ArrowPort(middleOf: pair.0.side, of: start), ArrowPort(middleOf: pair.1.side, of: end))
      let isShared = [pair.0, pair.1].map { (uses[$0]?.count ?? 0) > 1 }
      return straightened(ports, start: start, end: end, isShared: isShared, hasReturn: hasReturn)
    }
  }

  private func straightened(
    _ ports: (ArrowPort, ArrowPort), start: Rect, end: Rect, isShared: [Bool], hasReturn: Bool
  ) -> (ArrowPort, ArrowPort) {
    guard ports.0.side.isOpposite(ports.1.side) else { return ports }
    let along = ports.0.side.axis
    let (low, high) = (max(along.start(of: start), along.start(of: end)), min(along.end(of: start), along.end(of: end)))
    guard high - low >= 2 * separation else { return ports }
    let inner = low + separation...high - separation

    let middles = [start, end].map { (along.start(of: $0) + along.end(of: $0)) / 2 }
    let isStartShorter = along.length(of: start.size) <= along.length(of: end.size)
    let preferred = isStartShorter ? middles : middles.reversed()
    var place: Double
    switch (isShared[0], isShared[1]) {
    case (true, true): return ports
    case (true, false): place = middles[0]
    case (false, true): place = middles[1]
    case (false, false): place = preferred.first(where: inner.contains) ?? (inner.lowerBound + inner.upperBound) / 2
    }
    guard inner.contains(place) else { return ports }
    if hasReturn { place += (ports.0.side == .trailing || ports.0.side == .bottom ? -0.5 : 0.5) * separation }
    var moved = ports
    moved.0.point.move(to: place, along: along)
    moved.1.point.move(to: place, along: along)
    return moved
  }

  private func docks(of arrow: Arrow) -> (Dock, Dock)? {
    guard let start = plan.frames[arrow.from], let end = plan.frames[arrow.to] else { return nil }
    let facing = facingSides(of: arrow, from: start, to: end)
    return (
      Dock(id: arrow.from, side: arrow.leaving ?? facing.0), Dock(id: arrow.to, side: arrow.arriving ?? facing.1)
    )
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
