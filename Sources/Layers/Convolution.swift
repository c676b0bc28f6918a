import Kernels
import Tensors

/// A square window that slides over pictures; each output channel weighs all that the window sees, and adds a bias.
///
/// y[n, o, i, j] = b[o] + Σ w[o, c, u, v] · x[n, c, s i + u − p, s j + v − p], summed over the input channels c and the places u, v
/// of the window, with stride s and padding p; beyond the edge x is 0.
///
/// Picture by picture it is a product of matrices, y = b + W · patches(x): W is C′ × (C · side²), and the patches, one column for
/// each place where the window stands, are (C · side²) × (H′ · W′).
public struct Convolution<Scalar: TensorScalar>: Layer {
  /// Weights C′ × C × side × side, and biases C′.
  public var parameters: [Tensor<Scalar>] {
    didSet { require(parameters.map(\.shape), ==, oldValue.map(\.shape), "weights and biases keep their shapes") }
  }
  public var parameterNames: [String] { ["weight", "bias"] }
  /// How many places the window moves on.
  public let stride: Int
  /// How far the window may stand over each edge.
  public let padding: Int

  public init(weights: Tensor<Scalar>, biases: Tensor<Scalar>, stride: Int = 1, padding: Int = 0) {
    require(weights.shape.count, ==, 4, "weights are C′ × C × side × side")
    require(weights.shape[2], ==, weights.shape[3], "the window is square")
    require(biases.shape, ==, [weights.shape[0]], "one bias for each output channel")
    parameters = [weights, biases]
    (self.stride, self.padding) = (stride, padding)
  }

  public var weights: Tensor<Scalar> { parameters[0] }
  public var biases: Tensor<Scalar> { parameters[1] }

  // MARK: - Forward

  /// y = b + W · patches(x).
  ///
  /// - Parameter x: N × C × H × W.
  /// - Returns: N × C′ × H′ × W′, with H′ = ⌊(H + 2 · padding − side) / stride⌋ + 1 and W′ alike.
  public func forward(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
    let window = window(over: x)
    let b = Tensor(
      shape: [biases.count, window.positionCount],
      biases.scalars.flatMap { Scalar.array(repeating: $0, count: window.positionCount) })
    let y = (0..<x.shape[0]).map { n in
      b.addingProduct(weightMatrix, x[picture: n].patches(window))  // C′ × (H′ · W′)
    }
    return Tensor(batch: y).reshaped(to: outputShape(of: x, window))
  }

  // MARK: - Backward

  /// db = dy · 1, dW = dy · patches(x)ᵀ, and dx = patches⁻¹(Wᵀ · dy), summed over the pictures but for dx; patches⁻¹ adds every
  /// number to the place that it was taken from.
  public func backward(_ dy: Tensor<Scalar>, x: Tensor<Scalar>) -> Gradient<Scalar> {
    let window = window(over: x)
    require(dy.shape, ==, outputShape(of: x, window), "dL/dy has the shape of y")
    let one = Tensor<Scalar>(shape: [1, window.positionCount], repeating: 1)
    var db = Tensor<Scalar>(shape: [biases.count, 1], repeating: 0)
    var dW = Tensor(zerosLike: weightMatrix)
    var dx: [Tensor<Scalar>] = []
    for n in 0..<x.shape[0] {
      let dy = dy[picture: n].reshaped(to: [biases.count, window.positionCount])
      db = db.addingProductOfRows(dy, one)
      dW = dW.addingProductOfRows(dy, x[picture: n].patches(window))
      dx.append(Tensor(addingPatches: weightMatrix.transposedMatrixProduct(dy), window))
    }
    return Gradient(
      input: Tensor(batch: dx), parameters: [dW.reshaped(to: weights.shape), db.reshaped(to: biases.shape)])
  }

  // MARK: - Shapes

  /// W: C′ × (C · side²).
  private var weightMatrix: Tensor<Scalar> {
    weights.reshaped(to: [biases.count, weights.count / biases.count])
  }

  private func window(over x: Tensor<Scalar>) -> SlidingWindow {
    require(x.shape.count, ==, 4, "pictures are N × C × H × W")
    require(x.shape[1], ==, weights.shape[1], "as many channels come in as the weights have")
    return SlidingWindow(
      channels: x.shape[1], height: x.shape[2], width: x.shape[3], side: weights.shape[2], stride: stride,
      padding: padding)
  }

  private func outputShape(of x: Tensor<Scalar>, _ window: SlidingWindow) -> [Int] {
    [x.shape[0], biases.count, window.outputHeight, window.outputWidth]
  }
}
