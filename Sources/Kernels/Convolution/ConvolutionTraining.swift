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
    let turned = turnedWeights(weights)
    let biases = [Float](repeating: 0, count: shape.inputs)
    let back = ConvolutionShape(
      inputs: shape.outputs, outputs: shape.inputs, side: shape.side, padding: shape.side - 1 - shape.padding,
      groups: shape.groups)
    let slope = BlockedTensor(shape: sizes.output)
    slope.fill(from: dy, threads: threads)
    if shape.stride == 1 { return numbers(of: convolved(slope, turned.span, biases.span, back, to: sizes.input)) }
    if shape.side == 1 {
      let near = convolved(
        slope, turned.span, biases.span, back, to: [sizes.pictures, shape.inputs, slope.height, slope.width])
      return numbers(of: spread(near, height: sizes.height, width: sizes.width))
    }
    // As wide as what makes the convolution give x's height and width.
    let edge = shape.side - 1 - 2 * shape.padding
    let apart = spread(slope, height: sizes.height - edge, width: sizes.width - edge)
    return numbers(of: convolved(apart, turned.span, biases.span, back, to: sizes.input))
  }

  /// The numbers of a picture `stride` places apart, zeros elsewhere.
  private func spread(_ x: BlockedTensor, height: Int, width: Int) -> BlockedTensor {
    let y = BlockedTensor(pictures: x.pictures, channels: x.channels, height: height, width: width)
    x.spread(by: shape.stride, into: y, threads: threads)
    return y
  }

  /// w′[c, o, u, v] = w[o, c, side − 1 − u, side − 1 − v], group by group.
  private func turnedWeights(_ weights: Span<Float>) -> [Float] {
    require(weights.count, ==, shape.weightCount, "weights are C′ × C / groups × side²")
    let (inputs, outputs) = (shape.inputs / shape.groups, shape.outputs / shape.groups)
    let area = shape.side * shape.side
    return weights.withUnsafeBufferPointer { weights in
      nonisolated(unsafe) let weights = weights
      return filled(weights.count) { turned in
        turned.withUnsafeMutableBufferPointer { turned in
          nonisolated(unsafe) let turned = turned
          // Sixteen input channels at a time: their weights lie side by side.
          let pieces = (inputs + 15) / 16
          parallelFor(shape.groups * pieces, threads: threads) { index in
            let (group, first) = (index / pieces, index % pieces * 16)
            for o in 0..<outputs {
              for c in first..<min(first + 16, inputs) {
                let to = turned.baseAddress.map { $0 + ((group * inputs + c) * outputs + o) * area }
                let from = weights.baseAddress.map { $0 + ((group * outputs + o) * inputs + c) * area }
                guard let to, let from else { return }
                for place in 0..<area { to[place] = from[area - 1 - place] }
              }
            }
          }
        }
      }
    }
  }

  // MARK: - What both ways share

  private func convolved(
    _ x: BlockedTensor, _ weights: Span<Float>, _ biases: Span<Float>, _ shape: ConvolutionShape, to output: [Int]
  ) -> BlockedTensor {
    let y = BlockedTensor(shape: output)
    let convolution = PackedConvolution(
      weights: weights, biases: biases, shape: shape,
      method: PackedConvolution.method(for: shape, height: output[0] * output[2], width: output[3]), tile: tile,
      threads: threads)
    Workspace.borrowed { convolution.run(x, into: y, activation: .none, workspace: $0, threads: threads) }
    return y
  }

  private func numbers(of x: BlockedTensor) -> [Float] {
    filled(x.shape.reduce(1, *)) { x.copy(into: &$0, threads: threads) }
  }
}
