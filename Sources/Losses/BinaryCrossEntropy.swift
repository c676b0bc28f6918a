import Foundation
import Kernels

// MARK: - Binary cross entropy of a probability

/// CE(p, y) = −log p for an object, −log(1 − p) for background, in nats.
///
/// log(1 − p) is taken as `log1p(-p)`, because 1 − p has lost the digits of a small p.
///
/// - Parameters:
///   - p: the model's probability of an object, in [0, 1].
///   - target: what is there.
/// - Returns: 0 where p is certain and right, +infinity where it is certain and wrong.
/// - Source: Lin et al. 2017, Eq. (1).
public func binaryCrossEntropy(p: Double, target: Target) -> Double {
  require(p, in: 0...1, "p is a probability")
  return switch target {
  case .object: -log(p)
  case .background: -log1p(-p)
  }
}

/// dCE/dp = −1/p for an object, 1/(1 − p) for background; infinite where p is certain and wrong.
public func binaryCrossEntropyDerivative(p: Double, target: Target) -> Double {
  require(p, in: 0...1, "p is a probability")
  return switch target {
  case .object: -1 / p
  case .background: 1 / (1 - p)
  }
}

// MARK: - Binary cross entropy of a logit

/// CE = −log σ(x_t) = softplus(−x_t) with x_t = y x, in nats.
///
/// Sigmoid and logarithm in one step: neither p_t = 0 nor p_t = 1 ever comes up.
///
/// - Parameters:
///   - logit: x, any real number; σ(x) is the probability of an object.
///   - target: what is there.
/// - Source: Lin et al. 2017, Eq. (2) and (6).
public func binaryCrossEntropy(logit: Double, target: Target) -> Double {
  softplus(-xt(logit: logit, target: target))
}

/// dCE/dx = y (p_t − 1) = −y σ(−x_t).
///
/// - Source: Lin et al. 2017, Eq. (9).
public func binaryCrossEntropyDerivative(logit: Double, target: Target) -> Double {
  -target.sign * sigmoid(-xt(logit: logit, target: target))
}
