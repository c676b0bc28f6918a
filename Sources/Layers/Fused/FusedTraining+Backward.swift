import Kernels
import TensorKernels
import Tensors

extension Network {
  /// The way back of a training in `Float`, after `fusedForward`.
  func fusedBackward(
    _ slopes: [Value: Tensor<Scalar>], _ activations: consuming Activations<Scalar>
  ) -> NamedTensors<Scalar> {
    guard let network = self as? Network<Float>, let slopes = slopes as? [Network<Float>.Value: Tensor<Float>],
      let run = activations as? Activations<Float>
    else { fatalError("only in Float steps are done in one go") }
    var walk = FusedWalk(FusedTraining(network), slopes, run)
    walk.run()
    guard let found = network.parameterSlopes(walk.gradients) as? NamedTensors<Scalar> else {
      fatalError("only in Float steps are done in one go")
    }
    return found
  }
}

/// The walk from the last step to the first.
private struct FusedWalk {
  private let training: FusedTraining
  private var activations: Activations<Float>
  /// dL/dv by value, as far as it is known, and not yet passed on; nobody else holds its memory.
  private var slopes: [BlockedTensor?]
  /// Whether it is 0 already where a rectifier gave 0.
  private var isMasked: [Bool]
  /// dL/dθ by layer.
  private(set) var gradients: [[Tensor<Float>]]
  private let threads = Processor.threads

  init(
    _ training: FusedTraining, _ slopes: [Network<Float>.Value: Tensor<Float>],
    _ activations: consuming Activations<Float>
  ) {
    (self.training, self.slopes) = (training, activations.shapes.map { _ in nil })
    for (value, slope) in slopes {
      require(training.network.outputs.contains(value), ==, true, "slopes are those of outputs")
      require(slope.shape, ==, activations.shapes[value.index], "a slope has the shape of its value")
      self.slopes[value.index] = BlockedTensor(slope)
    }
    isMasked = activations.shapes.map { _ in false }
    gradients = training.network.layers.map { _ in [] }
    self.activations = activations
  }

  mutating func run() {
    for pass in training.passes.reversed() {
      let steps = pass.filter { training.needed[$0.output] && slopes[$0.output] != nil }
      if !steps.isEmpty { goBack(through: steps, steps.compactMap { takeSlope(of: $0.output) }) }
      for step in pass { activations.fused[step.output] = nil }
    }
  }

  /// dL/dv of a value, where a rectifier gives it dL/dv before the rectifier.
  private mutating func takeSlope(of value: Int) -> BlockedTensor? {
    let slope = slopes[value].take()
    if training.isRectified[value], !isMasked[value] {
      slope?.keep(wherePositive: activations.fused(value), threads: threads)
    }
    return slope
  }

  private mutating func goBack(through steps: [FusedStep], _ dys: [BlockedTensor]) {
    let operands = steps[0].operands
    switch steps[0].operation {
    case .convolution(let id, let norm, _): goBack(through: training.convolution(id, norm), id.index, steps, dys)
    case .layer(let id): goBack(through: id.index, steps, dys)
    case .pooling(let window):
      let pooling = MaximumPooling<Float>(side: window.side, stride: window.stride, padding: window.padding)
      let x = Tensor(activations.fused(operands[0]))
      add(BlockedTensor(pooling.backward(Tensor(dys[0]), x: x).input), to: operands[0])
    case .sum:
      for value in operands.dropFirst() {
        let copy = BlockedTensor(anyOf: dys[0].shape)
        dys[0].add(nil, .none, into: copy, threads: threads)
        add(copy, to: value)
      }
      add(dys[0], to: operands[0])
    case .enlarging:
      if training.needed[operands[0]] {
        let known = slopes[operands[0]].take()
        let slope = known ?? BlockedTensor(anyOf: activations.shapes[operands[0]])
        dys[0].collect(addedTo: known, into: slope, threads: threads)
        (slopes[operands[0]], isMasked[operands[0]]) = (slope, false)
      }
      for value in operands.dropFirst() { add(dys[0], to: value) }
    }
  }

  /// Takes over a slope.
  private mutating func add(_ slope: BlockedTensor, to value: Int) {
    guard training.needed[value] else { return }
    if let known = slopes[value] {
      known.add(slope, .none, into: known, threads: threads)
    } else {
      slopes[value] = slope
    }
    isMasked[value] = false
  }

  // MARK: - Through layers

  private mutating func goBack(
    through convolution: FusedConvolution, _ layer: Int, _ steps: [FusedStep], _ dys: [BlockedTensor]
  ) {
    if training.network.isTrained(layer) {
      let xs = steps.map { activations.fused($0.operands[0]) }
      let dW = Tensor(
        shape: training.network.layers[layer].parameters[0].shape, convolution.kernel.weightSlope(dys, xs))
      add([dW] + (convolution.hasBias ? [biasSlope(dys, convolution.scales)] : []), toGradientOf: layer)
    }
    var runs: [ConvolutionRun] = []
    for (step, dy) in zip(steps, dys) where training.needed[step.operands[0]] {
      let x = step.operands[0], known = slopes[x], isRectified = training.isRectified[x]
      let slope = known ?? BlockedTensor(anyOf: activations.shapes[x])
      runs.append(
        ConvolutionRun(dy, into: slope, residual: known, mask: isRectified ? activations.fused(x) : nil))
      (slopes[x], isMasked[x]) = (slope, isRectified)
    }
    if !runs.isEmpty { convolution.kernel.goBack(runs, weights: convolution.weights) }
    for (step, dy) in zip(steps, dys) {
      for value in step.operands.dropFirst() { add(dy, to: value) }
    }
  }

  /// db = a Σ dy.
  private func biasSlope(_ dys: [BlockedTensor], _ scales: [Float]?) -> Tensor<Float> {
    var sums = [Double](repeating: 0, count: dys[0].channels)
    for dy in dys { sums = zip(sums, dy.channelSums(threads: threads)).map(+) }
    if let scales { sums = zip(scales, sums).map { Double($0) * $1 } }
    return Tensor(shape: [sums.count], sums.map { Float($0) })
  }

  /// Through a layer that takes and gives N × C × H × W.
  private mutating func goBack(through index: Int, _ steps: [FusedStep], _ dys: [BlockedTensor]) {
    let layer = training.network.layers[index], dys = dys.map { Tensor($0) }
    let recalled =
      switch layer.recall {
      case .input: steps.map { Tensor(activations.fused($0.operands[0])) }
      case .output: steps.map { Tensor(activations.fused($0.output)) }
      case .nothing: dys
      }
    var wanted: WantedSlopes = training.network.isTrained(index) ? .parameters : []
    if steps.contains(where: { training.needed[$0.operands[0]] }) { wanted.insert(.inputs) }
    let (inputs, parameters) = layer.backward(dys, xs: recalled, wanted)
    if wanted.contains(.parameters) { add(parameters, toGradientOf: index) }
    for (step, slope) in zip(steps, inputs) { add(BlockedTensor(slope), to: step.operands[0]) }
  }

  private mutating func add(_ slopes: [Tensor<Float>], toGradientOf layer: Int) {
    gradients[layer] = gradients[layer].isEmpty ? slopes : [gradients[layer], slopes].summed()
  }
}
