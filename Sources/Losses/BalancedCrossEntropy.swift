// MARK: - Balanced cross entropy of a probability

/// CE, weighted by class: −α_t log p_t, in nats.
///
/// - Parameters:
///   - p: the model's probability of an object, in [0, 1].
///   - target: what is there.
///   - alpha: α in [0, 1], the weight of objects; backgrounds weigh 1 − α.
/// - Returns: +infinity where p is certain and wrong, and its class has any weight.
/// - Source: Lin et al. 2017, Eq. (3).
public func balancedCrossEntropy(p: Double, target: Target, alpha: Double) -> Double {
  weighted(binaryCrossEntropy(p: p, target: target), by: alphaT(alpha: alpha, target: target))
}

/// dCE/dp, times α_t.
public func balancedCrossEntropyDerivative(p: Double, target: Target, alpha: Double) -> Double {
  weighted(binaryCrossEntropyDerivative(p: p, target: target), by: alphaT(alpha: alpha, target: target))
}

// MARK: - Balanced cross entropy of a logit

/// CE, weighted by class: α_t softplus(−x_t) with x_t = y x, in nats.
///
/// - Parameters:
///   - logit: x, any real number; σ(x) is the probability of an object.
///   - target: what is there.
///   - alpha: α in [0, 1], the weight of objects; backgrounds weigh 1 − α.
/// - Source: Lin et al. 2017, Eq. (3) and (6).
public func balancedCrossEntropy(logit: Double, target: Target, alpha: Double) -> Double {
  alphaT(alpha: alpha, target: target) * binaryCrossEntropy(logit: logit, target: target)
}

/// dCE/dx = α_t y (p_t − 1).
public func balancedCrossEntropyDerivative(logit: Double, target: Target, alpha: Double) -> Double {
  alphaT(alpha: alpha, target: target) * binaryCrossEntropyDerivative(logit: logit, target: target)
}

// MARK: - Weights of zero

/// `weight · loss`, where a weight of 0 takes even an infinite loss away (and 0 · ∞ is not a number).
func weighted(_ loss: Double, by weight: Double) -> Double {
  weight == 0 ? 0 : weight * loss
}
