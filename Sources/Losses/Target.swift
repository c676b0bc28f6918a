import Foundation
import Kernels

/// The ground-truth class y of one binary example: is there an object, or only background?
///
/// The paper writes y ∈ {+1, −1}; code and posts write 1 and 0. Both mean the same two cases.
///
/// - Source: Lin et al. 2017, §3.
public enum Target: UInt8, Sendable, Hashable, CaseIterable {
  case background = 0
  case object = 1

  /// y as the paper writes it: +1 for an object, −1 for background.
  @inlinable
  public var sign: Double {
    switch self {
    case .object: 1
    case .background: -1
    }
  }
}

// MARK: - The probability of the true class

/// The model's probability of the class that is true: p_t = p for an object, 1 − p for background.
///
/// - Parameters:
///   - p: the model's probability of an object, in [0, 1].
///   - target: what is there.
/// - Returns: p_t in [0, 1]; it rounds to 1 for p below 1.1e-16. The losses of `p` and `logit` do not go through it.
/// - Source: Lin et al. 2017, Eq. (2).
public func pt(p: Double, target: Target) -> Double {
  require(p, in: 0...1, "p is a probability")
  return switch target {
  case .object: p
  case .background: 1 - p
  }
}

// MARK: - The logit of the true class

/// The logit of the class that is true: x_t = y x, so that p_t = σ(x_t).
///
/// - Parameter logit: x, any real number; σ(x) is the probability of an object.
/// - Returns: x for an object, −x for background. Positive means: rather right than wrong.
/// - Source: Lin et al. 2017, Eq. (6).
public func xt(logit: Double, target: Target) -> Double {
  target.sign * logit
}

// MARK: - The weight of the true class

/// The balancing weight of the class that is true: α_t = α for an object, 1 − α for background.
///
/// - Parameters:
///   - alpha: α in [0, 1]; `nil` does not balance: α_t = 1 for both.
///   - target: what is there.
/// - Source: Lin et al. 2017, §3.1.
public func alphaT(alpha: Double?, target: Target) -> Double {
  guard let alpha else { return 1 }
  require(alpha, in: 0...1, "alpha is a weight between 0 and 1")
  return switch target {
  case .object: alpha
  case .background: 1 - alpha
  }
}
