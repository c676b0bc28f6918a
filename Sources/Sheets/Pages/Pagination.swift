import Plotting

/// Places slabs on pages.
struct Pagination {
  /// The room of the first page, and of the others.
  let heights: (first: Double, others: Double)
  private(set) var pages: [[SceneElement]] = [[]]
  private var top = 0.0
  private var last: Slab?

  init(first: Double, others: Double) { heights = (first, others) }

  private var room: Double { pages.count == 1 ? heights.first : heights.others }

  /// Adds slabs that stay on one page where one is large enough for all of them, unless much of the page before it would
  /// be left empty that some of them could fill.
  mutating func add(together slabs: [Slab]) {
    if !fits(slabs), slabs.height <= heights.others {
      let rest = room - top
      let filled = slabs.clusters.reduce(into: (slabs: [Slab](), ended: false)) { result, cluster in
        result.ended = result.ended || !fits(result.slabs + cluster)
        if !result.ended { result.slabs += cluster }
      }.slabs.height
      if rest < Self.mostEmpty * room || filled < rest / 2 { endPage() }
    }
    add(slabs)
  }

  private static let mostEmpty = 0.4

  /// Adds slabs, and ends pages between them where that is allowed.
  mutating func add(_ slabs: [Slab]) {
    for cluster in slabs.clusters {
      if !fits(cluster), cluster.height <= heights.others { endPage() }
      cluster.forEach { place($0) }
    }
  }

  private func gap(before slab: Slab) -> Double { last.map { max($0.after, slab.before) } ?? 0 }

  private func fits(_ slabs: [Slab]) -> Bool {
    guard let first = slabs.first, last != nil else { return true }
    return top + gap(before: first) + slabs.height <= room
  }

  /// Places one slab; on a new page where this one has no room left.
  private mutating func place(_ slab: Slab) {
    if !fits([slab]) { endPage() }
    if last == nil, let head = slab.head {
      pages[pages.count - 1] += head.elements
      top = head.height
    }
    top += gap(before: slab)
    pages[pages.count - 1] += slab.ink.moved(y: top).elements
    top += slab.ink.height
    last = slab
  }

  private mutating func endPage() {
    guard last != nil else { return }
    pages.append([])
    top = 0
    last = nil
  }
}
