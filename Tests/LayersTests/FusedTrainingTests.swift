import TensorKernels
import Tensors
import Testing

@testable import Layers

@Suite struct FusedTrainingTests {
  private var samples = FloatSamples()

  /// The samples' network with what only a training has: normalisations of the batch, and blocks whose values have several uses.
  private mutating func network() -> Network<Float> {
    var n = samples.network()
    let block = n.outputs[3]
    // Halved by a 1×1 window, and added to what a frozen normalisation gives.
    let down = n.add(
      samples.norm(24), named: "down.norm",
      to: n.add(samples.convolution(20, 24, side: 1, stride: 2), named: "down", to: block))
    let inner = n.add(
      Rectifier(), named: "inner.relu",
      to: n.add(
        samples.norm(24), named: "inner.norm",
        to: n.add(samples.convolution(20, 24, stride: 2), named: "inner", to: block)))
    let sum = n.add(Rectifier(), named: "sum.relu", to: n.sum(inner, down))
    // Without a bias, whose slope would be 0 but for rounding.
    let trunk = Convolution(weights: samples.tensor(24, 24, 3, 3), padding: 1)
    let batch = n.add(
      BatchNormalisation(channels: 24), named: "batch", to: n.add(trunk, named: "trunk", to: sum))
    let running = n.add(
      BatchNormalisation(channels: 24, statistics: .running), named: "running",
      to: n.add(samples.convolution(24, 24, side: 1), named: "own", to: batch))
    // Its own input is added, and what goes into a rectifier serves others as well.
    let own = n.sum(n.add(samples.convolution(24, 24), named: "self", to: running), running)
    n.outputs += [n.add(Rectifier(), named: "last", to: own), sum, n.sum(own, batch)]
    return n
  }

  private mutating func slopes(of network: Network<Float>, at x: Tensor<Float>) -> [Network<Float>.Value: Tensor<Float>]
  {
    let run = network.forward(x)
    return Dictionary(uniqueKeysWithValues: network.outputs.map { ($0, samples.tensor(run[$0].shape)) })
  }

  @Test(
    "done in one go, steps give what they give one by one, and the same slopes",
    arguments: [[1, 3, 64, 48], [2, 3, 33, 41], [2, 3, 16, 16]])
  mutating func agreement(shape: [Int]) {
    let network = network()
    for _ in 0..<2 {  // the second time in memory that the first one has left behind
      let x = samples.tensor(shape), slopes = slopes(of: network, at: x)
      let (apart, together) = (network.forward(x, keeping: .everything), network.forward(x, keeping: .wayBack))
      #expect(apart.fused.isEmpty && !together.fused.isEmpty)
      for value in network.outputs {
        #expect(difference(together[value], apart[value]) <= 1e-5, "\(network.name(of: value))")
      }
      for (found, expected) in zip(together.state, apart.state) {
        #expect(difference(found.tensor, expected.tensor) <= 1e-5, "\(found.name)")
      }
      let (found, expected) = (network.backward(slopes, together), network.backward(slopes, apart))
      #expect(found.names == expected.names)
      for (found, expected) in zip(found, expected) {
        #expect(difference(found.tensor, expected.tensor) <= 1e-4, "\(found.name)")
      }
    }
  }

  @Test("what is frozen is not gone back to, and changes nothing above")
  mutating func frozen() {
    let whole = network(), x = samples.tensor([2, 3, 33, 41]), slopes = slopes(of: whole, at: x)
    let all = whole.backward(slopes, whole.forward(x, keeping: .wayBack))
    var network = whole
    for part in ["stem", "conv1", "small", "batch"] { network.freeze(part) }
    let run = network.forward(x, keeping: .wayBack)
    #expect(run.scalarCount < whole.forward(x, keeping: .wayBack).scalarCount)
    for (name, slope) in network.backward(slopes, run) { #expect(slope == all[name], "\(name)") }
  }

  @Test("the way back leaves what was kept as it was, and so comes out the same a second time")
  mutating func again() {
    let network = network(), x = samples.tensor([2, 3, 33, 41]), slopes = slopes(of: network, at: x)
    let run = network.forward(x, keeping: .wayBack)
    #expect(network.backward(slopes, run) == network.backward(slopes, run))
  }

  @Test("without slopes there are none")
  mutating func none() {
    let network = network(), x = samples.tensor([1, 3, 16, 16])
    for (_, slope) in network.backward([:], network.forward(x, keeping: .wayBack)) {
      #expect(slope.scalars.allSatisfy { $0 == 0 })
    }
  }
}
