// MARK: - Sums that do not depend on the number of threads

/// Σ xⱼ, added in `Double` in an order that depends on the length alone: in sixteen lanes within a block, block after block.
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
@usableFromInline
@inline(never)
func blockSum(_ x: UnsafePointer<Float>, count: Int) -> Double {
  let lanes = DoubleVector.scalarCount
  var even = DoubleVector.zero
  var odd = DoubleVector.zero
  var start = 0
  while start + 2 * lanes <= count {
    let x = UnsafeRawPointer(x + start)
    even += DoubleVector(x.loadUnaligned(as: SIMD8<Float>.self))
    odd += DoubleVector(x.loadUnaligned(fromByteOffset: 4 * lanes, as: SIMD8<Float>.self))
    start += 2 * lanes
  }
  var total = (even + odd).sum()
  while start < count {
    total += Double(x[start])
    start += 1
  }
  return total
}

/// Σ xⱼ by the plain loop, which judges the fast one.
package func referenceSum(_ x: [Float]) -> Double {
  x.reduce(0) { $0 + Double($1) }
}
