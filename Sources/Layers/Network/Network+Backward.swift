import Kernels
import TensorKernels
import Tensors

extension Network {
  /// From the slopes of some values to the slopes of all trained parameters.
  ///
  /// Steps are walked from the last to the first. What several steps took gets the sum of their slopes; a layer that served
  /// several times, the sum over all of them. Each activation and slope is freed as soon as the walk has passed it, if
  /// nobody else holds it: hand over the activations with their last use.
  ///
  /// - Parameters:
  ///   - slopes: dL/dv of those values v that the loss L is computed of, in their shapes.
  ///   - activations: of `forward(x, keeping: .wayBack)`.
  public func backward(
    _ slopes: [Value: Tensor<Scalar>], _ activations: consuming Activations<Scalar>
  ) -> NamedTensors<Scalar> {
    if !activations.fused.isEmpty { return fusedBackward(slopes, activations) }
    var walk = Walk(self, slopes, activations, needed: needsSlope)
    walk.run()
    return parameterSlopes(walk.gradients)
  }

  /// The same, and dL/dx of what went in; with activations of `forward(x, keeping: .everything)`.
  public func backwardToInput(
    _ slopes: [Value: Tensor<Scalar>], _ activations: consuming Activations<Scalar>
  ) -> (input: Tensor<Scalar>, parameters: NamedTensors<Scalar>) {
    let shape = activations.shapes[0]
    var walk = Walk(self, slopes, activations, needed: steps.map { _ in true })
    walk.run()
    return (walk.slopes[0] ?? Tensor(shape: shape, repeating: 0), parameterSlopes(walk.gradients))
  }

  // MARK: - What the way back needs

  /// For each value, whether something trained lies before it.
  var needsSlope: [Bool] {
    var needed: [Bool] = []
    for step in steps {
      switch step {
      case .input: needed.append(false)
      case .layer(let layer, let x): needed.append(isTrained(layer.index) || needed[x.index])
      case .sum(let a, let b): needed.append(needed[a.index] || needed[b.index])
      case .upsample(let x, _): needed.append(needed[x.index])
      }
    }
    return needed
  }

  /// The values that layers have to be told again on the way back.
  var recalled: [Value] {
    let needed = needsSlope
    return steps.enumerated().compactMap { index, step in
      guard case .layer(let layer, let x) = step, needed[index] else { return nil }
      return switch layers[layer.index].recall {
      case .input: x
      case .output: Value(index: index)
      case .nothing: nil
      }
    }
  }
}

// MARK: - The walk from the last step to the first

private struct Walk<Scalar: TensorScalar> {
  let network: Network<Scalar>
  var activations: Activations<Scalar>
  /// For each value, whether its slope is asked for.
  let needed: [Bool]
  /// dL/dv, as far as it is known, and not yet passed on.
  var slopes: [Tensor<Scalar>?]
  /// dL/dθ by layer.
  var gradients: [[Tensor<Scalar>]]

  init(
    _ network: Network<Scalar>, _ slopes: [Network<Scalar>.Value: Tensor<Scalar>],
    _ activations: consuming Activations<Scalar>, needed: [Bool]
  ) {
    self.network = network
    self.needed = needed
    self.slopes = network.values.map { slopes[$0] }
    for (slope, shape) in zip(self.slopes, activations.shapes) where slope != nil {
      require(slope?.shape, ==, shape, "a slope has the shape of its value")
    }
    self.activations = activations
    gradients = network.layers.map { _ in [] }
  }

  mutating func run() {
    for pass in network.passes.reversed() {
      let indices = pass.reversed().filter { needed[$0] && $0 > 0 && slopes[$0] != nil }
      let dys = indices.compactMap { slopes[$0].take() }
      guard let index = indices.first else { continue }
      switch network.steps[index] {
      case .input: break
      case .layer(let layer, _): goBack(through: layer.index, dys, indices)
      case .sum(let a, let b):
        add(dys[0], to: a)
        add(dys[0], to: b)
      case .upsample(let x, _):
        if needed[x.index] { add(Tensor(addingUpsampled: dys[0], shape: activations.shapes[x.index]), to: x) }
      }
      for index in indices { activations.values[index] = nil }
    }
  }

  /// Through all steps of a pass.
  private mutating func goBack(through index: Int, _ dys: [Tensor<Scalar>], _ indices: [Int]) {
    let layer = network.layers[index], operands = indices.map { network.steps[$0].operands[0] }
    let recalled =
      switch layer.recall {
      case .input: operands.map { activations[$0] }
      case .output: indices.map { activations[Network.Value(index: $0)] }
      case .nothing: dys
      }
    var wanted: WantedSlopes = network.isTrained(index) ? .parameters : []
    if operands.contains(where: { needed[$0.index] }) { wanted.insert(.inputs) }
    let (inputs, parameters) = layer.backward(dys, xs: recalled, wanted)
    if wanted.contains(.parameters) {
      gradients[index] = gradients[index].isEmpty ? parameters : [gradients[index], parameters].summed()
    }
    for (operand, slope) in zip(operands, inputs) { add(slope, to: operand) }
  }

  private mutating func add(_ slope: Tensor<Scalar>, to value: Network<Scalar>.Value) {
    guard needed[value.index] else { return }
    if slopes[value.index] == nil { slopes[value.index] = slope } else { slopes[value.index]?.add(slope) }
  }
}

extension Network {
  /// In the order of the trained parameters; 0 where no slope came.
  ///
  /// - Parameter gradients: dL/dθ by layer.
  func parameterSlopes(_ gradients: [[Tensor<Scalar>]]) -> NamedTensors<Scalar> {
    let slopes = layers.indices.filter(isTrained).flatMap { index in
      gradients[index].isEmpty ? layers[index].parameters.map { Tensor(zerosLike: $0) } : gradients[index]
    }
    return NamedTensors(zip(trainedParameters.names, slopes).map { (name: $0, tensor: $1) })
  }
}
