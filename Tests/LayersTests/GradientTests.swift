import Kernels
import Tensors
import Testing

@testable import Layers

@Suite struct GradientTests {
  private static func convolution(side: Int, stride: Int, padding: Int) -> Convolution<Double> {
    var random = SplitMix64(seed: 9)
    return Convolution(
      from: 2, to: 3, side: side, stride: stride, padding: padding, weights: .kaiming, bias: 0.1, random: &random)
  }

  static let layers: [any Layer<Double>] = [
    convolution(side: 1, stride: 1, padding: 0), convolution(side: 3, stride: 1, padding: 1),
    convolution(side: 3, stride: 2, padding: 1), convolution(side: 5, stride: 3, padding: 2),
    Rectifier(), MaximumPooling(side: 2, stride: 2), MaximumPooling(side: 3, stride: 2, padding: 1),
    Sequential([
      convolution(side: 3, stride: 1, padding: 1), Rectifier(), MaximumPooling(side: 2, stride: 2),
      Rectifier(),
    ]),
  ]

  @Test("backward agrees with central differences", arguments: layers.indices)
  func check(index: Int) {
    let check = gradientCheck(of: Self.layers[index], at: randomTensor(2, 2, 7, 6, seed: 4))
    #expect(check.parameters.count == Self.layers[index].parameters.count)
    #expect(check.worst < 1e-8)
  }

  /// y = x², and a way back that is wrong where it is told to be.
  private struct Square: Layer {
    let factor: Double
    func forward(_ x: Tensor<Double>) -> Tensor<Double> { Tensor(shape: x.shape, x.scalars.map { $0 * $0 }) }
    func backward(_ dy: Tensor<Double>, x: Tensor<Double>) -> Gradient<Double> {
      Gradient(input: Tensor(shape: x.shape, zip(dy.scalars, x.scalars).map { factor * $0 * $1 }))
    }
  }

  @Test("the check sees a wrong derivative, and one that is not a number")
  func wrong() {
    let x = randomTensor(1, 5, seed: 2)
    #expect(gradientCheck(of: Square(factor: 2), at: x).worst < 1e-9)
    #expect(gradientCheck(of: Square(factor: 2.02), at: x).worst > 5e-3)
    #expect(gradientCheck(of: Square(factor: .nan), at: x).worst.isNaN)
  }

  @Test("pooling gives its slope to the first of equal numbers")
  func ties() {
    let x = Tensor<Double>(shape: [1, 1, 2, 2], repeating: 3)
    let pooling = MaximumPooling<Double>(side: 2, stride: 2)
    #expect(pooling.backward(Tensor(shape: [1, 1, 1, 1], [5]), x: x).input.scalars == [5, 0, 0, 0])
  }

  @Test("pooling commutes with every rising function")
  func rising() {
    let x = randomTensor(2, 2, 7, 6, seed: 1)
    let pooling = MaximumPooling<Double>(side: 3, stride: 2, padding: 1)
    #expect(pooling.forward(x.rectified()) == pooling.forward(x).rectified())
    #expect(pooling.forward(2 * x) == 2 * pooling.forward(x))
  }
}
