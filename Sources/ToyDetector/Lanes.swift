/// Eight candidates at once, one in each lane.
///
/// Eight on every machine, whatever its vectors hold: so the order of every sum is the same everywhere, and no product
/// is ever fused with a sum. A run gives the same bits wherever it runs.
public typealias Lanes = SIMD8<Double>

extension Lanes {
  /// The sum of the eight lanes, in a fixed order.
  @inline(__always)
  var total: Double {
    let four = lowHalf + highHalf
    let two = four.lowHalf + four.highHalf
    return two.x + two.y
  }

  /// max(x, 0) in each lane.
  @inline(__always)
  var positivePart: Lanes { replacing(with: 0, where: self .< 0) }

  /// |x| in each lane.
  @inline(__always)
  var magnitudes: Lanes { replacing(with: -self, where: self .< 0) }
}
