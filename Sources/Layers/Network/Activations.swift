import TensorKernels
import Tensors

/// What the steps of a network gave on one way forward, as far as it was kept.
public struct Activations<Scalar: TensorScalar>: Sendable {
  var values: [Tensor<Scalar>?]
  /// What the way back needs, where steps were done in one go; by value. Empty where they were not.
  var fused: [BlockedTensor?] = []
  /// The shape of what each step gave, kept or not.
  public internal(set) var shapes: [[Int]] = []
  /// The network's state after this way forward: batch normalisation has seen another batch. Training takes it over:
  /// `network.state = activations.state`.
  public internal(set) var state = NamedTensors<Scalar>([])

  /// What a step gave, N × C × H × W.
  ///
  /// It ends the program where the value was not kept: ask for it with `forward(x, keeping:)`.
  public subscript(value: Network<Scalar>.Value) -> Tensor<Scalar> {
    guard let tensor = values[value.index] else {
      fatalError("step \(value.index) was not kept: name it in forward(x, keeping:) or among the outputs")
    }
    return tensor
  }

  /// Whether what a step gave was kept.
  public func hasKept(_ value: Network<Scalar>.Value) -> Bool { values[value.index] != nil }

  /// How many numbers were kept.
  public var scalarCount: Int { values.reduce(0) { $0 + ($1?.count ?? 0) } + fused.reduce(0) { $0 + ($1?.count ?? 0) } }
}
