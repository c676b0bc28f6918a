import Kernels
import Losses
import Tensors
import Testing

@testable import Layers

/// A tiny dense detector on a task that it can solve: one bright disc in a noisy picture, found in one of 8 × 8 cells.
@Suite struct TrainingTests {
  static let side = 32, cells = 8, batch = 4

  static func pictures(_ random: inout SplitMix64) -> (x: Tensor<Double>, targets: [AnchorTarget]) {
    var targets: [AnchorTarget] = []
    let pictures = (0..<batch).map { _ in
      let (cellX, cellY) = (random.index(below: cells), random.index(below: cells))
      targets += (0..<cells * cells).map { $0 == cellY * cells + cellX ? .object(0) : .background }
      let center = (x: 4 * Double(cellX) + 1.5, y: 4 * Double(cellY) + 1.5)
      return Tensor(
        shape: [1, side, side],
        (0..<side * side).map { place in
          let (dx, dy) = (Double(place % side) - center.x, Double(place / side) - center.y)
          return 0.3 * random.normal() + (dx * dx + dy * dy < 7 ? 1 : 0)
        })
    }
    return (Tensor(batch: pictures), targets)
  }

  static func network(prior: Double, _ random: inout SplitMix64) -> Sequential<Double> {
    Sequential([
      Convolution(from: 1, to: 8, side: 3, padding: 1, weights: .kaiming, random: &random), Rectifier(),
      MaximumPooling(side: 2, stride: 2),
      Convolution(from: 8, to: 16, side: 3, stride: 2, padding: 1, weights: .kaiming, random: &random), Rectifier(),
      Convolution(
        from: 16, to: 1, side: 3, padding: 1, weights: .gaussian(deviation: 0.01), bias: priorBias(prior),
        random: &random),
    ])
  }

  /// Loss for each object at every step, and gradient norms.
  static func train(prior: Double, gamma: Double, steps: Int, seed: UInt64) -> [(loss: Double, norm: Double)] {
    var random = SplitMix64(seed: seed)
    var network = network(prior: prior, &random)
    var descent = GradientDescent<Double>(learningRate: 0.003)
    return (0..<steps).map { _ in
      let (x, targets) = pictures(&random)
      let run = network.run(x)
      let (sum, slopes) = focalLoss(
        logits: run.output.scalars.span, targets: targets, classes: 1, alpha: nil, gamma: gamma)
      let objects = Double(batch)
      let dy = (1 / objects) * Tensor(shape: run.output.shape, slopes)
      let gradient = network.backward(dy, run).parameters
      descent.step(&network, gradient: gradient)
      return (sum / objects, gradient.norm())
    }
  }

  @Test("training solves the task, whatever the seed, the prior and γ", arguments: [0.5, 0.01], [0, 2.0])
  func learns(prior: Double, gamma: Double) {
    for seed in 1...3 {
      let losses = Self.train(prior: prior, gamma: gamma, steps: 150, seed: UInt64(seed)).map(\.loss)
      #expect(losses.suffix(20).reduce(0, +) / 20 < 0.05, "seed \(seed)")
      #expect(losses[0] > 1)
    }
  }

  @Test("a bias for the prior makes the first loss small: backgrounds are already known")
  func prior() {
    let (half, hundredth) = (
      Self.train(prior: 0.5, gamma: 0, steps: 1, seed: 1)[0], Self.train(prior: 0.01, gamma: 0, steps: 1, seed: 1)[0]
    )
    #expect(hundredth.loss < half.loss / 5)
    #expect(hundredth.norm < half.norm / 5)
  }

  @Test("the same seed gives the same losses, to the last bit")
  func repeatable() {
    let (one, other) = (
      Self.train(prior: 0.01, gamma: 2, steps: 5, seed: 3), Self.train(prior: 0.01, gamma: 2, steps: 5, seed: 3)
    )
    #expect(one.map(\.loss) == other.map(\.loss))
  }
}
