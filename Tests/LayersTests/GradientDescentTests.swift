import Tensors
import Testing

@testable import Layers

@Suite struct GradientDescentTests {
  private func layer(_ weight: Double) -> Convolution<Double> {
    Convolution(weights: Tensor(shape: [1, 1, 1, 1], [weight]), biases: Tensor(shape: [1], [0]))
  }

  private func gradient(_ slope: Double) -> [Tensor<Double>] {
    [Tensor(shape: [1, 1, 1, 1], [slope]), Tensor(shape: [1], [0])]
  }

  @Test("under a constant slope g the velocity grows to g / (1 − μ)")
  func momentum() {
    var layer = layer(0)
    var descent = GradientDescent<Double>(learningRate: 0.5, momentum: 0.75, weightDecay: 0)
    descent.step(&layer, gradient: gradient(2))
    #expect(layer.weights.scalars == [-1])
    descent.step(&layer, gradient: gradient(2))
    #expect(layer.weights.scalars == [-2.75])  // v = 0.75 · 2 + 2 = 3.5
    for _ in 0..<200 { descent.step(&layer, gradient: gradient(2)) }
    #expect(abs(descent.velocities[0].scalars[0] - 8) < 1e-12)
  }

  @Test("weight decay alone shrinks by 1 − ηλ a step")
  func decay() {
    var layer = layer(8)
    var descent = GradientDescent<Double>(learningRate: 0.5, momentum: 0, weightDecay: 0.5)
    descent.step(&layer, gradient: gradient(0))
    descent.step(&layer, gradient: gradient(0))
    #expect(layer.weights.scalars == [4.5])
  }
}
