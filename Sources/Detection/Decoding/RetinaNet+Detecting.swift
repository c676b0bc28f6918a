import Boxes
import Images
import Tensors

extension RetinaNet<Float> {
  /// The objects in each picture of a batch. For more batches of one size, `plan(for:)` once.
  ///
  /// - Parameters:
  ///   - pictures: N × 3 × H × W, normalised, and padded on the right and below.
  ///   - sizes: of the pictures without their padding; boxes are clipped to them.
  /// - Returns: for each picture its objects, by descending score.
  /// - Throws: `BoxError.imageSize` for a batch larger than any picture may be.
  public func objects(
    in pictures: Tensor<Float>, sizes: [ImageSize], decoding: Decoding = .paper
  ) throws(BoxError) -> [[FoundObject]] {
    try plan(for: pictures.shape).objects(in: pictures, sizes: sizes, decoding: decoding)
  }

  /// The objects in a photograph, in its own pixels.
  public func objects(in input: DetectorInput, decoding: Decoding = .paper) throws(BoxError) -> [FoundObject] {
    try plan(for: input.batch.shape).objects(in: input, decoding: decoding)
  }
}
