import Foundation
import Kernels

// MARK: - Focal loss over all anchors

/// The sum of the α-balanced focal loss over N anchors and K classes, each of the N · K logits a sigmoid of its own.
///
/// In the paper the sum is then divided by the number of anchors that were assigned to an object.
///
/// - Parameters:
///   - logits: N × K, row after row; finite.
///   - targets: N anchors.
///   - classes: K ≥ 1.
///   - alpha: α in [0, 1], the weight of objects; `nil` does not balance.
///   - gamma: the focusing parameter γ ≥ 0; 0, 1 and 2 are the fastest.
///   - threads: how many threads at most. Their number never changes a bit of the sum.
/// - Returns: the sum, in nats, accumulated in `Double`; each term is within 2e-6 of `focalLoss(logit:…)`.
/// - Source: Lin et al. 2017, Eq. (5) and §4.1.
public func focalLoss(
  logits: Span<Float>, targets: [AnchorTarget], classes: Int, alpha: Double?, gamma: Double,
  threads: Int = Processor.threads
) -> Double {
  requireShape(logits.count, targets.count, classes)
  return weightedLoss(VectorFocalLoss(gamma: gamma), logits: logits, threads: threads) { elements, weights in
    AnchorTarget.writeWeights(of: targets, classes: classes, alpha: alpha, elements: elements, to: &weights)
  }
}

/// The same sum, and in the same pass its gradient.
///
/// ```swift
/// var gradient = [Float](repeating: 0, count: logits.count)
/// var span = gradient.mutableSpan
/// let sum = focalLoss(logits: logits.span, targets: targets, classes: 80, alpha: 0.25, gamma: 2, gradient: &span)
/// ```
///
/// - Parameter gradient: dFL/dx, N × K, overwritten; each within 2e-6 of `focalLossDerivative(logit:…)`, and 0 where the
///   target is ignored.
public func focalLoss(
  logits: Span<Float>, targets: [AnchorTarget], classes: Int, alpha: Double?, gamma: Double,
  gradient: inout MutableSpan<Float>, threads: Int = Processor.threads
) -> Double {
  requireShape(logits.count, targets.count, classes)
  let loss = VectorFocalLoss(gamma: gamma)
  return weightedLoss(loss, logits: logits, gradient: &gradient, threads: threads) { elements, weights in
    AnchorTarget.writeWeights(of: targets, classes: classes, alpha: alpha, elements: elements, to: &weights)
  }
}

private func requireShape(_ logits: Int, _ targets: Int, _ classes: Int) {
  require(classes, >=, 1, "there is at least one class")
  require(logits, ==, targets * classes, "one logit for each anchor and class")
}

// MARK: - Sixteen logits at a time

/// FL(x_t) = (1 − p_t)^γ (−log p_t) and its slope −(1 − p_t)^γ (γ p_t (−log p_t) + 1 − p_t), as in `focalLoss(logit:…)`.
struct VectorFocalLoss: LogitLoss {
  private let gamma: Double

  init(gamma: Double) {
    requireFocusing(gamma)
    self.gamma = gamma
  }

  func value(_ xt: FloatVector) -> FloatVector {
    valueAndSlope(xt).value
  }

  @inline(__always)
  func valueAndSlope(_ xt: FloatVector) -> (value: FloatVector, slope: FloatVector) {
    switch gamma {
    case 0, 1, 2: wholePower(xt)
    default: anyPower(xt)
    }
  }

  /// (1 − p_t)^γ is a product: all in `Float`.
  @inline(__always)
  private func wholePower(_ xt: FloatVector) -> (value: FloatVector, slope: FloatVector) {
    let one = FloatVector(repeating: 1)
    let e = exponential(FloatVector(bits: xt.bits | 0x8000_0000))  // e⁻|ˣ|
    let larger = one / (one + e)  // σ(|x|)
    let smaller = e * larger  // σ(−|x|)
    let right = xt .>= FloatVector.zero
    let pt = smaller.replacing(with: larger, where: right)
    let rest = larger.replacing(with: smaller, where: right)  // 1 − p_t
    let crossEntropy = logOnePlus(e) - xt.replacing(with: FloatVector.zero, where: right)

    let factor = gamma == 0 ? one : gamma == 1 ? rest : rest * rest
    let bracket = multiplyAdd(FloatVector(repeating: Float(gamma)), pt * crossEntropy, rest)
    return (factor * crossEntropy, FloatVector.zero - factor * bracket)
  }

  /// (1 − p_t)^γ = e^(−γ softplus(x_t)): in `Double`, because the exponential magnifies the rounding of a large exponent.
  @inline(__always)
  private func anyPower(_ xt: FloatVector) -> (value: FloatVector, slope: FloatVector) {
    let low = anyPower(DoubleVector(xt.lowHalf))
    let high = anyPower(DoubleVector(xt.highHalf))
    return (
      FloatVector(lowHalf: SIMD8(low.value), highHalf: SIMD8(high.value)),
      FloatVector(lowHalf: SIMD8(low.slope), highHalf: SIMD8(high.slope))
    )
  }

  @inline(__always)
  private func anyPower(_ xt: DoubleVector) -> (value: DoubleVector, slope: DoubleVector) {
    let zero = DoubleVector.zero
    let one = DoubleVector(repeating: 1)
    let right = xt .>= zero
    let e = exponential(xt.replacing(with: zero - xt, where: right))  // e⁻|ˣ|
    let larger = one / (one + e)
    let smaller = e * larger
    let pt = smaller.replacing(with: larger, where: right)
    let rest = larger.replacing(with: smaller, where: right)
    let log = logOnePlus(e)
    let crossEntropy = log - xt.replacing(with: zero, where: right)  // softplus(−x_t)
    let complement = log + zero.replacing(with: xt, where: right)  // softplus(x_t)

    let gamma = DoubleVector(repeating: gamma)
    let factor = exponential(zero - gamma * complement)
    let bracket = multiplyAdd(gamma, pt * crossEntropy, rest)
    return (factor * crossEntropy, zero - factor * bracket)
  }
}
