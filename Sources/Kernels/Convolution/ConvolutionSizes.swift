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

// MARK: - In one go, where there are kernels

extension TensorScalar {
  /// y = convolution(x) + bias.
  ///
  /// - Parameters:
  ///   - x: N × C × H × W.
  ///   - weights: C′ × (C / groups) × side².
  ///   - biases: C′.
  /// - Returns: N × C′ × H′ × W′; nil where this kind of number has no kernel for it, and it is put together from patches and
  ///   products of matrices.
  public static func convolution(
    _ x: Span<Self>, weights: Span<Self>, biases: Span<Self>, _ sizes: ConvolutionSizes
  ) -> [Self]? { nil }

  /// dL/dx from dL/dy.
  public static func convolutionInputSlope(
    _ dy: Span<Self>, weights: Span<Self>, _ sizes: ConvolutionSizes
  ) -> [Self]? { nil }

  /// dL/dW from dL/dy, summed over pictures and places.
  public static func convolutionWeightSlope(_ dy: Span<Self>, x: Span<Self>, _ sizes: ConvolutionSizes) -> [Self]? {
    nil
  }
}

extension Float {
  public static func convolution(
    _ x: Span<Float>, weights: Span<Float>, biases: Span<Float>, _ sizes: ConvolutionSizes
  ) -> [Float]? {
    ConvolutionTraining(sizes, threads: Processor.threads).output(x, weights: weights, biases: biases)
  }

  public static func convolutionInputSlope(
    _ dy: Span<Float>, weights: Span<Float>, _ sizes: ConvolutionSizes
  ) -> [Float]? {
    ConvolutionTraining(sizes, threads: Processor.threads).inputSlope(dy, weights: weights)
  }

  public static func convolutionWeightSlope(
    _ dy: Span<Float>, x: Span<Float>, _ sizes: ConvolutionSizes
  ) -> [Float]? {
    ConvolutionTraining(sizes, threads: Processor.threads).weightSlope(dy, x: x)
  }
}
