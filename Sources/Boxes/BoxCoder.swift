import Foundation
import Kernels

// MARK: - Between boxes and offsets

/// Encodes a box as its offset from an anchor, and decodes it again.
public struct BoxCoder: Sendable {
  /// What each part of the offset is multiplied by, so that all of them vary alike; RetinaNet takes 1, 1, 1, 1.
  public let weights: BoxDelta
  /// The largest dw and dh that are decoded, after the division by the weights.
  public let largestLogRatio: Double

  /// - Parameters:
  ///   - weights: each above 0.
  ///   - largestLogRatio: a box becomes at most e to this power times as wide and high as its anchor; log(1000/16), as in
  ///     torchvision and Detectron, lets a wild guess at the start of the training stay finite.
  public init(
    weights: BoxDelta = BoxDelta(dx: 1, dy: 1, dw: 1, dh: 1), largestLogRatio: Double = log(1000.0 / 16)
  ) {
    for weight in [weights.dx, weights.dy, weights.dw, weights.dh] { require(weight, >, 0, "a weight is above 0") }
    (self.weights, self.largestLogRatio) = (weights, largestLogRatio)
  }
}

// MARK: - Encoding

extension BoxCoder {
  /// dx = (x − xₐ) / wₐ, dy = (y − yₐ) / hₐ, dw = log(w / wₐ), dh = log(h / hₐ), where (x, y) is the centre of the box, w × h its
  /// size, and the index a marks the anchor; each times its weight.
  ///
  /// - Throws: `BoxError.notABox` for a box or an anchor that is degenerate or not finite: its logarithm would not be a number.
  public func encode(_ box: Box, anchor: Box) throws(BoxError) -> BoxDelta {
    for each in [box, anchor] where each.isDegenerate || !each.isFinite { throw .notABox(each) }
    return BoxDelta(
      dx: weights.dx * (box.center.x - anchor.center.x) / anchor.width,
      dy: weights.dy * (box.center.y - anchor.center.y) / anchor.height,
      dw: weights.dw * log(box.width / anchor.width),
      dh: weights.dh * log(box.height / anchor.height))
  }
}

// MARK: - Decoding

extension BoxCoder {
  /// x = xₐ + dx wₐ, y = yₐ + dy hₐ, w = e^dw wₐ, h = e^dh hₐ, after each part of the offset is divided by its weight, and dw and dh
  /// are cut to `largestLogRatio`.
  ///
  /// - Returns: the box, which may reach beyond the image; with edges that are not numbers where parts of the offset are not.
  public func decode(_ delta: BoxDelta, anchor: Box) -> Box {
    let dw = clamped(delta.dw / weights.dw)
    let dh = clamped(delta.dh / weights.dh)
    return Box(
      centerX: anchor.center.x + delta.dx / weights.dx * anchor.width,
      centerY: anchor.center.y + delta.dy / weights.dy * anchor.height,
      width: exp(dw) * anchor.width,
      height: exp(dh) * anchor.height)
  }

  /// Decodes one offset for each anchor.
  public func decode(_ deltas: some Collection<BoxDelta>, anchors: some Collection<Box>) -> BoxList {
    require(deltas.count, ==, anchors.count, "one offset for each anchor")
    return BoxList(zip(deltas, anchors).map { decode($0, anchor: $1) })
  }

  /// min(x, largest); what is not a number stays so.
  private func clamped(_ x: Double) -> Double { x > largestLogRatio ? largestLogRatio : x }
}
