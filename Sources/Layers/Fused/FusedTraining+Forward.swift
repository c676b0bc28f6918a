import Kernels
import TensorKernels
import Tensors

extension Network {
  /// The way forward of a training in `Float`; nil for other numbers.
  func fusedForward(_ x: Tensor<Scalar>) -> Activations<Scalar>? {
    guard let network = self as? Network<Float>, let x = x as? Tensor<Float> else { return nil }
    return FusedTraining(network).forward(x) as? Activations<Scalar>
  }
}

extension FusedTraining {
  /// Goes through all steps. What no later step takes, and the way back has no need of, is freed on the way.
  func forward(_ x: Tensor<Float>) -> Activations<Float> {
    SpareMemory.keepsArrays
    let recalled = recalled, lastUses = lastUses, shapes = network.shapes(for: x.shape)
    var run = Activations<Float>(values: network.steps.map { _ in nil })
    run.shapes = network.values.map { shapes[$0] ?? [] }
    run.fused = run.values.map { _ in nil }
    run.fused[0] = BlockedTensor(x)
    if network.outputs.contains(network.input) { run.values[0] = x }
    var after = network
    for (number, pass) in passes.enumerated() {
      for (step, y) in zip(pass, outputs(of: pass, run, &after.layers)) {
        run.fused[step.output] = y
        if network.outputs.contains(where: { $0.index == step.output }) { run.values[step.output] = Tensor(y) }
      }
      for value in pass.flatMap({ $0.operands + [$0.output] })
      where lastUses[value] <= number && !recalled.contains(value) {
        run.fused[value] = nil
      }
    }
    run.state = after.state
    return run
  }

  private func outputs(
    of pass: [FusedStep], _ run: Activations<Float>, _ layers: inout [any Layer<Float>]
  ) -> [BlockedTensor] {
    let xs = pass.map { run.fused($0.operands[0]) }, threads = Processor.threads
    let seconds = pass.map { $0.operands.dropFirst().first.map { run.fused($0) } }
    if case .layer(let id) = pass[0].operation {
      return layers[id.index].observe(xs.map { Tensor($0) }).map { BlockedTensor($0) }
    }
    let ys = pass.map { BlockedTensor(anyOf: run.shapes[$0.output]) }
    switch pass[0].operation {
    case .convolution(let id, let norm, let activation):
      let convolution = convolution(id, norm)
      let runs = xs.indices.map { ConvolutionRun(xs[$0], into: ys[$0], residual: seconds[$0]) }
      convolution.kernel.run(runs, weights: convolution.weights, biases: convolution.biases, activation)
    case .pooling(let window): xs[0].maximum(window, into: ys[0], threads: threads)
    case .sum(let activation): xs[0].add(seconds[0], activation, into: ys[0], threads: threads)
    case .enlarging: xs[0].enlarge(addedTo: seconds[0], into: ys[0], threads: threads)
    case .layer: break
    }
    return ys
  }
}

extension Activations where Scalar == Float {
  func fused(_ value: Int) -> BlockedTensor {
    guard let tensor = fused[value] else { fatalError("step \(value) was not kept") }
    return tensor
  }
}

// MARK: - To and from sixteen channels side by side

extension BlockedTensor {
  init(_ pictures: Tensor<Float>) {
    self.init(anyOf: pictures.shape)
    fill(from: pictures.scalars.span, threads: Processor.threads)
  }
}
