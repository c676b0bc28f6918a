import Localization
import PNGCoding

/// The pixels of a picture, a PNG or a JPEG of any kind, upright as its EXIF says.
///
/// ```swift
/// let picture = try readPicture(at: "balloon.jpg")
/// let x = Tensor<Float>(rgb: picture)   // 3 × H × W
/// ```
///
/// What the file holds decides, not how it is called. Palettes, grey, interlaced and 16-bit pictures, progressive and CMYK
/// ones: all come out as red, green, blue and opacity, eight bits each.
///
/// - Throws: `ImageError`, which names the file, what is wrong with it and the next step.
public func readPicture(at path: String) throws(ImageError) -> PixelGrid {
  let file = try PictureFile(at: path)
  switch file.format {
  case .png: return try named(path) { () throws(PNGError) in try uprightPNG(file.bytes) }
  case .jpeg: return try named(path) { () throws(JPEGError) in try uprightJPEG(file.bytes) }
  default: throw .otherFormat(file: path, file.format)
  }
}

func uprightPNG(_ png: [UInt8]) throws(PNGError) -> PixelGrid {
  try decodePNG(png).turned(Orientation(tiff: PNGChunkReader.data(ofFirst: "eXIf", in: png) ?? []))
}

func uprightJPEG(_ jpeg: [UInt8]) throws(JPEGError) -> PixelGrid {
  try decodeJPEG(jpeg).turned(Orientation(tiff: JPEGMarkers(jpeg).exif ?? []))
}

/// What is wrong with the bytes of a file is said with its name.
private func named<Problem: BilingualError>(
  _ path: String, _ decode: () throws(Problem) -> PixelGrid
) throws(ImageError) -> PixelGrid {
  do { return try decode() } catch { throw .unusable(file: path, reason: error.message) }
}
