import Kernels
import Tensors

/// Where named tensors are not those that a network has.
public enum TensorMismatch: Error, Sendable, Hashable {
  /// The network has it, but it did not come.
  case missing(String)
  /// It came, but the network does not have it.
  case unknown(String)
  /// It came in another shape.
  case shape(String, found: [Int], expected: [Int])

  /// Of the tensor in question.
  public var name: String {
    switch self {
    case .missing(let name), .unknown(let name), .shape(let name, _, _): name
    }
  }
}

extension NamedTensors {
  /// All differences of names and shapes from those that are expected, in whatever order they come; none where all agree.
  public func mismatches(with expected: NamedTensors) -> [TensorMismatch] {
    expected.compactMap { name, tensor in
      guard let found = self[name] else { return .missing(name) }
      return found.shape == tensor.shape ? nil : .shape(name, found: found.shape, expected: tensor.shape)
    } + names.filter { expected[$0] == nil }.map { .unknown($0) }
  }
}

extension Network {
  /// All tensors of the network, what a file of weights holds: parameters and state.
  public var tensors: NamedTensors<Scalar> { NamedTensors(Array(parameters) + Array(state)) }

  /// Takes parameters and state from tensors with the same names and shapes, in any order.
  ///
  /// - Throws: the first mismatch; then nothing has changed.
  public mutating func take(_ tensors: NamedTensors<Scalar>) throws(TensorMismatch) {
    if let mismatch = tensors.mismatches(with: self.tensors).first { throw mismatch }
    parameters = NamedTensors(parameters.names.compactMap { name in tensors[name].map { (name: name, tensor: $0) } })
    state = NamedTensors(state.names.compactMap { name in tensors[name].map { (name: name, tensor: $0) } })
  }
}
