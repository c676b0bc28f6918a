import Kernels
import Tensors

/// How weights begin.
public enum Initialiser: Sendable, Hashable {
  /// Normal numbers with mean 0 and this standard deviation.
  /// - Source: Lin et al. 2017, §4.1, with σ = 0.01.
  case gaussian(deviation: Double)
  /// Normal numbers with the standard deviation √(2 / n), where n is how many numbers an output is summed from: before a
  /// rectifier, what goes through the network keeps its size.
  /// - Source: He et al., *Delving deep into rectifiers*, ICCV 2015, Eq. (10).
  case kaiming

  /// - Parameter inputs: how many numbers each output is summed from, 1 or more.
  public func deviation(inputs: Int) -> Double {
    require(inputs, >=, 1, "an output is summed from something")
    return switch self {
    case .gaussian(let deviation): deviation
    case .kaiming: (2 / Double(inputs)).squareRoot()
    }
  }
}

extension Convolution {
  /// A fresh layer: random weights, and the same bias for all output channels.
  ///
  /// ```swift
  /// var random = SplitMix64(seed: 1)
  /// let logits = Convolution<Double>(
  ///   from: 16, to: 1, side: 3, padding: 1, weights: .gaussian(deviation: 0.01), bias: priorBias(0.01), random: &random)
  /// ```
  ///
  /// - Parameters:
  ///   - inputs: C, channels that come in, 1 or more.
  ///   - outputs: C′, channels that go out, 1 or more.
  ///   - side: of the window, 1 or more.
  ///   - stride: how many places the window moves on.
  ///   - padding: how far the window may stand over each edge; (side − 1) / 2 keeps height and width at stride 1.
  ///   - weights: how the weights begin.
  ///   - bias: how every bias begins.
  ///   - random: where the weights come from, in the order in which they lie.
  public init(
    from inputs: Int, to outputs: Int, side: Int, stride: Int = 1, padding: Int = 0, weights: Initialiser,
    bias: Double = 0, random: inout SplitMix64
  ) {
    require(min(inputs, outputs, side), >=, 1, "channels and sides are counted from 1")
    let deviation = weights.deviation(inputs: inputs * side * side)
    let count = outputs * inputs * side * side
    self.init(
      weights: Tensor(
        shape: [outputs, inputs, side, side], (0..<count).map { _ in Scalar(deviation * random.normal()) }),
      biases: Tensor(shape: [outputs], repeating: Scalar(bias)), stride: stride, padding: padding)
  }
}
