import Foundation
import Kernels
import Testing

@Suite struct ExponentialTests {
  func random(_ range: ClosedRange<Double>) -> [Double] {
    var random = SplitMix64(seed: 8)
    return (0..<20_001).map { _ in Double.random(in: range, using: &random) }
  }

  @Test("exp in single precision is within 3e-7 of the library's, and 0 where it would not be a normal number")
  func singleExponentials() {
    for x in random(-87.336...88.722).map({ Float($0) }) + [0, -0.0, 1e-30] {
      #expect(abs(Double(exponential(x)) / exp(Double(x)) - 1) < 3e-7, "x = \(x)")
    }
    for x: Float in [-87.336_55, -104, -1e30, -.infinity] { #expect(exponential(x) == 0) }
    #expect(exponential(Float.nan).isNaN)
  }

  @Test("log(1 + e) in single precision is within 3e-7 of the library's, however small e is")
  func singleLogarithms() {
    for e in random(0...1).map({ Float($0) }) + [1, 1e-9, 1e-30] {
      #expect(abs(Double(logOnePlus(e)) / log1p(Double(e)) - 1) < 3e-7, "e = \(e)")
    }
    #expect(logOnePlus(Float(0)) == 0)
  }

  @Test("exp in double precision is within 4e-9 of the library's, and stays at e⁻⁷⁰⁸ below")
  func exponentials() {
    for x in random(-708...709) + random(-1...1) + [0, -0.0, -708, -1e-300] {
      #expect(abs(exponential(x) / exp(x) - 1) < 4e-9, "x = \(x)")
    }
    for x in [-709, -1e5, -1e300] { #expect(exponential(x) == exponential(-708.0)) }
  }

  @Test("log(1 + e) in double precision is within 6e-9 of the library's, however small e is")
  func logarithms() {
    for e in random(0...1) + [1, 1e-9, 1e-30, 1e-300] {
      #expect(abs(logOnePlus(e) / log1p(e) - 1) < 6e-9, "e = \(e)")
    }
    #expect(logOnePlus(0.0) == 0)
  }

  @Test("z eˣ is within 3e-7 where it is a normal number, although eˣ alone may be none; elsewhere 0 or the next to it")
  func products() {
    for x in random(-170...0) {
      let exponents = [SplitExponent(x), SplitExponent(Float(x), minus: Float(Double(Float(x)) - x))]
      for (exponent, z) in exponents.flatMap({ e in [Float(1e-30), 0.3, 1, 70, 1e30].map { (e, $0) } }) {
        let truth = Double(z) * exp(x)
        let found = Double(exponent.times(z))
        if truth >= Double(Float.leastNormalMagnitude) * 1.000_001 {
          #expect(abs(found / truth - 1) < 3e-7, "x = \(x), z = \(z)")
        } else {
          #expect(found == 0 || found == Double(Float.leastNormalMagnitude), "x = \(x), z = \(z): \(found)")
        }
      }
    }
    for x: Float in [0, -1, -100] { #expect(SplitExponent(x).times(0) == 0) }
  }
}
