import Foundation
import Kernels
import PNGCoding
import Tensors

/// The pixels of a PNG file of any kind: palettes, grey, interlaced and 16-bit pictures come out as eight bits a channel.
///
/// ```swift
/// let picture = try readPNG(at: "balloon.png")
/// let x = Tensor<Float>(rgb: picture)   // 3 × H × W
/// ```
///
/// - Throws: `ImageError`, which names the file and what is wrong with it.
public func readPNG(at path: String) throws(ImageError) -> PixelGrid {
  guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)) else { throw .unreadable(file: path) }
  do throws(PNGError) {
    return try decodePNG([UInt8](data))
  } catch {
    throw .unusable(file: path, error)
  }
}

// MARK: - Pixels as numbers

extension Tensor<Float> {
  /// Red, green and blue in [0, 1], each channel row by row: 3 × H × W. What is transparent lies on white, as a page shows it.
  public init(rgb pixels: PixelGrid) {
    let colors = pixels.onWhite
    self.init(
      shape: [3, pixels.height, pixels.width],
      (0..<3).flatMap { channel in colors.map { Float($0[channel]) / (255 * 255) } })
  }

  /// Brightness in [0, 1]: 1 × H × W. It is 0.299 red + 0.587 green + 0.114 blue; grey stays what it is.
  /// - Source: ITU-R BT.601.
  public init(grey pixels: PixelGrid) {
    self.init(
      shape: [1, pixels.height, pixels.width],
      pixels.onWhite.map { Float((299 * $0[0] + 587 * $0[1] + 114 * $0[2]) / 1000) / (255 * 255) })
  }
}

extension PixelGrid {
  /// Every pixel over white: red, green, blue in 0 … 255 · 255, in whole numbers, so that grey comes out exactly.
  fileprivate var onWhite: [SIMD3<Int32>] {
    stride(from: 0, to: rgba.count, by: 4).map { start in
      let opacity = Int32(rgba[start + 3])
      let color = SIMD3(Int32(rgba[start]), Int32(rgba[start + 1]), Int32(rgba[start + 2]))
      return color &* opacity &+ 255 &* (255 &- opacity)
    }
  }
}
