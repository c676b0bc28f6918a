import Kernels
import Layers
import Losses
import Tensors
import ToyDetector

/// How a small dense detector is trained: from which prior, with which loss, by plain gradient descent with momentum.
///
/// ```swift
/// let trial = DenseTraining(prior: 0.01, gamma: 0, learningRate: 0.01, steps: 100).run(seed: 1)
/// trial.losses   // of each step, before it changed anything
/// ```
public struct DenseTraining: Sendable, Hashable {
  /// π, strictly between 0 and 1: what the fresh detector says everywhere.
  public let prior: Double
  /// α of the focal loss; nil does not balance.
  public let alpha: Double?
  /// γ of the focal loss; 0 is cross entropy.
  public let gamma: Double
  /// η.
  public let learningRate: Double
  public let steps: Int

  public static let momentum = 0.9
  /// Pictures of one step, with one object each.
  public static let batch = 2
  /// Pictures that training never sees, with one object each.
  public static let unseenPictures = 30

  public init(prior: Double, alpha: Double? = nil, gamma: Double, learningRate: Double, steps: Int) {
    require(steps, >=, 1, "a training has at least one step")
    (self.prior, self.alpha, self.gamma) = (prior, alpha, gamma)
    (self.learningRate, self.steps) = (learningRate, steps)
  }

  // MARK: - The detector

  /// Three convolutions that look at the picture, and a last one that gives a logit for each cell.
  ///
  /// The last one has the prior's bias, as in the paper, and weights of standard deviation 0.01, as in Detectron and torchvision.
  /// The others begin so that what goes through them keeps its size (Kaiming); in the paper a trained network does their work.
  static func network(prior: Double, random: inout SplitMix64) -> Sequential<Double> {
    Sequential([
      Convolution(from: 1, to: 8, side: 3, stride: 2, padding: 1, weights: .kaiming, random: &random), Rectifier(),
      Convolution(from: 8, to: 8, side: 3, padding: 1, weights: .kaiming, random: &random), Rectifier(),
      Convolution(from: 8, to: 8, side: 3, padding: 1, weights: .kaiming, random: &random), Rectifier(),
      Convolution(
        from: 8, to: 1, side: 3, padding: 1, weights: .gaussian(deviation: 0.01), bias: priorBias(prior),
        random: &random),
    ])
  }

  // MARK: - The training loop

  /// Trains a fresh detector on fresh pictures; the seed is all its randomness. The same bits on every machine.
  public func run(seed: UInt64) -> DenseTrial {
    var random = SplitMix64(seed: seed)
    var network = Self.network(prior: prior, random: &random)
    var descent = GradientDescent<Double>(learningRate: learningRate, momentum: Self.momentum, weightDecay: 0.0001)
    var record = DenseSteps()
    for _ in 0..<steps {
      let scenes = (0..<Self.batch).map { _ in DenseScene(PictureGenerator().picture(seed: random.next())) }
      let run = network.run(Tensor(batch: scenes.map(\.picture)))

      // The sum over all cells, divided by the objects.
      let targets = scenes.flatMap(\.targets), objects = Double(Self.batch)
      let (sum, slopes) = focalLoss(
        logits: run.output.scalars.span, targets: targets, classes: 1, alpha: alpha, gamma: gamma)
      let slope = (1 / objects) * Tensor(shape: run.output.shape, slopes)

      let gradient = network.backward(slope, run).parameters
      descent.step(&network, gradient: gradient)
      record.append(loss: sum / objects, gradientNorm: gradient.norm(), silence: run.silence, bias: network.lastBias)
    }
    return DenseTrial(record, unseen: UnseenPictures(judgedBy: network, seed: ~seed))
  }
}
