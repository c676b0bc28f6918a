import Kernels
import TensorKernels
import Tensors
import Testing

@testable import Layers

@Suite struct PlanTests {
  private var random = SplitMix64(seed: 3)

  private mutating func tensor(_ shape: Int..., in range: ClosedRange<Double> = -1...1) -> Tensor<Float> {
    Tensor(shape: shape, (0..<shape.reduce(1, *)).map { _ in Float(random.uniform(in: range)) })
  }

  private mutating func convolution(
    _ inputs: Int, _ outputs: Int, side: Int = 3, stride: Int = 1, groups: Int = 1
  ) -> Convolution<Float> {
    Convolution(
      weights: tensor(outputs, inputs / groups, side, side), biases: tensor(outputs), stride: stride,
      padding: side / 2, groups: groups)
  }

  private mutating func norm(_ channels: Int) -> FrozenNormalisation<Float> {
    var norm = FrozenNormalisation<Float>(channels: channels)
    norm.state = [tensor(channels), tensor(channels), tensor(channels), tensor(channels, in: 0.5...2)]
    return norm
  }

  /// Everything that a network may hold, with everything that can be done in one go, and what looks so but cannot.
  private mutating func network() -> Network<Float> {
    var n = Network<Float>()
    let stem = n.add(
      norm(20), named: "norm", to: n.add(convolution(3, 20, side: 7, stride: 2), named: "stem", to: n.input))
    let pooled = n.add(
      MaximumPooling(side: 3, stride: 2, padding: 1), named: "pool", to: n.add(Rectifier(), named: "relu", to: stem))
    // A block: two convolutions, of which the second is added to what went in.
    let a = n.add(Rectifier(), named: "relu1", to: n.add(convolution(20, 20, groups: 2), named: "conv1", to: pooled))
    let b = n.add(norm(20), named: "norm2", to: n.add(convolution(20, 20), named: "conv2", to: a))
    let block = n.add(Rectifier(), named: "relu2", to: n.sum(b, pooled))
    // Smaller, and back: enlarged while it is added, and enlarged alone.
    let small = n.add(convolution(20, 36, stride: 2), named: "small", to: block)
    let lateral = n.add(convolution(20, 36, side: 1), named: "lateral", to: block)
    let merged = n.sum(lateral, n.upsample(small, toSizeOf: lateral))
    let enlarged = n.upsample(small, toSizeOf: block)
    // One layer for two sizes; a normalisation that depends on what goes in; a sum of a value with itself.
    let shared = n.declare(convolution(36, 16), named: "shared")
    let first = n.apply(shared, to: merged), second = n.apply(shared, to: small)
    let grouped = n.add(GroupNormalisation(channels: 16, groups: 4), named: "groups", to: first)
    let twice = n.add(Rectifier(), named: "relu3", to: n.sum(grouped, grouped))
    n.outputs = [twice, second, enlarged, block, first]
    return n
  }

  @Test(
    "a plan gives what the network gives", arguments: [[1, 3, 64, 48], [2, 3, 33, 41], [1, 3, 7, 7], [1, 3, 1, 1]])
  mutating func agreement(shape: [Int]) {
    let network = network()
    let plan = Plan(network, input: shape, threads: 2)
    for _ in 0..<2 {  // the second run finds what the first has left behind
      let x = tensor(shape[0], shape[1], shape[2], shape[3])
      let expected = network.forward(x), found = plan.run(x)
      for value in network.outputs {
        #expect(found[value].shape == expected[value].shape)
        let largest = expected[value].scalars.reduce(0) { max($0, abs($1)) }
        let difference = zip(found[value].scalars, expected[value].scalars).reduce(0) { max($0, abs($1.0 - $1.1)) }
        #expect(difference <= 1e-5 * largest, "\(network.name(of: value))")
      }
    }
  }

  @Test("the number of threads never changes a bit")
  mutating func threads() {
    let network = network(), x = tensor(1, 3, 40, 40)
    let found = (1...3).map { threads in
      let run = Plan(network, input: x.shape, threads: threads).run(x)
      return network.outputs.map { run[$0] }
    }
    #expect(found[0] == found[1] && found[1] == found[2])
  }

  @Test("what can be done in one go is one step, and values share memory")
  mutating func steps() {
    let network = network()
    let steps = Fusion(network).steps
    // stem, pool, conv1, conv2 with its sum, small, lateral, merged, enlarged, shared twice, groups, twice
    #expect(network.steps.count == 21)
    #expect(steps.count == 12)
    let plan = Plan(network, input: [1, 3, 64, 64], threads: 1)
    let all = network.shapes(for: [1, 3, 64, 64]).values.reduce(0) { $0 + BlockedTensor.count(of: $1) }
    #expect(plan.scalarCount < all / 2)
  }
}
