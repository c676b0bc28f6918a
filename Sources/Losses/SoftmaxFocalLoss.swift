import Kernels

// MARK: - Softmax focal loss of one example

/// The focal loss of many tutorials: α (1 − p_t)^γ (−log p_t), where p_t is the *softmax* probability of the true class.
///
/// RetinaNet's own loss is another: K sigmoids, one for each class, and α_t that differs between object and background.
/// Here α is one number for all examples, and balances nothing.
///
/// - Parameters:
///   - logits: x, K ≥ 1 real numbers.
///   - target: t in 0 ..< K, the class that is true.
///   - alpha: α ≥ 0, scales the loss.
///   - gamma: the focusing parameter γ ≥ 0; with γ = 0 and α = 1 it is cross entropy.
public func softmaxFocalLoss(logits: [Double], target: Int, alpha: Double, gamma: Double) -> Double {
  require(alpha, in: 0...Double.greatestFiniteMagnitude, "alpha scales the loss, by 0 or more")
  let z = margin(logits: logits, target: target)  // p_t = σ(z)
  return alpha * focalLoss(logit: z, target: .object, alpha: nil, gamma: gamma)
}

/// dL/dx = α dFL/dz dz/dx, with the margin z. Shape: K; sums to 0.
public func softmaxFocalLossGradient(logits: [Double], target: Int, alpha: Double, gamma: Double) -> [Double] {
  require(alpha, in: 0...Double.greatestFiniteMagnitude, "alpha scales the loss, by 0 or more")
  let z = margin(logits: logits, target: target)
  let slope = alpha * focalLossDerivative(logit: z, target: .object, alpha: nil, gamma: gamma)
  return marginGradient(logits: logits, target: target).map { slope * $0 }
}

// MARK: - Softmax focal loss of a batch

/// The mean over N examples, as the post takes it.
///
/// - Parameters:
///   - logits: N rows of K logits, N ≥ 1.
///   - targets: N classes in 0 ..< K.
public func softmaxFocalLoss(logits: [[Double]], targets: [Int], alpha: Double, gamma: Double) -> Double {
  requireBatch(logits, targets)
  let losses = zip(logits, targets).map { softmaxFocalLoss(logits: $0, target: $1, alpha: alpha, gamma: gamma) }
  return losses.reduce(0, +) / Double(losses.count)
}

/// Each example's gradient, divided by N. Shape: N × K.
public func softmaxFocalLossGradient(
  logits: [[Double]], targets: [Int], alpha: Double, gamma: Double
) -> [[Double]] {
  requireBatch(logits, targets)
  return zip(logits, targets).map { logits, target in
    softmaxFocalLossGradient(logits: logits, target: target, alpha: alpha, gamma: gamma)
      .map { $0 / Double(targets.count) }
  }
}

private func requireBatch(_ logits: [[Double]], _ targets: [Int]) {
  require(logits.count, ==, targets.count, "one target for each example")
  require(logits.count, >=, 1, "a mean takes at least one example")
}
