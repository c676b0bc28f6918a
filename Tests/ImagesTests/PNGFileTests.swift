import Foundation
import PNGCoding
import Tensors
import Testing

@testable import Images

@Suite struct PNGFileTests {
  struct Truth: Decodable {
    struct Case: Decodable {
      let name: String
      let png: Data
      let rgba: [Int]
    }
    let width: Int, height: Int
    let cases: [Case]
  }

  let truth: Truth

  init() throws {
    let url = try #require(Bundle.module.url(forResource: "truth", withExtension: "json", subdirectory: "Fixtures"))
    truth = try JSONDecoder().decode(Truth.self, from: Data(contentsOf: url))
  }

  /// What reading a file with these bytes gives.
  private func read(_ bytes: Data) throws -> (path: String, result: Result<PixelGrid, ImageError>) {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).png")
    try bytes.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return (file.path, Result { () throws(ImageError) in try readPNG(at: file.path) })
  }

  // MARK: - Whole files

  @Test("a PNG of any kind holds the pixels that the standard says")
  func kinds() throws {
    #expect(truth.cases.count > 8)
    for expected in truth.cases {
      let pixels = try read(expected.png).result.get()
      #expect((pixels.width, pixels.height) == (truth.width, truth.height), "\(expected.name)")
      #expect(pixels.rgba.map(Int.init) == expected.rgba, "\(expected.name)")
    }
  }

  @Test("as a tensor, channels come one after the other, and white is 1")
  func tensors() throws {
    let colour = try #require(truth.cases.first { $0.name == "colour" })
    let pixels = try read(colour.png).result.get()
    let rgb = Tensor(rgb: pixels), grey = Tensor(grey: pixels)
    #expect(rgb.shape == [3, truth.height, truth.width] && grey.shape == [1, truth.height, truth.width])
    let place = (2 * truth.width + 3) * 4
    for channel in 0..<3 { #expect(abs(rgb[channel, 2, 3] - Float(colour.rgba[place + channel]) / 255) < 1e-6) }
    #expect(abs(grey[0, 2, 3] - (0.299 * rgb[0, 2, 3] + 0.587 * rgb[1, 2, 3] + 0.114 * rgb[2, 2, 3])) < 1e-6)
  }

  @Test("grey stays what it is, and what is transparent lies on white")
  func greyAndWhite() throws {
    let grey = try #require(truth.cases.first { $0.name == "grey with opacity" })
    let pixels = try read(grey.png).result.get()
    let brightness = Tensor(grey: pixels)
    for place in 0..<truth.width * truth.height {
      let level = Float(grey.rgba[4 * place]) / 255, opacity = Float(grey.rgba[4 * place + 3]) / 255
      #expect(abs(brightness.scalars[place] - (opacity * level + 1 - opacity)) < 1e-6)
    }
    let rgb = Tensor(rgb: pixels)
    #expect(rgb[picture: 0] == rgb[picture: 2])
    #expect(rgb[picture: 0].scalars == brightness.scalars)
  }

  // MARK: - Broken files

  @Test("a file cut off anywhere is refused, with its name and what is wrong")
  func cut() throws {
    for expected in truth.cases.prefix(2) {
      for length in 0..<expected.png.count {
        let (path, result) = try read(expected.png.prefix(length))
        #expect(throws: ImageError.self, "\(expected.name), cut at \(length)") { try result.get() }
        guard case .failure(let error) = result else { continue }
        #expect(error.message.ko.contains(path) && error.message.ko.contains("PNG"))
        #expect(error.message.en.contains(path) && error.message.en.contains("not a valid PNG"))
      }
    }
  }

  @Test("pixels that were altered are refused")
  func altered() throws {
    let colour = try #require(truth.cases.first { $0.name == "colour" })
    var bytes = colour.png
    bytes[bytes.count - 30] ^= 0xFF
    #expect(throws: ImageError.self) { try read(bytes).result.get() }
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
    let (path, result) = try read(Data(header + checksum + data + end))
    #expect(result == .failure(.unusable(file: path, .tooManyPixels(width: 32767, height: 32767))))
  }

  @Test("a file that is not there is refused by name")
  func missing() {
    #expect(throws: ImageError.unreadable(file: "/nowhere/balloon.png")) { try readPNG(at: "/nowhere/balloon.png") }
    #expect(ImageError.unreadable(file: "balloon.png").message.en.contains("“balloon.png”"))
    #expect(ImageError.unreadable(file: "balloon.png").message.ko.contains("“balloon.png”"))
  }
}
