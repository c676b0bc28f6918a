/// The focal loss of eight candidates and its derivative, unweighted; with γ = 0 their cross entropy.
///
/// The same as `Losses.focalLoss(logit:target:alpha:gamma:)` one by one, which judges it in the tests.
struct LaneLoss {
  /// FL = −(1 − p_t)^γ log p_t.
  let value: Lanes
  /// dFL/dx = y (1 − p_t)^γ (γ p_t log p_t + p_t − 1).
  let slope: Lanes
  /// p_t.
  let pt: Lanes

  // MARK: - Value and slope

  @inline(__always)
  init(logit: Lanes, target: Lanes, gamma: Double) {
    let y = 2 * target - 1
    let xt = y * logit
    let e = expOfNegative(xt.magnitudes)
    let larger = 1 / (1 + e), smaller = e * larger  // p_t and 1 − p_t, one or the other way round
    let softplus = logOfOnePlus(e)
    pt = larger.replacing(with: smaller, where: xt .< 0)
    let missing = smaller.replacing(with: larger, where: xt .< 0)  // 1 − p_t
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
