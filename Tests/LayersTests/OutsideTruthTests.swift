import Foundation
import Kernels
import Losses
import Tensors
import Testing

@testable import Layers

/// Against PyTorch; `Fixtures/truth.py` says with which version.
@Suite struct OutsideTruthTests {
  let truth: Truth

  init() throws {
    let url = try #require(Bundle.module.url(forResource: "truth", withExtension: "json", subdirectory: "Fixtures"))
    truth = try JSONDecoder().decode(Truth.self, from: Data(contentsOf: url))
  }

  @Test("convolutions and their gradients agree with PyTorch")
  func convolutions() {
    #expect(truth.convolutions.count > 5)
    for expected in truth.convolutions {
      let layer = Convolution(
        weights: expected.weights.tensor, biases: expected.biases.tensor, stride: expected.stride,
        padding: expected.padding)
      #expect(isNear(layer.forward(expected.x.tensor), expected.y.tensor, within: 1e-13))
      let gradient = layer.backward(expected.dy.tensor, x: expected.x.tensor)
      #expect(isNear(gradient.input, expected.dx.tensor, within: 1e-13))
      #expect(isNear(gradient.parameters[0], expected.dWeights.tensor, within: 1e-12))
      #expect(isNear(gradient.parameters[1], expected.dBiases.tensor, within: 1e-12))
    }
  }

  @Test("max pooling and its gradient agree with PyTorch, ties included")
  func poolings() {
    #expect(truth.poolings.count > 3)
    for expected in truth.poolings {
      let layer = MaximumPooling<Double>(side: expected.side, stride: expected.stride, padding: expected.padding)
      #expect(layer.forward(expected.x.tensor) == expected.y.tensor)
      #expect(isNear(layer.backward(expected.dy.tensor, x: expected.x.tensor).input, expected.dx.tensor, within: 1e-15))
    }
  }

  @Test("steps of gradient descent agree with PyTorch")
  func descents() {
    #expect(truth.descents.count > 3)
    for expected in truth.descents {
      var descent = GradientDescent(
        learningRate: expected.learningRate, momentum: expected.momentum, weightDecay: expected.weightDecay)
      let start = expected.start.tensor
      var layer = Convolution(
        weights: start.reshaped(to: [2, 3, 1, 1]), biases: Tensor<Double>(shape: [2], repeating: 0))
      for (gradient, after) in zip(expected.gradients, expected.after) {
        descent.step(
          &layer, gradient: [gradient.tensor.reshaped(to: [2, 3, 1, 1]), Tensor(shape: [2], repeating: 0)])
        #expect(isNear(layer.weights.reshaped(to: [2, 3]), after.tensor, within: 1e-14))
      }
    }
  }

  @Test("a whole training agrees with PyTorch, in losses and gradient norms")
  func training() {
    let targets = truth.network.targets.map { $0 == 1 ? AnchorTarget.object(0) : .background }
    let objects = truth.network.targets.reduce(0, +)
    let start = truth.network.start.map(\.tensor)
    for training in truth.network.trainings {
      var network = Sequential<Double>([
        Convolution(weights: start[0], biases: start[1], padding: 1), Rectifier(), MaximumPooling(side: 2, stride: 2),
        Convolution(weights: start[2], biases: start[3], stride: 2, padding: 1), Rectifier(),
        Convolution(weights: start[4], biases: start[5], padding: 1),
      ])
      var descent = GradientDescent<Double>(learningRate: 0.01)
      #expect(training.losses.count == 20)
      for (loss, norm) in zip(training.losses, training.norms) {
        let run = network.run(truth.network.x.tensor)
        let (sum, slopes) = focalLoss(
          logits: run.output.scalars.span, targets: targets, classes: 1, alpha: training.alpha, gamma: training.gamma)
        let dy = (1 / objects) * Tensor(shape: run.output.shape, slopes)
        let gradient = network.backward(dy, run).parameters
        #expect(abs(sum / objects / loss - 1) < 1e-10)
        #expect(abs(gradient.norm() / norm - 1) < 1e-10)
        descent.step(&network, gradient: gradient)
      }
    }
  }
}
