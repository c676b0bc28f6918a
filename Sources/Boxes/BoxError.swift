/// What a reader can get wrong about boxes and anchors. What to say about it, in whose language, is up to the caller.
public enum BoxError: Error, Hashable {
  /// A side of an image outside `ImageSize.sides`.
  case imageSize(width: Int, height: Int)
  /// An aspect ratio (height / width) outside `AnchorGenerator.aspectRatioRange`: 0, say.
  case aspectRatio(Double)
  /// An octave scale outside `AnchorGenerator.octaveScaleRange`.
  case octaveScale(Double)
  /// No levels, no aspect ratios or no octave scales: there would be no anchors.
  case noAnchors
  /// Thresholds that are not 0 ≤ background ≤ object ≤ 1.
  case thresholds(object: Double, background: Double)
  /// A box with nothing inside, or with an infinite edge, has no offset from an anchor.
  case notABox(Box)
}
