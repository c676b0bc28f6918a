import Foundation
import PNGCoding
import Tensors
import Testing

@testable import Images

@Suite struct PNGFileTests {
  struct Standard: Decodable {
    struct Case: Decodable {
      let name: String
      let png: Data
      let rgba: [Int]
    }
    let width: Int, height: Int
    let cases: [Case]
  }

  let standard: Standard

  init() throws {
    standard = try Truth.read("truth", as: Standard.self)
  }

  // MARK: - Whole files

  @Test("a PNG of any kind holds the pixels that the standard says")
  func kinds() throws {
    #expect(standard.cases.count > 8)
    for expected in standard.cases {
      let pixels = try reading(expected.png).get()
      #expect((pixels.width, pixels.height) == (standard.width, standard.height), "\(expected.name)")
      #expect(pixels.rgba.map(Int.init) == expected.rgba, "\(expected.name)")
    }
  }

  // MARK: - Broken files

  @Test("a file cut off anywhere is refused, with its name and what is wrong")
  func cut() throws {
    for expected in standard.cases.prefix(2) {
      for length in 0..<expected.png.count {
        #expect(throws: PNGError.self, "\(expected.name), cut at \(length)") {
          try uprightPNG([UInt8](expected.png.prefix(length)))
        }
      }
    }
    let error = try #require(throws: ImageError.self) { try reading(standard.cases[0].png.prefix(50)).get() }
    for text in [error.message.ko, error.message.en] { #expect(text.contains("/picture”") && text.contains("PNG")) }
  }

  @Test("pixels that were altered are refused")
  func altered() throws {
    let colour = try #require(standard.cases.first { $0.name == "colour" })
    var bytes = colour.png
    bytes[bytes.count - 30] ^= 0xFF
    #expect(throws: ImageError.self) { try reading(bytes).get() }
  }

  @Test("a header that claims more pixels than fit is refused before they are allocated")
  func huge() throws {
    let header: [UInt8] = [
      0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0x7F, 0xFF, 0, 0, 0x7F,
      0xFF, 8, 2, 0, 0, 0,
    ]
    let end: [UInt8] = [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]
    let checksum: [UInt8] = [0xC6, 0x90, 0x91, 0x6A]
    let data: [UInt8] = [
      0x00, 0x00, 0x00, 0x09, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0x00, 0x00, 0x00, 0x01, 0x00, 0x01, 0x5E, 0xFF,
      0x7D, 0xF9,
    ]
    #expect(throws: PNGError.tooManyPixels(width: 32767, height: 32767)) {
      try uprightPNG(header + checksum + data + end)
    }
  }
}
