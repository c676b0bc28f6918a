import Kernels
import Losses
import Tensors

/// The loss of the class subnet, a sum over all classes of all anchors that are not ignored.
public enum ClassificationLoss: Sendable, Hashable {
  /// −α_t (1 − p_t)^γ log p_t; an α of nil does not balance.
  /// - Source: Lin et al. 2017, Eq. (5).
  case focal(alpha: Double?, gamma: Double)
  /// −log σ(γ x_t + β) / γ.
  /// - Source: Lin et al. 2017, Eq. (8).
  case focalStar(gamma: Double, beta: Double)

  /// α = 0.25, γ = 2.
  public static let paper = focal(alpha: 0.25, gamma: 2)
  /// −log p_t.
  public static let crossEntropy = focal(alpha: nil, gamma: 0)
  /// −α_t log p_t.
  public static func balancedCrossEntropy(alpha: Double) -> Self { .focal(alpha: alpha, gamma: 0) }
}

extension ClassificationLoss {
  /// The sum over one picture, in nats, and its slopes.
  ///
  /// In `Float` by the fast kernels; in `Double` the same bits on every machine, for the focal losses.
  /// - Parameters:
  ///   - logits: anchors × K.
  ///   - targets: one for each anchor.
  /// - Returns: the sum, and dL/dx, anchors × K.
  func sum<Scalar>(
    logits: Tensor<Scalar>, targets: [AnchorTarget]
  ) -> (sum: Double, slopes: Tensor<Scalar>) {
    require(logits.shape.count, ==, 2, "logits are anchors × K")
    let classes = logits.shape[1]
    switch self {
    case .focal(let alpha, let gamma):
      if let logits = logits as? Tensor<Float> {
        var sum = 0.0
        let slopes = filled(logits.count) { gradient in
          sum = focalLoss(
            logits: logits.scalars.span, targets: targets, classes: classes, alpha: alpha, gamma: gamma,
            gradient: &gradient)
        }
        return (sum, Tensor(shape: logits.shape, slopes.map { Scalar($0) }))
      }
      let exact = logits.scalars.map { Double($0) }
      let (sum, slopes) = focalLoss(
        logits: exact.span, targets: targets, classes: classes, alpha: alpha, gamma: gamma)
      return (sum, Tensor(shape: logits.shape, slopes.map { Scalar($0) }))
    case .focalStar(let gamma, let beta):
      var (sum, slopes) = (0.0, Tensor(zerosLike: logits).scalars)
      for place in slopes.indices {
        let (anchor, label) = place.quotientAndRemainder(dividingBy: classes)
        if targets[anchor] == .ignored { continue }
        let target: Target = targets[anchor] == .object(label) ? .object : .background
        let logit = Double(logits.scalars[place])
        sum += focalLossStar(logit: logit, target: target, gamma: gamma, beta: beta)
        slopes[place] = Scalar(focalLossStarDerivative(logit: logit, target: target, gamma: gamma, beta: beta))
      }
      return (sum, Tensor(shape: logits.shape, slopes))
    }
  }
}
