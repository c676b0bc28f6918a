// Normal numbers that are the same on every machine: nothing here is asked of the mathematical library but a square root,
// which every processor rounds correctly.

extension SplitMix64 {
  /// A normal number: mean 0, variance 1.
  /// - Source: Marsaglia and Bray, *A convenient method for generating normal variables*, SIAM Review 1964.
  public mutating func normal() -> Double {
    while true {
      let u = uniform(in: -1...1)
      let v = uniform(in: -1...1)
      let square = u * u + v * v
      if square > 0, square < 1 { return u * (2 * negativeLogarithm(square) / square).squareRoot() }
    }
  }
}

/// −log x for a normal x in (0, 1], within 1e-15 of it.
///
/// With x = 2⁻ᵏ t and t in [1/2, 1] it is k log 2 + log(1 + (1 − t) / t): no term is below 0, and nothing cancels.
package func negativeLogarithm(_ x: Double) -> Double {
  require(x, in: Double.leastNormalMagnitude...1, "the logarithm is taken of a normal number up to 1")
  let t = x.significand / 2
  let k = Double(-1 - x.exponent)
  return x == 1 ? 0 : k * 0x1.62e42fefa39efp-1 + logOfOnePlus(Lanes(repeating: (1 - t) / t))[0]
}
