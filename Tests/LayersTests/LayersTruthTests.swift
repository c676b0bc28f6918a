import Kernels
import Tensors
import Testing

@testable import Layers

/// Against PyTorch; `Fixtures/layers.py` says with which version.
@Suite struct LayersTruthTests {
  let truth: LayersTruth

  init() throws { truth = try LayersTruth.read() }

  private func agrees(
    _ layer: some Layer<Double>, _ x: Tensor<Double>, y: Tensor<Double>, dy: Tensor<Double>, dx: Tensor<Double>,
    parameters: [Tensor<Double>]
  ) -> Bool {
    let gradient = layer.backward(dy, x: x)
    return isNear(layer.forward(x), y, within: 1e-12) && isNear(gradient.input, dx, within: 2e-11)
      && gradient.parameters.count == parameters.count
      && zip(gradient.parameters, parameters).allSatisfy { isNear($0, $1, within: 2e-11) }
  }

  @Test("convolutions in groups, without bias, agree with PyTorch")
  func convolutions() {
    #expect(truth.convolutions.count == 4)
    for expected in truth.convolutions {
      let layer = Convolution(
        weights: expected.weights.tensor, stride: expected.stride, padding: expected.padding, groups: expected.groups)
      #expect(layer.parameterNames == ["weight"])
      #expect(
        agrees(
          layer, expected.x.tensor, y: expected.y.tensor, dy: expected.dy.tensor, dx: expected.dx.tensor,
          parameters: [expected.dWeights.tensor]))
    }
  }

  @Test("batch normalisation agrees with PyTorch, in training and after it, with what it follows")
  func batches() {
    #expect(truth.batches.count == 6)
    for expected in truth.batches {
      var layer = BatchNormalisation<Double>(
        channels: expected.weights.shape[0], epsilon: expected.epsilon, momentum: expected.momentum)
      layer.parameters = [expected.weights.tensor, expected.biases.tensor]
      layer.state = expected.before.tensors
      if !expected.training { layer = layer.afterTraining }
      #expect(
        agrees(
          layer, expected.x.tensor, y: expected.y.tensor, dy: expected.dy.tensor, dx: expected.dx.tensor,
          parameters: [expected.dWeights.tensor, expected.dBiases.tensor]))
      #expect(layer.observe(expected.x.tensor) == layer.forward(expected.x.tensor))
      for (found, after) in zip(layer.state, expected.after.tensors) { #expect(isNear(found, after, within: 1e-13)) }
    }
  }

  @Test("group normalisation agrees with PyTorch")
  func groups() {
    #expect(truth.groups.count == 3)
    for expected in truth.groups {
      var layer = GroupNormalisation<Double>(channels: expected.weights.shape[0], groups: expected.groups)
      layer.parameters = [expected.weights.tensor, expected.biases.tensor]
      #expect(
        agrees(
          layer, expected.x.tensor, y: expected.y.tensor, dy: expected.dy.tensor, dx: expected.dx.tensor,
          parameters: [expected.dWeights.tensor, expected.dBiases.tensor]))
    }
  }

  @Test("upsampling repeats the places that PyTorch repeats")
  func upsamplings() {
    #expect(truth.upsamplings.count > 8)
    for expected in truth.upsamplings {
      let x = Tensor<Double>(shape: [1, 1, 1, expected.before], (0..<expected.before).map { Double($0) })
      #expect(x.upsampled(height: 1, width: expected.after).scalars.map { Int($0) } == expected.places)
      let column = x.reshaped(to: [1, 1, expected.before, 1]).upsampled(height: expected.after, width: 1)
      #expect(column.scalars.map { Int($0) } == expected.places)
    }
  }

  @Test("fresh weights spread as PyTorch's do")
  func initialisers() throws {
    let ours: [String: Initialiser] = [
      "kaiming": .kaiming, "kaimingBackward": .kaimingBackward, "uniform": .uniform,
      "gaussian": .gaussian(deviation: 0.01),
    ]
    #expect(Set(truth.initialisers.map(\.name)) == Set(ours.keys))
    for expected in truth.initialisers {
      let initialiser = try #require(ours[expected.name])
      var random = SplitMix64(seed: 3)
      let weights: Tensor<Double> = initialiser.weights(expected.shape, random: &random)
      // Of 294,912 numbers the deviation is known to within 1/√(2 · 294,912) = 0.13 %.
      let deviation = (weights.dot(weights) / Double(weights.count)).squareRoot()
      #expect(abs(deviation / expected.deviation - 1) < 0.01, "\(expected.name)")
      let largest = weights.scalars.reduce(0) { max($0, abs($1)) }
      #expect(abs(largest / expected.largest - 1) < (initialiser == .uniform ? 1e-3 : 0.2), "\(expected.name)")
    }
  }

  @Test("clipping by the norm agrees with PyTorch")
  func clippings() {
    #expect(truth.clippings.count == 3)
    for expected in truth.clippings {
      var gradient = NamedTensors(expected.before.enumerated().map { (name: "\($0)", tensor: $1.tensor) })
      #expect(abs(gradient.clip(toNorm: expected.largest) / expected.norm - 1) < 1e-14)
      for (found, after) in zip(gradient.tensors, expected.after) {
        #expect(isNear(found, after.tensor, within: 1e-14))
      }
    }
  }

  @Test("warm-up and steps of the learning rate agree with PyTorch")
  func schedules() {
    #expect(truth.schedules.count == 3)
    for expected in truth.schedules {
      let schedule = LearningRateSchedule(
        base: expected.rate, warmUp: expected.warmUp, from: expected.start, falls: expected.milestones,
        factor: expected.factor)
      for (step, rate) in expected.rates.enumerated() { #expect(abs(schedule.rate(at: step) / rate - 1) < 1e-12) }
    }
  }
}
