import Foundation
import PNGCoding
import Tensors
import Testing

@testable import Images

@Suite struct PictureTests {
  @Test("a picture of any kind holds the colours that Pillow reads: a JPEG's within one level, a PNG's exactly")
  func kinds() throws {
    let cases = try Truth.pillow()
    #expect(cases.count > 30)
    for truth in cases {
      let picture = try reading(truth.file).get()
      let distance = try #require(picture.distance(to: truth), "\(truth.name): \(picture.width)×\(picture.height)")
      // Of 16 bits Pillow cuts eight off, where the nearest eight are taken here.
      let isExact = truth.name.hasPrefix("PNG") && !truth.name.contains("16 bits")
      #expect(distance <= (isExact ? 0 : 1), "\(truth.name): \(distance) levels away")
    }
  }

  @Test("the eight ways to hold a camera give one picture")
  func orientations() throws {
    let upright = try decodeJPEG([UInt8](Truth.pillow("orientation 1").file))
    for orientation in Orientation.allCases {
      let stored = try Truth.pillow("orientation \(orientation.rawValue)").file
      #expect(try decodeJPEG([UInt8](stored)) == upright)
      let turned = upright.turned(orientation)
      #expect(try reading(stored).get() == turned)
      let back: Orientation =
        switch orientation {
        case .turnedLeft: .turnedRight
        case .turnedRight: .turnedLeft
        default: orientation
        }
      #expect(turned.turned(back) == upright)
    }
  }

  @Test("the bytes decide, not the name")
  func names() throws {
    let jpeg = try Truth.pillow("4:2:0").file, png = try Truth.pillow("PNG, colour").file
    #expect(try reading(jpeg, named: "photo.png") == reading(jpeg, named: "photo.jpg"))
    #expect(try reading(png, named: "photo.jpeg").get() == reading(png, named: "사진").get())
  }

  @Test("a JPEG has no opacity, and printed inks come out opaque")
  func opaque() throws {
    for name in ["4:2:0", "grey", "CMYK", "YCCK"] {
      let picture = try reading(Truth.pillow(name).file).get()
      #expect(stride(from: 3, to: picture.rgba.count, by: 4).allSatisfy { picture.rgba[$0] == 255 }, "\(name)")
    }
  }

  @Test("a PNG of one pixel, and one of a single row of ten thousand")
  func narrow() throws {
    for (width, height) in [(1, 1), (10_000, 1), (1, 10_000)] {
      let pixels = [UInt8](repeating: 200, count: 4 * width * height)
      let png = try encodePNG(rows: pixels, stride: 4 * width, width: width, height: height, alpha: .opaque)
      let picture = try reading(png).get()
      #expect((picture.width, picture.height) == (width, height) && picture.rgb.allSatisfy { $0 == 200 })
    }
  }

  // MARK: - As a tensor

  @Test("as a tensor, channels come one after the other, and a level is the number that torchvision makes of it")
  func tensors() throws {
    struct Levels: Decodable { let levels: Truth.Numbers }
    let levels = try Truth.read("resize", as: Levels.self).levels.tensor.scalars
    let truth = try Truth.pillow("PNG, opacity")
    let picture = try reading(truth.file).get()
    let x = Tensor(rgb: picture)
    #expect(x.shape == [3, truth.height, truth.width])
    for (place, level) in truth.rgb.enumerated() {
      #expect(x.scalars[place % 3 * truth.width * truth.height + place / 3] == levels[Int(level)])
    }
  }
}
