import Kernels
import TensorKernels
import Tensors

/// Tensors with names, in a fixed order: the parameters of a network, or their derivatives.
///
/// ```swift
/// network.parameters["conv1.weight"]?.shape   // [64, 3, 7, 7]
/// ```
public struct NamedTensors<Scalar: TensorScalar>: Sendable, Hashable, RandomAccessCollection {
  public private(set) var names: [String] = []
  public internal(set) var tensors: [Tensor<Scalar>] = []
  private var places: [String: Int] = [:]

  /// - Parameter elements: names that differ, and their tensors.
  public init(_ elements: some Sequence<(name: String, tensor: Tensor<Scalar>)>) {
    for (name, tensor) in elements {
      require(places.updateValue(names.count, forKey: name), ==, nil, "every tensor has a name of its own")
      names.append(name)
      tensors.append(tensor)
    }
  }

  // MARK: - By place

  public var startIndex: Int { 0 }
  public var endIndex: Int { names.count }
  public subscript(place: Int) -> (name: String, tensor: Tensor<Scalar>) { (names[place], tensors[place]) }

  // MARK: - By name

  /// The tensor of a name; nil where there is no such name.
  public subscript(name: String) -> Tensor<Scalar>? { places[name].map { tensors[$0] } }

  /// Those that belong to a part of a network: "backbone.body" holds "backbone.body.conv1.weight". All belong to "".
  public func part(_ part: String) -> Self {
    Self(filter { $0.name.belongs(toPart: part) })
  }

  /// How many numbers there are.
  public var scalarCount: Int { tensors.reduce(0) { $0 + $1.count } }
}

extension String {
  /// Whether a name is a part's own, or begins with it and a dot.
  func belongs(toPart part: String) -> Bool {
    part.isEmpty || self == part || hasPrefix(part + ".")
  }
}
