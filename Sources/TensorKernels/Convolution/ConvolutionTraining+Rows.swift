import Kernels

// MARK: - Pictures of N × C × H × W

extension ConvolutionTraining {
  /// y = convolution(x) + bias, for each x.
  func outputs(_ xs: [[Float]], weights: [Float], biases: [Float], _ sizes: [ConvolutionSizes]) -> [[Float]] {
    let runs = zip(blocked(xs, sizes.map(\.input)), sizes).map {
      ConvolutionRun($0, into: BlockedTensor(anyOf: $1.output))
    }
    run(runs, weights: weights, biases: biases, .none)
    return runs.map { numbers(of: $0.y) }
  }

  /// dL/dx and dL/dW, as far as they are wanted.
  func slopes(
    _ dys: [[Float]], xs: [[Float]], weights: [Float], _ sizes: [ConvolutionSizes], _ wanted: WantedSlopes
  ) -> ConvolutionSlopes<Float> {
    let slopes = blocked(dys, sizes.map(\.output))
    var inputs: [ConvolutionRun] = []
    if wanted.contains(.inputs) {
      inputs = zip(slopes, sizes).map { ConvolutionRun($0, into: BlockedTensor(anyOf: $1.input)) }
      goBack(inputs, weights: weights)
    }
    return ConvolutionSlopes(
      inputs: inputs.map { numbers(of: $0.y) },
      weights: wanted.contains(.parameters) ? weightSlope(slopes, blocked(xs, sizes.map(\.input))) : [])
  }

  private func blocked(_ xs: [[Float]], _ shapes: [[Int]]) -> [BlockedTensor] {
    zip(xs, shapes).map { x, shape in
      let blocked = BlockedTensor(anyOf: shape)
      blocked.fill(from: x.span, threads: threads)
      return blocked
    }
  }

  private func numbers(of x: BlockedTensor) -> [Float] {
    filled(x.shape.reduce(1, *)) { x.copy(into: &$0, threads: threads) }
  }
}
