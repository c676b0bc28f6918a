import CairoRendering
import PNGCoding
import Plotting
import Testing

@Suite struct PNGTests {
  let renderer: SceneRenderer

  init() throws {
    renderer = try SceneRenderer()
  }

  private func decoded(_ elements: [SceneElement], background: Color? = white) throws -> PixelGrid {
    try decodePNG(renderer.png(Scene(size: Size(width: 100, height: 80), background: background, elements: elements)))
  }

  @Test("a picture is as large as its scene times its scale", arguments: [0.5, 1, 2])
  func size(scale: Double) throws {
    let image = try decodePNG(renderer.png(sampleScene(), scale: scale))
    #expect(image.width == Int(1920 * scale))
    #expect(image.height == Int(1080 * scale))
    try preview(sampleScene(), "sample")
  }

  @Test("the pixels of a scene are those of its PNG, half transparent ones too")
  func pixels() throws {
    let glass = Color(red: 0.9, green: 0.3, blue: 0.1, opacity: 0.5)
    let scene = Scene(
      size: Size(width: 40, height: 30), background: nil,
      elements: [.path(.circle(center: Point(x: 20, y: 14), radius: 11.3), fill: glass)])
    let pixels = try renderer.pixels(scene)
    #expect([pixels.width, pixels.height] == [40, 30])
    #expect(pixels.rgba == (try decodePNG(renderer.png(scene))).rgba)
    #expect(Set(pixels.rgba).count > 4)
  }

  @Test("a red rectangle is red inside and nowhere else")
  func redRectangle() throws {
    let red = Color(hex: 0xD55E00)
    let image = try decoded([.path(Rect(x: 20, y: 30, width: 40, height: 10).path, fill: red)])
    for (x, y) in [(20, 30), (59, 39), (40, 35)] { #expect(isNear(image[x, y], [0xD5, 0x5E, 0, 255])) }
    for (x, y) in [(19, 30), (60, 35), (40, 29), (40, 40)] { #expect(image[x, y] == [255, 255, 255, 255]) }
  }

  @Test("what is later in a scene covers what is earlier")
  func order() throws {
    let square = Rect(x: 10, y: 10, width: 20, height: 20).path
    let image = try decoded([.path(square, fill: black), .path(square, fill: Color(hex: 0x00FF00))])
    #expect(isNear(image[20, 20], [0, 255, 0, 255]))
  }

  @Test("without a background nothing covers what lies behind, and colours keep their own value")
  func transparent() throws {
    let half = Color(hex: 0x0072B2, opacity: 0.5)
    let image = try decoded([.path(Rect(x: 10, y: 10, width: 20, height: 20).path, fill: half)], background: nil)
    #expect(image[50, 50][3] == 0)
    #expect(isNear(image[20, 20], [0, 0x72, 0xB2, 128]))
  }

  @Test("a clip lets nothing out")
  func clip() throws {
    let everywhere = Rect(x: 0, y: 0, width: 100, height: 80).path
    let image = try decoded([.clipped(to: Rect(x: 0, y: 0, width: 50, height: 80), [.path(everywhere, fill: black)])])
    #expect(image[49, 40] == [0, 0, 0, 255])
    #expect(image[50, 40] == [255, 255, 255, 255])
  }

  @Test("an image enlarged to cells shows each pixel's own colour, sharp to the edge")
  func cells() throws {
    let pixels: [UInt8] = [255, 0, 0, 255, 0, 0, 255, 255]
    let twoPixels = try #require(PixelImage(width: 2, height: 1, rgba: pixels))
    let image = try decoded([.image(twoPixels, in: Rect(x: 10, y: 10, width: 40, height: 20))])
    #expect(isNear(image[29, 20], [255, 0, 0, 255]))
    #expect(isNear(image[30, 20], [0, 0, 255, 255]))
    #expect(image[9, 20] == [255, 255, 255, 255])
  }

  @Test("pixels meant as squares are sharp at any size, others run into each other")
  func squares() throws {
    let pixels: [UInt8] = [255, 0, 0, 255, 0, 0, 255, 255]
    var twoPixels = try #require(PixelImage(width: 2, height: 1, rgba: pixels))
    let frame = Rect(x: 10, y: 10, width: 6, height: 3)
    #expect(try decoded([.image(twoPixels, in: frame)])[12, 11] != [255, 0, 0, 255])
    twoPixels.enlargement = .squares
    let image = try decoded([.image(twoPixels, in: frame)])
    #expect(image[12, 11] == [255, 0, 0, 255] && image[13, 11] == [0, 0, 255, 255])
  }

  @Test("the same scene gives the same bytes, twice and from several threads at once")
  func sameBytes() async throws {
    let scene = sampleScene()
    let renderer = renderer
    let first = try (renderer.png(scene), renderer.svg(scene), renderer.pdf(scene))
    try await withThrowingTaskGroup(of: ([UInt8], [UInt8], [UInt8]).self) { group in
      for _ in 0..<4 {
        group.addTask { try (renderer.png(scene), renderer.svg(scene), renderer.pdf(scene)) }
      }
      for try await other in group { #expect(other == first) }
    }
  }
}
