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
  /// The focal losses run in `Float` by the fast kernels, and in `Double` with the same bits on every machine.
  /// - Parameters:
  ///   - logits: anchors × K.
  ///   - targets: one for each anchor.
  /// - Returns: the sum, and dL/dx, anchors × K.
  func sum<Scalar>(
    logits: Tensor<Scalar>, targets: [AnchorTarget]
  ) -> (sum: Double, slopes: Tensor<Scalar>) {
    require(logits.shape.count, ==, 2, "logits are anchors × K")
    switch self {
    case .focal(let alpha, let gamma):
      let (sum, slopes): (Double, Any) =
        switch logits {
        case let logits as Tensor<Float>: Self.focalSum(logits, targets, alpha: alpha, gamma: gamma)
        case let logits as Tensor<Double>: Self.focalSum(logits, targets, alpha: alpha, gamma: gamma)
        default: (.nan, logits)  // there is no third kind of number that tensors hold
        }
      return (sum, slopes as? Tensor<Scalar> ?? logits)
    case .focalStar(let gamma, let beta):
      return Self.starSum(logits, targets, gamma: gamma, beta: beta)
    }
  }

  private static func focalSum(
    _ logits: Tensor<Float>, _ targets: [AnchorTarget], alpha: Double?, gamma: Double
  ) -> (Double, Tensor<Float>) {
    var sum = 0.0
    let slopes = filled(logits.count) { gradient in
      sum = focalLoss(
        logits: logits.scalars.span, targets: targets, classes: logits.shape[1], alpha: alpha, gamma: gamma,
        gradient: &gradient)
    }
    return (sum, Tensor(shape: logits.shape, slopes))
  }

  private static func focalSum(
    _ logits: Tensor<Double>, _ targets: [AnchorTarget], alpha: Double?, gamma: Double
  ) -> (Double, Tensor<Double>) {
    let (sum, slopes) = focalLoss(
      logits: logits.scalars.span, targets: targets, classes: logits.shape[1], alpha: alpha, gamma: gamma)
    return (sum, Tensor(shape: logits.shape, slopes))
  }

  private static func starSum<Scalar>(
    _ logits: Tensor<Scalar>, _ targets: [AnchorTarget], gamma: Double, beta: Double
  ) -> (Double, Tensor<Scalar>) {
    var (sum, slopes) = (0.0, Tensor(zerosLike: logits).scalars)
    for place in slopes.indices {
      let (anchor, label) = place.quotientAndRemainder(dividingBy: logits.shape[1])
      if targets[anchor] == .ignored { continue }
      let target: Target = targets[anchor] == .object(label) ? .object : .background
      let logit = Double(logits.scalars[place])
      sum += focalLossStar(logit: logit, target: target, gamma: gamma, beta: beta)
      slopes[place] = Scalar(focalLossStarDerivative(logit: logit, target: target, gamma: gamma, beta: beta))
    }
    return (sum, Tensor(shape: logits.shape, slopes))
  }
}
