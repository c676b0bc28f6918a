// Functions of eight numbers at once, in sums, products and one division. The mathematical library's `exp` differs from
// one system to the next in the last digit; these do not.

/// e⁻ᵃ for a finite a ≥ 0, within 4e-16 of it; 0 beyond a = 708.
///
/// e⁻ᵃ = 2ᵏ eʳ with |r| ≤ log 2 / 2, and eʳ by its series.
@inlinable @inline(__always)
package func expOfNegative(_ a: Lanes) -> Lanes {
  let inRange = (708 - a).isPositive
  let x = -(inRange * a)
  let rounder = Lanes(repeating: 0x1.8p52)  // adding it rounds to a whole number, left in the low bits of the sum
  let rounded = x * 0x1.71547652b82fep+0 + rounder  // x / log 2
  let k = rounded - rounder
  let r = (x - k * 0x1.62e42feep-1) - k * 0x1.a39ef35793c76p-33  // log 2 in two parts: k times the first is exact

  // Even and odd powers of r apart: two short chains of products run side by side.
  let square = r * r
  var odd = Lanes(repeating: 1 / 6_227_020_800)
  odd = odd * square + 1 / 39_916_800
  odd = odd * square + 1 / 362_880
  odd = odd * square + 1 / 5_040
  odd = odd * square + 1 / 120
  odd = odd * square + 1 / 6
  odd = odd * square + 1
  var even = Lanes(repeating: 1 / 479_001_600)
  even = even * square + 1 / 3_628_800
  even = even * square + 1 / 40_320
  even = even * square + 1 / 720
  even = even * square + 1 / 24
  even = even * square + 1 / 2
  even = even * square + 1
  let series = even + r * odd

  let exponent = unsafeBitCast(rounded, to: SIMD8<Int64>.self) &+ 1023
  let power = unsafeBitCast(exponent &<< 52, to: Lanes.self)
  return inRange * series * power
}

/// log(1 + u) for 0 ≤ u ≤ 1, within 1e-15 of it.
///
/// log(1 + u) = 2 artanh(s) with s = u / (2 + u) ≤ 1/3, by its series s + s³/3 + s⁵/5 + …
@inlinable @inline(__always)
package func logOfOnePlus(_ u: Lanes) -> Lanes {
  let s = u / (2 + u)
  let square = s * s

  // Even and odd powers of s² apart, as above.
  let fourth = square * square
  var odd = Lanes(repeating: 1 / 31)
  odd = odd * fourth + 1 / 27
  odd = odd * fourth + 1 / 23
  odd = odd * fourth + 1 / 19
  odd = odd * fourth + 1 / 15
  odd = odd * fourth + 1 / 11
  odd = odd * fourth + 1 / 7
  odd = odd * fourth + 1 / 3
  var even = Lanes(repeating: 1 / 33)
  even = even * fourth + 1 / 29
  even = even * fourth + 1 / 25
  even = even * fourth + 1 / 21
  even = even * fourth + 1 / 17
  even = even * fourth + 1 / 13
  even = even * fourth + 1 / 9
  even = even * fourth + 1 / 5
  even = even * fourth + 1
  return 2 * s * (even + square * odd)
}
