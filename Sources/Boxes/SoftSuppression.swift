import Foundation
import Kernels

// MARK: - Lowering scores instead of striking out

/// How far soft suppression lowers the score of a box that overlaps a better one.
///
/// - Source: Bodla et al. 2017, *Soft-NMS*, Eq. (1) to (3).
public enum SoftSuppression: Sendable, Hashable {
  /// Times 1 − IoU, where the IoU is above a threshold (in the paper: at or above it).
  case linear(threshold: Double)
  /// Times e^(−IoU² / σ), whatever the IoU is; σ above 0.
  case gaussian(sigma: Double)

  /// What a score is multiplied by, in [0, 1].
  public func factor(iou: Double) -> Double {
    switch self {
    case .linear(let threshold): iou > threshold ? 1 - iou : 1
    case .gaussian(let sigma): exp(-iou * iou / sigma)
    }
  }
}

/// A box that soft suppression keeps, and what is left of its score.
public struct SoftlyKept: Sendable, Hashable {
  public let index: Int
  public let score: Double
}

// MARK: - Soft non-maximum suppression

/// Takes the box with the highest score, lowers the scores of the others by their overlap with it, and starts again with the rest.
///
/// - Parameters:
///   - boxes: N boxes, in pixels.
///   - scores: N scores, of equal ones the first comes first; one that is not a number is left out.
///   - suppression: how far scores are lowered.
///   - minimumScore: boxes whose score does not stay above it are left out.
/// - Returns: the boxes that are kept, by descending lowered score.
/// - Complexity: O(N K) for K kept boxes.
public func softNonMaximumSuppression(
  boxes: BoxList, scores: [Float], _ suppression: SoftSuppression, minimumScore: Double = 0.001
) -> [SoftlyKept] {
  require(scores.count, ==, boxes.count, "one score for each box")
  if case .gaussian(let sigma) = suppression { require(sigma, >, 0, "σ is above 0") }
  var remaining = boxes.indices.map { (index: $0, score: Double(scores[$0])) }
  var kept: [SoftlyKept] = []
  while true {
    remaining.removeAll { !($0.score > minimumScore) }
    guard var best = remaining.indices.first else { return kept }
    for candidate in remaining.indices where remaining[candidate].score > remaining[best].score { best = candidate }
    let winner = remaining.remove(at: best)
    kept.append(SoftlyKept(index: winner.index, score: winner.score))
    let edges = boxes.edges(winner.index)
    let overlaps = filled(boxes.count) {
      Kernels.overlaps(of: edges.span, with: boxes.planes.span, range: boxes.indices, into: &$0)
    }
    for other in remaining.indices {
      let iou = Double(overlaps[remaining[other].index])
      remaining[other].score *= suppression.factor(iou: iou.isNaN ? 0 : iou)
    }
  }
}
