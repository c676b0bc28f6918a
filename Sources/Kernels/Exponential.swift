// Functions of one number, of sums, products and choices alone: the compiler turns a loop over them into vectors of whatever
// width the processor has. `exponential` and `logOnePlus` are all that losses need.

// MARK: - Exponential

/// eˣ for x ≤ 88.722, within 3e-7 of itself; below −87.3365, where it would not be a normal number any more, 0; of NaN it is
/// NaN.
@inlinable @inline(__always)
package func exponential(_ x: Float) -> Float {
  let exponent = SplitExponent(x)
  let result = Float(bitPattern: exponentialNearZero(exponent.r).bitPattern &+ exponent.bits)
  return x < -87.336_54 ? 0 : result
}

/// eʳ for |r| ≤ ½ log 2: 1 + r + r² (…), fitted by Tests/KernelsTests/Fixtures; relative error 1.1e-7.
@inlinable @inline(__always)
func exponentialNearZero(_ r: Float) -> Float {
  let square = r * r
  let first = multiplyAdd(0.166_671_16, r, 0.499_992_29)
  let second = multiplyAdd(0.008_312_481, r, 0.041_890_554)
  return multiplyAdd(multiplyAdd(second, square, first), square, r) + 1
}

// MARK: - Its exponent in two parts

/// An exponent x = n log 2 + r with a whole n and |r| ≤ ½ log 2, so that eˣ = 2ⁿ eʳ.
public struct SplitExponent {
  @usableFromInline let r: Float
  /// n + 1.5 · 2²³, which holds n in its lowest bits: adding so much rounds to a whole number.
  @usableFromInline let shifted: Float

  @inlinable @inline(__always)
  init(r: Float, shifted: Float) {
    (self.r, self.shifted) = (r, shifted)
  }

  @inlinable @inline(__always)
  package init(_ x: Float) {
    self.init(x, minus: 0)
  }

  /// Of x − y, where y may be too small to be seen beside x.
  ///
  /// An exponential magnifies the rounding of a large exponent; so this is how to have it exact.
  @inlinable @inline(__always)
  package init(_ x: Float, minus y: Float) {
    shifted = multiplyAdd(x - y, 1.442_695, 12_582_912)
    let n = shifted - 12_582_912
    // log 2 in two parts; the first has ten bits, so that its product with n is exact.
    r = multiplyAdd(n, 2.121_944_4e-4, multiplyAdd(n, -0.693_359_375, x)) - y
  }

  @inlinable @inline(__always)
  package init(_ x: Double) {
    let shifted = shiftedQuotient(x)
    self.init(r: Float(remainder(x, shifted)), shifted: Float(shifted - 6_755_399_441_055_744) + 12_582_912)
  }

  /// n where a number has its exponent: adding it multiplies by 2ⁿ.
  @inlinable
  var bits: UInt32 {
    @inline(__always) get { shifted.bitPattern &<< 23 }
  }

  /// z eˣ for z ≥ 0 and −170 ≤ x ≤ 0, although eˣ alone may be too small for `Float`; 0 where it is no normal number, because
  /// with such numbers processors are slow.
  @inlinable @inline(__always)
  package func times(_ z: Float) -> Float {
    let bits = (exponentialNearZero(r) * z).bitPattern &+ bits
    return Int32(bitPattern: bits) < 0x0080_0000 ? 0 : Float(bitPattern: bits)
  }
}

// MARK: - In double precision

/// eˣ for x ≤ 709, within 4e-9 of itself; e⁻⁷⁰⁸ below −708.
@inlinable @inline(__always)
package func exponential(_ x: Double) -> Double {
  let x = max(x, -708)
  let shifted = shiftedQuotient(x)
  let r = remainder(x, shifted)

  // eʳ, fitted likewise; relative error 3.1e-9.
  var p = 0.001_381_446_226_260_144_8
  p = multiplyAdd(p, r, 0.008_368_780_860_636_505_7)
  p = multiplyAdd(p, r, 0.041_668_394_311_287_318)
  p = multiplyAdd(p, r, 0.166_665_201_029_781_42)
  p = multiplyAdd(p, r, 0.499_999_934_120_011_48)
  p = multiplyAdd(p, r, 1)
  p = multiplyAdd(p, r, 1)
  return Double(bitPattern: p.bitPattern &+ (shifted.bitPattern &<< 52))
}

/// n + 1.5 · 2⁵² for the whole number n nearest to x / log 2.
@inlinable @inline(__always)
func shiftedQuotient(_ x: Double) -> Double {
  multiplyAdd(x, 1.442_695_040_888_963_4, 6_755_399_441_055_744)
}

/// x − n log 2.
@inlinable @inline(__always)
func remainder(_ x: Double, _ shifted: Double) -> Double {
  multiplyAdd(shifted - 6_755_399_441_055_744, -0.693_147_180_559_945_31, x)
}
