import Kernels
import TensorKernels
import Tensors

/// Max pooling: the largest number that a sliding window sees in each channel. Nothing lies beyond the edge.
public struct MaximumPooling<Scalar: TensorScalar>: Layer {
  public let side: Int
  public let stride: Int
  public let padding: Int

  /// - Parameters:
  ///   - side: of the window, 1 or more.
  ///   - stride: how many places it moves on; 2 halves height and width.
  ///   - padding: how far it may stand over each edge, at most side / 2.
  public init(side: Int, stride: Int, padding: Int = 0) {
    require(padding, in: 0...side / 2, "no window sees only what lies beyond the edge")
    (self.side, self.stride, self.padding) = (side, stride, padding)
  }

  // MARK: - Forward: y = max of what each window sees

  /// - Parameter x: N × C × H × W.
  /// - Returns: N × C × H′ × W′, with H′ = ⌊(H + 2 · padding − side) / stride⌋ + 1 and W′ alike.
  public func forward(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
    let window = window(over: x)
    return planes(x).maximum(window).reshaped(to: outputShape(of: x.shape))
  }

  // MARK: - Backward: every dy goes to the number that was the largest

  /// Where several are, the first one takes it all.
  public func backward(_ dy: Tensor<Scalar>, x: Tensor<Scalar>) -> Gradient<Scalar> {
    let window = window(over: x)
    require(dy.shape, ==, outputShape(of: x.shape), "dL/dy has the shape of y")
    return Gradient(input: Tensor(addingMaxima: planes(dy), of: planes(x), window).reshaped(to: x.shape))
  }

  /// All pictures as one, with as many channels as all of them have.
  private func planes(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
    x.reshaped(to: [x.shape[0] * x.shape[1], x.shape[2], x.shape[3]])
  }

  private func window(over x: Tensor<Scalar>) -> SlidingWindow {
    require(x.shape.count, ==, 4, "pictures are N × C × H × W")
    return SlidingWindow(
      channels: x.shape[0] * x.shape[1], height: x.shape[2], width: x.shape[3], side: side, stride: stride,
      padding: padding)
  }

  // MARK: - Shapes

  public var window: Window? { Window(side: side, stride: stride, padding: padding) }

  public func outputShape(of input: [Int]) -> [Int] {
    input.prefix(2) + input.dropFirst(2).map { ($0 + 2 * padding - side) / stride + 1 }
  }
}
