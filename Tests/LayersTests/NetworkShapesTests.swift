import Kernels
import Tensors
import Testing

@testable import Layers

@Suite struct NetworkShapesTests {
  private let pyramid = NetworkTests.pyramid()

  @Test("shapes that are foretold are those that come", arguments: [[1, 2, 7, 6], [3, 2, 8, 13], [1, 2, 1, 1]])
  func shapes(input: [Int]) {
    let network = pyramid.network
    let run = network.forward(randomTensor(input, seed: 1))
    #expect(network.values.map { network.shapes(for: input)[$0] } == run.shapes)
  }

  @Test("multiply–adds are counted by hand: weights times places, for each time that a layer serves")
  func multiplyAdds() {
    let network = pyramid.network, input = [2, 2, 7, 6]
    let body = 54 * 42 + 81 * 42 + 81 * 12, head = 54 * 42 + 54 * 12
    #expect(network.multiplyAdds(ofPart: "body", for: input) == 2 * body)
    #expect(network.multiplyAdds(ofPart: "head", for: input) == 2 * head)
    #expect(network.multiplyAdds(ofPart: "", for: input) == 2 * (body + head))
    #expect(network.multiplyAdds(for: input)[pyramid.coarse] == 2 * 54 * 12)
  }

  @Test("parameters count once, however often a layer serves, and groups have fewer")
  func parameters() {
    #expect(pyramid.network.parameterCount(ofPart: "head") == 56)
    #expect(pyramid.network.parameterCount() == pyramid.network.parameters.scalarCount)
    var random = SplitMix64(seed: 1)
    let grouped = Convolution<Double>(
      from: 8, to: 4, side: 3, groups: 4, weights: .kaiming, bias: nil, random: &random)
    #expect(grouped.weights.shape == [4, 2, 3, 3])
    #expect(grouped.multiplyAdds(for: [1, 8, 5, 5]) == 72 * 9)
  }

  @Test("the stem of a ResNet sees 7, then 11 places; a window of 1 sees no more")
  func stem() {
    var random = SplitMix64(seed: 1)
    var network = Network<Double>()
    let c1 = network.add(
      Convolution(from: 3, to: 1, side: 7, stride: 2, padding: 3, weights: .zeros, random: &random), named: "conv1",
      to: network.input)
    let pool = network.add(MaximumPooling(side: 3, stride: 2, padding: 1), named: "maxpool", to: c1)
    let one = network.add(
      Convolution(from: 1, to: 1, side: 1, weights: .zeros, random: &random), named: "conv2", to: pool)
    let input = [1, 3, 64, 64]
    #expect(network.receptiveField(of: c1, row: 5, for: input) == 7...13)
    #expect(network.receptiveField(of: pool, row: 5, for: input).count == 11)
    #expect(network.receptiveField(of: one, row: 5, for: input) == network.receptiveField(of: pool, row: 5, for: input))
    #expect([c1, pool, one].map { network.strides[$0] } == [2, 4, 4])
  }

  @Test("what a place sees is what its slope reaches")
  func slopes() {
    var network = pyramid.network
    network.parameters = NamedTensors(
      network.parameters.map { (name: $0.name, tensor: Tensor(shape: $0.tensor.shape, repeating: 1)) })
    let x = Tensor<Double>(shape: [1, 2, 41, 41], repeating: 1)
    let run = network.forward(x, keeping: .everything)
    for (value, row) in [(pyramid.fine, 20), (pyramid.fine, 21), (pyramid.coarse, 10)] {
      var slope = Tensor<Double>(shape: run.shapes[value.index], repeating: 0)
      slope[0, 0, row, 3] = 1
      let reached = network.backwardToInput([value: slope], run).input
      let rows = (0..<41).filter { row in (0..<41).contains { reached[0, 0, row, $0] != 0 } }
      #expect(rows == Array(network.receptiveField(of: value, row: row, for: x.shape)))
    }
    #expect(network.strides[pyramid.fine] == 1)
    #expect(network.strides[pyramid.coarse] == 2)
  }
}
