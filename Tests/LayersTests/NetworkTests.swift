import Kernels
import Tensors
import Testing

@testable import Layers

@Suite struct NetworkTests {
  typealias Value = Network<Double>.Value

  private static func convolution(
    from inputs: Int, to outputs: Int, side: Int, stride: Int = 1, seed: UInt64
  ) -> Convolution<Double> {
    var random = SplitMix64(seed: seed)
    return Convolution(
      from: inputs, to: outputs, side: side, stride: stride, padding: side / 2, weights: .kaiming, bias: 0.1,
      random: &random)
  }

  /// A pyramid of two levels over a residual block, and one head for both: 7 × 6 → 4 × 3, and up again to 7 × 6.
  static func pyramid() -> (network: Network<Double>, fine: Value, coarse: Value) {
    var network = Network<Double>()
    let stem = network.add(convolution(from: 2, to: 3, side: 3, seed: 1), named: "body.stem", to: network.input)
    let inside = network.add(Rectifier(), named: "body.relu", to: stem)
    let residual = network.add(convolution(from: 3, to: 3, side: 3, seed: 2), named: "body.conv", to: inside)
    let c1 = network.add(Rectifier(), named: "body.relu2", to: network.sum(residual, inside))
    let c2 = network.add(convolution(from: 3, to: 3, side: 3, stride: 2, seed: 3), named: "body.down", to: c1)
    let p1 = network.sum(c1, network.upsample(c2, toSizeOf: c1))
    let head = network.declare(convolution(from: 3, to: 2, side: 3, seed: 4), named: "head")
    let (fine, coarse) = (network.apply(head, to: p1), network.apply(head, to: c2))
    network.outputs = [fine, coarse]
    return (network, fine, coarse)
  }

  /// L = Σ r · output over both outputs, with random r.
  static func slopes(of network: Network<Double>, at x: Tensor<Double>) -> [Value: Tensor<Double>] {
    let run = network.forward(x)
    return Dictionary(
      uniqueKeysWithValues: network.outputs.map { output in
        (output, randomTensor(run[output].shape, seed: UInt64(output.index)))
      })
  }

  static func loss(_ network: Network<Double>, _ x: Tensor<Double>, _ slopes: [Value: Tensor<Double>]) -> Double {
    let run = network.forward(x)
    return network.outputs.reduce(0) { sum, output in sum + run[output].dot(slopes[output] ?? run[output]) }
  }

  @Test("backward through sums, upsampling and a shared layer agrees with central differences")
  func gradient() {
    let network = Self.pyramid().network
    let x = randomTensor(2, 2, 7, 6, seed: 1), slopes = Self.slopes(of: network, at: x)
    let gradient = network.backwardToInput(slopes, network.forward(x, keeping: .everything))
    #expect(isNear(gradient.input, centralDifferences(at: x) { Self.loss(network, $0, slopes) }, within: 1e-7))
    #expect(gradient.parameters.names == network.parameters.names)
    for (index, parameter) in network.parameters.enumerated() {
      let differences = centralDifferences(at: parameter.tensor) { changed in
        var other = network
        other.parameters.tensors[index] = changed
        return Self.loss(other, x, slopes)
      }
      #expect(isNear(gradient.parameters[index].tensor, differences, within: 1e-7), "\(parameter.name)")
    }
  }

  @Test("what is kept for the way back is enough, and gives the same bits as keeping everything")
  func keeping() {
    let network = Self.pyramid().network
    let x = randomTensor(1, 2, 7, 6, seed: 1), slopes = Self.slopes(of: network, at: x)
    let (all, some) = (network.forward(x, keeping: .everything), network.forward(x, keeping: .wayBack))
    #expect(network.backward(slopes, some) == network.backward(slopes, all))
    #expect(network.backward(slopes, all) == network.backwardToInput(slopes, all).parameters)
    let kept = network.values.filter(some.hasKept).map { network.name(of: $0) }
    #expect(kept == ["input", "body.relu", "body.relu2", "body.down", "sum", "head", "head"])
  }

  @Test("a way forward keeps the outputs and what is named, and no more")
  func outputs() {
    let (network, fine, coarse) = Self.pyramid()
    let x = randomTensor(1, 2, 7, 6, seed: 1)
    #expect(network.values.filter(network.forward(x).hasKept) == [fine, coarse])
    let named = network.forward(x, keeping: .values([network.values[2]]))
    #expect(network.values.filter(named.hasKept) == [network.values[2], fine, coarse])
    let shapes = named.shapes
    #expect(shapes[fine.index] == [1, 2, 7, 6])
    #expect(shapes[coarse.index] == [1, 2, 4, 3])
  }

  @Test("what is frozen has no slopes, changes nothing above, and is not gone back to")
  func frozen() {
    let whole = Self.pyramid().network
    var network = whole
    network.freeze("body.stem")
    network.freeze("body.conv")
    let x = randomTensor(1, 2, 7, 6, seed: 1), slopes = Self.slopes(of: network, at: x)
    let run = network.forward(x, keeping: .wayBack)
    let gradient = network.backward(slopes, run)
    #expect(gradient.names == ["body.down.weight", "body.down.bias", "head.weight", "head.bias"])
    #expect(gradient.names == network.trainedParameters.names)
    let all = whole.backward(slopes, whole.forward(x, keeping: .everything))
    for (name, slope) in gradient { #expect(slope == all[name]) }
    let kept = network.values.filter(run.hasKept).map { network.name(of: $0) }
    #expect(kept == ["body.relu2", "body.down", "sum", "head", "head"])
  }

  @Test("parameters are known by the names of PyTorch, and can be set")
  func parameters() throws {
    var network = Self.pyramid().network
    #expect(network.parameters.names.prefix(3) == ["body.stem.weight", "body.stem.bias", "body.conv.weight"])
    #expect(network.parameters.part("body").count == 6)
    #expect(network.parameters.part("bod").isEmpty)
    #expect(network.parameters["head.bias"]?.shape == [2])
    #expect(network.parameters["head.width"] == nil)
    #expect(network.parameters.scalarCount == 3 * 18 + 3 + 2 * (3 * 27 + 3) + 2 * 27 + 2)
    let other = network.parameters.map { (name: $0.name, tensor: 2 * $0.tensor) }
    network.parameters = NamedTensors(other)
    #expect(network.parameters == NamedTensors(other))
    let doubled = try #require(Self.pyramid().network.parameters["head.bias"])
    #expect(network.parameters["head.bias"] == 2 * doubled)
  }
}
