/// The eight features of eight candidates: 8 features × 8 lanes.
public struct FeatureBlock: Sendable {
  var x0 = Lanes.zero, x1 = Lanes.zero, x2 = Lanes.zero, x3 = Lanes.zero
  var x4 = Lanes.zero, x5 = Lanes.zero, x6 = Lanes.zero, x7 = Lanes.zero

  init() {}

  /// Puts the features of one candidate into a lane.
  mutating func set(lane: Int, to features: Lanes) {
    (x0[lane], x1[lane], x2[lane], x3[lane]) = (features[0], features[1], features[2], features[3])
    (x4[lane], x5[lane], x6[lane], x7[lane]) = (features[4], features[5], features[6], features[7])
  }

  /// Σ_f w_f · x_f of each candidate.
  @inline(__always)
  func dot(_ w: Lanes) -> Lanes {
    let first: Lanes = w[0] * x0 + w[1] * x1
    let second: Lanes = w[2] * x2 + w[3] * x3
    let third: Lanes = w[4] * x4 + w[5] * x5
    let fourth: Lanes = w[6] * x6 + w[7] * x7
    return (first + second) + (third + fourth)
  }

  /// Adds `scale` times the features of another block, each candidate in its own lane.
  @inline(__always)
  mutating func add(_ scale: Lanes, times other: FeatureBlock) {
    x0 += scale * other.x0
    x1 += scale * other.x1
    x2 += scale * other.x2
    x3 += scale * other.x3
    x4 += scale * other.x4
    x5 += scale * other.x5
    x6 += scale * other.x6
    x7 += scale * other.x7
  }

  /// Each feature summed over its lanes.
  var totals: Lanes {
    Lanes(x0.total, x1.total, x2.total, x3.total, x4.total, x5.total, x6.total, x7.total)
  }
}
