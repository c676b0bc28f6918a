/// Finds ways with right angles from port to port, around boxes.
///
/// Ways run along a few lines only: just outside each box, through the ports, and midway between them. Among these the
/// shortest way is found whose turns cost as much as a detour (Dijkstra over places and directions).
struct ArrowRouter {
  let obstacles: [Rect]
  /// How far from boxes ways keep.
  let clearance: Double

  private struct State: Hashable {
    var x: Int
    var y: Int
    var axis: DiagramAxis
  }

  /// The corners of the way, ends included; a straight line where nothing better is found.
  ///
  /// - Complexity: O(n² log n) for n boxes.
  func route(from start: ArrowPort, to end: ArrowPort) -> [Point] {
    if let straight = straightLine(from: start, to: end) { return straight }
    let (first, last) = (start.outside(by: clearance), end.outside(by: clearance))
    let middle = Point(x: (first.x + last.x) / 2, y: (first.y + last.y) / 2)
    let xs = lines([first.x, last.x, middle.x] + obstacles.flatMap { [$0.minX - clearance, $0.maxX + clearance] })
    let ys = lines([first.y, last.y, middle.y] + obstacles.flatMap { [$0.minY - clearance, $0.maxY + clearance] })
    guard let path = search(from: first, leaving: start.side, to: last, arriving: end.side, xs: xs, ys: ys) else {
      return [start.point, end.point]
    }
    return corners([start.point] + path + [end.point])
  }

  private func straightLine(from start: ArrowPort, to end: ArrowPort) -> [Point]? {
    guard start.side.isOpposite(end.side) else { return nil }
    let (a, b) = (start.point, end.point)
    let isAligned = start.side.axis == .column ? abs(a.y - b.y) < 0.5 : abs(a.x - b.x) < 0.5
    let isAhead =
      switch start.side {
      case .trailing: b.x > a.x
      case .leading: b.x < a.x
      case .bottom: b.y > a.y
      case .top: b.y < a.y
      }
    guard isAligned, isAhead else { return nil }
    return obstacles.contains { $0.inset(by: 1).isCrossed(from: a, to: b) } ? nil : [a, b]
  }

  private func search(
    from first: Point, leaving: DiagramSide, to last: Point, arriving: DiagramSide, xs: [Double], ys: [Double]
  ) -> [Point]? {
    guard let startX = xs.firstIndex(of: first.x), let startY = ys.firstIndex(of: first.y),
      let endX = xs.firstIndex(of: last.x), let endY = ys.firstIndex(of: last.y)
    else { return nil }
    let start = State(x: startX, y: startY, axis: leaving.axis.across)
    let goal = State(x: endX, y: endY, axis: arriving.axis.across)
    var distances = [start: 0.0]
    var origins: [State: State] = [:]
    var open = Heap([(0, start)])

    while let (distance, state) = open.pop() {
      if state == goal { return trace(state, origins: origins, xs: xs, ys: ys) }
      guard distance <= distances[state] ?? .infinity else { continue }
      for (next, length) in steps(from: state, xs: xs, ys: ys) {
        let longer = distance + length
        guard longer < distances[next] ?? .infinity else { continue }
        distances[next] = longer
        origins[next] = state
        open.push(longer, next)
      }
    }
    return nil
  }

  /// A turn on the spot, and a step to each of the neighbouring places ahead and behind, with what they cost.
  private func steps(from state: State, xs: [Double], ys: [Double]) -> [(State, Double)] {
    var steps = [(State(x: state.x, y: state.y, axis: state.axis.across), 8 * clearance)]
    let here = Point(x: xs[state.x], y: ys[state.y])
    for step in [-1, 1] {
      var next = state
      switch state.axis {
      case .row: next.x += step
      case .column: next.y += step
      }
      guard xs.indices.contains(next.x), ys.indices.contains(next.y) else { continue }
      let there = Point(x: xs[next.x], y: ys[next.y])
      guard !isTight(here, there) else { continue }
      steps.append((next, abs(there.x - here.x) + abs(there.y - here.y) + detour(here, there)))
    }
    return steps
  }

  /// A little extra for running right beside a box, so that the middle of a gap is preferred.
  private func detour(_ a: Point, _ b: Point) -> Double {
    let isBeside = obstacles.contains { $0.inset(by: -1.2 * clearance).isCrossed(from: a, to: b) }
    return isBeside ? 0.05 * (abs(a.x - b.x) + abs(a.y - b.y)) : 0
  }

  /// Whether the way from `a` to `b` comes too near to a box.
  private func isTight(_ a: Point, _ b: Point) -> Bool {
    obstacles.contains { $0.inset(by: -0.9 * clearance).isCrossed(from: a, to: b) }
  }

  private func trace(_ end: State, origins: [State: State], xs: [Double], ys: [Double]) -> [Point] {
    var points = [Point(x: xs[end.x], y: ys[end.y])]
    var state = end
    while let origin = origins[state] {
      points.append(Point(x: xs[origin.x], y: ys[origin.y]))
      state = origin
    }
    return points.reversed()
  }

  /// Only the points where the way turns.
  private func corners(_ points: [Point]) -> [Point] {
    var corners: [Point] = []
    for point in points {
      if let last = corners.last, abs(last.x - point.x) + abs(last.y - point.y) < 0.01 { continue }
      if corners.count > 1 {
        let (a, b) = (corners[corners.count - 2], corners[corners.count - 1])
        let cross = (b.x - a.x) * (point.y - b.y) - (b.y - a.y) * (point.x - b.x)
        if abs(cross) < 0.01 { corners.removeLast() }
      }
      corners.append(point)
    }
    return corners
  }

  private func lines(_ values: [Double]) -> [Double] { Array(Set(values)).sorted() }
}
