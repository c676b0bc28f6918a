// MARK: - Suppression, step by step

/// One step of non-maximum suppression.
public struct SuppressionStep: Sendable, Hashable {
  /// The box with the highest score of those that were left.
  public let kept: Int
  /// What it strikes out, in the order of the boxes.
  public let struck: [Int]
  /// The candidates that are left after it, in the order of the boxes.
  public let left: [Int]
}

/// What `nonMaximumSuppression` does, one kept box after the other.
///
/// - Parameters:
///   - boxes: N boxes, in pixels.
///   - scores: N scores.
///   - threshold: in [0, 1]; an IoU above it strikes out.
/// - Returns: a step for each box that is kept.
/// - Complexity: O(N K) for K kept boxes: to be looked at, not to be fast.
public func suppressionSteps(boxes: BoxList, scores: [Float], threshold: Double = 0.5) -> [SuppressionStep] {
  var left = boxes.indices.filter { !scores[$0].isNaN }
  return nonMaximumSuppression(boxes: boxes, scores: scores, threshold: threshold).map { kept in
    let struck = left.filter { $0 != kept && boxes[$0].intersectionOverUnion(boxes[kept]) > threshold }
    left.removeAll { $0 == kept || struck.contains($0) }
    return SuppressionStep(kept: kept, struck: struck, left: left)
  }
}
