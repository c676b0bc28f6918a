import PNGCoding

/// Cairo's pixels as a PNG.
enum PNGEncoder {
  static func encode(
    _ surface: CairoSurface, width: Int, height: Int, alpha: PixelAlpha
  ) throws(RenderingError) -> [UInt8] {
    let encoded = surface.withRows { rows, stride in
      if alpha == .transparent { unpremultiply(rows, stride: stride, width: width, height: height) }
      return Result { () throws(PNGError) in
        try encodePNG(rows: rows, stride: stride, width: width, height: height, alpha: alpha)
      }
    }
    switch encoded {
    case .success(let png): return png
    case .failure(.encoding(let reason)): throw .library("libpng", reason: reason)
    case .failure, nil: throw .library("libpng", reason: "no pixels")
    }
  }

  /// Divides each colour by its opacity, in place.
  static func unpremultiply(_ rows: UnsafeMutableRawPointer, stride: Int, width: Int, height: Int) {
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
