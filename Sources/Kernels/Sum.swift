/// Σ xⱼ over one block, added in `Double`: in 32 lanes, and then the lanes.
func blockSum(_ x: UnsafePointer<Float>, count: Int) -> Double {
  let eight = Lanes.scalarCount
  var sums = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
  var start = 0
  while start + 4 * eight <= count {
    sums.0 += Lanes(loadEight(x + start))
    sums.1 += Lanes(loadEight(x + start + eight))
    sums.2 += Lanes(loadEight(x + start + 2 * eight))
    sums.3 += Lanes(loadEight(x + start + 3 * eight))
    start += 4 * eight
  }
  var total = ((sums.0 + sums.1) + (sums.2 + sums.3)).sum()
  while start < count {
    total += Double(x[start])
    start += 1
  }
  return total
}

@inline(__always)
private func loadEight(_ pointer: UnsafePointer<Float>) -> SIMD8<Float> {
  UnsafeRawPointer(pointer).loadUnaligned(as: SIMD8<Float>.self)
}
