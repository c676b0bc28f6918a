import Boxes
import Kernels
import Layers
import Tensors

/// Trains a detector, step by step: forward, loss, backward, clipping, gradient descent.
///
/// ```swift
/// var training = DetectorTraining(detector)
/// for batch in batches { losses.append(try training.step(batch).loss) }
/// ```
///
/// - Source: Lin et al. 2017, §4.1; the paper does not clip.
public struct DetectorTraining<Scalar: TensorScalar>: Sendable {
  public var detector: RetinaNet<Scalar>
  public var descent: GradientDescent<Scalar>
  public var schedule: LearningRateSchedule
  public var loss: DetectionLoss
  public var matcher: Matcher
  /// The length to which a longer gradient is shortened; nil does not shorten it.
  public var largestNorm: Double?
  /// How many steps are done.
  public var steps = 0
  /// Where the last good state of the training lies, for errors.
  public var checkpoint: String?

  public init(
    _ detector: RetinaNet<Scalar>, descent: GradientDescent<Scalar> = GradientDescent(learningRate: 0.01),
    schedule: LearningRateSchedule = .paper, loss: DetectionLoss = .paper, matcher: Matcher = .paper,
    largestNorm: Double? = nil
  ) {
    (self.detector, self.descent, self.schedule) = (detector, descent, schedule)
    (self.loss, self.matcher, self.largestNorm) = (loss, matcher, largestNorm)
  }
}

/// What a step of a training found before it changed anything.
public struct TrainingStep: Sendable, Hashable {
  /// Of the class subnet and of the box subnet.
  public let classification, box: Double
  /// How many anchors were assigned to an object.
  public let positives: Int
  /// The length of the gradient, before it was shortened.
  public let norm: Double

  public var loss: Double { classification + box }
}

// MARK: - A step of the training

extension DetectorTraining {
  /// One step.
  ///
  /// - Throws: `TrainingError` where an object cannot be learned, or the loss or the gradient is no longer finite; it names step and
  ///   pictures, and nothing has changed.
  @discardableResult
  public mutating func step(_ batch: TrainingBatch<Scalar>) throws(TrainingError) -> TrainingStep {
    do throws(TrainingError) {
      var (loss, gradient, state) = try lossAndGradient(of: batch)
      guard loss.total.isFinite else { throw TrainingError(.lossNotFinite) }
      let norm = largestNorm.map { gradient.clip(toNorm: $0) } ?? gradient.norm
      guard norm.isFinite else { throw TrainingError(.gradientNotFinite) }
      descent.learningRate = Scalar(schedule.rate(at: steps))
      descent.step(&detector.network, gradient: gradient)
      detector.network.state = state
      steps += 1
      return TrainingStep(
        classification: loss.classification, box: loss.box, positives: loss.positives, norm: norm)
    } catch {
      var error = error
      (error.step, error.pictures, error.checkpoint) = (steps + 1, batch.names, checkpoint)
      throw error
    }
  }

  /// The loss of a batch, dL/dθ of all trained parameters, and what normalisations know after the batch.
  func lossAndGradient(
    of batch: TrainingBatch<Scalar>
  ) throws(TrainingError) -> (
    loss: LossOfBatch<Scalar>, gradient: NamedTensors<Scalar>, state: NamedTensors<Scalar>
  ) {
    let anchors = detector.configuration.anchors.anchors(for: batch.size)
    var assignments: [Assignment] = []
    for objects in batch.objects {
      assignments.append(
        try Assignment(
          of: objects, to: anchors, by: matcher, classes: detector.configuration.classes.count))
    }
    let activations = detector.network.forward(batch.pictures, keeping: .wayBack), state = activations.state
    let loss = loss.of(detector.outputs(activations), assignments)
    let slopes = zip(detector.logits + detector.deltas, loss.logitSlopes + loss.deltaSlopes)
    let gradient = detector.network.backward(Dictionary(uniqueKeysWithValues: Array(slopes)), activations)
    return (loss, gradient, state)
  }
}
