import Foundation
import Testing

@testable import Kernels

@Suite struct NormalTests {
  @Test("−log agrees with the mathematical library")
  func logarithm() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<20_000 {
      let x = pow(random.uniform(in: 1e-3...1), 40)  // down to 1e-120
      #expect(abs(negativeLogarithm(x) + log(x)) <= 1e-15 * max(-log(x), 1e-3))
    }
    #expect(negativeLogarithm(1) == 0)
    #expect(abs(negativeLogarithm(0.5) + log(0.5)) <= 1e-15)
    #expect(abs(negativeLogarithm(1 - 0x1p-53) / 0x1p-53 - 1) < 1e-15)
  }

  @Test("normal numbers have the moments and the tails of the normal distribution")
  func moments() {
    var random = SplitMix64(seed: 2)
    let count = 200_000
    let x = (0..<count).map { _ in random.normal() }
    func mean(_ f: (Double) -> Double) -> Double { x.reduce(0) { $0 + f($1) } / Double(count) }
    // Each bound is about four standard errors.
    #expect(abs(mean { $0 }) < 0.009)
    #expect(abs(mean { $0 * $0 } - 1) < 0.013)
    #expect(abs(mean { $0 * $0 * $0 * $0 } - 3) < 0.09)
    #expect(abs(mean { abs($0) > 2 ? 1 : 0 } - 0.0455) < 0.0019)
    #expect(mean { abs($0) > 3.5 ? 1 : 0 } > 0)
  }
}
