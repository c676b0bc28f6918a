import Kernels
import Losses

/// A network with eight hidden units and one logit: small enough to read, and not linear.
///
/// hidden = leaky(c + Σ_f w_f · feature_f) and x = b + Σ v · hidden, with leaky(u) = u, or u / 10 below 0.
public struct WindowClassifier: Sendable, Equatable {
  /// Weights and biases, or the gradient with respect to them. In each lane stands one hidden unit.
  public struct Parameters: Sendable, Equatable {
    var w0 = Lanes.zero, w1 = Lanes.zero, w2 = Lanes.zero, w3 = Lanes.zero
    var w4 = Lanes.zero, w5 = Lanes.zero, w6 = Lanes.zero, w7 = Lanes.zero
    var c = Lanes.zero
    var v = Lanes.zero
    var b = 0.0
  }

  public internal(set) var parameters: Parameters

  /// A fresh network that gives every window about the probability `prior`.
  public init(prior: Double, seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var fresh = Parameters()
    for unit in 0..<Lanes.scalarCount {
      for feature in 0..<WindowFeatures.count { fresh[weight: feature][unit] = random.nearlyNormal() }
      fresh.v[unit] = 0.1 * random.nearlyNormal()
    }
    fresh.b = priorBias(prior)
    parameters = fresh
  }

  // MARK: - Forward: from features to a logit

  /// What the hidden units say of a candidate, and its logit.
  @inline(__always)
  private func forward(_ features: Lanes) -> (hidden: Lanes, logit: Double) {
    var sum = parameters.c
    sum = sum + parameters.w0 * features[0]
    sum = sum + parameters.w1 * features[1]
    sum = sum + parameters.w2 * features[2]
    sum = sum + parameters.w3 * features[3]
    sum = sum + parameters.w4 * features[4]
    sum = sum + parameters.w5 * features[5]
    sum = sum + parameters.w6 * features[6]
    sum = sum + parameters.w7 * features[7]
    let hidden = sum * leakySlope(sum)
    return (hidden, parameters.b + (parameters.v * hidden).total)
  }

  // MARK: - Backward: from dL/dx to the gradient

  /// Adds what a candidate with dL/dx = `slope` contributes to the gradient.
  @inline(__always)
  private func backward(_ slope: Double, _ features: Lanes, hidden: Lanes, gradient: inout Parameters) {
    gradient.b += slope
    gradient.v = gradient.v + slope * hidden
    let behind = slope * parameters.v * leakySlope(hidden)
    gradient.c = gradient.c + behind
    gradient.w0 = gradient.w0 + behind * features[0]
    gradient.w1 = gradient.w1 + behind * features[1]
    gradient.w2 = gradient.w2 + behind * features[2]
    gradient.w3 = gradient.w3 + behind * features[3]
    gradient.w4 = gradient.w4 + behind * features[4]
    gradient.w5 = gradient.w5 + behind * features[5]
    gradient.w6 = gradient.w6 + behind * features[6]
    gradient.w7 = gradient.w7 + behind * features[7]
  }

  /// The slope of leaky: 1 above 0, 1/10 below.
  @inline(__always)
  private func leakySlope(_ u: Lanes) -> Lanes { 0.1 + 0.9 * u.isPositive }

  // MARK: - A block of candidates

  /// The logits of the eight candidates from `first` on; what the hidden units say of each goes into `hidden`.
  func forward(_ features: Span<Lanes>, from first: Int, hidden: inout MutableSpan<Lanes>) -> Lanes {
    var logits = Lanes.zero
    for lane in 0..<Lanes.scalarCount { (hidden[lane], logits[lane]) = forward(features[first + lane]) }
    return logits
  }

  /// Adds what these eight candidates contribute to the gradient.
  func backward(
    _ slopes: Lanes, _ features: Span<Lanes>, from first: Int, hidden: Span<Lanes>, gradient: inout Parameters
  ) {
    var sum = gradient
    for lane in 0..<Lanes.scalarCount {
      backward(slopes[lane], features[first + lane], hidden: hidden[lane], gradient: &sum)
    }
    gradient = sum
  }

  // MARK: - The same ranking at other probabilities

  /// The same network with all logits raised by a constant: no two candidates change places, only probabilities move.
  ///
  /// Where α_t weighs the classes, the best logit lies log(α / (1 − α)) above that of cross entropy; lowering it by as
  /// much takes the promise back.
  public func raisingLogits(by shift: Double) -> Self {
    var raised = self
    raised.parameters.b += shift
    return raised
  }

  // MARK: - Logits

  /// The logit of one candidate.
  public func logit(of candidate: Candidate) -> Double { forward(candidate.features).logit }

  /// The logits of some blocks, in their order.
  public func logits(of candidates: CandidateSet, blocks: Range<Int>) -> [Lanes] {
    let features = candidates.features.span
    var logits = [Lanes](repeating: .zero, count: blocks.count)
    for block in blocks {
      for lane in 0..<Lanes.scalarCount {
        logits[block - blocks.lowerBound][lane] = forward(features[block * Lanes.scalarCount + lane]).logit
      }
    }
    return logits
  }
}
