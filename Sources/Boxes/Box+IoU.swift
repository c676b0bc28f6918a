// MARK: - Intersection over union

extension Box {
  /// What two boxes have in common; degenerate where that is nothing.
  public func intersection(_ other: Box) -> Box {
    Box(
      xMin: max(xMin, other.xMin), yMin: max(yMin, other.yMin), xMax: min(xMax, other.xMax), yMax: min(yMax, other.yMax)
    )
  }

  /// IoU = |A ∩ B| / |A ∪ B|, the share of their common area in the area that both cover.
  ///
  /// - Returns: a number in [0, 1]: 1 for equal boxes, 0 for boxes without common area, and 0 wherever a box is degenerate
  ///   or not finite (torchvision gives NaN for two boxes without area). Edges up to 1e150 px do not overflow.
  public func intersectionOverUnion(_ other: Box) -> Double {
    guard isFinite && other.isFinite else { return 0 }
    let common = intersection(other).area
    return common > 0 ? common / (area + other.area - common) : 0
  }
}

// MARK: - Generalised intersection over union

extension Box {
  /// The smallest box that contains both.
  public func enclosing(_ other: Box) -> Box {
    Box(
      xMin: min(xMin, other.xMin), yMin: min(yMin, other.yMin), xMax: max(xMax, other.xMax), yMax: max(yMax, other.yMax)
    )
  }

  /// GIoU = IoU − |C ∖ (A ∪ B)| / |C|, where C is the smallest box that contains both: unlike IoU, it still tells how far
  /// apart boxes are that do not meet.
  ///
  /// - Returns: a number in [−1, 1], never above IoU; IoU itself, 0, where C has no area or is not finite.
  /// - Source: Rezatofighi et al. 2019, Algorithm 1.
  public func generalizedIntersectionOverUnion(_ other: Box) -> Double {
    let iou = intersectionOverUnion(other)
    let hull = enclosing(other)
    guard isFinite && other.isFinite && hull.area > 0 else { return iou }
    let union = area + other.area - intersection(other).area
    return iou - max(0, hull.area - union) / hull.area
  }
}
