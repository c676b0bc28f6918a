/// Where in one piece of memory each value of a plan lives: where nothing takes a value any more, another may lie.
struct Places {
  /// By value: the number before which it begins.
  private(set) var offsets: [Int: Int] = [:]
  /// How many numbers there is room for.
  private(set) var count = 0

  /// Values that lie in the same place, one after the other.
  private struct Tenancy {
    var values: [Int]
    let count: Int
    var steps: ClosedRange<Int>
    var offset = 0

    var end: Int { offset + count }
  }

  /// - Parameters:
  ///   - steps: in the order in which they are done; value 0 is there from the beginning.
  ///   - count: how many numbers a value takes.
  init(_ steps: [FusedStep], count: (Int) -> Int) {
    var placed: [Tenancy] = []
    // The largest come first: each to the first gap between those that are there at the same time.
    for var tenancy in Self.tenancies(steps, count: count).sorted(by: {
      ($0.count, $1.values[0]) > ($1.count, $0.values[0])
    }) {
      for other in placed where other.steps.overlaps(tenancy.steps) && other.offset < tenancy.end {
        tenancy.offset = max(tenancy.offset, other.end)
      }
      placed.insert(tenancy, at: placed.firstIndex { $0.offset > tenancy.offset } ?? placed.count)
      for value in tenancy.values { offsets[value] = tenancy.offset }
      self.count = max(self.count, tenancy.end)
    }
  }

  private static func tenancies(_ steps: [FusedStep], count: (Int) -> Int) -> [Tenancy] {
    var lastUse: [Int: Int] = [0: -1]
    for (index, step) in steps.enumerated() {
      lastUse[step.output] = index
      for operand in step.operands { lastUse[operand] = index }
    }
    var tenancies = [Tenancy(values: [0], count: count(0), steps: -1...(lastUse[0] ?? -1))]
    var byValue = [0: 0]
    for (index, step) in steps.enumerated() {
      let last = lastUse[step.output] ?? index
      // What is added and not needed afterwards is overwritten by the sum.
      let heir = step.operands.dropFirst().first { lastUse[$0] == index && $0 != step.operands[0] }
      if let heir, let tenancy = byValue[heir] {
        tenancies[tenancy].values.append(step.output)
        tenancies[tenancy].steps = tenancies[tenancy].steps.lowerBound...last
        byValue[step.output] = tenancy
      } else {
        byValue[step.output] = tenancies.count
        tenancies.append(Tenancy(values: [step.output], count: count(step.output), steps: index...last))
      }
    }
    return tenancies
  }
}
