/// The places of numbers in descending order; equal numbers (−0 and 0 are equal) keep the order in which they came.
///
/// Sorts by the bits, eleven at a time from the lowest: three passes, whatever the numbers are.
///
/// - Parameter x: any numbers; those that are not numbers come first or last, by their sign.
/// - Returns: as many places as there are numbers.
/// - Source: radix sort from the least significant digit; Knuth, *The Art of Computer Programming* 3, §5.2.5.
public func stableDescendingOrder(_ x: Span<Float>) -> [Int32] {
  require(x.count, <=, Int(Int32.max), "places are counted in 32 bits")
  let digit = 11
  // Bits that ascend where numbers descend: all of a positive number's but its sign are flipped.
  var keys: [UInt32] = x.indices.map { index in
    let bits = (x[index] + 0).bitPattern
    return bits >> 31 == 0 ? ~bits & 0x7fff_ffff : bits
  }
  var order = [Int32](0..<Int32(x.count))
  var nextKeys = keys
  var nextOrder = order
  for shift in stride(from: 0, to: 32, by: digit) {
    var starts = [Int](repeating: 0, count: 1 << digit)
    for key in keys { starts[Int(key >> shift) & (1 << digit - 1)] += 1 }
    var sum = 0
    for value in starts.indices {
      let here = starts[value]
      starts[value] = sum
      sum += here
    }
    for (key, place) in zip(keys, order) {
      let value = Int(key >> shift) & (1 << digit - 1)
      nextKeys[starts[value]] = key
      nextOrder[starts[value]] = place
      starts[value] += 1
    }
    swap(&keys, &nextKeys)
    swap(&order, &nextOrder)
  }
  return order
}
