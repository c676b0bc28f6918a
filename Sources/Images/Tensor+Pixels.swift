import Kernels
import PNGCoding
import Tensors

extension Tensor<Float> {
  /// Red, green and blue in [0, 1], each channel row by row: 3 × H × W. The numbers are those of torchvision's `to_tensor`.
  ///
  /// Opacity is left out, as Pillow's `convert("RGB")` and torchvision do: a network gives the same answer only to the same
  /// numbers. (Under what is wholly transparent there may be any colour, mostly black.)
  public init(rgb pixels: PixelGrid) {
    let levels = (0...255).map { Float($0) / 255 }
    let (rgba, area) = (pixels.rgba, pixels.width * pixels.height)
    let scalars = filled(3 * area) { scalars in
      for channel in 0..<3 {
        for place in 0..<area { scalars[channel * area + place] = levels[Int(rgba[4 * place + channel])] }
      }
    }
    self.init(shape: [3, pixels.height, pixels.width], scalars)
  }
}
