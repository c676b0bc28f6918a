import Kernels
import TensorKernels

// MARK: - Larger pictures, each place the nearest that there is

extension Tensor {
  /// Of N × C × H × W, larger pictures N × C × height × width: place (i, j) takes what stands at (⌊i H / height⌋, ⌊j W / width⌋).
  public func upsampled(height: Int, width: Int) -> Tensor {
    let size = Upsampling(pictures: shape, height: height, width: width)
    return Tensor(shape: [shape[0], shape[1], height, width]) { Scalar.upsample(scalars.span, size, into: &$0) }
  }

  /// The way back: a tensor in which every slope of the larger pictures is added to the place that it was taken from.
  ///
  /// - Parameters:
  ///   - dy: N × C × H′ × W′.
  ///   - shape: N × C × H × W, of what was upsampled.
  public init(addingUpsampled dy: Tensor, shape: [Int]) {
    require(dy.shape.count, ==, 4, "pictures are N × C × H × W")
    let size = Upsampling(pictures: shape, height: dy.shape[2], width: dy.shape[3])
    self.init(shape: shape, repeating: 0)
    var scalars = self.scalars.mutableSpan
    Scalar.scatterUpsampled(dy.scalars.span, size, to: &scalars)
  }
}

extension Upsampling {
  fileprivate init(pictures shape: [Int], height: Int, width: Int) {
    require(shape.count, ==, 4, "pictures are N × C × H × W")
    self.init(
      planes: shape[0] * shape[1], height: shape[2], width: shape[3], outputHeight: height, outputWidth: width)
  }
}
