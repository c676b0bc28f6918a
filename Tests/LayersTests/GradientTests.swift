import Kernels
import Tensors
import Testing

@testable import Layers

@Suite struct GradientTests {
  private static func convolution(
    side: Int, stride: Int, padding: Int, to outputs: Int = 3, groups: Int = 1, bias: Double? = 0.1
  ) -> Convolution<Double> {
    var random = SplitMix64(seed: 9)
    return Convolution(
      from: 2, to: outputs, side: side, stride: stride, padding: padding, groups: groups, weights: .kaiming, bias: bias,
      random: &random)
  }

  /// With parameters and, where it has them, means and variances that are not those of the beginning.
  private static func shaken<Changed: Layer<Double>>(_ layer: Changed) -> Changed {
    var layer = layer
    layer.parameters = layer.parameters.enumerated().map { randomTensor($1.shape, seed: UInt64($0)) }
    layer.state = layer.state.enumerated().map { index, tensor in
      let random = randomTensor(tensor.shape, seed: UInt64(10 + index))
      return random.rectified() + Tensor(shape: tensor.shape, repeating: 0.5)
    }
    return layer
  }

  static let layers: [any Layer<Double>] = [
    convolution(side: 1, stride: 1, padding: 0), convolution(side: 3, stride: 1, padding: 1),
    convolution(side: 3, stride: 2, padding: 1), convolution(side: 5, stride: 3, padding: 2),
    convolution(side: 7, stride: 2, padding: 3), convolution(side: 1, stride: 2, padding: 0, bias: nil),
    convolution(side: 3, stride: 1, padding: 1, to: 4, groups: 2),
    convolution(side: 3, stride: 2, padding: 1, to: 2, groups: 2, bias: nil),
    Rectifier(), MaximumPooling(side: 2, stride: 2), MaximumPooling(side: 3, stride: 2, padding: 1),
    shaken(BatchNormalisation(channels: 2)), shaken(BatchNormalisation(channels: 2)).afterTraining,
    shaken(FrozenNormalisation(channels: 2, epsilon: 0)),
    shaken(GroupNormalisation(channels: 2, groups: 1)), shaken(GroupNormalisation(channels: 2, groups: 2)),
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

  @Test("several values at once are each alone, and the slopes of the parameters are summed", arguments: layers.indices)
  func several(index: Int) {
    func check(_ layer: some Layer<Double>) {
      let xs = [randomTensor(2, 2, 7, 6, seed: 4), randomTensor(1, 2, 4, 5, seed: 6)]
      var observing = layer
      let ys = observing.observe(xs)
      #expect(ys == xs.map { layer.forward($0) })
      let dys = ys.map { randomTensor($0.shape, seed: 5) }
      let alone = zip(dys, xs).map { layer.backward($0, x: $1) }
      #expect(layer.backward(dys, xs: xs, .inputs).inputs == alone.map(\.input))
      #expect(
        layer.backward(dys, xs: xs, .parameters).parameters
          == zip(alone[0].parameters, alone[1].parameters).map { $0 + $1 })
    }
    check(Self.layers[index])
  }

  @Test("a layer says its shapes, its names, and what it has to be told again", arguments: layers.indices)
  func parts(index: Int) {
    func check(_ layer: some Layer<Double>) {
      let x = randomTensor(2, 2, 7, 6, seed: 4), y = layer.forward(x)
      let dy = randomTensor(y.shape, seed: 5), whole = layer.backward(dy, x: x)
      #expect(layer.outputShape(of: x.shape) == y.shape)
      #expect(layer.parameterNames.count == layer.parameters.count)
      if layer.recall != .input { #expect(layer.backward(dy, x: y) == whole) }
    }
    check(Self.layers[index])
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
