import Kernels
import TensorKernels
import Tensors
import Testing

@testable import Layers

@Suite struct PlanTests {
  private var samples = FloatSamples()

  @Test(
    "a plan gives what the network gives", arguments: [[1, 3, 64, 48], [2, 3, 33, 41], [1, 3, 7, 7], [1, 3, 1, 1]])
  mutating func agreement(shape: [Int]) {
    let network = samples.network()
    let plan = Plan(network, input: shape, threads: 2)
    for _ in 0..<2 {  // the second run finds what the first has left behind
      let x = samples.tensor(shape[0], shape[1], shape[2], shape[3])
      let expected = network.forward(x), found = plan.run(x)
      for value in network.outputs {
        #expect(found[value].shape == expected[value].shape)
        #expect(difference(found[value], expected[value]) <= 1e-5, "\(network.name(of: value))")
      }
    }
  }

  @Test("the number of threads never changes a bit")
  mutating func threads() {
    let network = samples.network(), x = samples.tensor(1, 3, 40, 40)
    let found = (1...3).map { threads in
      let run = Plan(network, input: x.shape, threads: threads).run(x)
      return network.outputs.map { run[$0] }
    }
    #expect(found[0] == found[1] && found[1] == found[2])
  }

  @Test("what can be done in one go is one step, and values share memory")
  mutating func steps() {
    let network = samples.network()
    let steps = Fusion(network).steps
    // stem, pool, conv1, conv2 with its sum, small, lateral, merged, enlarged, shared twice, groups, twice
    #expect(network.steps.count == 21)
    #expect(steps.count == 12)
    let plan = Plan(network, input: [1, 3, 64, 64], threads: 1)
    let all = network.shapes(for: [1, 3, 64, 64]).values.reduce(0) { $0 + BlockedTensor.count(of: $1) }
    #expect(plan.scalarCount < all / 2)
  }
}
