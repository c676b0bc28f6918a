import Kernels
import TensorKernels
import Tensors

/// A directed graph of layers: each step takes what earlier steps gave, so what one step gives may serve several.
///
/// ```swift
/// var network = Network<Float>()
/// let c = network.add(convolution, named: "conv1", to: network.input)
/// let y = network.add(Rectifier(), named: "relu", to: network.sum(c, network.input))
/// network.outputs = [y]
/// let activations = network.forward(x)
/// activations[y]   // N × C × H × W
/// ```
///
/// A network remembers nothing of what went through it, as its layers do not.
public struct Network<Scalar: TensorScalar>: Sendable {
  /// What a step gives.
  public struct Value: Sendable, Hashable, Comparable {
    /// The number of the step that gives it; the input is 0.
    public let index: Int
    public static func < (a: Value, b: Value) -> Bool { a.index < b.index }
  }

  /// A layer, which several steps may share, as the subnets do that look at every level of a pyramid.
  public struct LayerID: Sendable, Hashable {
    /// The number of the layer, in the order in which layers came.
    public let index: Int
  }

  /// What a step does with what earlier steps gave.
  public enum Step: Sendable, Hashable {
    /// Gives what goes into the network.
    case input
    case layer(LayerID, Value)
    /// a + b, number by number.
    case sum(Value, Value)
    /// Repeats rows and columns until there are as many as the second value has.
    case upsample(Value, toSizeOf: Value)
  }

  /// In an order in which they can be done; step i gives the value with index i.
  public private(set) var steps: [Step] = [.input]
  /// By number; see `LayerID`.
  public internal(set) var layers: [any Layer<Scalar>] = []
  /// Of each layer, by number.
  public private(set) var layerNames: [String] = []
  /// The numbers of layers whose parameters stay as they are: the way back does not go to them.
  public internal(set) var frozen: Set<LayerID> = []
  /// What is asked of the network, in any order.
  public var outputs: [Value] = []

  public init() {}

  /// What goes in: N × C × H × W.
  public var input: Value { Value(index: 0) }

  // MARK: - Building

  /// Adds a layer that serves once.
  ///
  /// - Parameter name: by which its parameters are known, as in "backbone.body.conv1"; no other layer has it.
  public mutating func add(_ layer: some Layer<Scalar>, named name: String, to x: Value) -> Value {
    apply(declare(layer, named: name), to: x)
  }

  /// Adds a layer that `apply` puts to use, any number of times.
  public mutating func declare(_ layer: some Layer<Scalar>, named name: String) -> LayerID {
    require(layerNames.contains(name), ==, false, "every layer has a name of its own")
    layers.append(layer)
    layerNames.append(name)
    return LayerID(index: layers.count - 1)
  }

  /// What a declared layer makes of a value.
  public mutating func apply(_ layer: LayerID, to x: Value) -> Value {
    require(layer.index, in: 0...layers.count - 1, "the layer was declared before it is applied")
    return append(.layer(layer, x))
  }

  /// a + b, for two values of the same shape.
  public mutating func sum(_ a: Value, _ b: Value) -> Value { append(.sum(a, b)) }

  /// The value in the height and width of another one, each place the nearest that there is.
  public mutating func upsample(_ x: Value, toSizeOf other: Value) -> Value { append(.upsample(x, toSizeOf: other)) }

  private mutating func append(_ step: Step) -> Value {
    for value in step.operands { require(value.index, in: 0...steps.count - 1, "a step takes what earlier steps gave") }
    steps.append(step)
    return Value(index: steps.count - 1)
  }

  // MARK: - Looking

  /// What each step gives, in order.
  public var values: [Value] { steps.indices.map { Value(index: $0) } }

  /// What a step is called: its layer's name, or what it does.
  public func name(of value: Value) -> String {
    switch steps[value.index] {
    case .input: "input"
    case .layer(let layer, _): layerNames[layer.index]
    case .sum: "sum"
    case .upsample: "upsample"
    }
  }
}

extension Network.Step {
  /// What the step takes.
  public var operands: [Network.Value] {
    switch self {
    case .input: []
    case .layer(_, let x): [x]
    case .sum(let a, let b): [a, b]
    case .upsample(let x, let other): [x, other]
    }
  }
}
