import Plotting
import Testing

@testable import Workbook

@Suite struct HeatImageTests {
  @Test("the ramp gets brighter all the way")
  func brighter() {
    let brightness = (0...100).map { share in
      let color = HeatRamp.color(at: Double(share) / 100)
      return 0.2126 * color.red + 0.7152 * color.green + 0.0722 * color.blue
    }
    for (dark, bright) in zip(brightness, brightness.dropFirst()) { #expect(dark < bright) }
  }

  @Test("lowest and highest take the ends of the ramp, and so does what lies beyond")
  func ends() throws {
    let image = try #require(PixelImage(width: 2, heat: [0, 1, -5, 7, .nan, 0.5], in: 0...1))
    let pixels = (0..<6).map { Array(image.rgba[4 * $0..<4 * $0 + 4]) }
    #expect(pixels[0] == [0x44, 0x01, 0x54, 255] && pixels[1] == [0xFD, 0xE7, 0x25, 255])
    #expect(pixels[2] == pixels[0] && pixels[3] == pixels[1] && pixels[4] == pixels[0])
    #expect(PixelImage(width: 4, heat: [0, 1, 2], in: 0...1) == nil)
  }
}
