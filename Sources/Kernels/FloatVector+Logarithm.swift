import Foundation

// MARK: - log(1 + e)

/// log(1 + e) for e in [0, 1], within 3e-7 of itself: e times the minimax polynomial of log(1 + e)/e.
///
/// With e = e⁻|ˣ| it is what softplus, log-sigmoid and cross entropy need of a logarithm.
@inlinable
@inline(__always)
public func logOnePlus(_ e: FloatVector) -> FloatVector {
  var p = FloatVector(repeating: 0.005_364_871)  // relative error 3.3e-8
  p = multiplyAdd(p, e, -0.030_065_983)
  p = multiplyAdd(p, e, 0.079_204_85)
  p = multiplyAdd(p, e, -0.137_538_3)
  p = multiplyAdd(p, e, 0.191_536_68)
  p = multiplyAdd(p, e, -0.248_571_67)
  p = multiplyAdd(p, e, 0.333_213_23)
  p = multiplyAdd(p, e, -0.499_996_48)
  p = multiplyAdd(p, e, 1)
  return p * e
}

/// log(1 + e) for e in [0, 1], within 2e-10 of itself.
@inlinable
@inline(__always)
public func logOnePlus(_ e: DoubleVector) -> DoubleVector {
  var p = DoubleVector(repeating: -0.001_305_472_955_372_126_6)  // relative error 1.3e-10
  p = multiplyAdd(p, e, 0.009_223_848_269_393_553_4)
  p = multiplyAdd(p, e, -0.030_529_315_133_985_086)
  p = multiplyAdd(p, e, 0.064_515_472_370_059_460)
  p = multiplyAdd(p, e, -0.101_697_002_199_552_16)
  p = multiplyAdd(p, e, 0.134_529_127_309_027_45)
  p = multiplyAdd(p, e, -0.164_629_171_500_579_33)
  p = multiplyAdd(p, e, 0.199_677_547_164_110_83)
  p = multiplyAdd(p, e, -0.249_969_778_236_898_70)
  p = multiplyAdd(p, e, 0.333_331_901_569_856_54)
  p = multiplyAdd(p, e, -0.499_999_976_183_809_94)
  p = multiplyAdd(p, e, 1)
  return p * e
}

// MARK: - Softplus

/// log(1 + eˣ) = max(x, 0) + log(1 + e⁻|ˣ|), within 5e-7 of itself; 0 below −87.3365.
@inlinable
@inline(__always)
public func softplus(_ x: FloatVector) -> FloatVector {
  let e = exponential(FloatVector(bits: x.bits | 0x8000_0000))
  return x.replacing(with: FloatVector.zero, where: x .< FloatVector.zero) + logOnePlus(e)
}

/// log(1 + eˣ) by the plain loop, which judges the fast one.
package func referenceSoftplus(_ x: [Float]) -> [Float] {
  x.map { Float(max(Double($0), 0) + log1p(Foundation.exp(-abs(Double($0))))) }
}

// MARK: - Logarithm

/// log x, within 3e-7 of itself: x = 2ⁿ m with m in [√½, √2), so that log x = n log 2 + log m.
///
/// - Parameter x: any numbers. The result is −infinity for 0 and for what is too small to be normal, infinity for infinity,
///   NaN below 0.
@inlinable
@inline(__always)
public func log(_ x: FloatVector) -> FloatVector {
  // n: what has to be taken from the exponent so that m lies around 1. √½ is 0x3f3504f3.
  let offset = x.bits &- FloatVectorBits(repeating: 0x3f35_04f3)
  let exponent = SIMD16<Int32>(truncatingIfNeeded: unsafeBitCast(offset, to: SIMD16<Int32>.self) &>> 23)
  let n = FloatVector(exponent)
  let m = FloatVector(bits: x.bits &- (offset & 0xff80_0000))

  // log m = 2 artanh s = 2 (s + s³/3 + s⁵/5 + …) with s = (m − 1)/(m + 1), |s| ≤ 0.172.
  let s = (m - FloatVector(repeating: 1)) / (m + FloatVector(repeating: 1))
  let square = s * s
  var p = FloatVector(repeating: 2 / 9)
  p = multiplyAdd(p, square, 2 / 7)
  p = multiplyAdd(p, square, 2 / 5)
  p = multiplyAdd(p, square, 2 / 3)
  p = multiplyAdd(p, square, 2)

  let result = multiplyAdd(n, FloatVector(repeating: 0.693_147_2), p * s)
  return
    result
    .replacing(with: FloatVector(repeating: -.infinity), where: x .< FloatVector(repeating: .leastNormalMagnitude))
    .replacing(with: FloatVector(repeating: .nan), where: x .< FloatVector.zero)
    .replacing(with: x, where: x .>= FloatVector(repeating: .infinity))
    .replacing(with: x, where: x .!= x)
}

/// log x by the plain loop, which judges the fast one.
package func referenceLog(_ x: [Float]) -> [Float] {
  x.map { Float(Foundation.log(Double($0))) }
}
