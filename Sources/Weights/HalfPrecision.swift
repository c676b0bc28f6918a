/// What 16 bits of IEEE 754 mean. `Float16` itself is missing on some Macs.
///
/// Moved to the places that a `Float` has for them, exponent and fraction give a number 2¹¹² times too small, also where it is
/// subnormal; infinity and NaN have the largest exponent in both.
@inline(__always)
func float(half bits: UInt16) -> Float {
  let magnitude = UInt32(bits & 0x7FFF) << 13
  let sign = UInt32(bits & 0x8000) << 16
  let special: UInt32 = bits & 0x7C00 == 0x7C00 ? 0x7F80_0000 : 0
  let finite = (Float(bitPattern: magnitude) * 0x1p112).bitPattern
  return Float(bitPattern: sign | (special == 0 ? finite : special | magnitude))
}

/// The 16 bits of the nearest number that they can mean, of two as near the even one; infinity from 65,520 on.
func half(nearestTo number: Float) -> UInt16 {
  let sign = UInt16(number.bitPattern >> 16 & 0x8000), magnitude = number.magnitude
  guard !magnitude.isNaN else { return sign | 0x7E00 }
  guard magnitude < 65_520 else { return sign | 0x7C00 }
  // A multiple of the last place that 16 bits have at this size: 2⁻²⁴ at least.
  let place = Float(sign: .plus, exponent: max(Int(magnitude.exponent), -14) - 10, significand: 1)
  let rounded = (magnitude / place).rounded(.toNearestOrEven) * place
  return sign | UInt16((rounded * 0x1p-112).bitPattern >> 13)
}
