import Kernels

// MARK: - What an anchor is assigned to

/// What a matcher makes of an anchor.
public enum AnchorMatch: Sendable, Hashable {
  /// It has to find the object in the box with this index.
  case object(Int)
  /// It has to say that there is nothing.
  case background
  /// It takes no part in the training.
  case ignored
}

// MARK: - The rule

/// Assigns anchors to the boxes of objects by their largest IoU: at least 0.5 an object, below 0.4 background, in between ignored.
///
/// ```swift
/// Matcher.paper.match(anchors: anchors, to: [box])   // [.background, .object(0), …]
/// ```
///
/// - Source: Lin et al. 2017, §4.1.
public struct Matcher: Sendable {
  /// What becomes of an object that no anchor overlaps well enough.
  public enum LowQualityMatches: Sendable {
    /// It has no anchor, and nothing will learn to find it. So in the paper.
    case dropped
    /// The anchors with the largest IoU that this object has (all of them, where equal) are assigned to an object after all: each
    /// to the one with which its *own* IoU is largest, which may be another one. So in torchvision and Detectron.
    ///
    /// An object that overlaps no anchor has the largest IoU 0, and has it with every anchor: then no anchor is background.
    case kept
  }

  /// IoU from which on an anchor is assigned to an object.
  public let objectThreshold: Double
  /// IoU below which it is background.
  public let backgroundThreshold: Double
  public let lowQualityMatches: LowQualityMatches

  /// - Throws: `BoxError.thresholds` unless 0 ≤ background ≤ object ≤ 1.
  public init(
    objectThreshold: Double = 0.5, backgroundThreshold: Double = 0.4, lowQualityMatches: LowQualityMatches = .dropped
  ) throws(BoxError) {
    guard 0 <= backgroundThreshold, backgroundThreshold <= objectThreshold, objectThreshold <= 1 else {
      throw .thresholds(object: objectThreshold, background: backgroundThreshold)
    }
    self.init(unchecked: objectThreshold, backgroundThreshold, lowQualityMatches)
  }

  private init(unchecked object: Double, _ background: Double, _ lowQualityMatches: LowQualityMatches) {
    (objectThreshold, backgroundThreshold, self.lowQualityMatches) = (object, background, lowQualityMatches)
  }

  /// ≥ 0.5, < 0.4, and nothing for objects without anchors.
  public static let paper = Matcher(unchecked: 0.5, 0.4, .dropped)
  /// ≥ 0.5, < 0.4, and low-quality matches.
  public static let torchvision = Matcher(unchecked: 0.5, 0.4, .kept)
}

// MARK: - Matching

extension Matcher {
  /// Assigns every anchor.
  ///
  /// Where two boxes have the same IoU, the first one wins. A box or an anchor that is degenerate or not finite overlaps
  /// nothing. Without boxes, everything is background (torchvision's matcher raises an error, its RetinaNet says the same as here).
  ///
  /// - Parameters:
  ///   - anchors: N anchors, in pixels.
  ///   - boxes: the boxes of the objects, in pixels.
  ///   - threads: how many threads at most, 1 or more. Their number changes nothing.
  /// - Returns: N matches.
  public func match(anchors: BoxList, to boxes: BoxList, threads: Int = Processor.threads) -> [AnchorMatch] {
    guard !boxes.isEmpty else { return Array(repeating: .background, count: anchors.count) }
    let overlaps = Overlaps(anchors: anchors, boxes: boxes, threads: threads)
    let object = Float(objectThreshold)
    let background = Float(backgroundThreshold)
    var matches = anchors.indices.map { anchor in
      let iou = overlaps.ofAnchors[anchor]
      return iou >= object
        ? AnchorMatch.object(overlaps.box(of: anchor)) : iou < background ? .background : .ignored
    }
    if lowQualityMatches == .kept {
      overlaps.forEachBestAnchor { matches[$0] = .object(overlaps.box(of: $0)) }
    }
    return matches
  }
}
