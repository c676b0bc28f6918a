import Foundation
import Kernels

// MARK: - The modulating factor

/// How much of the cross entropy is left: (1 − p_t)^γ. Near 1 for a hard example, near 0 for an easy one.
///
/// - Parameters:
///   - pt: the probability of the true class, in [0, 1].
///   - gamma: the focusing parameter γ ≥ 0. With γ = 0 the factor is 1 everywhere, also at p_t = 1.
/// - Source: Lin et al. 2017, §3.2.
public func modulatingFactor(pt: Double, gamma: Double) -> Double {
  require(pt, in: 0...1, "p_t is a probability")
  requireFocusing(gamma)
  return pow(1 - pt, gamma)
}

/// d(1 − p_t)^γ/dp_t = −γ (1 − p_t)^(γ−1); at p_t = 1 it is 0 for γ > 1, and −infinity for 0 < γ < 1.
public func modulatingFactorDerivative(pt: Double, gamma: Double) -> Double {
  require(pt, in: 0...1, "p_t is a probability")
  requireFocusing(gamma)
  return gamma == 0 ? 0 : -gamma * pow(1 - pt, gamma - 1)
}

// MARK: - Focal loss of p_t

/// Cross entropy times the modulating factor: FL(p_t) = −(1 − p_t)^γ log p_t, in nats.
///
/// ```swift
/// crossEntropy(pt: 0.9) / focalLoss(pt: 0.9, gamma: 2)   // 100: the easy example counts a hundred times less
/// ```
///
/// - Parameters:
///   - pt: the probability of the true class, in [0, 1].
///   - gamma: the focusing parameter γ ≥ 0; γ = 0 is cross entropy.
/// - Returns: 0 for p_t = 1, +infinity for p_t = 0.
/// - Source: Lin et al. 2017, Eq. (4).
public func focalLoss(pt: Double, gamma: Double) -> Double {
  modulatingFactor(pt: pt, gamma: gamma) * crossEntropy(pt: pt)
}

/// dFL/dp_t = γ (1 − p_t)^(γ−1) log p_t − (1 − p_t)^γ / p_t = −(1 − p_t)^γ (γ (−log p_t)/(1 − p_t) + 1/p_t).
///
/// The second form has no power below 0; (−log p_t)/(1 − p_t) tends to 1 as p_t does.
///
/// - Returns: −infinity for p_t = 0.
public func focalLossDerivative(pt: Double, gamma: Double) -> Double {
  let crossEntropy = crossEntropy(pt: pt)
  let ratio = pt == 1 ? 1 : crossEntropy / (1 - pt)
  let focusing = gamma == 0 ? 0 : gamma * ratio
  return -modulatingFactor(pt: pt, gamma: gamma) * (focusing + 1 / pt)
}

// MARK: - Focal loss of a logit

/// α-balanced focal loss: FL = −α_t (1 − p_t)^γ log p_t, with p_t = σ(x_t) and x_t = y x, in nats.
///
/// Both logarithms are softplus of the logit, and the power is taken of the logarithm, so that nothing is lost where
/// p_t rounds to 1, whatever γ is:
///
/// - −log p_t = softplus(−x_t)
/// - (1 − p_t)^γ = e^(−γ softplus(x_t))
///
/// - Parameters:
///   - logit: x, any real number; σ(x) is the probability of an object.
///   - target: what is there.
///   - alpha: α in [0, 1], the weight of objects; `nil` does not balance, Eq. (4).
///   - gamma: the focusing parameter γ ≥ 0.
/// - Source: Lin et al. 2017, Eq. (5).
public func focalLoss(logit: Double, target: Target, alpha: Double?, gamma: Double) -> Double {
  let xt = xt(logit: logit, target: target)
  let alphaT = alphaT(alpha: alpha, target: target)
  return alphaT * modulatingFactor(xt: xt, gamma: gamma) * softplus(-xt)
}

/// dFL/dx = α_t y (1 − p_t)^γ (γ p_t log p_t + p_t − 1).
///
/// Both terms in the bracket are below 0, so that nothing cancels once p_t − 1 is written −σ(−x_t).
///
/// - Source: Lin et al. 2017, Eq. (10).
public func focalLossDerivative(logit: Double, target: Target, alpha: Double?, gamma: Double) -> Double {
  let xt = xt(logit: logit, target: target)
  let alphaT = alphaT(alpha: alpha, target: target)
  let focusing = gamma * (sigmoid(xt) * softplus(-xt))  // γ p_t (−log p_t)
  return -target.sign * alphaT * modulatingFactor(xt: xt, gamma: gamma) * (focusing + sigmoid(-xt))
}

// MARK: - The modulating factor of a logit

/// (1 − p_t)^γ = e^(γ log σ(−x_t)) = e^(−γ softplus(x_t)).
func modulatingFactor(xt: Double, gamma: Double) -> Double {
  requireFocusing(gamma)
  return gamma == 0 ? 1 : exp(-gamma * softplus(xt))
}

func requireFocusing(_ gamma: Double) {
  require(gamma, in: 0...Double.greatestFiniteMagnitude, "the focusing parameter gamma is at least 0")
}
