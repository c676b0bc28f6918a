import CPNG

/// Cairo's pixels as a PNG.
///
/// Flat graphics compress best by zlib's runs of equal bytes: rows filtered by their difference from the row above are
/// mostly zeros, and a low level finds them in a fraction of the time that Cairo's own writer takes.
enum PNGEncoder {
  private static let filters = Int32(PNG_FILTER_UP)
  private static let level: Int32 = 3
  private static let strategy: Int32 = 0

  static func encode(
    _ surface: CairoSurface, width: Int, height: Int, alpha: PixelAlpha
  ) throws(RenderingError) -> [UInt8] {
    var output = WorkbookPNGOutput()
    defer { free(output.bytes) }
    let succeeded = surface.withRows { rows, stride in
      if alpha == .transparent { unpremultiply(rows, stride: stride, width: width, height: height) }
      let source = WorkbookPNGSource(
        pixels: UnsafePointer(rows.assumingMemoryBound(to: UInt8.self)), stride: stride,
        width: UInt32(width), height: UInt32(height))
      return workbook_png_encode(
        source, alpha == .opaque ? WorkbookPNGOpaque : WorkbookPNGTransparent, filters, level, strategy, &output)
    }
    guard succeeded == 1 else {
      let reason = withUnsafeBytes(of: output.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      throw .library("libpng", reason: reason)
    }
    return Array(UnsafeBufferPointer(start: output.bytes, count: output.count))
  }

  /// Divides each colour by its opacity, in place.
  private static func unpremultiply(_ rows: UnsafeMutableRawPointer, stride: Int, width: Int, height: Int) {
    for y in 0..<height {
      let row = rows + y * stride
      for x in 0..<width {
        let pixel = row.load(fromByteOffset: 4 * x, as: UInt32.self)
        let opacity = pixel >> 24
        guard opacity != 0, opacity != 255 else { continue }
        let channels = [16, 8, 0].reduce(opacity << 24) { whole, shift in
          whole | min(255, ((pixel >> shift & 0xFF) * 255 + opacity / 2) / opacity) << shift
        }
        row.storeBytes(of: channels, toByteOffset: 4 * x, as: UInt32.self)
      }
    }
  }
}
