/// Finds places for labels: inside the plot, clear of each other, and clear of the data where that is possible.
struct LabelPlacer {
  /// Labels stay inside.
  var bounds: Rect
  var obstacles: [Obstacle]
  /// What is taken already.
  var taken: [Rect] = []
  /// How much labels keep from each other, in points.
  var gap: Double

  /// The chosen place of each label, in order; nil where one is left out.
  func places(for labels: [PlotLabel]) -> [PlotLabel.Candidate?] {
    var chosen: [PlotLabel.Candidate?] = labels.map { $0.need == .fixed ? $0.candidates.first : nil }
    // Each label in turn takes its best place among the others'; later rounds mend what the first one spoilt.
    for round in 0..<3 {
      var hasChanged = false
      for index in labels.indices where labels[index].need != .fixed {
        let others = chosen.indices.filter { $0 != index }.compactMap { chosen[$0]?.bounds } + taken
        let best = best(of: labels[index], among: others)
        if best?.bounds != chosen[index]?.bounds { hasChanged = true }
        chosen[index] = best
      }
      if round > 0, !hasChanged { break }
    }
    return chosen
  }

  private func best(of label: PlotLabel, among others: [Rect]) -> PlotLabel.Candidate? {
    var best: (candidate: PlotLabel.Candidate, cost: Double)?
    for (rank, candidate) in label.candidates.enumerated() {
      let box = candidate.bounds
      guard bounds.contains(box), !others.contains(where: box.outset(by: gap / 2).intersects) else { continue }
      let covered = obstacles.count { $0.touches(box) }
      guard covered == 0 || label.need != .clear else { continue }
      let cost = Double(rank) + 100 * Double(covered)
      if cost < best?.cost ?? .infinity { best = (candidate, cost) }
    }
    return best?.candidate
  }
}

/// Names at the ends of curves: as near to their curves as they can be without touching.
///
/// Minimises the sum of squared shifts by pooling neighbours that would touch.
///
/// - Parameters:
///   - wanted: where each centre would like to be.
///   - heights: of the names, gaps included.
/// - Returns: the centres in the same order, or nil where the names do not fit into `range`.
func spread(_ wanted: [Double], heights: [Double], in range: ClosedRange<Double>) -> [Double]? {
  guard heights.reduce(0, +) <= range.upperBound - range.lowerBound else { return nil }
  struct Pool {
    var members: [Int]
    var height: Double
    var top: Double
  }
  func top(of members: [Int], height: Double) -> Double {
    var (offset, sum) = (0.0, 0.0)
    for member in members {
      sum += wanted[member] - heights[member] / 2 - offset
      offset += heights[member]
    }
    return min(max(sum / Double(members.count), range.lowerBound), range.upperBound - height)
  }
  var pools: [Pool] = []
  for index in wanted.indices.sorted(by: { (wanted[$0], $0) < (wanted[$1], $1) }) {
    var pool = Pool(members: [index], height: heights[index], top: 0)
    pool.top = top(of: pool.members, height: pool.height)
    while let before = pools.last, before.top + before.height > pool.top {
      pools.removeLast()
      pool.members = before.members + pool.members
      pool.height += before.height
      pool.top = top(of: pool.members, height: pool.height)
    }
    pools.append(pool)
  }
  var centers = wanted
  for pool in pools {
    var top = pool.top
    for member in pool.members {
      centers[member] = top + heights[member] / 2
      top += heights[member]
    }
  }
  return centers
}
