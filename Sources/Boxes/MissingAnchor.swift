// MARK: - Why an object has no anchor

/// Why no anchor is assigned to an object.
public enum MissingAnchor: Sendable, Hashable {
  /// An anchor reaches the threshold, but overlaps another object more.
  case taken
  /// Even within the smallest anchor, its area is too small a part of the anchor's.
  case tooSmall
  /// Even around the largest anchor, its area is too many times the anchor's.
  case tooLarge
  /// Even around one centre, no anchor is near enough to its width and height.
  case shape
  /// There are anchors of about its shape, but none has its middle near enough.
  case place
}

extension AnchorGenerator {
  /// Why no anchor is assigned to `box`.
  ///
  /// IoU is at most the smaller area over the larger one, and at most the IoU of the two boxes around one centre.
  ///
  /// - Parameters:
  ///   - best: the largest IoU of the box with any anchor, from `Overlaps.ofBoxes`.
  ///   - threshold: IoU from which on an anchor is an object's.
  public func whyMissing(_ box: Box, best: Double, threshold: Double) -> MissingAnchor {
    if best >= threshold { return .taken }
    let shapes = levels.flatMap(cellAnchors)
    let areas = shapes.map(\.area)
    if box.area < threshold * (areas.min() ?? 0) { return .tooSmall }
    if threshold * box.area > areas.max() ?? 0 { return .tooLarge }
    let centered = Box(centerX: 0, centerY: 0, width: box.width, height: box.height)
    return shapes.contains { $0.intersectionOverUnion(centered) >= threshold } ? .place : .shape
  }
}
