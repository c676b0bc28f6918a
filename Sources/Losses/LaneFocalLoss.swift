import Kernels

/// The focal loss of eight candidates and its derivative, unweighted; with γ = 0 their cross entropy.
///
/// The same as `focalLoss(logit:target:alpha:gamma:)` one by one, which judges it in the tests; but the same bits on every
/// machine, as it asks the mathematical library for nothing.
package struct LaneFocalLoss {
  /// FL = −(1 − p_t)^γ log p_t.
  package let value: Lanes
  /// dFL/dx = y (1 − p_t)^γ (γ p_t log p_t + p_t − 1).
  package let slope: Lanes
  /// p_t.
  package let pt: Lanes

  // MARK: - Value and slope

  /// - Parameter target: 1 for an object, 0 for background.
  @inlinable
  @inline(__always)
  package init(logit: Lanes, target: Lanes, gamma: Double) {
    let y = 2 * target - 1
    let xt = y * logit
    let e = expOfNegative(xt.magnitude)
    let right = xt.isPositive, wrong = 1 - right
    pt = (right + wrong * e) / (1 + e)
    let missing = (wrong + right * e) / (1 + e)  // 1 − p_t, with all its digits
    let softplus = logOfOnePlus(e)
    let crossEntropy = (-xt).positivePart + softplus
    guard gamma > 0 else {
      value = crossEntropy
      slope = -y * missing
      return
    }
    let modulatingFactor = expOfNegative(gamma * (xt.positivePart + softplus))
    value = modulatingFactor * crossEntropy
    slope = -y * modulatingFactor * (gamma * pt * crossEntropy + missing)
  }
}
