import Kernels
import TensorKernels
import Tensors

/// How a training of `Float` goes through a network: steps that can be are done in one go, and sixteen channels of a place lie side by side
/// all the way.
///
/// `Network.forward(x, keeping: .wayBack)` and `backward` go this way. In `Double` they go step by step, and judge it: what comes out is the
/// same within some rounding.
struct FusedTraining {
  let network: Network<Float>
  /// In an order in which they can be done; steps of a pass are done at once, since they apply the same layer.
  let passes: [[FusedStep]]
  /// By value: whether something trained lies before it.
  let needed: [Bool]
  /// By value: whether a rectifier gives it.
  let isRectified: [Bool]

  init(_ network: Network<Float>) {
    self.network = network
    let steps = Fusion(network, isTraining: true).steps
    passes = Self.passes(steps)
    needed = network.needsSlope
    var isRectified = network.steps.map { _ in false }
    for step in steps { isRectified[step.output] = step.operation.activation == .rectifier }
    self.isRectified = isRectified
  }

  /// Weights are laid out once for all steps of a pass, as `Network.passes` says.
  private static func passes(_ steps: [FusedStep]) -> [[FusedStep]] {
    var rest = steps[...], passes: [[FusedStep]] = []
    while let first = rest.first {
      var pass = [first], later: [FusedStep] = []
      for step in rest.dropFirst() {
        let isAlike = first.operation.appliesLayer && step.operation == first.operation
        let isReady =
          step.operands.allSatisfy { $0 < first.output } && !pass.contains { $0.operands[0] == step.operands[0] }
        if isAlike && isReady { pass.append(step) } else { later.append(step) }
      }
      passes.append(pass)
      rest = later[...]
    }
    return passes
  }

  // MARK: - What is kept

  /// The number of the last pass that takes each value.
  var lastUses: [Int] {
    var last = network.steps.map { _ in 0 }
    for (number, pass) in passes.enumerated() {
      for step in pass { for value in step.operands + [step.output] { last[value] = number } }
    }
    return last
  }

  /// The values that the way back has to be told again.
  var recalled: Set<Int> {
    Set(
      passes.joined().filter { needed[$0.output] }.flatMap { step -> [Int] in
        let outputs = isRectified[step.output] ? [step.output] : []
        return switch step.operation {
        case .convolution(let id, _, _): network.isTrained(id.index) ? outputs + [step.operands[0]] : outputs
        case .pooling: [step.operands[0]]
        case .sum, .enlarging: outputs
        case .layer(let id):
          switch network.layers[id.index].recall {
          case .input: [step.operands[0]]
          case .output: [step.output]
          case .nothing: []
          }
        }
      })
  }

  /// The layers of a step that begins with a convolution.
  func convolution(_ id: Network<Float>.LayerID, _ norm: Network<Float>.LayerID?) -> FusedConvolution {
    guard let convolution = network.layers[id.index] as? Convolution<Float> else {
      fatalError("layer \(id.index) was taken for a convolution")
    }
    return FusedConvolution(
      convolution, lines: norm.flatMap { (network.layers[$0.index] as? any ChannelLines)?.channelLines })
  }
}

extension FusedStep.Operation {
  var activation: Activation {
    switch self {
    case .convolution(_, _, let activation), .sum(let activation): activation
    case .pooling, .enlarging, .layer: .none
    }
  }

  fileprivate var appliesLayer: Bool {
    switch self {
    case .convolution, .layer: true
    case .pooling, .sum, .enlarging: false
    }
  }
}

/// A convolution and y = a x + c behind it, whose a and c are given.
struct FusedConvolution {
  let weights: [Float]
  /// a · bias + c.
  let biases: [Float]
  /// a; nil for 1.
  let scales: [Float]?
  let hasBias: Bool
  let kernel: ConvolutionTraining

  init(_ convolution: Convolution<Float>, lines: [PlaneLine]?) {
    weights = convolution.weights.scalars
    hasBias = convolution.biases != nil
    let biases = convolution.biases?.scalars ?? [Float](repeating: 0, count: convolution.shape.outputs)
    self.biases = lines.map { zip($0, biases).map { line, bias in Float(line.a) * bias + Float(line.c) } } ?? biases
    scales = lines?.map { Float($0.a) }
    kernel = ConvolutionTraining(convolution.shape, scales: scales, threads: Processor.threads)
  }
}
