/// Eight numbers at once, one in each lane: eight candidates, eight features, or eight hidden units.
///
/// Eight on every machine, whatever its vectors hold: so the order of every sum is the same everywhere, and as no product
/// is ever fused with a sum, a run gives the same bits wherever it runs. Cases are told apart by arithmetic on the sign,
/// because comparisons go lane by lane. What a chapter trains for its page runs in these.
public typealias Lanes = SIMD8<Double>

extension Lanes {
  /// The sum of the eight lanes, in a fixed order.
  @inlinable @inline(__always)
  package var total: Double {
    let four = lowHalf + highHalf
    let two = four.lowHalf + four.highHalf
    return two.x + two.y
  }

  // MARK: - By sign

  /// |x|.
  @inlinable @inline(__always)
  package var magnitude: Lanes { Self(bits: bits & ~Self.signBit) }

  /// 1 where x ≥ 0, and 0 where x < 0; −0 counts as below 0.
  @inlinable @inline(__always)
  package var isPositive: Lanes { 0.5 + Self(bits: (bits & Self.signBit) | Self(repeating: 0.5).bits) }

  /// max(x, 0).
  @inlinable @inline(__always)
  package var positivePart: Lanes { 0.5 * (self + magnitude) }

  @inlinable @inline(__always)
  package static var signBit: SIMD8<UInt64> { SIMD8<UInt64>(repeating: 1 << 63) }

  @inlinable @inline(__always)
  package var bits: SIMD8<UInt64> { unsafeBitCast(self, to: SIMD8<UInt64>.self) }

  @inlinable @inline(__always)
  package init(bits: SIMD8<UInt64>) { self = unsafeBitCast(bits, to: Lanes.self) }
}
