/// A walk along the markers of a JPEG, within its bounds whatever lengths it claims.
///
/// - Source: ITU-T T.81, B.1.1.
struct JPEGMarkers {
  /// The first EXIF block, a TIFF file of its own.
  private(set) var exif: [UInt8]?
  /// Whether the picture's end is there. (A preview inside a segment has its own, which does not count.)
  private(set) var isWhole = false

  private static let end: UInt8 = 0xD9
  private static let application1: UInt8 = 0xE1
  private static let exifMark = Array("Exif\0\0".utf8)

  init(_ bytes: [UInt8]) {
    var position = 2
    while let code = Self.nextMarker(in: bytes, from: position) {
      if bytes[code] == Self.end {
        isWhole = true
        return
      }
      guard code + 2 < bytes.count else { return }
      let length = Int(bytes[code + 1]) << 8 | Int(bytes[code + 2])
      position = code + 1 + max(length, 2)
      guard position <= bytes.count else { return }
      let segment = bytes[code + 3..<position]
      if bytes[code] == Self.application1, exif == nil, segment.starts(with: Self.exifMark) {
        exif = Array(segment.dropFirst(Self.exifMark.count))
      }
    }
  }

  /// Where the next marker's second byte is. In compressed data, 0xFF stands before 0 or a restart's number; before a marker it may
  /// be repeated.
  private static func nextMarker(in bytes: [UInt8], from position: Int) -> Int? {
    var place = position
    while place + 1 < bytes.count {
      let code = bytes[place + 1]
      if bytes[place] == 0xFF, code != 0, code != 0xFF, !(0xD0...0xD7).contains(code) { return place + 1 }
      place += 1
    }
    return nil
  }
}
