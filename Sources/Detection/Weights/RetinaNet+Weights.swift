import Kernels
import Layers
import Tensors
import Weights

extension RetinaNet {
  /// What a file had of the network.
  public enum LoadedPart: Sendable, Hashable {
    case everything
    /// The file is a classifier's: pyramid and subnets are as they were.
    case backbone
  }

  // MARK: - Reading

  /// Takes over the weights of a file: those of torchvision's detectors, also of older files, or the backbone of a classifier.
  ///
  /// - Throws: `WeightError` where the file lacks a tensor, or has another one, or one of another shape; then nothing has changed.
  @discardableResult
  public mutating func load(_ file: WeightFile) throws(WeightError) -> LoadedPart {
    let names = WeightNames(inFile: file.names), (parameters, state) = (network.parameters, network.state)
    var expected: [String: [Int]] = [:], own: [String: String] = [:]
    for (name, tensor) in Array(parameters) + Array(state) {
      guard let inFile = names.inFile(name) else { continue }
      (expected[inFile], own[inFile]) = (tensor.shape, name)
    }
    let match = file.match(expected)
    guard match.extra.allSatisfy(names.isDispensable) else { throw WeightError(.doesNotFit(match), file: file.path) }
    var loaded: [String: Tensor<Scalar>] = [:]
    try file.load(expected, as: Scalar.self) { name, tensor in
      if let name = own[name] { loaded[name] = tensor }
    }
    network.parameters = parameters.replaced(by: loaded)
    network.state = state.replaced(by: loaded)
    return names.isClassifier ? .backbone : .everything
  }

  // MARK: - Writing

  /// Writes parameters, and what normalisations know, to a `.safetensors` file that torchvision loads.
  ///
  /// - Parameter metadata: texts that the file carries along.
  public func write(to path: String, metadata: [String: String] = ["format": "pt"]) throws(WeightError) {
    var writer = SafetensorsWriter(metadata: metadata)
    for (name, tensor) in network.tensors {
      if let tensor = tensor as? Tensor<Float> {
        writer.add(name, tensor)
      } else {
        writer.add(name, Tensor<Double>(shape: tensor.shape, tensor.scalars.map { Double($0) }))
      }
    }
    try writer.write(to: path)
  }
}

extension NamedTensors {
  /// The same names, with other tensors where there are any.
  fileprivate func replaced(by tensors: [String: Tensor<Scalar>]) -> Self {
    Self(map { (name: $0.name, tensor: tensors[$0.name] ?? $0.tensor) })
  }
}
