import Kernels
import Tensors

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
  ///   - groups: G, into how many parts the channels fall.
  ///   - weights: how the weights begin.
  ///   - bias: how every bias begins; nil for none.
  ///   - random: where the weights come from, in the order in which they lie.
  public init(
    from inputs: Int, to outputs: Int, side: Int, stride: Int = 1, padding: Int = 0, groups: Int = 1,
    weights: Initialiser, bias: Double? = 0, random: inout SplitMix64
  ) {
    require(min(inputs, outputs, side), >=, 1, "channels and sides are counted from 1")
    require(inputs % max(groups, 1), ==, 0, "groups share the input channels evenly")
    self.init(
      weights: weights.weights([outputs, inputs / max(groups, 1), side, side], random: &random),
      biases: bias.map { Tensor(shape: [outputs], repeating: Scalar($0)) }, stride: stride, padding: padding,
      groups: groups)
  }
}
