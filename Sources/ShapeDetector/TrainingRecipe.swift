import Boxes
import Detection
import Layers

/// How the small RetinaNet is trained on drawn pictures: everything that decides its bits, the seed included.
///
/// ```swift
/// var training = try ShapeTraining(TrainingRecipe(seed: 1))
/// ```
public struct TrainingRecipe: Sendable, Hashable {
  /// All the randomness: of the parameters at the beginning, and of the pictures.
  public var seed: UInt64
  public var steps = 1600
  /// Pictures of a step, each drawn for it.
  public var batch = 8
  /// η after the warm-up, of gradient descent with momentum 0.9.
  public var learningRate = 0.1
  /// For how many steps η rises.
  public var warmUp = 100
  /// After which shares of the steps η falls to a tenth.
  public var falls = [0.8, 0.95]
  /// λ, towards 0.
  public var weightDecay = 0.0001
  /// The length to which a longer gradient is shortened.
  public var largestNorm = 5.0
  public var loss = DetectionLoss(box: .smoothL1(beta: 0.1))

  public init(seed: UInt64) { self.seed = seed }

  var schedule: LearningRateSchedule {
    LearningRateSchedule(
      base: learningRate, warmUp: warmUp, falls: falls.map { Int(($0 * Double(steps)).rounded()) })
  }

  /// A training that has not begun.
  var fresh: DetectorTraining<Float> {
    DetectorTraining(
      RetinaNet(.shapes, start: .random(seed: seed)),
      descent: GradientDescent(learningRate: Float(learningRate), weightDecay: Float(weightDecay)), schedule: schedule,
      loss: loss, matcher: .torchvision, largestNorm: largestNorm)
  }
}
