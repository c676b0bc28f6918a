import Boxes
import Images
import Kernels
import Tensors

extension RetinaNet<Float> {
  /// The objects in each picture of a batch.
  ///
  /// - Parameters:
  ///   - pictures: N × 3 × H × W, normalised, and padded on the right and below.
  ///   - sizes: of the pictures without their padding; boxes are clipped to them.
  /// - Returns: for each picture its objects, by descending score.
  /// - Throws: `BoxError.imageSize` for a batch larger than any picture may be.
  public func objects(
    in pictures: Tensor<Float>, sizes: [ImageSize], decoding: Decoding = .paper
  ) throws(BoxError) -> [[FoundObject]] {
    require(pictures.shape.count, ==, 4, "pictures are N × C × H × W")
    require(sizes.count, ==, pictures.shape[0], "one size for each picture")
    let padded = try ImageSize(width: pictures.shape[3], height: pictures.shape[2])
    let outputs = outputs(of: pictures), anchors = configuration.anchors.anchors(for: padded)
    return sizes.enumerated().map { picture, size in
      decoding.objects(in: outputs, picture: picture, anchors: anchors, size: size)
    }
  }

  /// The objects in a photograph, in its own pixels.
  public func objects(in input: DetectorInput, decoding: Decoding = .paper) throws(BoxError) -> [FoundObject] {
    let size = try ImageSize(width: input.width, height: input.height)
    let original = try ImageSize(width: input.originalWidth, height: input.originalHeight)
    return try objects(in: input.batch, sizes: [size], decoding: decoding)[0].map {
      $0.scaled(from: size, to: original)
    }
  }
}
