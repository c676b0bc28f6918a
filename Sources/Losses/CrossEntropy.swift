import Foundation
import Kernels

// MARK: - Cross entropy of p_t

/// The cross entropy of one example: CE(p_t) = −log p_t, in nats.
///
/// - Parameter pt: the probability of the true class, in [0, 1].
/// - Returns: 0 for p_t = 1, and +infinity for p_t = 0: whoever calls the truth impossible cannot be forgiven.
/// - Source: Lin et al. 2017, Eq. (2).
public func crossEntropy(pt: Double) -> Double {
  require(pt, in: 0...1, "p_t is a probability")
  return -log(pt)
}

/// dCE/dp_t = −1/p_t; −infinity for p_t = 0.
public func crossEntropyDerivative(pt: Double) -> Double {
  require(pt, in: 0...1, "p_t is a probability")
  return -1 / pt
}

// MARK: - Cross entropy of two distributions

/// What it costs to expect q where p is true: H(p, q) = −Σ pⱼ log qⱼ, in nats.
///
/// ```swift
/// crossEntropy(p: [0, 1, 0], q: [0.2, 0.7, 0.1])   // −log 0.7 = 0.357: all other terms vanish
/// ```
///
/// - Parameters:
///   - p: the truth, K probabilities that sum to 1.
///   - q: the model, K probabilities that sum to 1.
/// - Returns: H(p) at the least; +infinity where something possible is held impossible (pⱼ > 0, qⱼ = 0).
public func crossEntropy(p: [Double], q: [Double]) -> Double {
  requireDistributions(p, q)
  return zip(p, q).reduce(0) { $0 + weighted(-log($1.1), by: $1.0) }
}

/// dH(p, q)/dqⱼ = −pⱼ/qⱼ, each qⱼ varied on its own. Shape: K; 0 where pⱼ = 0.
public func crossEntropyGradient(p: [Double], q: [Double]) -> [Double] {
  requireDistributions(p, q)
  return zip(p, q).map { p, q in p == 0 ? 0 : -p / q }
}
