import Kernels
import TensorKernels
import Tensors

/// A trained network, made ready to be run fast on pictures of one size.
///
/// A convolution, the normalisation behind it, a sum and a rectifier are done in one go; weights are laid out once; sixteen channels
/// of a place lie side by side; and values share memory as soon as they can. What comes out is what `Network.forward` gives, within
/// some rounding.
///
/// ```swift
/// let plan = Plan(network, input: [1, 3, 600, 600], threads: 2)
/// let activations = plan.run(picture)
/// activations[network.outputs[0]]
/// ```
///
/// How many threads work never changes a bit. A plan computes in memory of its own: one run at a time.
public final class Plan {
  /// N × C × H × W.
  public let input: [Int]
  public let threads: Int
  private let steps: [PlanStep]
  private let packing: Packing
  private let outputs: Set<Int>
  /// By number of the value; those that were fused away have none, nor has the input if it is read as it is given.
  private let values: [Int: BlockedTensor]
  private let shapes: [[Int]]
  private let workspace = Workspace()

  /// - Parameters:
  ///   - network: it serves as after training. Whoever has no further use for it passes it on, and its memory is free as weights are
  ///     laid out.
  ///   - input: N × C × H × W.
  ///   - threads: how many threads at most, 1 or more.
  public convenience init(_ network: consuming Network<Float>, input: [Int], threads: Int = Processor.threads) {
    require(threads, >=, 1, "at least one thread works")
    self.init(consume network, input: input, Packing(threads: threads))
  }

  /// A plan for pictures of another size, which takes over the weights as they were laid out.
  ///
  /// - Parameter network: the one that this plan was made of. A plan does not keep it: whoever runs pictures of one size only has
  ///   its memory back.
  public func forPictures(_ input: [Int], of network: Network<Float>) -> Plan {
    Plan(network, input: input, packing)
  }

  private init(_ network: consuming Network<Float>, input: [Int], _ known: Packing) {
    var network = (consume network).afterTraining
    var packing = known
    let byValue = network.shapes(for: input)
    let shapes = network.values.map { byValue[$0] ?? [] }
    let fusion = Fusion(network), fused = fusion.steps, readsPlanes = fusion.readsPlanes
    let places = Places(fused) { $0 == 0 && readsPlanes ? 0 : BlockedTensor.count(of: shapes[$0]) }
    let memory = BlockedMemory(count: places.count)
    values = places.offsets.reduce(into: [:]) { values, place in
      if place.key == 0 && readsPlanes { return }
      values[place.key] = BlockedTensor(shape: shapes[place.key], in: memory, at: place.value)
    }
    scalarCount = places.count
    steps = packing.steps(fused, of: &network, shapes)
    (self.packing, self.input, threads, self.shapes) = (packing, input, packing.threads, shapes)
    outputs = Set(network.outputs.map(\.index))
  }

  /// How many numbers there is room for in the memory that values share.
  public let scalarCount: Int

  /// What the network gives for some pictures: its outputs are kept.
  ///
  /// - Parameter x: in the shape that the plan was made for.
  public func run(_ x: Tensor<Float>) -> Activations<Float> {
    run(x) { _, work in work() }
  }

  /// The same, with each piece of the work done by `perform`, which may look at the clock: the input, each step, and each output.
  ///
  /// - Parameter perform: gets the value that a piece of the work is for.
  package func run(
    _ x: Tensor<Float>, perform: (_ value: Network<Float>.Value, _ work: () -> Void) -> Void
  ) -> Activations<Float> {
    require(x.shape, ==, input, "a plan serves pictures of one size")
    var run = Activations<Float>(values: shapes.map { _ in nil })
    run.shapes = shapes
    if outputs.contains(0) { run.values[0] = x }
    perform(Network.Value(index: 0)) { values[0]?.fill(from: x.scalars.span, threads: threads) }
    for step in steps {
      let value = Network<Float>.Value(index: step.output)
      perform(value) { step.run(values, input: x, workspace: workspace, threads: threads) }
      guard outputs.contains(step.output) else { continue }
      perform(value) { run.values[step.output] = values[step.output].map { Tensor($0, threads: threads) } }
    }
    return run
  }
}
