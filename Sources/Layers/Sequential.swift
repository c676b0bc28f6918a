import Kernels
import TensorKernels
import Tensors

/// Layers one after the other: what comes out of one goes into the next.
///
/// ```swift
/// var random = SplitMix64(seed: 1)
/// var network = Sequential<Double>([
///   Convolution(from: 1, to: 8, side: 3, padding: 1, weights: .kaiming, random: &random), Rectifier(),
///   Convolution(from: 8, to: 8, side: 3, stride: 2, padding: 1, weights: .kaiming, random: &random), Rectifier(),
///   Convolution(
///     from: 8, to: 1, side: 3, padding: 1, weights: .gaussian(deviation: 0.01), bias: priorBias(0.01), random: &random),
/// ])
/// ```
public struct Sequential<Scalar: TensorScalar>: Layer {
  public private(set) var layers: [any Layer<Scalar>]

  public init(_ layers: [any Layer<Scalar>]) { self.layers = layers }

  // MARK: - Forward

  public func forward(_ x: Tensor<Scalar>) -> Tensor<Scalar> { run(x).output }

  /// The same, and what went into each layer: the way back needs it.
  public func run(_ x: Tensor<Scalar>) -> Run<Scalar> {
    layers.reduce(Run(output: x)) { run, layer in
      Run(inputs: run.inputs + [run.output], output: layer.forward(run.output))
    }
  }

  // MARK: - Backward

  public func backward(_ dy: Tensor<Scalar>, x: Tensor<Scalar>) -> Gradient<Scalar> { backward(dy, run(x)) }

  /// From the last layer to the first, each with what went into it.
  public func backward(_ dy: Tensor<Scalar>, _ run: Run<Scalar>) -> Gradient<Scalar> {
    zip(layers, run.inputs).reversed().reduce(Gradient(input: dy)) { behind, step in
      let (layer, x) = step
      let gradient = layer.backward(behind.input, x: x)
      return Gradient(input: gradient.input, parameters: gradient.parameters + behind.parameters)
    }
  }
}

// MARK: - Parameters, state and shapes

extension Sequential {
  /// The parameters of the first layer, then of the second, and so on.
  public var parameters: [Tensor<Scalar>] {
    get { layers.flatMap { $0.parameters } }
    set {
      require(newValue.count, ==, parameters.count, "as many parameters as the layers have")
      var rest = newValue[...]
      for index in layers.indices { layers[index].parameters = rest.taken(layers[index].parameters.count) }
    }
  }
  /// "0.weight" is the weight of the first layer.
  public var parameterNames: [String] { names { $0.parameterNames } }

  /// In the same order.
  public var state: [Tensor<Scalar>] {
    get { layers.flatMap { $0.state } }
    set {
      require(newValue.count, ==, state.count, "as much state as the layers have")
      var rest = newValue[...]
      for index in layers.indices { layers[index].state = rest.taken(layers[index].state.count) }
    }
  }
  public var stateNames: [String] { names { $0.stateNames } }

  private func names(_ own: (any Layer<Scalar>) -> [String]) -> [String] {
    layers.enumerated().flatMap { index, layer in own(layer).map { "\(index).\($0)" } }
  }

  public mutating func observe(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
    layers.indices.reduce(x) { x, index in layers[index].observe(x) }
  }
  public var afterTraining: Self { Self(layers.map { $0.afterTraining }) }

  public func outputShape(of input: [Int]) -> [Int] { layers.reduce(input) { $1.outputShape(of: $0) } }
  public func multiplyAdds(for input: [Int]) -> Int {
    layers.reduce((sum: 0, shape: input)) { so, layer in
      (so.sum + layer.multiplyAdds(for: so.shape), layer.outputShape(of: so.shape))
    }.sum
  }
  public var window: Window? { layers.compactMap { $0.window }.reduce(nil) { $0?.followed(by: $1) ?? $1 } }
}

extension ArraySlice {
  /// Takes so many elements away from the front.
  mutating func taken(_ count: Int) -> [Element] {
    defer { self = dropFirst(count) }
    return Array(prefix(count))
  }
}

extension Window {
  /// The window that sees through both.
  func followed(by next: Self) -> Self {
    Self(side: side + (next.side - 1) * stride, stride: stride * next.stride, padding: padding + next.padding * stride)
  }
}

/// One way forward through some layers.
public struct Run<Scalar: TensorScalar>: Sendable {
  /// What went into each layer, the first one's first.
  public fileprivate(set) var inputs: [Tensor<Scalar>] = []
  /// What came out of the last.
  public let output: Tensor<Scalar>
}
