import Boxes
import Foundation
import Kernels
import Losses
import Tensors

/// How detections are made of what the subnets say: of each level the best scores, decoded and clipped, and then of all that
/// overlap only the best.
///
/// - Source: Lin et al. 2017, §4.1: a score above 0.05, at most 1,000 of each level, suppression at IoU 0.5.
public struct Decoding: Sendable, Hashable {
  /// A score has to lie above it; in (0, 1).
  public var scoreThreshold = 0.05
  /// How many of each level are decoded at most.
  public var candidatesPerLevel = 1000
  /// The IoU above which the better one of two boxes of a class strikes out the other, in [0, 1].
  public var overlapThreshold = 0.5
  /// How many are kept of a picture at most.
  public var detectionsPerPicture = 100

  public init() {}

  /// At most 100 of a picture, as many as COCO counts.
  public static let paper = Decoding()
  /// At most 300 of a picture.
  public static let torchvision: Decoding = {
    var decoding = Decoding()
    decoding.detectionsPerPicture = 300
    return decoding
  }()
}

// MARK: - From scores to boxes

extension Decoding {
  /// The objects that are found in one picture, by descending score.
  ///
  /// - Parameters:
  ///   - outputs: of a batch.
  ///   - picture: the index of the picture in the batch.
  ///   - anchors: of the picture, as `AnchorGenerator` lays them over the padded size.
  ///   - size: of the picture without its padding; boxes are clipped to it.
  public func objects(
    in outputs: HeadOutputs<Float>, picture: Int = 0, anchors: BoxList, size: ImageSize
  ) -> [FoundObject] {
    steps(in: outputs, picture: picture, anchors: anchors, size: size).kept
  }

  /// The same, with what each step leaves.
  public func steps(
    in outputs: HeadOutputs<Float>, picture: Int = 0, anchors: BoxList, size: ImageSize
  ) -> DecodingSteps {
    require(anchors.count, ==, outputs.anchors, "the anchors are those of the network's cells")
    require(picture, in: 0...outputs.pictures - 1, "the picture is one of the batch")
    var steps = DecodingSteps()
    var start = 0  // the level's first anchor
    for (logits, deltas) in zip(outputs.logits, outputs.deltas) {
      let (best, count) = candidates(logits, picture: picture, classes: outputs.classes)
      steps.aboveThreshold.append(count)
      let boxes = BoxList(
        best.map { candidate in
          let anchor = anchors[start + candidate.cell * outputs.anchorsPerCell + candidate.anchor]
          return BoxCoder().decode(delta(of: candidate, in: deltas, picture: picture), anchor: anchor).clipped(to: size)
        })
      steps.candidates.append(
        zip(best, boxes).map { FoundObject(label: $0.label, score: $0.score, box: $1) })
      start += outputs.anchorsPerCell * logits.shape[2] * logits.shape[3]
    }
    let all = steps.candidates.flatMap { $0 }
    let kept = nonMaximumSuppression(
      boxes: BoxList(all.map(\.box)), scores: all.map(\.score), classes: all.map(\.label), threshold: overlapThreshold)
    steps.suppressed = kept.map { all[$0] }
    steps.kept = Array(steps.suppressed.prefix(detectionsPerPicture))
    return steps
  }

  private func delta(of candidate: Candidate, in deltas: Tensor<Float>, picture: Int) -> BoxDelta {
    let cells = deltas.shape[2] * deltas.shape[3]
    let first = (picture * deltas.shape[1] + 4 * candidate.anchor) * cells + candidate.cell
    let parts = (0..<4).map { Double(deltas.scalars[first + $0 * cells]) }
    return BoxDelta(dx: parts[0], dy: parts[1], dw: parts[2], dh: parts[3])
  }
}

// MARK: - The best scores of a level

extension Decoding {
  /// An anchor of a level, and the class that it may be.
  struct Candidate: Sendable, Hashable {
    let cell, anchor, label: Int
    let score: Float
  }

  /// The highest scores of a level that lie above the threshold, in descending order, and how many lie above it in all.
  ///
  /// Most logits lie below that of the threshold, and of them nothing more is computed.
  func candidates(_ logits: Tensor<Float>, picture: Int, classes: Int) -> (best: [Candidate], aboveThreshold: Int) {
    let cells = logits.shape[2] * logits.shape[3], count = logits.shape[1] * cells
    let cut = Float(log(scoreThreshold / (1 - scoreThreshold))) - 0.001  // a little lower, for rounding
    let span = logits.scalars.span.extracting(picture * count..<(picture + 1) * count)
    var (places, scores): ([Int], [Float]) = ([], [])
    for place in span.indices where span[place] > cut {
      let score = Float(sigmoid(Double(span[place])))
      guard score > Float(scoreThreshold) else { continue }
      places.append(place)
      scores.append(score)
    }
    let best = stableDescendingOrder(scores.span).prefix(candidatesPerLevel).map { index in
      let (channel, cell) = places[Int(index)].quotientAndRemainder(dividingBy: cells)
      let (anchor, label) = channel.quotientAndRemainder(dividingBy: classes)
      return Candidate(cell: cell, anchor: anchor, label: label, score: scores[Int(index)])
    }
    return (best, scores.count)
  }
}
