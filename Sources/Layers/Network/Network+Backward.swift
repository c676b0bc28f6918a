import Kernels
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
    var walk = Walk(self, slopes, activations, needed: needsSlope)
    walk.run()
    return walk.parameterSlopes
  }

  /// The same, and dL/dx of what went in; with activations of `forward(x, keeping: .everything)`.
  public func backwardToInput(
    _ slopes: [Value: Tensor<Scalar>], _ activations: consuming Activations<Scalar>
  ) -> (input: Tensor<Scalar>, parameters: NamedTensors<Scalar>) {
    let shape = activations.shapes[0]
    var walk = Walk(self, slopes, activations, needed: steps.map { _ in true })
    walk.run()
    return (walk.slopes[0] ?? Tensor(shape: shape, repeating: 0), walk.parameterSlopes)
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
    for (index, step) in network.steps.enumerated().reversed() where needed[index] && index > 0 {
      guard let dy = slopes[index] else { continue }
      slopes[index] = nil
      switch step {
      case .input: break
      case .layer(let layer, let x): goBack(through: layer.index, dy, from: index, to: x)
      case .sum(let a, let b):
        add(dy, to: a)
        add(dy, to: b)
      case .upsample(let x, _):
        if needed[x.index] { add(Tensor(addingUpsampled: dy, shape: activations.shapes[x.index]), to: x) }
      }
      activations.values[index] = nil
    }
  }

  private mutating func goBack(through index: Int, _ dy: Tensor<Scalar>, from y: Int, to x: Network<Scalar>.Value) {
    let layer = network.layers[index]
    let recalled =
      switch layer.recall {
      case .input: activations[x]
      case .output: activations[Network.Value(index: y)]
      case .nothing: dy
      }
    switch (network.isTrained(index), needed[x.index]) {
    case (true, true):
      let gradient = layer.backward(dy, x: recalled)
      addParameters(gradient.parameters, of: index)
      add(gradient.input, to: x)
    case (true, false): addParameters(layer.parameterSlopes(dy, x: recalled), of: index)
    case (false, true): add(layer.inputSlope(dy, x: recalled), to: x)
    case (false, false): break
    }
  }

  private mutating func add(_ slope: Tensor<Scalar>, to value: Network<Scalar>.Value) {
    guard needed[value.index] else { return }
    if slopes[value.index] == nil { slopes[value.index] = slope } else { slopes[value.index]?.add(slope) }
  }

  private mutating func addParameters(_ slopes: [Tensor<Scalar>], of layer: Int) {
    if gradients[layer].isEmpty {
      gradients[layer] = slopes
    } else {
      for index in slopes.indices { gradients[layer][index].add(slopes[index]) }
    }
  }

  /// In the order of the network's trained parameters; 0 where no slope came.
  var parameterSlopes: NamedTensors<Scalar> {
    let trained = network.layers.indices.filter(network.isTrained)
    let slopes = trained.flatMap { index in
      gradients[index].isEmpty ? network.layers[index].parameters.map { Tensor(zerosLike: $0) } : gradients[index]
    }
    return NamedTensors(zip(network.trainedParameters.names, slopes).map { (name: $0, tensor: $1) })
  }
}
