import Boxes
import Kernels
import Losses
import Tensors

/// The loss of a batch: that of the class subnet plus that of the box subnet.
public struct DetectionLoss: Sendable, Hashable {
  /// By what the sums over all anchors are divided.
  public enum Division: Sendable, Hashable {
    /// By the number of anchors of the batch that are assigned to an object, or 1.
    /// - Source: Lin et al. 2017, §4.1; the paper says so of one picture, Detectron does so for all pictures of a processor.
    case positivesOfBatch
    /// Each picture's by its own number, or 1; the loss is their mean: so in torchvision.
    case positivesOfPicture
  }

  public var classification: ClassificationLoss
  public var box: BoxLoss
  public var division: Division

  public init(
    classification: ClassificationLoss = .paper, box: BoxLoss = .paper, division: Division = .positivesOfBatch
  ) {
    (self.classification, self.box, self.division) = (classification, box, division)
  }

  public static let paper = DetectionLoss()
  public static let torchvision = DetectionLoss(box: .l1, division: .positivesOfPicture)
}

/// The loss of a batch, and how fast it grows with what the subnets say.
public struct LossOfBatch<Scalar: TensorScalar>: Sendable {
  /// Of the class subnet and of the box subnet.
  public let classification, box: Double
  /// How many anchors are assigned to an object.
  public let positives: Int
  /// dL/dx for the logits and dL/dd for the offsets, in the shapes of `HeadOutputs`.
  public let logitSlopes, deltaSlopes: [Tensor<Scalar>]

  public var total: Double { classification + box }
}

extension DetectionLoss {
  /// The loss, and its slopes.
  ///
  /// - Parameters:
  ///   - outputs: of N pictures.
  ///   - assignments: one for each picture.
  public func of<Scalar>(_ outputs: HeadOutputs<Scalar>, _ assignments: [Assignment]) -> LossOfBatch<Scalar> {
    require(assignments.count, ==, outputs.pictures, "one assignment for each picture")
    let logits = outputs.logitsOfAnchors, deltas = outputs.deltasOfAnchors
    let positives = assignments.reduce(0) { $0 + $1.positives.count }
    var (classSum, boxSum): (Double, Double) = (0, 0)
    var (logitSlopes, deltaSlopes): ([Tensor<Scalar>], [Tensor<Scalar>]) = ([], [])
    for (picture, assignment) in assignments.enumerated() {
      let share =
        switch division {
        case .positivesOfBatch: 1 / Double(max(1, positives))
        case .positivesOfPicture: 1 / Double(max(1, assignment.positives.count) * outputs.pictures)
        }
      let classes = classification.sum(logits: logits[picture: picture], targets: assignment.targets)
      let boxes = sum(deltas: deltas[picture: picture], assignment.positives)
      classSum += share * classes.sum
      boxSum += share * boxes.sum
      logitSlopes.append(Scalar(share) * classes.slopes)
      deltaSlopes.append(Scalar(share) * boxes.slopes)
    }
    return LossOfBatch(
      classification: classSum, box: boxSum, positives: positives,
      logitSlopes: outputs.levels(ofLogits: Tensor(batch: logitSlopes)),
      deltaSlopes: outputs.levels(ofDeltas: Tensor(batch: deltaSlopes)))
  }

  /// The sum over the positive anchors of one picture, and its slopes, anchors × 4.
  private func sum<Scalar>(
    deltas: Tensor<Scalar>, _ positives: [Assignment.Positive]
  ) -> (sum: Double, slopes: Tensor<Scalar>) {
    var (sum, slopes) = (0.0, Tensor(zerosLike: deltas))
    for positive in positives {
      let target = positive.delta
      for (part, goal) in [target.dx, target.dy, target.dw, target.dh].enumerated() {
        let (value, slope) = box.valueAndSlope(Double(deltas[positive.anchor, part]) - goal)
        sum += value
        slopes[positive.anchor, part] = Scalar(slope)
      }
    }
    return (sum, slopes)
  }
}
