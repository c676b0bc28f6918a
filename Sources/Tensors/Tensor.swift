import Kernels
import TensorKernels

/// Numbers in a grid of any number of dimensions, row after row: the last index runs fastest.
///
/// ```swift
/// let x = Tensor<Double>(shape: [2, 3], [1, 2, 3, 4, 5, 6])
/// x[1, 0]   // 4
/// ```
///
/// Pictures and feature maps are N × C × H × W: pictures of a batch, channels, rows, columns.
public struct Tensor<Scalar: TensorScalar>: Sendable, Hashable {
  /// How long each dimension is.
  public let shape: [Int]
  /// All numbers, row after row; as many as the product of `shape`.
  public package(set) var scalars: [Scalar]

  /// - Parameters:
  ///   - shape: lengths of 0 or more.
  ///   - scalars: as many as their product.
  public init(shape: [Int], _ scalars: [Scalar]) {
    for length in shape { require(length, >=, 0, "a dimension's length is 0 or more") }
    require(scalars.count, ==, shape.reduce(1, *), "as many numbers as the shape has places")
    self.shape = shape
    self.scalars = scalars
  }

  /// The same number everywhere.
  public init(shape: [Int], repeating value: Scalar) {
    self.init(shape: shape, Scalar.array(repeating: value, count: shape.reduce(1, *)))
  }

  /// Numbers that are written once: `write` gets memory that holds anything, and overwrites all of it.
  init(shape: [Int], filledBy write: (inout MutableSpan<Scalar>) -> Void) {
    self.init(shape: shape, filled(shape.reduce(1, *), write))
  }

  /// 0 everywhere, in the shape of another tensor.
  public init(zerosLike other: Tensor) {
    self.init(shape: other.shape, repeating: 0)
  }

  /// How many numbers there are.
  public var count: Int { scalars.count }

  /// The number at one place: as many indices as there are dimensions.
  public subscript(_ indices: Int...) -> Scalar {
    get { scalars[place(indices)] }
    set { scalars[place(indices)] = newValue }
  }

  private func place(_ indices: [Int]) -> Int {
    require(indices.count, ==, shape.count, "one index for each dimension")
    return zip(indices, shape).reduce(0) { place, dimension in
      require(dimension.0, in: 0...dimension.1 - 1, "an index lies within its dimension")
      return place * dimension.1 + dimension.0
    }
  }

  /// The same numbers in another shape of as many places.
  public func reshaped(to shape: [Int]) -> Tensor {
    Tensor(shape: shape, scalars)
  }
}
