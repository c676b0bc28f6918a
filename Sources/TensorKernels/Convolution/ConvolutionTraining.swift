import Kernels

/// A convolution forward and backward, for weights that change from one time to the next, over several pictures of any sizes.
struct ConvolutionTraining {
  private let shape: ConvolutionShape
  private let sizes: [ConvolutionSizes]
  private let threads: Int
  private let tile: RegisterTile

  /// - Parameter sizes: of the pictures, all for the same convolution.
  init(_ sizes: [ConvolutionSizes], threads: Int, tile: RegisterTile = .native) {
    require(sizes.count, >=, 1, "there are pictures")
    for other in sizes { require(other.shape, ==, sizes[0].shape, "all go through the same convolution") }
    (self.sizes, self.threads, self.tile) = (sizes, threads, tile)
    shape = sizes[0].shape
  }

  /// Weights that serve once cost Winograd's way more to lay out than it saves, where there are fewer places than this.
  private static let winogradPlaces = 256

  /// - Parameter shapes: of what comes out of the convolution.
  private func method(for shape: ConvolutionShape, _ shapes: [[Int]]) -> PackedConvolution.Method {
    if NarrowConvolution.serves(shape) { return .narrow }
    let places = shapes.reduce(0) { $0 + $1[0] * $1[2] * $1[3] }
    return WinogradConvolution.serves(shape) && places >= Self.winogradPlaces ? .winograd : .patches
  }

  // MARK: - Forward

  /// y = convolution(x) + bias.
  func outputs(_ xs: [[Float]], weights: [Float], biases: [Float]) -> [[Float]] {
    Workspace.borrowed { workspace in
      let inputs = blocked(xs, sizes.map(\.input), workspace)
      return convolved(inputs, sizes.map(\.output), weights, biases, shape, in: workspace).map(numbers)
    }
  }

  // MARK: - Backward

  /// dL/dx and dL/dW, as far as they are wanted.
  func slopes(_ dys: [[Float]], xs: [[Float]], weights: [Float], _ wanted: WantedSlopes) -> ConvolutionSlopes<Float> {
    Workspace.borrowed { workspace in
      let slopes = blocked(dys, sizes.map(\.output), workspace)
      return ConvolutionSlopes(
        inputs: wanted.contains(.inputs) ? inputSlopes(slopes, weights, in: workspace).map(numbers) : [],
        weights: wanted.contains(.parameters) ? weightSlope(slopes, xs, in: workspace) : [])
    }
  }

  /// dL/dx: a convolution of dL/dy with the window turned by half a turn, and input and output channels exchanged.
  ///
  /// Where windows stand s apart, so do the numbers of dL/dy, with zeros between them. For a 1×1 window they are put apart
  /// afterwards, which is less work.
  private func inputSlopes(
    _ slopes: [BlockedTensor], _ weights: [Float], in workspace: Workspace
  ) -> [BlockedTensor] {
    let back = ConvolutionShape(
      inputs: shape.outputs, outputs: shape.inputs, side: shape.side, padding: shape.side - 1 - shape.padding,
      groups: shape.groups)
    let biases = [Float](repeating: 0, count: shape.inputs)
    func convolved(_ slopes: [BlockedTensor], _ shapes: [[Int]]) -> [BlockedTensor] {
      self.convolved(slopes, shapes, weights, isTurned: true, biases, back, in: workspace)
    }
    if shape.stride == 1 { return convolved(slopes, sizes.map(\.input)) }
    if shape.side == 1 {
      let near = convolved(slopes, sizes.map { [$0.pictures, shape.inputs, $0.output[2], $0.output[3]] })
      return zip(near, sizes).map { spread($0, height: $1.height, width: $1.width, in: workspace) }
    }
    // As wide as what makes the convolution give x's height and width.
    let edge = shape.side - 1 - 2 * shape.padding
    let apart = zip(slopes, sizes).map { spread($0, height: $1.height - edge, width: $1.width - edge, in: workspace) }
    return convolved(apart, sizes.map(\.input))
  }

  /// The numbers of a picture `stride` places apart, zeros elsewhere.
  private func spread(_ x: BlockedTensor, height: Int, width: Int, in workspace: Workspace) -> BlockedTensor {
    let y = BlockedTensor(shape: [x.pictures, x.channels, height, width], in: workspace)
    x.spread(by: shape.stride, into: y, threads: threads)
    return y
  }

  private func weightSlope(_ slopes: [BlockedTensor], _ xs: [[Float]], in workspace: Workspace) -> [Float] {
    let inputs = blocked(xs, sizes.map(\.input), workspace)
    let pictures = zip(inputs, slopes).map { (x: BlockedPlanes($0), dy: BlockedPlanes($1)) }
    return switch method(for: shape, sizes.map(\.output)) {
    case .patches, .narrow: PatchSlope(shape: shape, tile: tile, threads: threads).run(pictures, in: workspace)
    case .winograd: WinogradSlope(shape: shape, tile: tile, threads: threads).run(pictures, in: workspace)
    }
  }

  // MARK: - What both ways share

  private func convolved(
    _ xs: [BlockedTensor], _ shapes: [[Int]], _ weights: [Float], isTurned: Bool = false, _ biases: [Float],
    _ shape: ConvolutionShape, in workspace: Workspace
  ) -> [BlockedTensor] {
    let ys = shapes.map { BlockedTensor(shape: $0, in: workspace) }
    let convolution = PackedConvolution(
      weights: weights.span, isTurned: isTurned, biases: biases.span, shape: shape,
      method: method(for: shape, shapes), tile: tile, in: workspace, threads: threads)
    convolution.run(Array(zip(xs, ys)), workspace: workspace, threads: threads)
    return ys
  }

  private func blocked(_ xs: [[Float]], _ shapes: [[Int]], _ workspace: Workspace) -> [BlockedTensor] {
    zip(xs, shapes).map { x, shape in
      let blocked = BlockedTensor(shape: shape, in: workspace)
      blocked.fill(from: x.span, threads: threads)
      return blocked
    }
  }

  private func numbers(of x: BlockedTensor) -> [Float] {
    filled(x.shape.reduce(1, *)) { x.copy(into: &$0, threads: threads) }
  }
}
