import Boxes
import Kernels
import Localization
import Tensors

/// Pictures of one size that a step of a training looks at, and what is in them.
public struct TrainingBatch<Scalar: TensorScalar>: Sendable {
  /// N × 3 × H × W, normalised.
  public let pictures: Tensor<Scalar>
  /// Of each picture; none is fine.
  public let objects: [[LabelledBox]]
  /// What the pictures are called, for errors.
  public let names: [Bilingual]
  /// H and W.
  public let size: ImageSize

  /// - Throws: `BoxError.imageSize` for pictures that are too large.
  public init(pictures: Tensor<Scalar>, objects: [[LabelledBox]], names: [Bilingual] = []) throws(BoxError) {
    require(pictures.shape.count, ==, 4, "pictures are N × C × H × W")
    require(objects.count, ==, pictures.shape[0], "a list of objects for each picture")
    (self.pictures, self.objects, self.names) = (pictures, objects, names)
    size = try ImageSize(width: pictures.shape[3], height: pictures.shape[2])
  }
}
