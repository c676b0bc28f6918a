/// The places of numbers in descending order; equal numbers (−0 and 0 are equal) keep the order in which they came.
///
/// Sorts by the bits, eleven at a time from the lowest: three passes, whatever the numbers are.
///
/// - Parameter x: any numbers; those that are not numbers come first or last, by their sign.
/// - Returns: as many places as there are numbers.
/// - Source: radix sort from the least significant digit; Knuth, *The Art of Computer Programming* 3, §5.2.5.
public func stableDescendingOrder(_ x: Span<Float>) -> [Int32] {
  require(x.count, <=, Int(Int32.max), "places are counted in 32 bits")
  let count = x.count
  return withUnsafeTemporaryAllocation(of: Keyed.self, capacity: 2 * count) { memory in
    guard var from = memory.baseAddress else { return [] }
    var to = from + count
    for place in 0..<count {
      from[place] = Keyed(key: descendingKey(x[place]), place: Int32(truncatingIfNeeded: place))
    }
    for shift in stride(from: UInt32(0), to: 32, by: Digit.bits) {
      sort(from, count, byDigitAt: shift, to: to)
      swap(&from, &to)
    }
    return (0..<count).map { from[$0].place }
  }
}

private struct Keyed {
  var key: UInt32
  var place: Int32
}

private enum Digit {
  static let bits = 11
  static let values = 1 << bits
}

/// Bits that ascend where numbers descend: of a positive number all but its sign are flipped.
@inline(__always)
private func descendingKey(_ x: Float) -> UInt32 {
  let bits = (x + 0).bitPattern
  return bits >> 31 == 0 ? ~bits & 0x7fff_ffff : bits
}

/// Counts each value of a digit, finds where its numbers start, and moves every number to the next place of its value.
private func sort(
  _ from: UnsafeMutablePointer<Keyed>, _ count: Int, byDigitAt shift: UInt32, to: UnsafeMutablePointer<Keyed>
) {
  withUnsafeTemporaryAllocation(of: Int32.self, capacity: Digit.values) { starts in
    guard let starts = starts.baseAddress else { return }
    starts.initialize(repeating: 0, count: Digit.values)
    let mask = UInt32(Digit.values - 1)
    for place in 0..<count { starts[Int(from[place].key &>> shift & mask)] &+= 1 }
    var sum: Int32 = 0
    for value in 0..<Digit.values {
      let here = starts[value]
      starts[value] = sum
      sum &+= here
    }
    for place in 0..<count {
      let value = Int(from[place].key &>> shift & mask)
      to[Int(starts[value])] = from[place]
      starts[value] &+= 1
    }
  }
}
