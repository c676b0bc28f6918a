import CairoRendering
import Plotting
import Testing

@Suite struct PNGTests {
  @Test("a picture is as large as its scene times its scale", arguments: [0.5, 1, 2])
  func size(scale: Double) throws {
    let image = try decodePNG(SceneRenderer().png(sampleScene(), scale: scale))
    #expect(image.width == Int(1920 * scale))
    #expect(image.height == Int(1080 * scale))
    try preview(sampleScene(), "sample")
  }
}
