import Kernels
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

  /// The parameters of the first layer, then of the second, and so on.
  public var parameters: [Tensor<Scalar>] {
    get { layers.flatMap { $0.parameters } }
    set {
      require(newValue.count, ==, parameters.count, "as many parameters as the layers have")
      var rest = newValue[...]
      for index in layers.indices {
        let count = layers[index].parameters.count
        layers[index].parameters = Array(rest.prefix(count))
        rest = rest.dropFirst(count)
      }
    }
  }
  /// "0.weight" is the weight of the first layer.
  public var parameterNames: [String] {
    layers.enumerated().flatMap { index, layer in layer.parameterNames.map { "\(index).\($0)" } }
  }

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

/// One way forward through some layers.
public struct Run<Scalar: TensorScalar>: Sendable {
  /// What went into each layer, the first one's first.
  public fileprivate(set) var inputs: [Tensor<Scalar>] = []
  /// What came out of the last.
  public let output: Tensor<Scalar>
}
