import Foundation
import Kernels

// MARK: - Focal loss of a probability

/// α-balanced focal loss of p itself, in nats:
///
/// - for an object, −α (1 − p)^γ log p;
/// - for background, −(1 − α) p^γ log(1 − p).
///
/// Written in p, the two cases are seen; written in p_t they are one, and must not be told apart a second time.
///
/// - Parameters:
///   - p: the model's probability of an object, in [0, 1].
///   - target: what is there.
///   - alpha: α in [0, 1], the weight of objects; `nil` does not balance, Eq. (4).
///   - gamma: the focusing parameter γ ≥ 0.
/// - Returns: 0 where p is certain and right; +infinity where it is certain and wrong, and its class has any weight.
/// - Source: Lin et al. 2017, Eq. (5).
public func focalLoss(p: Double, target: Target, alpha: Double?, gamma: Double) -> Double {
  let factor = modulatingFactor(p: p, target: target, gamma: gamma)
  let crossEntropy = binaryCrossEntropy(p: p, target: target)
  return weighted(factor * crossEntropy, by: alphaT(alpha: alpha, target: target))
}

/// dFL/dp = −y α_t (1 − p_t)^γ (γ (−log p_t)/(1 − p_t) + 1/p_t), as `focalLossDerivative(pt:gamma:)`.
///
/// - Returns: ∓infinity where p is certain and wrong, and its class has any weight.
public func focalLossDerivative(p: Double, target: Target, alpha: Double?, gamma: Double) -> Double {
  let crossEntropy = binaryCrossEntropy(p: p, target: target)
  let rest = target == .object ? 1 - p : p  // 1 − p_t
  let ratio = rest == 0 ? 1 : crossEntropy / rest
  let focusing = gamma == 0 ? 0 : gamma * ratio
  let factor = modulatingFactor(p: p, target: target, gamma: gamma)
  let slope = factor * (focusing + 1 / pt(p: p, target: target))
  return -target.sign * weighted(slope, by: alphaT(alpha: alpha, target: target))
}

// MARK: - The modulating factor of a probability

/// (1 − p)^γ for an object, p^γ for background.
private func modulatingFactor(p: Double, target: Target, gamma: Double) -> Double {
  require(p, in: 0...1, "p is a probability")
  requireFocusing(gamma)
  return switch target {
  case .object: pow(1 - p, gamma)
  case .background: pow(p, gamma)
  }
}
