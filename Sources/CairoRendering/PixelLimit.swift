import PNGCoding
import Plotting

extension PixelLimit {
  /// Width and height in whole pixels.
  /// - Throws: `RenderingError.invalidSize`, `.tooManyPixels`, before anything is allocated.
  static func pixels(of size: Size, scale: Double) throws(RenderingError) -> (width: Int, height: Int) {
    try check(size, scale: scale)
    let pixels = rounded(size, scale: scale)
    guard fits(pixels) else {
      throw .tooManyPixels(width: pixels.width, height: pixels.height, largestScale: largestScale(of: size))
    }
    return pixels
  }

  /// The largest scale, in hundredths, at which a picture of this size may be drawn; nil where none is large enough.
  static func largestScale(of size: Size) -> Double? {
    let bounds = [
      Double(side) / size.width, Double(side) / size.height, (Double(total) / (size.width * size.height)).squareRoot(),
    ]
    let hundredths = Int((100 * (bounds.min() ?? 0)).rounded(.down))
    // Sides that are rounded up may be one pixel too long.
    return (0...1).map { Double(hundredths - $0) / 100 }.first { $0 > 0 && fits(rounded(size, scale: $0)) }
  }

  private static func rounded(_ size: Size, scale: Double) -> (width: Int, height: Int) {
    (max(1, Int((size.width * scale).rounded())), max(1, Int((size.height * scale).rounded())))
  }

  private static func fits(_ pixels: (width: Int, height: Int)) -> Bool {
    allows(width: pixels.width, height: pixels.height)
  }

  /// Refuses sizes that are not positive, finite and within reach.
  static func check(_ size: Size, scale: Double = 1) throws(RenderingError) {
    let usable = [size.width, size.height, scale].allSatisfy { $0 > 0 && $0 <= Double(side) }
    guard usable else { throw .invalidSize(width: size.width, height: size.height, scale: scale) }
  }
}
