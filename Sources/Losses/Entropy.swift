import Foundation
import Kernels

// MARK: - Entropy

/// What a distribution leaves open: H(p) = −Σ pⱼ log pⱼ, in nats. A class with pⱼ = 0 adds nothing.
///
/// - Parameter p: K probabilities that sum to 1.
/// - Returns: 0 where one class is certain, log K where all are alike.
public func entropy(_ p: [Double]) -> Double {
  requireDistribution(p)
  return -p.reduce(0) { $0 + weighted(log($1), by: $1) }
}

/// dH/dpⱼ = −(log pⱼ + 1), each pⱼ varied on its own. Shape: K; +infinity where pⱼ = 0.
public func entropyGradient(_ p: [Double]) -> [Double] {
  requireDistribution(p)
  return p.map { -(log($0) + 1) }
}

// MARK: - Kullback–Leibler divergence

/// What expecting q costs beyond the unavoidable: KL(p‖q) = Σ pⱼ log(pⱼ/qⱼ) = H(p, q) − H(p), in nats.
///
/// - Parameters:
///   - p: the truth, K probabilities that sum to 1.
///   - q: the model, K probabilities that sum to 1.
/// - Returns: 0 or more, and 0 for p = q; +infinity where pⱼ > 0 and qⱼ = 0.
public func klDivergence(p: [Double], q: [Double]) -> Double {
  requireDistributions(p, q)
  let sum = zip(p, q).reduce(0) { $0 + weighted(log($1.0) - log($1.1), by: $1.0) }
  return max(0, sum)  // rounding may leave −1e-17 where p and q nearly agree
}

/// dKL/dqⱼ = −pⱼ/qⱼ: the entropy of p does not depend on q. Shape: K.
public func klDivergenceGradient(p: [Double], q: [Double]) -> [Double] {
  crossEntropyGradient(p: p, q: q)
}

// MARK: - What a distribution is

func requireDistribution(_ p: [Double]) {
  for p in p { require(p, in: 0...1, "every entry of a distribution is a probability") }
  require(p.reduce(0, +), in: 0.999_999...1.000_001, "the probabilities of a distribution sum to 1")
}

func requireDistributions(_ p: [Double], _ q: [Double]) {
  require(p.count, ==, q.count, "both distributions have the same classes")
  requireDistribution(p)
  requireDistribution(q)
}
