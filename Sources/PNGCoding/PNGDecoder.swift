import CPNG

/// Rows of pixels from the top, each red, green, blue, opacity; opacity does not dim the colours.
public struct PixelGrid: Sendable, Hashable {
  public let width: Int
  public let height: Int
  /// `width × height × 4` bytes.
  public let rgba: [UInt8]

  package init(width: Int, height: Int, rgba: [UInt8]) { (self.width, self.height, self.rgba) = (width, height, rgba) }
}

/// The pixels of a PNG of any kind: palettes, grey and 16-bit pictures come out as eight bits a channel.
///
/// They are the numbers in the file, whatever it says about the screen that they were made for: Pillow and torchvision do the
/// same. Of 16 bits the nearest eight are taken, where Pillow cuts: at most one level away.
///
/// - Throws: `PNGError.invalid` where the bytes are not a whole PNG; `.tooManyPixels` before these are
///   allocated.
public func decodePNG(_ png: [UInt8]) throws(PNGError) -> PixelGrid {
  // libpng is content when the end is missing: see first that all chunks are there.
  var chunks = try PNGChunkReader(png)
  var aboutColors = RangeSet<Int>()
  while let chunk = try chunks.skip() {
    if colorChunks.contains(String(decoding: png[chunk].prefix(4), as: UTF8.self)) {
      aboutColors.insert(contentsOf: chunk.lowerBound - 4..<chunk.upperBound + 4)
    }
  }
  var png = png
  png.removeSubranges(aboutColors)
  return try png.withUnsafeBytes { decode($0) }.get()
}

/// What libpng would convert colours by.
private let colorChunks: Set = ["gAMA", "cHRM", "sRGB", "iCCP", "cICP"]

/// libpng's simplified interface catches its own jumps and leaves a message instead.
private func decode(_ png: UnsafeRawBufferPointer) -> Result<PixelGrid, PNGError> {
  var image = png_image()
  image.version = png_uint_32(PNG_IMAGE_VERSION)
  defer { png_image_free(&image) }
  guard png_image_begin_read_from_memory(&image, png.baseAddress, png.count) != 0 else {
    return .failure(.invalid(image.reason))
  }
  let (width, height) = (Int(image.width), Int(image.height))
  guard PixelLimit.allows(width: width, height: height) else {
    return .failure(.tooManyPixels(width: width, height: height))
  }
  image.format = png_uint_32(PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_ALPHA)
  image.flags |= png_uint_32(PNG_IMAGE_FLAG_16BIT_sRGB)
  var pixels = [UInt8](repeating: 0, count: width * height * 4)
  guard png_image_finish_read(&image, nil, &pixels, 0, nil) != 0 else { return .failure(.invalid(image.reason)) }
  return .success(PixelGrid(width: width, height: height, rgba: pixels))
}

extension png_image {
  fileprivate var reason: String {
    withUnsafeBytes(of: message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }
}
