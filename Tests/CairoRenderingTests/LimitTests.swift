import PNGCoding
import Plotting
import Testing

@testable import CairoRendering

@Suite struct LimitTests {
  private func scene(_ width: Double, _ height: Double, _ elements: [SceneElement] = []) -> Scene {
    Scene(size: Size(width: width, height: height), background: nil, elements: elements)
  }

  @Test("sizes that no picture can have are refused", arguments: [0, -1, 100_000, .nan, .infinity])
  func impossible(width: Double) throws {
    let renderer = try SceneRenderer()
    #expect(throws: RenderingError.self) { try renderer.png(scene(width, 100)) }
    #expect(throws: RenderingError.self) { try renderer.png(scene(100, 100), scale: width) }
    #expect(throws: RenderingError.self) { try renderer.svg(scene(100, width)) }
    #expect(throws: RenderingError.self) { try renderer.pdf(scene(width, 100)) }
  }

  @Test("too many pixels are refused before they are allocated")
  func tooMany() throws {
    let expected = RenderingError.tooManyPixels(width: 16384, height: 16384, largestScale: 0.5)
    #expect(throws: expected) { try SceneRenderer().png(scene(16384, 16384)) }
    #expect(throws: RenderingError.self) { try SceneRenderer().png(scene(4096, 4096), scale: 4) }
  }

  @Test(
    "the largest scale that is offered works, and a larger one does not",
    arguments: [Size(width: 1920, height: 1080), Size(width: 333, height: 777), Size(width: 16384, height: 100)])
  func largestScale(size: Size) throws {
    let scale = try #require(PixelLimit.largestScale(of: size))
    #expect(throws: Never.self) { try PixelLimit.pixels(of: size, scale: scale) }
    #expect(throws: RenderingError.self) { try PixelLimit.pixels(of: size, scale: scale + 0.02) }
  }

  @Test("pixels are said in whole numbers, with the scale that works")
  func message() {
    #expect(throws: RenderingError.self) {
      do { _ = try PixelLimit.pixels(of: Size(width: 1920, height: 1080), scale: 8) } catch let error as RenderingError
      {
        #expect(error.message.ko.hasPrefix("15360×8640 픽셀") && error.message.ko.contains("5.68까지"))
        #expect(error.message.en.contains("15360×8640 pixels") && error.message.en.hasSuffix("up to 5.68."))
        throw error
      }
    }
  }

  @Test("a coordinate that is not finite is refused", arguments: [Double.nan, .infinity, -1e9])
  func notFinite(value: Double) throws {
    let path = Path([.move(Point(x: 0, y: 0)), .line(Point(x: value, y: 1))])
    let text = TextRun("a", font: Font(size: value), color: black, origin: Point(x: 0, y: 0))
    let elements: [SceneElement] = [
      .path(path, stroke: Stroke(black, width: 1)),
      .path(Path([.move(Point(x: 0, y: 0))]), stroke: Stroke(black, width: 1, dash: [value])),
      .text(text),
      .clipped(to: Rect(x: value, y: 0, width: 1, height: 1), []),
    ]
    let renderer = try SceneRenderer()
    for element in elements {
      #expect(throws: RenderingError.self) { try renderer.png(scene(10, 10, [element])) }
      #expect(throws: RenderingError.self) { try renderer.svg(scene(10, 10, [element])) }
    }
  }

  @Test("an empty scene is a picture all the same")
  func empty() throws {
    let image = try decodePNG(SceneRenderer().png(scene(1, 1)))
    #expect(image.rgba == [0, 0, 0, 0])
  }
}
