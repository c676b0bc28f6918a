import Kernels

/// A convolution whose weights are laid out once, to be run many times:
///
/// y = activation(convolution(x) + bias + residual).
///
/// ```swift
/// let shape = ConvolutionShape(inputs: 64, outputs: 64, side: 3, padding: 1)
/// let convolution = PackedConvolution(
///   weights: weights.span, biases: biases.span, shape: shape,
///   method: PackedConvolution.method(for: shape, height: 150, width: 150), threads: 2)
/// convolution.run(x, into: y, activation: .rectifier, workspace: Workspace(), threads: 2)
/// ```
///
/// How many threads work never changes a bit of y.
public struct PackedConvolution: Sendable {
  /// How it is computed.
  public enum Method: Sendable, Hashable {
    /// As a product of matrices, of what each window sees and the weights.
    case patches
    /// In the way of Winograd: 3×3 windows of stride 1 in a quarter of the products, for some rounding: 3e-6 of the largest y.
    case winograd
    /// As a product of matrices, too, where rows of the picture serve as they are: for fewer than sixteen channels.
    case narrow
  }

  public let shape: ConvolutionShape
  private let kernel: Kernel
  private let biases: AlignedMemory

  private enum Kernel: Sendable {
    case patches(PatchConvolution)
    case winograd(WinogradConvolution)
    case narrow(NarrowConvolution)
  }

  /// - Parameters:
  ///   - weights: C′ × (C / groups) × side × side.
  ///   - biases: C′.
  ///   - method: one that serves the shape, see `method(for:height:width:)`.
  public init(
    weights: Span<Float>, biases: Span<Float>, shape: ConvolutionShape, method: Method, threads: Int
  ) {
    self.init(weights: weights, biases: biases, shape: shape, method: method, tile: .native, threads: threads)
  }

  /// - Parameters:
  ///   - isTurned: whether it is the way back through the convolution that the weights belong to,
  ///   - scales: and what that one's outputs are multiplied with; see `WeightBlocks`.
  ///   - workspace: whose memory the weights lie in, as long as it is borrowed; nil for memory of their own.
  init(
    weights: Span<Float>, isTurned: Bool = false, scales: [Float]? = nil, biases: Span<Float>, shape: ConvolutionShape,
    method: Method, tile: RegisterTile, in workspace: Workspace? = nil, threads: Int
  ) {
    require(biases.count, ==, shape.outputs, "one bias for each output channel")
    self.shape = shape
    self.biases = AlignedMemory(zeros: BlockedTensor.blocks(of: shape.outputs) * 16)
    for channel in 0..<shape.outputs { self.biases.start[channel] = biases[channel] }
    kernel = weights.withUnsafeBufferPointer { weights in
      let weights = WeightBlocks(weights, shape: shape, isTurned: isTurned, scales: scales)
      return switch method {
      case .patches: .patches(PatchConvolution(weights, tile: tile, in: workspace, threads: threads))
      case .winograd: .winograd(WinogradConvolution(weights, tile: tile, in: workspace, threads: threads))
      case .narrow: .narrow(NarrowConvolution(weights, tile: tile, in: workspace, threads: threads))
      }
    }
  }

  /// The faster method for outputs of so many places.
  ///
  /// Winograd's weights are four times as many, which very small pictures do not repay.
  public static func method(for shape: ConvolutionShape, height: Int, width: Int) -> Method {
    if NarrowConvolution.serves(shape) { return .narrow }
    return WinogradConvolution.serves(shape) && height * width >= 64 ? .winograd : .patches
  }

  // MARK: - Running

  /// - Parameters:
  ///   - x: N × C × H × W.
  ///   - residual: what is added, N × C′ × H′ × W′.
  ///   - y: N × C′ × H′ × W′, overwritten; not the memory of x, but it may be that of `residual`.
  ///   - workspace: of which no other run makes use meanwhile.
  public func run(
    _ x: BlockedTensor, residual: BlockedTensor? = nil, into y: BlockedTensor, activation: Activation,
    workspace: Workspace, threads: Int
  ) {
    require(x.channels, ==, shape.inputs, "as many channels come in as the weights have")
    require(x.start, !=, y.start, "a convolution does not write where it reads")
    run([step(BlockedPlanes(x), residual, into: y, activation)], workspace: workspace, threads: threads)
  }

  /// Whether a convolution may read pictures that lie channel after channel.
  public static func readsPlanes(_ shape: ConvolutionShape) -> Bool { NarrowConvolution.serves(shape) }

  /// The same for pictures that lie channel after channel, where `readsPlanes` says so.
  ///
  /// - Parameter x: N × C × H × W.
  public func run(
    planes x: Span<Float>, height: Int, width: Int, into y: BlockedTensor, activation: Activation,
    workspace: Workspace, threads: Int
  ) {
    require(x.count, ==, y.pictures * shape.inputs * height * width, "the pictures are N × C × H × W")
    guard case .narrow(let convolution) = kernel else { fatalError("a convolution of this kind reads no planes") }
    x.withUnsafeBufferPointer { x in
      guard let start = x.baseAddress else { return }
      let pictures = PlanarPictures(pictures: y.pictures, height: height, width: width, start: start)
      convolution.run(step(pictures, nil, into: y, activation), workspace: workspace, threads: threads)
    }
  }

  private func step<Pictures: PictureRows>(
    _ x: Pictures, _ residual: BlockedTensor?, into y: BlockedTensor, _ activation: Activation
  ) -> ConvolutionStep<Pictures> {
    require(
      y.shape, ==, [x.pictures, shape.outputs, shape.outputLength(x.height), shape.outputLength(x.width)],
      "y has a place for each window")
    if let residual { require(residual.shape, ==, y.shape, "what is added has the shape of y") }
    return ConvolutionStep(
      x: x, y: BlockedPlanes(y), bias: UnsafePointer(biases.start), residual: residual.map { BlockedPlanes($0) },
      activation: activation)
  }

  /// Several runs over pictures of any sizes, which have nothing to do with each other.
  func run(_ runs: [ConvolutionRun], _ activation: Activation, workspace: Workspace, threads: Int) {
    let steps = runs.map { run in
      var step = step(BlockedPlanes(run.x), run.residual, into: run.y, activation)
      if let mask = run.mask { require(mask.shape, ==, run.y.shape, "a mask has the shape of y") }
      step.mask = run.mask.map { BlockedPlanes($0) }
      return step
    }
    self.run(steps, workspace: workspace, threads: threads)
  }

  private func run(_ steps: [ConvolutionStep<BlockedPlanes>], workspace: Workspace, threads: Int) {
    switch kernel {
    case .patches(let convolution):
      for step in steps { convolution.run(step, workspace: workspace, threads: threads) }
    case .winograd(let convolution): convolution.run(steps, workspace: workspace, threads: threads)
    case .narrow(let convolution):
      for step in steps { convolution.run(step, workspace: workspace, threads: threads) }
    }
  }
}
