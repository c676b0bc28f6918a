import Plotting

/// Places slabs on pages.
struct Pagination {
  /// The room of the first page, and of the others.
  let heights: (first: Double, others: Double)
  private(set) var pages: [[Slab]] = [[]]

  init(first: Double, others: Double) { heights = (first, others) }

  // MARK: - Filling

  /// Adds slabs that stay on one page where one is large enough for all of them, unless much of the page before it would
  /// be left empty that some of them could fill.
  mutating func add(together slabs: [Slab]) {
    if !fits(slabs), slabs.height <= heights.others {
      var part: [Slab] = []
      for cluster in slabs.clusters {
        guard fits(part + cluster) else { break }
        part += cluster
      }
      if rest < Self.mostEmpty * room(of: pages.count - 1) || part.height < rest / 2 { pages.append([]) }
    }
    add(slabs)
  }

  private static let mostEmpty = 0.4

  /// Adds slabs, and ends pages between them where that is allowed.
  mutating func add(_ slabs: [Slab]) {
    for cluster in slabs.clusters {
      if !fits(cluster), cluster.height <= heights.others { pages.append([]) }
      for slab in cluster {
        if !fits([slab]) { pages.append([]) }
        pages[pages.count - 1].append(slab)
      }
    }
  }

  private func room(of page: Int) -> Double { page == 0 ? heights.first : heights.others }

  /// What is left of the last page.
  private var rest: Double { room(of: pages.count - 1) - pages[pages.count - 1].heightOfPage }

  private func fits(_ slabs: [Slab]) -> Bool {
    let page = pages[pages.count - 1]
    return page.isEmpty || (page + slabs).heightOfPage <= room(of: pages.count - 1)
  }

  // MARK: - Placing

  /// What is drawn on each page, from its upper left corner.
  var elements: [[SceneElement]] {
    pages.enumerated().map { index, page in
      // Frames to write in share what is left of a page that another follows.
      let growing = page.count { $0.taller != nil }, isLast = index == pages.count - 1
      let spare = isLast || growing == 0 ? 0 : max(0, room(of: index) - page.heightOfPage) / Double(growing)
      return Self.elements(of: page, growth: min(spare, Self.mostGrowth))
    }
  }

  private static let mostGrowth = 130.0

  private static func elements(of page: [Slab], growth: Double) -> [SceneElement] {
    var elements = page.first?.head?.elements ?? []
    var top = page.first?.head?.height ?? 0
    for (index, slab) in page.enumerated() {
      if index > 0 { top += page[index - 1].gap(before: slab) }
      let ink = slab.taller?(growth) ?? slab.ink
      elements += ink.moved(y: top).elements
      top += ink.height
    }
    return elements
  }
}
