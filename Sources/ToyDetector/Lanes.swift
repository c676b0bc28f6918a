/// Eight numbers at once, one in each lane: eight candidates, eight features, or eight hidden units.
///
/// Eight on every machine, whatever its vectors hold: so the order of every sum is the same everywhere, and as no product
/// is ever fused with a sum, a run gives the same bits wherever it runs. Cases are told apart by arithmetic on the sign,
/// because comparisons go lane by lane.
public typealias Lanes = SIMD8<Double>

extension Lanes {
  /// The sum of the eight lanes, in a fixed order.
  @inline(__always)
  var total: Double {
    let four = lowHalf + highHalf
    let two = four.lowHalf + four.highHalf
    return two.x + two.y
  }

  // MARK: - By sign

  /// |x|.
  @inline(__always)
  var magnitude: Lanes { Self(bits: bits & ~Self.signBit) }

  /// 1 where x ≥ 0, and 0 where x < 0; −0 counts as below 0.
  @inline(__always)
  var isPositive: Lanes { 0.5 + Self(bits: (bits & Self.signBit) | Self(repeating: 0.5).bits) }

  /// max(x, 0).
  @inline(__always)
  var positivePart: Lanes { 0.5 * (self + magnitude) }

  private typealias Bits = SIMD8<UInt64>
  private static var signBit: Bits { Bits(repeating: 1 << 63) }

  @inline(__always)
  private var bits: Bits { unsafeBitCast(self, to: Bits.self) }

  @inline(__always)
  private init(bits: Bits) { self = unsafeBitCast(bits, to: Lanes.self) }
}
