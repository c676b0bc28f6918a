import Kernels

/// A convolution forward and backward, for weights that change from one time to the next, over several pictures of any sizes:
///
/// y = activation(a · convolution(x) + bias + residual), where a and the bias belong to an output channel.
public struct ConvolutionTraining: Sendable {
  private let shape: ConvolutionShape
  /// a; nil for 1.
  private let scales: [Float]?
  let threads: Int
  private let tile: RegisterTile

  /// - Parameter scales: a, one for each output channel; nil for 1.
  public init(_ shape: ConvolutionShape, scales: [Float]? = nil, threads: Int) {
    self.init(shape, scales: scales, threads: threads, tile: .native)
  }

  init(_ shape: ConvolutionShape, scales: [Float]? = nil, threads: Int, tile: RegisterTile) {
    require(scales?.count ?? shape.outputs, ==, shape.outputs, "a factor for each output channel")
    (self.shape, self.scales, self.threads, self.tile) = (shape, scales, threads, tile)
  }

  /// Weights that serve once cost Winograd's way more to lay out than it saves, where there are fewer places than this.
  private static let winogradPlaces = 256

  /// - Parameter outputs: what comes out of the convolution.
  private func method(for shape: ConvolutionShape, _ outputs: [BlockedTensor]) -> PackedConvolution.Method {
    if NarrowConvolution.serves(shape) { return .narrow }
    let places = outputs.reduce(0) { $0 + $1.pictures * $1.height * $1.width }
    return WinogradConvolution.serves(shape) && places >= Self.winogradPlaces ? .winograd : .patches
  }

  // MARK: - Forward

  /// - Parameters:
  ///   - runs: each of an x, N × C × H × W, into a y, N × C′ × H′ × W′.
  ///   - weights: C′ × (C / groups) × side².
  ///   - biases: C′.
  public func run(_ runs: [ConvolutionRun], weights: [Float], biases: [Float], _ activation: Activation) {
    convolve(runs, weights, biases, shape, activation)
  }

  // MARK: - Backward

  /// From dL/dz of what is before the activation to dL/dx: a convolution with the window turned by half a turn, and input and output
  /// channels exchanged.
  ///
  /// Where windows stand s apart, so do the numbers of dL/dz, with zeros between them. For a 1×1 window they are put apart
  /// afterwards, which is less work.
  ///
  /// - Parameters:
  ///   - runs: each of a dL/dz, N × C′ × H′ × W′, into a dL/dx, N × C × H × W.
  ///   - weights: C′ × (C / groups) × side².
  public func goBack(_ runs: [ConvolutionRun], weights: [Float]) {
    let back = ConvolutionShape(
      inputs: shape.outputs, outputs: shape.inputs, side: shape.side, padding: shape.side - 1 - shape.padding,
      groups: shape.groups)
    let biases = [Float](repeating: 0, count: shape.inputs)
    func convolve(_ runs: [ConvolutionRun]) { self.convolve(runs, weights, isTurned: true, biases, back, .none) }

    if shape.stride == 1 { return convolve(runs) }
    if shape.side == 1 {
      let near = runs.map { BlockedTensor(anyOf: [$0.x.pictures, shape.inputs, $0.x.height, $0.x.width]) }
      convolve(zip(runs, near).map { ConvolutionRun($0.x, into: $1) })
      for (run, near) in zip(runs, near) {
        near.spread(by: shape.stride, addedTo: run.residual, into: run.y, threads: threads)
        if let mask = run.mask { run.y.keep(wherePositive: mask, threads: threads) }
      }
      return
    }
    // As wide as what makes the convolution give x's height and width.
    let edge = shape.side - 1 - 2 * shape.padding
    convolve(
      runs.map { run in
        let (height, width) = (run.y.height - edge, run.y.width - edge)
        let apart = BlockedTensor(anyOf: [run.x.pictures, run.x.channels, height, width])
        run.x.spread(by: shape.stride, into: apart, threads: threads)
        return ConvolutionRun(apart, into: run.y, residual: run.residual, mask: run.mask)
      })
  }

  /// dL/dW, summed over all pictures and places.
  ///
  /// - Parameter slopes: dL/dz of each x.
  /// - Returns: C′ × (C / groups) × side².
  public func weightSlope(_ slopes: [BlockedTensor], _ xs: [BlockedTensor]) -> [Float] {
    require(slopes.count, ==, xs.count, "a slope for each x")
    for (slope, x) in zip(slopes, xs) { require(slope.shape, ==, output(of: x), "dL/dy has the shape of y") }
    let pictures = zip(xs, slopes).map { (x: BlockedPlanes($0), dy: BlockedPlanes($1)) }
    return Workspace.borrowed { workspace in
      switch method(for: shape, slopes) {
      case .patches, .narrow:
        PatchSlope(shape: shape, scales: scales, tile: tile, threads: threads).run(pictures, in: workspace)
      case .winograd:
        WinogradSlope(shape: shape, scales: scales, tile: tile, threads: threads).run(pictures, in: workspace)
      }
    }
  }

  // MARK: - What both ways share

  private func convolve(
    _ runs: [ConvolutionRun], _ weights: [Float], isTurned: Bool = false, _ biases: [Float], _ shape: ConvolutionShape,
    _ activation: Activation
  ) {
    Workspace.borrowed { workspace in
      let convolution = PackedConvolution(
        weights: weights.span, isTurned: isTurned, scales: scales, biases: biases.span, shape: shape,
        method: method(for: shape, runs.map(\.y)), tile: tile, in: workspace, threads: threads)
      convolution.run(runs, activation, workspace: workspace, threads: threads)
    }
  }

  /// The shape of y.
  public func output(of x: BlockedTensor) -> [Int] {
    [x.pictures, shape.outputs, shape.outputLength(x.height), shape.outputLength(x.width)]
  }
}
