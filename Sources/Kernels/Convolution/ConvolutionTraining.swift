/// A convolution forward and backward, for weights that change from one time to the next.
struct ConvolutionTraining {
  let sizes: ConvolutionSizes
  let threads: Int
  let tile: RegisterTile
  private var shape: ConvolutionShape { sizes.shape }

  init(_ sizes: ConvolutionSizes, threads: Int, tile: RegisterTile = .native) {
    (self.sizes, self.threads, self.tile) = (sizes, threads, tile)
  }

  // MARK: - Forward

  /// y = convolution(x) + bias.
  func output(_ x: Span<Float>, weights: Span<Float>, biases: Span<Float>) -> [Float] {
    let input = BlockedTensor(shape: sizes.input)
    input.fill(from: x, threads: threads)
    return numbers(of: convolved(input, weights, biases, shape, to: sizes.output))
  }

  // MARK: - Backward

  /// dL/dx: a convolution of dL/dy with the window turned by half a turn, and input and output channels exchanged.
  ///
  /// Where windows stand s apart, so do the numbers of dL/dy, with zeros between them. For a 1×1 window they are put apart
  /// afterwards, which is less work.
  func inputSlope(_ dy: Span<Float>, weights: Span<Float>) -> [Float] {
    let biases = [Float](repeating: 0, count: shape.inputs)
    let back = ConvolutionShape(
      inputs: shape.outputs, outputs: shape.inputs, side: shape.side, padding: shape.side - 1 - shape.padding,
      groups: shape.groups)
    let slope = BlockedTensor(shape: sizes.output)
    slope.fill(from: dy, threads: threads)
    if shape.stride == 1 {
      return numbers(of: convolved(slope, weights, isTurned: true, biases.span, back, to: sizes.input))
    }
    if shape.side == 1 {
      let near = convolved(
        slope, weights, isTurned: true, biases.span, back,
        to: [sizes.pictures, shape.inputs, slope.height, slope.width])
      return numbers(of: spread(near, height: sizes.height, width: sizes.width))
    }
    // As wide as what makes the convolution give x's height and width.
    let edge = shape.side - 1 - 2 * shape.padding
    let apart = spread(slope, height: sizes.height - edge, width: sizes.width - edge)
    return numbers(of: convolved(apart, weights, isTurned: true, biases.span, back, to: sizes.input))
  }

  /// The numbers of a picture `stride` places apart, zeros elsewhere.
  private func spread(_ x: BlockedTensor, height: Int, width: Int) -> BlockedTensor {
    let y = BlockedTensor(pictures: x.pictures, channels: x.channels, height: height, width: width)
    x.spread(by: shape.stride, into: y, threads: threads)
    return y
  }

  // MARK: - What both ways share

  private func convolved(
    _ x: BlockedTensor, _ weights: Span<Float>, isTurned: Bool = false, _ biases: Span<Float>,
    _ shape: ConvolutionShape, to output: [Int]
  ) -> BlockedTensor {
    let y = BlockedTensor(shape: output)
    let convolution = PackedConvolution(
      weights: weights, isTurned: isTurned, biases: biases, shape: shape,
      method: PackedConvolution.method(for: shape, height: output[0] * output[2], width: output[3]), tile: tile,
      threads: threads)
    Workspace.borrowed { convolution.run(x, into: y, activation: .none, workspace: $0, threads: threads) }
    return y
  }

  private func numbers(of x: BlockedTensor) -> [Float] {
    filled(x.shape.reduce(1, *)) { x.copy(into: &$0, threads: threads) }
  }
}
