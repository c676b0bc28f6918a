import Testing

@testable import Images

@Suite struct OrientationTests {
  private let little: [UInt8] = [
    0x49, 0x49, 0x2A, 0, 8, 0, 0, 0, 2, 0,
    0x0F, 0x01, 2, 0, 4, 0, 0, 0, 0x41, 0x42, 0x43, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0,
  ]
  private let big: [UInt8] = [
    0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8, 0, 2,
    0x01, 0x0F, 0, 2, 0, 0, 0, 4, 0x41, 0x42, 0x43, 0, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0,
  ]

  @Test("EXIF is read in either order of bytes")
  func orders() {
    #expect(Orientation(tiff: little) == .turnedRight)
    #expect(Orientation(tiff: big) == .turnedRight)
  }

  @Test("EXIF cut off anywhere before its number leaves the picture as it is stored")
  func cut() {
    for bytes in [little, big] {
      for length in 0..<32 { #expect(Orientation(tiff: Array(bytes.prefix(length))) == .upright, "\(length)") }
    }
  }

  @Test("offsets, counts, types and values that cannot be leave the picture as it is stored")
  func lies() {
    for (place, value) in [(4, 0xFF), (7, 0xFF), (8, 0), (8, 1), (24, 4), (26, 2), (29, 0x80), (30, 0), (30, 9)] {
      var bytes = little
      bytes[place] = UInt8(value)
      #expect(Orientation(tiff: bytes) == .upright, "byte \(place) is \(value)")
    }
  }
}
