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
///   - gamma: the focusing parameter γ ≥ 0; 2 is the fastest, then all up to 8.
///   - threads: how many threads at most. Their number never changes a bit of the sum.
/// - Returns: the sum, in nats, accumulated in `Double`; each term is within 2e-6 of `focalLoss(logit:…)`.
/// - Source: Lin et al. 2017, Eq. (5) and §4.1.
public func focalLoss(
  logits: Span<Float>, targets: [AnchorTarget], classes: Int, alpha: Double?, gamma: Double,
  threads: Int = Processor.threads
) -> Double {
  requireShape(logits.count, targets.count, classes)
  requireFocusing(gamma)
  let weights = AnchorTarget.weights(of: targets, classes: classes, alpha: alpha)
  return weightedFocalLoss(gamma: gamma, logits: logits, weights: weights, threads: threads)
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
  requireFocusing(gamma)
  let weights = AnchorTarget.weights(of: targets, classes: classes, alpha: alpha)
  return weightedFocalLoss(gamma: gamma, logits: logits, weights: weights, gradient: &gradient, threads: threads)
}

private func requireShape(_ logits: Int, _ targets: Int, _ classes: Int) {
  require(classes, >=, 1, "there is at least one class")
  require(logits, ==, targets * classes, "one logit for each anchor and class")
}
