import Kernels
import TensorKernels
import Tensors

/// A step of a plan with everything that it needs, weights included.
struct PlanStep {
  enum Work {
    case convolution(PackedConvolution, Activation)
    case pooling(PoolingShape)
    case sum(Activation)
    case enlarging
    case layer(any Layer<Float>)
  }

  let work: Work
  let operands: [Int]
  let output: Int

  /// - Parameters:
  ///   - values: by number.
  ///   - input: what goes into the plan, for a first step that reads it as it is given.
  func run(_ values: [Int: BlockedTensor], input: Tensor<Float>, workspace: Workspace, threads: Int) {
    guard let y = values[output] else { return }
    guard let x = values[operands[0]] else {
      guard case .convolution(let convolution, let activation) = work else { return }
      return convolution.run(
        planes: input.scalars.span, height: input.shape[2], width: input.shape[3], into: y, activation: activation,
        workspace: workspace, threads: threads)
    }
    let second = operands.dropFirst().first.flatMap { values[$0] }
    switch work {
    case .convolution(let convolution, let activation):
      convolution.run(x, residual: second, into: y, activation: activation, workspace: workspace, threads: threads)
    case .pooling(let window): x.maximum(window, into: y, threads: threads)
    case .sum(let activation): x.add(second, activation, into: y, threads: threads)
    case .enlarging: x.enlarge(addedTo: second, into: y, threads: threads)
    case .layer(let layer):
      y.fill(from: layer.forward(Tensor(x, threads: threads)).scalars.span, threads: threads)
    }
  }
}

/// Lays out weights, once for each layer and method.
struct Packing {
  let threads: Int
  private var packed: [Key: PackedConvolution] = [:]

  private struct Key: Hashable {
    let layer: Network<Float>.LayerID
    let norm: Network<Float>.LayerID?
    let method: PackedConvolution.Method
  }

  init(threads: Int) { self.threads = threads }

  /// - Parameters:
  ///   - network: whose layers are given up as soon as they are laid out; where nobody else keeps them, their memory is free.
  ///   - shapes: by value.
  mutating func steps(_ steps: [FusedStep], of network: inout Network<Float>, _ shapes: [[Int]]) -> [PlanStep] {
    // A layer that serves several sizes is laid out once, in the way that suits the largest.
    var largest: [Network<Float>.LayerID: [Int]] = [:]
    var lastUse: [Network<Float>.LayerID: Int] = [:]
    for (index, step) in steps.enumerated() {
      guard case .convolution(let layer, _, _) = step.operation else { continue }
      largest[layer] = [largest[layer], shapes[step.output]].compactMap(\.self).max {
        $0.reduce(1, *) < $1.reduce(1, *)
      }
      lastUse[layer] = index
    }
    return steps.enumerated().map { index, fused in
      let step = step(fused, of: network, largest)
      if case .convolution(let layer, _, _) = fused.operation, lastUse[layer] == index {
        network.layers[layer.index] = Rectifier<Float>()
      }
      return step
    }
  }

  private mutating func step(
    _ step: FusedStep, of network: Network<Float>, _ largest: [Network<Float>.LayerID: [Int]]
  ) -> PlanStep {
    let work: PlanStep.Work =
      switch step.operation {
      case .convolution(let layer, let norm, let activation):
        .convolution(convolution(layer, norm, of: network, largest[layer] ?? []), activation)
      case .pooling(let window): .pooling(window)
      case .sum(let activation): .sum(activation)
      case .enlarging: .enlarging
      case .layer(let layer): .layer(network.layers[layer.index])
      }
    return PlanStep(work: work, operands: step.operands, output: step.output)
  }

  private mutating func convolution(
    _ layer: Network<Float>.LayerID, _ norm: Network<Float>.LayerID?, of network: Network<Float>,
    _ largest: [Int]
  ) -> PackedConvolution {
    guard let convolution = network.layers[layer.index] as? Convolution<Float> else {
      fatalError("layer \(layer.index) was taken for a convolution")
    }
    let shape = convolution.shape
    let method = PackedConvolution.method(for: shape, height: largest[2], width: largest[3])
    let key = Key(layer: layer, norm: norm, method: method)
    if let known = packed[key] { return known }
    let lines = norm.flatMap { (network.layers[$0.index] as? any ChannelLines)?.channelLines }
    let new = convolution.packed(behind: lines, method: method, threads: threads)
    packed[key] = new
    return new
  }
}

extension Convolution where Scalar == Float {
  /// The convolution and y = a x + c behind it: weights a w and biases a b + c.
  fileprivate func packed(
    behind lines: [PlaneLine]?, method: PackedConvolution.Method, threads: Int
  ) -> PackedConvolution {
    var biases = biases?.scalars ?? [Float](repeating: 0, count: shape.outputs)
    var weights = weights.scalars
    let perOutput = weights.count / max(shape.outputs, 1)
    for (channel, line) in (lines ?? []).enumerated() {
      let (a, c) = (Float(line.a), Float(line.c))
      biases[channel] = a * biases[channel] + c
      for place in channel * perOutput..<(channel + 1) * perOutput { weights[place] *= a }
    }
    return PackedConvolution(
      weights: weights.span, biases: biases.span, shape: shape, method: method, threads: threads)
  }
}

extension Tensor<Float> {
  /// Pictures with sixteen channels side by side, as N × C × H × W.
  init(_ blocked: BlockedTensor, threads: Int = Processor.threads) {
    self.init(shape: blocked.shape, filled(blocked.shape.reduce(1, *)) { blocked.copy(into: &$0, threads: threads) })
  }
}
