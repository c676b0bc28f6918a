import Foundation
import Kernels

// MARK: - FL*, the other focal loss

/// The paper's second form, which squeezes and shifts the logit instead: FL* = −log(p*_t)/γ with p*_t = σ(γ x_t + β).
///
/// - Parameters:
///   - logit: x, any real number; σ(x) is the probability of an object.
///   - target: what is there; x_t = y x.
///   - gamma: γ > 0, the steepness. With γ = 1 and β = 0 it is cross entropy.
///   - beta: β, the shift: a positive one takes the loss away earlier.
/// - Source: Lin et al. 2017, Eq. (7) and (8), appendix A.
public func focalLossStar(logit: Double, target: Target, gamma: Double, beta: Double) -> Double {
  softplus(-starLogit(logit: logit, target: target, gamma: gamma, beta: beta)) / gamma
}

/// dFL*/dx = y (p*_t − 1) = −y σ(−(γ x_t + β)).
///
/// - Source: Lin et al. 2017, Eq. (11).
public func focalLossStarDerivative(logit: Double, target: Target, gamma: Double, beta: Double) -> Double {
  -target.sign * sigmoid(-starLogit(logit: logit, target: target, gamma: gamma, beta: beta))
}

/// γ x_t + β, rounded once.
private func starLogit(logit: Double, target: Target, gamma: Double, beta: Double) -> Double {
  require(gamma, in: Double.leastNormalMagnitude...Double.greatestFiniteMagnitude, "gamma of FL* is above 0")
  require(abs(beta), <, .infinity, "beta of FL* is a number")
  return beta.addingProduct(gamma, xt(logit: logit, target: target))
}
