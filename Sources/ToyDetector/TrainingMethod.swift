import Kernels

/// What a training does about the many backgrounds.
public enum TrainingMethod: Sendable, Hashable {
  /// Nothing: all candidates weigh the same.
  /// - Source: Lin et al. 2017, Eq. (1).
  case crossEntropy
  /// Objects weigh α, backgrounds 1 − α.
  /// - Source: Lin et al. 2017, Eq. (3).
  case balancedCrossEntropy(alpha: Double)
  /// Every step sees all objects, and so many backgrounds for each, chosen at random.
  case sampling(negativesPerObject: Int)
  /// Every step sees all objects, and so many backgrounds for each: those with the largest loss.
  /// - Source: Liu et al., *SSD: Single shot multibox detector*, ECCV 2016, §2.2.
  case hardNegativeMining(negativesPerObject: Int)
  /// A candidate weighs α_t (1 − p_t)^γ: the less, the easier it is.
  /// - Source: Lin et al. 2017, Eq. (5).
  case focalLoss(alpha: Double, gamma: Double)

  // MARK: - Weights of the two classes

  /// The α that makes all objects weigh as much as all backgrounds: the inverse frequency of objects, normalised.
  ///
  /// α / (1 − α) = backgrounds / objects.
  public static func inverseFrequencyAlpha(negatives: Double) -> Double { negatives / (1 + negatives) }

  /// What objects and backgrounds weigh, difficulty aside.
  var weights: (object: Double, background: Double) {
    switch self {
    case .balancedCrossEntropy(let alpha), .focalLoss(let alpha, _):
      require(alpha, in: 0...1, "alpha is a weight between 0 and 1")
      return (alpha, 1 - alpha)
    case .crossEntropy, .sampling, .hardNegativeMining:
      return (1, 1)
    }
  }

  /// γ; 0 is cross entropy.
  var gamma: Double {
    if case .focalLoss(_, let gamma) = self { gamma } else { 0 }
  }
}
