/// A small generator of pseudo-random numbers with 64 bits of state: the same seed gives the same numbers everywhere.
///
/// - Source: Steele, Lea, Flood, *Fast splittable pseudorandom number generators*, OOPSLA 2014.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  @usableFromInline var state: UInt64

  @inlinable
  public init(seed: UInt64) { state = seed }

  /// Where it stands: a generator with this seed goes on as this one does.
  public var seed: UInt64 { state }

  @inlinable
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z &>> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z &>> 31)
  }

  /// A uniform number in [0, 1), a multiple of 2⁻⁵³.
  @inlinable
  public mutating func uniform() -> Double { Double(next() &>> 11) * 0x1p-53 }

  /// A uniform number in a range, its upper bound excluded.
  @inlinable
  public mutating func uniform(in range: ClosedRange<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * uniform()
  }

  /// A uniform index in 0 ..< count. Bias: at most count / 2⁶⁴.
  @inlinable
  public mutating func index(below count: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(count)).high)
  }

  /// A nearly normal number with mean 0 and variance 1: the sum of four uniform 16-bit numbers, centred and scaled.
  ///
  /// It needs no logarithm, so it is the same on every machine; it never exceeds ±2√3.
  @inlinable
  public mutating func nearlyNormal() -> Double {
    let bits = next()
    let sum = (bits & 0xFFFF) + (bits &>> 16 & 0xFFFF) + (bits &>> 32 & 0xFFFF) + (bits &>> 48)
    return (Double(sum) - 131070) * (3.0.squareRoot() / 65536)
  }

  // MARK: - Choosing

  /// Moves a random choice of the elements to the front, in random order.
  ///
  /// The library's own `shuffle` may change from one version of Swift to the next; this one does not.
  /// - Source: Fisher and Yates.
  @inlinable
  public mutating func choose<Element>(_ count: Int, from elements: inout [Element]) {
    for place in 0..<min(count, elements.count) {
      elements.swapAt(place, place + index(below: elements.count - place))
    }
  }

  /// A few different whole numbers out of 0 ..< bound, every set of them as likely as any other.
  /// - Complexity: O(count²), whatever the bound is.
  /// - Source: Floyd; Bentley, *Programming pearls: A sample of brilliance*, CACM 1987.
  @inlinable
  public mutating func choose(_ count: Int, below bound: Int) -> [Int] {
    var chosen: [Int] = []
    for last in bound - count..<bound {
      let candidate = index(below: last + 1)
      chosen.append(chosen.contains(candidate) ? last : candidate)
    }
    return chosen
  }
}
