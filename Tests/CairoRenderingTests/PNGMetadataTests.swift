import CairoRendering
import PNGCoding
import Plotting
import Testing

@Suite struct PNGMetadataTests {
  private func png(comments: [String: String] = [:]) throws -> [UInt8] {
    let size = Size(width: 8, height: 8)
    return try SceneRenderer().png(Scene(size: size, background: white, elements: []), comments: comments)
  }

  @Test("comments come back as they were written, and the picture stays readable")
  func roundTrip() throws {
    let comments = ["Scene-Digest": "8f3a00", "Author": "é", "Empty": ""]
    let png = try png(comments: comments)
    #expect(try PNGMetadata.comments(of: png) == comments)
    #expect(try decodePNG(png).width == 8)
  }

  @Test("a picture without comments has none")
  func none() throws {
    #expect(try PNGMetadata.comments(of: png()).isEmpty)
  }

  @Test(
    "a comment that PNG cannot hold is refused",
    arguments: [
      ["": "x"], ["name": "한글"], [String(repeating: "n", count: 80): "x"], ["a\0b": "x"],
    ])
  func refused(_ comments: [String: String]) {
    #expect(throws: RenderingError.self) { try png(comments: comments) }
  }

  @Test("a PNG cut off anywhere, or altered, is refused")
  func damaged() throws {
    let whole = try png(comments: ["Scene-Digest": "abc"])
    for length in 0..<whole.count {
      #expect(throws: PNGError.self, "cut at \(length)") { _ = try decodePNG(Array(whole.prefix(length))) }
    }
    for length in 0..<45 {
      #expect(throws: PNGError.self, "cut at \(length)") {
        try PNGMetadata.comments(of: Array(whole.prefix(length)))
      }
    }
    var altered = whole
    altered[45] ^= 1
    #expect(throws: PNGError.self) { try PNGMetadata.comments(of: altered) }
    #expect(throws: PNGError.self) { try decodePNG(Array("not a picture".utf8)) }
  }
}
