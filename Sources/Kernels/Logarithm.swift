import Foundation

// MARK: - log(1 + e)

/// log(1 + e) for e in [0, 1], within 3e-7 of itself: e times a polynomial for log(1 + e)/e, fitted by
/// Tests/KernelsTests/Fixtures.
///
/// With e = e⁻|ˣ| it is what softplus, log-sigmoid and cross entropy need of a logarithm.
@inlinable @inline(__always)
package func logOnePlus(_ e: Float) -> Float {
  let square = e * e
  var odd: Float = -0.030_065_603
  odd = multiplyAdd(odd, square, -0.137_537_76)
  odd = multiplyAdd(odd, square, -0.248_571_61)
  odd = multiplyAdd(odd, square, -0.499_996_48)
  var even: Float = 0.005_364_777
  even = multiplyAdd(even, square, 0.079_204_23)
  even = multiplyAdd(even, square, 0.191_536_43)
  even = multiplyAdd(even, square, 0.333_213_22)
  return multiplyAdd(multiplyAdd(even, e, odd), square, e)
}

/// log(1 + e) for e in [0, 1], within 6e-9 of itself.
@inlinable @inline(__always)
package func logOnePlus(_ e: Double) -> Double {
  let square = e * e
  var odd = -0.003_318_443_857_776_610_0
  odd = multiplyAdd(odd, square, -0.057_664_202_263_564_906)
  odd = multiplyAdd(odd, square, -0.153_553_819_749_800_07)
  odd = multiplyAdd(odd, square, -0.249_585_864_877_158_00)
  odd = multiplyAdd(odd, square, -0.499_999_327_608_312_77)
  var even = 0.020_204_455_816_666_832
  even = multiplyAdd(even, square, 0.106_805_310_919_565_43)
  even = multiplyAdd(even, square, 0.196_953_956_290_606_47)
  even = multiplyAdd(even, square, 0.333_305_112_338_268_68)
  return multiplyAdd(multiplyAdd(even, e, odd), square, e)
}

// MARK: - Softplus

/// log(1 + eˣ) = max(x, 0) + log(1 + e⁻|ˣ|), within 5e-7 of itself; 0 below −87.3365.
@inlinable @inline(__always)
package func softplus(_ x: Float) -> Float {
  (x < 0 ? 0 : x) + logOnePlus(exponential(-abs(x)))
}

/// log(1 + eˣ) by the plain loop, which judges the fast one.
package func referenceSoftplus(_ x: [Float]) -> [Float] {
  x.map { Float(max(Double($0), 0) + log1p(Foundation.exp(-abs(Double($0))))) }
}

// MARK: - Logarithm

/// log x, within 3e-7 of itself: x = 2ⁿ m with m in [√½, √2), so that log x = n log 2 + log m.
///
/// - Parameter x: any number. The result is −infinity for 0 and for what is too small to be normal, infinity for infinity,
///   NaN below 0.
@inlinable @inline(__always)
package func logarithm(_ x: Float) -> Float {
  // n: what has to be taken from the exponent so that m lies around 1. √½ is 0x3f3504f3.
  let offset = x.bitPattern &- 0x3f35_04f3
  let n = Float(Int32(bitPattern: offset) &>> 23)
  let m = Float(bitPattern: x.bitPattern &- (offset & 0xff80_0000))

  // log m = 2 artanh s = 2 (s + s³/3 + s⁵/5 + …) with s = (m − 1)/(m + 1), |s| ≤ 0.172.
  let s = (m - 1) / (m + 1)
  let square = s * s
  var p: Float = 2 / 9
  p = multiplyAdd(p, square, 2 / 7)
  p = multiplyAdd(p, square, 2 / 5)
  p = multiplyAdd(p, square, 2 / 3)
  p = multiplyAdd(p, square, 2)
  let result = multiplyAdd(n, 0.693_147_2, p * s)

  let ofNormal = x >= .infinity || x != x ? x : result
  return x < 0 ? .nan : x < .leastNormalMagnitude ? -.infinity : ofNormal
}

/// log x by the plain loop, which judges the fast one.
package func referenceLog(_ x: [Float]) -> [Float] {
  x.map { Float(Foundation.log(Double($0))) }
}
