import Foundation
import Kernels

// MARK: - The logarithm of a sum of exponentials

/// The soft form of the maximum: log Σⱼ e^(xⱼ) = m + log(1 + Σ′ e^(xⱼ − m)), where m is the largest logit and Σ′ runs over
/// the others.
///
/// - Parameter logits: K ≥ 1 real numbers.
/// - Returns: between the maximum and the maximum + log K. Never overflows.
public func logSumExp(_ logits: [Double]) -> Double {
  let (largest, rest) = aboveLargest(logits)
  return logits[largest] + log1p(rest)
}

/// d logSumExp/dxⱼ = softmax(x)ⱼ. Shape: K.
public func logSumExpGradient(_ logits: [Double]) -> [Double] {
  softmax(logits)
}

// MARK: - The softmax

/// Turns K logits into K probabilities: e^(xⱼ) / Σₖ e^(xₖ).
///
/// Only differences of logits count, so that the largest is subtracted first, and no exponential overflows.
///
/// - Parameter logits: K ≥ 1 real numbers.
/// - Returns: K probabilities that sum to 1.
public func softmax(_ logits: [Double]) -> [Double] {
  let (largest, rest) = aboveLargest(logits)
  return logits.map { exp($0 - logits[largest]) / (1 + rest) }
}

/// d softmaxᵢ/dxⱼ = sᵢ (1 − sᵢ) for i = j, −sᵢ sⱼ otherwise. Shape: K × K, symmetric; every row sums to 0.
public func softmaxJacobian(_ logits: [Double]) -> [[Double]] {
  let log = logSoftmax(logits)
  return log.indices.map { i in
    log.indices.map { j in
      i == j ? exp(log[i]) * -expm1(log[i]) : -exp(log[i]) * exp(log[j])
    }
  }
}

// MARK: - Its logarithm

/// The logarithms of the softmax: log sⱼ = (xⱼ − m) − log(1 + Σ′ e^(xₖ − m)).
///
/// Both parts are at most 0, so that nothing cancels; 1 − sⱼ is `-expm1(logSoftmax(x)[j])`, with all its digits.
///
/// - Parameter logits: K ≥ 1 real numbers.
/// - Returns: K numbers of at most 0, finite where the softmax itself has rounded to 0.
public func logSoftmax(_ logits: [Double]) -> [Double] {
  let (largest, rest) = aboveLargest(logits)
  return logits.map { ($0 - logits[largest]) - log1p(rest) }
}

/// Where the largest logit m stands, and Σ′ e^(xⱼ − m) over the others.
private func aboveLargest(_ logits: [Double]) -> (largest: Int, rest: Double) {
  require(logits.count, >=, 1, "there is at least one class")
  let largest = logits.indices.reduce(0) { logits[$1] > logits[$0] ? $1 : $0 }
  let rest = logits.indices.reduce(0) { $1 == largest ? $0 : $0 + exp(logits[$1] - logits[largest]) }
  return (largest, rest)
}
