import Plotting

/// How large a picture may be.
enum PixelLimit {
  /// The longest side, in points and in pixels: what Cairo can address.
  static let side = 32_767
  /// The most pixels, 256 MiB of them: an 8K screen has half as many.
  static let total = 1 << 26

  /// Width and height in whole pixels.
  /// - Throws: `RenderingError.invalidSize`, `.tooManyPixels`, before anything is allocated.
  static func pixels(of size: Size, scale: Double) throws(RenderingError) -> (width: Int, height: Int) {
    try check(size, scale: scale)
    let width = max(1, (size.width * scale).rounded())
    let height = max(1, (size.height * scale).rounded())
    guard width <= Double(side), height <= Double(side), width * height <= Double(total) else {
      throw .tooManyPixels(width: width, height: height, limit: total)
    }
    return (Int(width), Int(height))
  }

  /// Refuses sizes that are not positive, finite and within reach.
  static func check(_ size: Size, scale: Double = 1) throws(RenderingError) {
    let usable = [size.width, size.height, scale].allSatisfy { $0 > 0 && $0 <= Double(side) }
    guard usable else { throw .invalidSize(width: size.width, height: size.height, scale: scale) }
  }
}
