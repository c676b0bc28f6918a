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
