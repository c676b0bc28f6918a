// MARK: - Sums that do not depend on the number of threads

/// Σ xⱼ, added in `Double` in an order that depends on the length alone: in 32 lanes within a block, block after block.
///
/// - Parameters:
///   - x: any number of numbers; the sum of none is 0.
///   - threads: how many threads at most, 1 or more. Their number never changes a bit.
public func sum(_ x: Span<Float>, threads: Int = 1) -> Double {
  x.withUnsafeBufferPointer { buffer in
    guard let base = buffer.baseAddress else { return 0 }
    nonisolated(unsafe) let x = base
    let count = buffer.count
    return parallelSum(Blocks.count(count), threads: threads) { block in
      let elements = Blocks.elements(ofBlock: block, of: count)
      return blockSum(x + elements.lowerBound, count: elements.count)
    }
  }
}

/// One block: every lane adds its own numbers, then the lanes are added.
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

/// Σ xⱼ by the plain loop, which judges the fast one.
package func referenceSum(_ x: [Float]) -> Double {
  x.reduce(0) { $0 + Double($1) }
}
