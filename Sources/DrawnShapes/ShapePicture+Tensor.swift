import Kernels
import Plotting
import Tensors

extension Tensor<Float> {
  /// Pictures as a network sees them: N × 3 × H × W, red, green, blue, each number from −2 (none) to 2 (full).
  ///
  /// - Parameter images: at least one, all of the same size.
  public init(images: [PixelImage]) {
    let (height, width) = (images[0].height, images[0].width)
    let scalars = filled(images.count * 3 * height * width) { scalars in
      for (picture, image) in images.enumerated() {
        require([image.height, image.width], ==, [height, width], "pictures of a batch have the same size")
        let rgba = image.rgba.span
        for channel in 0..<3 {
          let first = (3 * picture + channel) * height * width
          for pixel in 0..<height * width {
            scalars[first + pixel] = Float(rgba[4 * pixel + channel]) * (4 / 255) - 2
          }
        }
      }
    }
    self.init(shape: [images.count, 3, height, width], scalars)
  }
}
