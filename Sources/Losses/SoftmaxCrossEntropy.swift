import Foundation
import Kernels

// MARK: - The margin of the true class

/// How far the true class t stands above all others: z = x_t − log Σ′ e^(xⱼ), where Σ′ runs over the other classes.
///
/// For its true class a softmax is a sigmoid of the margin, p_t = σ(z): whatever holds for a logit holds for z.
///
/// - Parameters:
///   - logits: K ≥ 1 real numbers.
///   - target: t in 0 ..< K.
/// - Returns: +infinity for K = 1, where nothing else is possible.
public func margin(logits: [Double], target: Int) -> Double {
  requireClass(target, of: logits)
  let others = logits.indices.filter { $0 != target }.map { logits[$0] }
  guard let largest = others.max() else { return .infinity }
  let above = others.reduce(0) { $0 + exp($1 - largest) }
  return (logits[target] - largest) - log(above)
}

/// dz/dx_t = 1, and dz/dxⱼ = −softmax(others)ⱼ. Shape: K; sums to 0.
public func marginGradient(logits: [Double], target: Int) -> [Double] {
  requireClass(target, of: logits)
  guard logits.count > 1 else { return [0] }
  var others = logits
  others.remove(at: target)
  var gradient = softmax(others).map { -$0 }
  gradient.insert(1, at: target)
  return gradient
}

// MARK: - Cross entropy of logits

/// Softmax cross entropy of one example: −log softmax(x)_t = softplus(−z) with the margin z, in nats.
///
/// - Parameters:
///   - logits: x, K ≥ 1 real numbers.
///   - target: t in 0 ..< K, the class that is true.
public func crossEntropy(logits: [Double], target: Int) -> Double {
  softplus(-margin(logits: logits, target: target))
}

/// dCE/dx = softmax(x) − onehot(t), written −σ(−z) dz/dx so that nothing cancels where p_t is near 1. Shape: K.
public func crossEntropyGradient(logits: [Double], target: Int) -> [Double] {
  let slope = -sigmoid(-margin(logits: logits, target: target))
  return marginGradient(logits: logits, target: target).map { slope * $0 }
}

// MARK: - Entropies of logits

/// H(softmax(x)) = −Σ sⱼ log sⱼ, in nats.
public func entropy(logits: [Double]) -> Double {
  -logSoftmax(logits).reduce(0) { $0 + exp($1) * $1 }
}

/// dH/dxⱼ = −sⱼ (log sⱼ + H). Shape: K; sums to 0.
public func entropyGradient(logits: [Double]) -> [Double] {
  let entropy = entropy(logits: logits)
  return logSoftmax(logits).map { -exp($0) * ($0 + entropy) }
}

/// H(p, softmax(x)) = −Σ pⱼ log sⱼ, in nats: the softmax cross entropy of a truth that is itself a distribution.
///
/// - Parameters:
///   - p: the truth, K probabilities that sum to 1.
///   - logits: x, K real numbers.
public func crossEntropy(p: [Double], logits: [Double]) -> Double {
  require(p.count, ==, logits.count, "one logit for each class")
  requireDistribution(p)
  return zip(p, logSoftmax(logits)).reduce(0) { $0 - $1.0 * $1.1 }
}

/// dH(p, softmax(x))/dx = softmax(x) − p, written sⱼ (1 − pⱼ) − pⱼ (1 − sⱼ). Shape: K.
public func crossEntropyGradient(p: [Double], logits: [Double]) -> [Double] {
  require(p.count, ==, logits.count, "one logit for each class")
  requireDistribution(p)
  return zip(p, logSoftmax(logits)).map { p, log in exp(log) * (1 - p) + p * expm1(log) }
}

/// KL(p‖softmax(x)) = Σ pⱼ (log pⱼ − log sⱼ), in nats.
public func klDivergence(p: [Double], logits: [Double]) -> Double {
  max(0, crossEntropy(p: p, logits: logits) - entropy(p))
}

/// dKL(p‖softmax(x))/dx = softmax(x) − p. Shape: K.
public func klDivergenceGradient(p: [Double], logits: [Double]) -> [Double] {
  crossEntropyGradient(p: p, logits: logits)
}

func requireClass(_ target: Int, of logits: [Double]) {
  require(logits.count, >=, 1, "there is at least one class")
  require(target, in: 0...logits.count - 1, "the target is one of the classes")
}
