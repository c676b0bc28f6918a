import Kernels

/// A convolution and the pictures that it goes over.
public struct ConvolutionSizes: Sendable, Hashable {
  public let shape: ConvolutionShape
  /// N, and H and W of what goes in.
  public let pictures: Int, height: Int, width: Int

  public init(_ shape: ConvolutionShape, pictures: Int, height: Int, width: Int) {
    require(min(pictures, min(height, width)), >=, 1, "there is a picture")
    (self.shape, self.pictures, self.height, self.width) = (shape, pictures, height, width)
  }

  /// N × C × H × W.
  public var input: [Int] { [pictures, shape.inputs, height, width] }
  /// N × C′ × H′ × W′.
  public var output: [Int] {
    [pictures, shape.outputs, shape.outputLength(height), shape.outputLength(width)]
  }
}

// MARK: - Slopes

/// Which slopes somebody asks for on the way back through a layer.
public struct WantedSlopes: OptionSet, Sendable, Hashable {
  public let rawValue: Int

  public init(rawValue: Int) { self.rawValue = rawValue }

  /// dL/dx.
  public static let inputs = WantedSlopes(rawValue: 1)
  /// dL/dθ.
  public static let parameters = WantedSlopes(rawValue: 2)
}

/// What the way back through a convolution gives.
public struct ConvolutionSlopes<Scalar: TensorScalar>: Sendable, Hashable {
  /// dL/dx, one for each x; none where nobody wanted them.
  public let inputs: [[Scalar]]
  /// dL/dW, summed over all pictures and places; empty where nobody wanted it.
  public let weights: [Scalar]
}

// MARK: - In one go, where there are kernels

extension TensorScalar {
  /// y = convolution(x) + bias, for each x.
  ///
  /// - Parameters:
  ///   - xs: N × C × H × W each, of any sizes.
  ///   - weights: C′ × (C / groups) × side².
  ///   - biases: C′.
  ///   - sizes: one for each x.
  /// - Returns: N × C′ × H′ × W′ each; nil where this kind of number has no kernel for it, and it is put together from patches and
  ///   products of matrices.
  public static func convolution(
    _ xs: [[Self]], weights: [Self], biases: [Self], _ sizes: [ConvolutionSizes]
  ) -> [[Self]]? { nil }

  /// dL/dx and dL/dW from dL/dy.
  public static func convolutionSlopes(
    _ dys: [[Self]], xs: [[Self]], weights: [Self], _ sizes: [ConvolutionSizes], _ wanted: WantedSlopes
  ) -> ConvolutionSlopes<Self>? { nil }
}

extension Float {
  public static func convolution(
    _ xs: [[Float]], weights: [Float], biases: [Float], _ sizes: [ConvolutionSizes]
  ) -> [[Float]]? {
    training(sizes).outputs(xs, weights: weights, biases: biases, sizes)
  }

  public static func convolutionSlopes(
    _ dys: [[Float]], xs: [[Float]], weights: [Float], _ sizes: [ConvolutionSizes], _ wanted: WantedSlopes
  ) -> ConvolutionSlopes<Float>? {
    training(sizes).slopes(dys, xs: xs, weights: weights, sizes, wanted)
  }

  private static func training(_ sizes: [ConvolutionSizes]) -> ConvolutionTraining {
    require(sizes.count, >=, 1, "there are pictures")
    for other in sizes { require(other.shape, ==, sizes[0].shape, "all go through the same convolution") }
    return ConvolutionTraining(sizes[0].shape, threads: Processor.threads)
  }
}
