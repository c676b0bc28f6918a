import Foundation

// MARK: - Exponential

/// eˣ, within 3e-7 of itself: x = n log 2 + r with a whole n and |r| ≤ ½ log 2, so that eˣ = 2ⁿ eʳ.
///
/// - Parameter x: any numbers. Above 88.722 the result is infinity; below −87.3365, where it would not be a normal number any
///   more, 0; of NaN it is NaN.
@inlinable
@inline(__always)
public func exp(_ x: FloatVector) -> FloatVector {
  let result = exponential(x)
  return result.replacing(with: FloatVector(repeating: .infinity), where: x .> FloatVector(repeating: 88.72284))
}

/// eˣ for x ≤ 88.722: all that losses need.
@inlinable
@inline(__always)
public func exponential(_ x: FloatVector) -> FloatVector {
  // n is the nearest whole number to x / log 2: adding 1.5 · 2²³ rounds, and leaves n in the lowest bits.
  let shifted = multiplyAdd(x, FloatVector(repeating: 1.442_695), 12_582_912)
  let n = shifted - FloatVector(repeating: 12_582_912)

  // r = x − n log 2, with log 2 in two parts; the first has ten bits, so that its product with n is exact.
  var r = multiplyAdd(n, FloatVector(repeating: -0.693_359_375), x)
  r = multiplyAdd(n, FloatVector(repeating: 2.121_944_4e-4), r)

  // eʳ = 1 + r + r² (…), the minimax polynomial on |r| ≤ ½ log 2; relative error 1.1e-7.
  var p = FloatVector(repeating: 0.008_312_481)
  p = multiplyAdd(p, r, 0.041_890_554)
  p = multiplyAdd(p, r, 0.166_671_16)
  p = multiplyAdd(p, r, 0.499_992_29)
  p = multiplyAdd(p, r, 1)
  p = multiplyAdd(p, r, 1)

  // 2ⁿ eʳ: n is added to the exponent.
  let scaled = FloatVector(bits: p.bits &+ (shifted.bits &<< 23))
  return scaled.replacing(with: FloatVector.zero, where: x .< FloatVector(repeating: -87.336_54))
}

/// eˣ by the plain loop, which judges the fast one.
package func referenceExp(_ x: [Float]) -> [Float] {
  x.map { Float(Foundation.exp(Double($0))) }
}

// MARK: - Exponential in double precision

/// eˣ for x ≤ 709, within 1e-10 of itself; 0 below −708.
///
/// For the exponents that `Float` cannot carry: an error of the argument becomes a relative error of the result, and the
/// rounding of an argument of −80 alone is 4e-6.
@inlinable
@inline(__always)
public func exponential(_ x: DoubleVector) -> DoubleVector {
  let shifted = multiplyAdd(x, DoubleVector(repeating: 1.442_695_040_888_963_4), 6_755_399_441_055_744)
  let n = shifted - DoubleVector(repeating: 6_755_399_441_055_744)
  let r = multiplyAdd(n, DoubleVector(repeating: -0.693_147_180_559_945_31), x)

  // The minimax polynomial on |r| ≤ ½ log 2; relative error 5.2e-11.
  var p = DoubleVector(repeating: 0.000_197_902_486_029_537_24)
  p = multiplyAdd(p, r, 0.001_394_475_916_341_237_4)
  p = multiplyAdd(p, r, 0.008_333_497_668_599_528_7)
  p = multiplyAdd(p, r, 0.041_666_293_624_817_147)
  p = multiplyAdd(p, r, 0.166_666_658_645_945_24)
  p = multiplyAdd(p, r, 0.500_000_006_804_082_41)
  p = multiplyAdd(p, r, 1)
  p = multiplyAdd(p, r, 1)

  let bits = unsafeBitCast(p, to: SIMD8<UInt64>.self) &+ (unsafeBitCast(shifted, to: SIMD8<UInt64>.self) &<< 52)
  return unsafeBitCast(bits, to: DoubleVector.self)
    .replacing(with: DoubleVector.zero, where: x .< DoubleVector(repeating: -708))
}
