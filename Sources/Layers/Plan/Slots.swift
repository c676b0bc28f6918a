/// Which memory each value of a plan lives in: as soon as nothing takes a value any more, its memory serves another.
struct Slots {
  /// By value: the number of its slot.
  private(set) var slots: [Int: Int] = [:]
  /// How many numbers each slot has room for.
  private(set) var capacities: [Int] = []

  /// - Parameters:
  ///   - steps: in the order in which they are done; value 0 is there from the beginning.
  ///   - count: how many numbers a value takes.
  init(_ steps: [FusedStep], count: (Int) -> Int) {
    var lastUse: [Int: Int] = [:]
    for (index, step) in steps.enumerated() {
      lastUse[step.output] = index
      for operand in step.operands { lastUse[operand] = index }
    }
    var free: Set<Int> = []
    slots[0] = slot(for: count(0), from: &free)
    for (index, step) in steps.enumerated() {
      // What is added and not needed afterwards is overwritten by the sum.
      let heir = step.operands.dropFirst().first { lastUse[$0] == index && $0 != step.operands[0] }
      if let heir, let inherited = slots[heir] {
        slots[step.output] = inherited
      } else {
        slots[step.output] = slot(for: count(step.output), from: &free)
      }
      for operand in Set(step.operands) where operand != heir && lastUse[operand] == index {
        if let slot = slots[operand] { free.insert(slot) }
      }
      if lastUse[step.output] == index, let slot = slots[step.output] { free.insert(slot) }
    }
  }

  /// The smallest free slot that is large enough, or else the largest one, made larger; or else a new one.
  private mutating func slot(for count: Int, from free: inout Set<Int>) -> Int {
    let bySize = free.sorted { (capacities[$0], $0) < (capacities[$1], $1) }
    let slot = bySize.first { capacities[$0] >= count } ?? bySize.last ?? capacities.count
    if slot == capacities.count { capacities.append(0) }
    free.remove(slot)
    capacities[slot] = max(capacities[slot], count)
    return slot
  }
}
