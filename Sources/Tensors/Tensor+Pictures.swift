import Kernels
import TensorKernels

// MARK: - A batch and its pictures

extension Tensor {
  /// One element of a batch: of N × C × H × W the picture with this index, C × H × W.
  public subscript(picture index: Int) -> Tensor {
    require(shape.count, >=, 1, "a batch has a dimension for its pictures")
    require(index, in: 0...shape[0] - 1, "the index of a picture in its batch")
    let count = count / shape[0]
    return Tensor(shape: Array(shape.dropFirst()), Array(scalars[index * count..<(index + 1) * count]))
  }

  /// One group of channels of one picture: of N × C × H × W, whose C channels fall into G groups, with index n · G + g group g
  /// of picture n, C / G × H × W.
  public subscript(part index: Int, of groups: Int) -> Tensor {
    require(shape.count, >=, 2, "a batch has dimensions for its pictures and channels")
    require(shape[1] % groups, ==, 0, "groups share the channels evenly")
    return reshaped(to: [shape[0] * groups, shape[1] / groups] + shape.dropFirst(2))[picture: index]
  }

  /// The batch of some pictures of the same shape: of C × H × W each comes N × C × H × W.
  ///
  /// - Parameter pictures: at least one.
  public init(batch pictures: [Tensor]) {
    require(pictures.count, >=, 1, "a batch has at least one picture")
    let shape = pictures[0].shape
    var scalars: [Scalar] = []
    scalars.reserveCapacity(pictures.count * pictures[0].count)
    for picture in pictures {
      require(picture.shape, ==, shape, "the pictures of a batch have the same shape")
      scalars += picture.scalars
    }
    self.init(shape: [pictures.count] + shape, scalars)
  }
}

// MARK: - What a sliding window sees

extension Tensor {
  /// Of a picture, C × H × W, what each window sees, as one column: (C · side²) × (H′ · W′).
  public func patches(_ window: SlidingWindow) -> Tensor {
    require(shape, ==, [window.channels, window.height, window.width], "the window slides over this picture")
    return Tensor(shape: [window.patchCount, window.positionCount], Scalar.patches(of: scalars.span, window))
  }

  /// The way back: a picture, C × H × W, in which every number of the patches is added to the place that it was taken from.
  public init(addingPatches patches: Tensor, _ window: SlidingWindow) {
    require(patches.shape, ==, [window.patchCount, window.positionCount], "one column for each window")
    self.init(shape: [window.channels, window.height, window.width], repeating: 0)
    var scalars = self.scalars.mutableSpan
    Scalar.scatterPatches(patches.scalars.span, window, to: &scalars)
  }
}

extension Tensor {
  /// Of a picture, C × H × W, the largest number that each window sees in each channel: C × H′ × W′.
  public func maximum(_ window: SlidingWindow) -> Tensor {
    require(shape, ==, [window.channels, window.height, window.width], "the window slides over this picture")
    return Tensor(shape: [window.channels, window.outputHeight, window.outputWidth]) {
      Scalar.maximum(of: scalars.span, window, into: &$0)
    }
  }

  /// The way back: a picture, C × H × W, of 0 but where `x` has the maxima; there stands the sum of their slopes `dy`.
  public init(addingMaxima dy: Tensor, of x: Tensor, _ window: SlidingWindow) {
    require(x.shape, ==, [window.channels, window.height, window.width], "the window slides over this picture")
    require(dy.shape, ==, [window.channels, window.outputHeight, window.outputWidth], "one slope for each maximum")
    self.init(zerosLike: x)
    var scalars = self.scalars.mutableSpan
    Scalar.scatterToMaximum(dy.scalars.span, of: x.scalars.span, window, to: &scalars)
  }
}
