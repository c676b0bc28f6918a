import Kernels
import Tensors

// MARK: - Parameters and state by name

extension Network {
  /// θ of all layers, in the order of the layers: "conv1.weight" is the name of the layer and that of the parameter.
  ///
  /// What is set has the same names, in the same order, and the same shapes.
  public var parameters: NamedTensors<Scalar> {
    get { collect { zip($0.parameterNames, $0.parameters) } }
    set {
      require(newValue.names, ==, parameters.names, "the parameters of this network, in its order")
      var rest = newValue.tensors[...]
      for index in layers.indices { layers[index].parameters = rest.taken(layers[index].parameterNames.count) }
    }
  }

  /// What layers know beside their parameters, and gradient descent does not touch: running means and variances.
  public var state: NamedTensors<Scalar> {
    get { collect { zip($0.stateNames, $0.state) } }
    set {
      require(newValue.names, ==, state.names, "the state of this network, in its order")
      var rest = newValue.tensors[...]
      for index in layers.indices { layers[index].state = rest.taken(layers[index].stateNames.count) }
    }
  }

  /// The network as it serves after training: batch normalisation takes the means and variances that it followed.
  public var afterTraining: Self {
    var network = self
    network.layers = layers.map { $0.afterTraining }
    return network
  }

  private func collect<Pairs: Sequence<(String, Tensor<Scalar>)>>(
    _ own: (any Layer<Scalar>) -> Pairs
  ) -> NamedTensors<Scalar> {
    NamedTensors(
      zip(layerNames, layers).flatMap { layerName, layer in
        own(layer).map { (name: layerName + "." + $0, tensor: $1) }
      })
  }
}

// MARK: - What is trained

extension Network {
  /// Keeps the parameters of a part as they are: "backbone.body.layer1" freezes "backbone.body.layer1.0.conv1" and others.
  ///
  /// The way back then stops above it, where nothing below is trained.
  public mutating func freeze(_ part: String) {
    let ids = layers.indices.filter { layerNames[$0].belongs(toPart: part) }.map { LayerID(index: $0) }
    require(ids.isEmpty, ==, false, "the part that is frozen has layers")
    frozen.formUnion(ids)
  }

  /// The parameters that are not frozen, in the order of `parameters`: those that the way back has derivatives of.
  public var trainedParameters: NamedTensors<Scalar> {
    NamedTensors(
      layers.indices.filter(isTrained).flatMap { index in
        zip(layers[index].parameterNames, layers[index].parameters).map {
          (name: layerNames[index] + "." + $0, tensor: $1)
        }
      })
  }

  /// Lets somebody change each trained parameter where it lies, with its number among them.
  mutating func changeTrainedParameters(_ change: (Int, inout Tensor<Scalar>) -> Void) {
    var first = 0
    for index in layers.indices where isTrained(index) {
      layers[index].changeParameters { change(first + $0, &$1) }
      first += layers[index].parameterNames.count
    }
  }

  /// Whether the layer has parameters that are not frozen.
  func isTrained(_ layer: Int) -> Bool {
    !frozen.contains(LayerID(index: layer)) && !layers[layer].parameterNames.isEmpty
  }
}
