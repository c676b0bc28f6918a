import CTurboJPEG
import PNGCoding

/// The pixels of a JPEG as it is stored: baseline or progressive, grey, colour or CMYK.
///
/// Decoded as libjpeg does where nothing else is asked for: accurate cosines, chrominance smoothed as it is enlarged.
/// Damage that libjpeg steps over, such as stray bytes between markers, gives a picture, as in every viewer; a missing end
/// does not.
///
/// - Throws: `JPEGError`; `.tooManyPixels` before these are allocated.
func decodeJPEG(_ jpeg: [UInt8]) throws(JPEGError) -> PixelGrid {
  guard let decoder = tjInitDecompress() else { throw .invalid("libjpeg-turbo could not start") }
  defer { tjDestroy(decoder) }
  let length = UInt(jpeg.count)

  // An unusual subsampling is called an error here, though it decodes: what counts is what was found.
  var (width, height, sampling, space): (Int32, Int32, Int32, Int32) = (0, 0, -1, -1)
  let header = tjDecompressHeader3(decoder, jpeg, length, &width, &height, &sampling, &space)
  guard header == 0 || (width > 0 && height > 0 && space >= 0) else { throw problem(of: decoder, with: jpeg) }
  let (columns, rows) = (Int(width), Int(height))
  guard PixelLimit.allows(width: columns, height: rows) else { throw .tooManyPixels(width: columns, height: rows) }

  let isPrint = [TJCS_CMYK, TJCS_YCCK].contains { Int32($0.rawValue) == space }
  let pixelFormat = Int32((isPrint ? TJPF_CMYK : TJPF_RGBA).rawValue)
  var pixels = [UInt8](repeating: 0, count: columns * rows * 4)
  let status = tjDecompress2(
    decoder, jpeg, length, &pixels, width, 0, height, pixelFormat, TJFLAG_ACCURATEDCT | TJFLAG_LIMITSCANS)
  if status != 0 {
    let isWarning = tjGetErrorCode(decoder) == Int32(TJERR_WARNING.rawValue)
    guard isWarning, JPEGMarkers(jpeg).isWhole else { throw problem(of: decoder, with: jpeg) }
  }
  if isPrint { replaceInks(in: &pixels) }
  return PixelGrid(width: columns, height: rows, rgba: pixels)
}

private func problem(of decoder: tjhandle, with jpeg: [UInt8]) -> JPEGError {
  guard JPEGMarkers(jpeg).isWhole else { return .cutOff }
  return .invalid(tjGetErrorStr2(decoder).map { String(cString: $0) } ?? "libjpeg-turbo")
}

/// Cyan, magenta, yellow and black, each stored as the ink that is missing (Adobe's way), become red, green, blue and opaque:
/// red is what black lets through, less cyan's share of it, as Pillow has it.
private func replaceInks(in pixels: inout [UInt8]) {
  for start in stride(from: 0, to: pixels.count, by: 4) {
    let light = Int(pixels[start + 3])
    for ink in start..<start + 3 {
      let product = (255 - Int(pixels[ink])) * light + 128
      pixels[ink] = UInt8(light - (product >> 8 + product) >> 8)
    }
    pixels[start + 3] = 255
  }
}
