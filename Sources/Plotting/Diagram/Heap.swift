/// A queue that hands out the element of least cost first, and among equal costs the one that came first.
struct Heap<Element> {
  private var entries: [(cost: Double, order: Int, element: Element)] = []
  private var count = 0

  init(_ entries: [(Double, Element)] = []) {
    for (cost, element) in entries { push(cost, element) }
  }

  mutating func push(_ cost: Double, _ element: Element) {
    entries.append((cost, count, element))
    count += 1
    var child = entries.count - 1
    while child > 0, isBefore(child, (child - 1) / 2) {
      entries.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func pop() -> (cost: Double, element: Element)? {
    guard let first = entries.first else { return nil }
    entries.swapAt(0, entries.count - 1)
    entries.removeLast()
    var parent = 0
    while true {
      let children = [2 * parent + 1, 2 * parent + 2].filter { $0 < entries.count }
      guard let least = children.min(by: { isBefore($0, $1) }), isBefore(least, parent) else { break }
      entries.swapAt(parent, least)
      parent = least
    }
    return (first.cost, first.element)
  }

  private func isBefore(_ a: Int, _ b: Int) -> Bool {
    (entries[a].cost, entries[a].order) < (entries[b].cost, entries[b].order)
  }
}
