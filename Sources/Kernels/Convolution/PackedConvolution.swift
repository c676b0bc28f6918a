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
  }

  public let shape: ConvolutionShape
  private let kernel: Kernel
  private let biases: AlignedMemory

  private enum Kernel: Sendable {
    case patches(PatchConvolution)
    case winograd(WinogradConvolution)
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

  /// - Parameter isTurned: whether it is the way back through the convolution that the weights belong to; see `WeightBlocks`.
  init(
    weights: Span<Float>, isTurned: Bool = false, biases: Span<Float>, shape: ConvolutionShape, method: Method,
    tile: RegisterTile, threads: Int
  ) {
    require(biases.count, ==, shape.outputs, "one bias for each output channel")
    self.shape = shape
    self.biases = AlignedMemory(zeros: BlockedTensor.blocks(of: shape.outputs) * 16)
    for channel in 0..<shape.outputs { self.biases.start[channel] = biases[channel] }
    kernel = weights.withUnsafeBufferPointer { weights in
      let weights = WeightBlocks(weights, shape: shape, isTurned: isTurned)
      return switch method {
      case .patches: .patches(PatchConvolution(weights, tile: tile, threads: threads))
      case .winograd: .winograd(WinogradConvolution(weights, tile: tile, threads: threads))
      }
    }
  }

  /// The faster method for outputs of so many places.
  ///
  /// Winograd's weights are four times as many, which very small pictures do not repay.
  public static func method(for shape: ConvolutionShape, height: Int, width: Int) -> Method {
    WinogradConvolution.serves(shape) && height * width >= 64 ? .winograd : .patches
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
    require(
      y.shape, ==, [x.pictures, shape.outputs, shape.outputLength(x.height), shape.outputLength(x.width)],
      "y has a place for each window")
    if let residual { require(residual.shape, ==, y.shape, "what is added has the shape of y") }
    require(x.start, !=, y.start, "a convolution does not write where it reads")
    let step = ConvolutionStep(
      x: x, y: y, bias: UnsafePointer(biases.start), residual: residual, activation: activation)
    switch kernel {
    case .patches(let convolution): convolution.run(step, workspace: workspace, threads: threads)
    case .winograd(let convolution): convolution.run(step, workspace: workspace, threads: threads)
    }
  }
}
