import Foundation
import Kernels

// MARK: - The sigmoid

/// The logistic sigmoid, which turns a logit into a probability: σ(x) = 1 / (1 + e⁻ˣ).
///
/// The exponential is only ever taken of −|x|, so that it cannot overflow, and σ(x) keeps all its digits for x far
/// below 0, where it is eˣ. Its complement 1 − σ(x) is `sigmoid(-x)`: written so, it keeps its digits as well.
///
/// - Parameter x: any real number.
/// - Returns: a probability in [0, 1]; it rounds to 1 from x = 37 on, and to 0 below −745.
public func sigmoid(_ x: Double) -> Double {
  let e = exp(-abs(x))
  return (x >= 0 ? 1 : e) / (1 + e)
}

/// dσ/dx = σ(x) (1 − σ(x)) = σ(x) σ(−x), in [0, 1/4].
public func sigmoidDerivative(_ x: Double) -> Double {
  sigmoid(x) * sigmoid(-x)
}

// MARK: - Its logarithm

/// The soft form of max(x, 0): log(1 + eˣ) = max(x, 0) + log(1 + e⁻|ˣ|).
///
/// The first form overflows from x = 710 on; the second never does, and keeps all digits of a tiny result.
///
/// - Parameter x: any real number.
/// - Returns: a number above 0; eˣ far below 0, and x far above.
public func softplus(_ x: Double) -> Double {
  max(x, 0) + log1p(exp(-abs(x)))
}

/// d softplus/dx = σ(x).
public func softplusDerivative(_ x: Double) -> Double {
  sigmoid(x)
}

/// The logarithm of a probability, taken from its logit: log σ(x) = −softplus(−x).
///
/// Finite where σ(x) itself has rounded to 0, and not 0 where σ(x) has rounded to 1.
///
/// - Parameter x: any real number.
public func logSigmoid(_ x: Double) -> Double {
  -softplus(-x)
}

/// d log σ/dx = 1 − σ(x) = σ(−x).
public func logSigmoidDerivative(_ x: Double) -> Double {
  sigmoid(-x)
}

// MARK: - The prior and its bias

/// The bias that makes a fresh classifier say "object" with probability π: b = −log((1 − π)/π), so that σ(b) = π.
///
/// - Parameter prior: π, strictly between 0 and 1; the paper takes 0.01, which gives −4.595.
/// - Source: Lin et al. 2017, §4.1.
public func priorBias(_ prior: Double) -> Double {
  require(prior, in: Double.leastNonzeroMagnitude...1.0.nextDown, "the prior lies between 0 and 1")
  return log(prior) - log1p(-prior)
}
