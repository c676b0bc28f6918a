import Foundation
import Kernels
import PNGCoding
import Testing

@testable import Images

/// Thousands of changes to real files. For more of them say how many times as many: `FUZZ=20 swift test --filter FuzzTests`.
@Suite struct FuzzTests {
  private let rounds = 150 * (ProcessInfo.processInfo.environment["FUZZ"].flatMap(Int.init) ?? 1)

  @Test("whatever is changed in a file's bytes, there is an error or a picture")
  func mutations() throws {
    var random = SplitMix64(seed: 11)
    var (pictures, errors) = (0, 0)
    for truth in try Truth.pillow() {
      let original = [UInt8](truth.file)
      let isPNG = PictureFormat(head: original) == .png
      for round in 0..<rounds {
        let isDeep = isPNG && round % 2 == 0
        let bytes = try isDeep ? deeplyMutated(png: original, by: &random) : mutated(original, by: &random)
        guard let picture = try? isPNG ? uprightPNG(bytes) : uprightJPEG(bytes) else {
          errors += 1
          continue
        }
        pictures += 1
        #expect(picture.rgba.count == 4 * picture.width * picture.height)
      }
    }
    // Both happen often, or the changes would try little.
    #expect(pictures > 500 && errors > 500, "\(pictures) pictures, \(errors) errors")
  }

  @Test("whatever EXIF says, it is one of eight orientations")
  func exif() throws {
    var random = SplitMix64(seed: 12)
    let exif = try #require(JPEGMarkers([UInt8](Truth.pillow("orientation 5").file)).exif)
    let orientations = (0..<5000).map { _ in Orientation(tiff: mutated(exif, by: &random)) }
    #expect(Set(orientations).count > 3 && orientations.contains(.upright))
  }

  /// A PNG with one chunk's data changed, and a checksum that is right again.
  private func deeplyMutated(png original: [UInt8], by random: inout SplitMix64) throws -> [UInt8] {
    var reader = try PNGChunkReader(original)
    var chunks: [PNGChunk] = []
    while let chunk = try reader.next() { chunks.append(chunk) }
    let changed = Int.random(in: 0..<chunks.count, using: &random)
    chunks[changed] = PNGChunk(type: chunks[changed].type, data: mutated(chunks[changed].data, by: &random))
    return original.prefix(8) + (chunks + [PNGChunk(type: "IEND", data: [])]).flatMap(\.encoded)
  }

  /// The bytes with one to four changes: a byte replaced, a bit turned, a stretch removed, doubled, or set to an extreme.
  private func mutated(_ original: [UInt8], by random: inout SplitMix64) -> [UInt8] {
    var bytes = original
    for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      let stretch = place..<min(place + Int.random(in: 1...12, using: &random), bytes.count)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 2: bytes.removeSubrange(stretch)
      case 3: bytes.insert(contentsOf: Array(bytes[stretch]), at: place)
      case 4: for place in stretch { bytes[place] = place % 2 == 0 ? 0 : 0xFF }
      default: bytes.removeSubrange(place...)
      }
    }
    return bytes
  }
}
