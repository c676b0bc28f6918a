import Kernels

// MARK: - Focal loss over all anchors, the same on every machine

/// The sum of the α-balanced focal loss over N anchors and K classes, and its gradient, in `Double`.
///
/// What `focalLoss(logits:targets:classes:alpha:gamma:gradient:threads:)` says in `Float`, but eight at a time in a fixed order
/// and without the mathematical library, so that the bits are the same on every machine: what a chapter trains for its page
/// takes this one.
///
/// - Parameters:
///   - logits: N × K, row after row; finite. Where one is not, the sum is not a number.
///   - targets: N anchors.
///   - classes: K ≥ 1.
///   - alpha: α in [0, 1], the weight of objects; `nil` does not balance.
///   - gamma: the focusing parameter γ ≥ 0; 0 with α = `nil` is cross entropy.
/// - Returns: the sum, in nats, and dFL/dx, N × K; 0 where the target is ignored.
/// - Source: Lin et al. 2017, Eq. (5) and §4.1.
public func focalLoss(
  logits: Span<Double>, targets: [AnchorTarget], classes: Int, alpha: Double?, gamma: Double
) -> (sum: Double, gradient: [Double]) {
  require(classes, >=, 1, "there is at least one class")
  require(logits.count, ==, targets.count * classes, "one logit for each anchor and class")
  requireFocusing(gamma)
  let weight = (
    object: alphaT(alpha: alpha, target: .object), background: alphaT(alpha: alpha, target: .background)
  )
  var sum = Lanes.zero
  var gradient: [Double] = []
  gradient.reserveCapacity(logits.count)
  for start in stride(from: 0, to: logits.count, by: Lanes.scalarCount) {
    // Eight logits; behind the last one there is nothing that counts.
    let count = min(Lanes.scalarCount, logits.count - start)
    var (logit, target, weights) = (Lanes.zero, Lanes.zero, Lanes.zero)
    for lane in 0..<count {
      let (anchor, label) = (start + lane).quotientAndRemainder(dividingBy: classes)
      logit[lane] = logits[start + lane]
      switch targets[anchor] {
      case .object(let own):
        require(own, in: 0...classes - 1, "the target is one of the classes")
        target[lane] = own == label ? 1 : 0
        weights[lane] = own == label ? weight.object : weight.background
      case .background: weights[lane] = weight.background
      case .ignored: logit[lane] = 0
      }
    }
    let loss = LaneFocalLoss(logit: logit, target: target, gamma: gamma)
    sum += weights * loss.value
    let slopes = weights * loss.slope
    for lane in 0..<count { gradient.append(slopes[lane]) }
  }
  return (sum.total, gradient)
}
