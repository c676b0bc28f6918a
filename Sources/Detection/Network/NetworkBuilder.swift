import Kernels
import Layers
import Tensors

/// How the parameters of a network begin.
public enum ParameterStart: Sendable, Hashable {
  /// As for training from scratch; the seed is all the randomness.
  case random(seed: UInt64)
  /// Without weights: they are about to be read from a file.
  case zeros
}

/// Puts a network together, layer by layer.
struct NetworkBuilder<Scalar: TensorScalar> {
  typealias Value = Network<Scalar>.Value

  var network = Network<Scalar>()
  private let start: ParameterStart
  private var random: SplitMix64
  /// Tensors of zeros by shape: until others take their places, all of one shape lie in the same memory.
  private var zeros: [[Int]: Tensor<Scalar>] = [:]

  init(_ start: ParameterStart) {
    self.start = start
    random = if case .random(let seed) = start { SplitMix64(seed: seed) } else { SplitMix64(seed: 0) }
  }

  /// A convolution that keeps height and width at stride 1.
  ///
  /// - Parameter bias: how every bias begins; nil for none.
  mutating func convolution(
    from inputs: Int, to outputs: Int, side: Int, stride: Int = 1, groups: Int = 1, weights: Initialiser, bias: Double?
  ) -> Convolution<Scalar> {
    guard start == .zeros else {
      return Convolution(
        from: inputs, to: outputs, side: side, stride: stride, padding: side / 2, groups: groups, weights: weights,
        bias: bias, random: &random)
    }
    return Convolution(
      weights: zeros([outputs, inputs / groups, side, side]),
      biases: bias.map { Tensor(shape: [outputs], repeating: Scalar($0)) }, stride: stride, padding: side / 2,
      groups: groups)
  }

  private mutating func zeros(_ shape: [Int]) -> Tensor<Scalar> {
    let known = zeros[shape] ?? Tensor(shape: shape, repeating: 0)
    zeros[shape] = known
    return known
  }

  mutating func rectify(_ x: Value, named name: String) -> Value {
    network.add(Rectifier(), named: name, to: x)
  }
}
