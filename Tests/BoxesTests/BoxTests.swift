import Boxes
import Kernels
import Testing

/// Boxes of every kind: usual ones, equal and touching ones, huge ones, and some that are none.
let everyKind: [Box] = {
  var random = SplitMix64(seed: 1)
  let usual = (0..<60).map { _ in
    Box(
      x: random.uniform(in: -50...600), y: random.uniform(in: -50...600), width: random.uniform(in: 1...300),
      height: random.uniform(in: 1...300))
  }
  let special = [
    Box(xMin: 0, yMin: 0, xMax: 1, yMax: 1), Box(xMin: 1, yMin: 0, xMax: 2, yMax: 1),
    Box(xMin: 0, yMin: 0, xMax: 20_000, yMax: 20_000), Box(xMin: -1e140, yMin: -1e140, xMax: 1e140, yMax: 1e140),
    Box(xMin: 3, yMin: 3, xMax: 3, yMax: 9), Box(xMin: 9, yMin: 9, xMax: 3, yMax: 3),
    Box(xMin: .nan, yMin: 0, xMax: 1, yMax: 1), Box(xMin: 0, yMin: 0, xMax: .infinity, yMax: 1),
  ]
  return usual + special
}()

@Suite struct BoxTests {
  @Test("a box is its corner and its size, and its centre and its size")
  func ways() {
    let box = Box(x: 10, y: 20, width: 30, height: 40)
    #expect(box == Box(xMin: 10, yMin: 20, xMax: 40, yMax: 60))
    #expect(box == Box(centerX: 25, centerY: 40, width: 30, height: 40))
    #expect(box.width == 30 && box.height == 40 && box.area == 1200 && box.center == (25, 40))
    #expect(abs(box.aspectRatio - 4.0 / 3) < 1e-15)
  }

  @Test("a flat, an inverted and a NaN box have no area, even where two negative sides would multiply to one")
  func degenerate() {
    for box in everyKind.filter(\.isDegenerate) { #expect(box.area == 0) }
    #expect(Box(xMin: 9, yMin: 9, xMax: 3, yMax: 3).isDegenerate)
    #expect(!Box(xMin: 0, yMin: 0, xMax: .infinity, yMax: 1).isFinite)
  }

  @Test("a clipped box lies in the image, and clipping again changes nothing")
  func clipping() throws {
    let image = try ImageSize(width: 200, height: 100)
    let whole = Box(xMin: 0, yMin: 0, xMax: 200, yMax: 100)
    for box in everyKind.filter({ $0.isFinite }) {
      let clipped = box.clipped(to: image)
      #expect(clipped.enclosing(whole) == whole)
      #expect(clipped.clipped(to: image) == clipped)
      #expect(box.isDegenerate || clipped.area == box.intersection(whole).area)
    }
    #expect(Box(xMin: .nan, yMin: 0, xMax: 1, yMax: 1).clipped(to: image).xMin.isNaN)
  }

  @Test("an image has at least one pixel, and not too many")
  func imageSizes() throws {
    for (width, height) in [(0, 5), (5, 0), (-1, 5), (32_769, 1), (Int.max, Int.max)] {
      #expect(throws: BoxError.imageSize(width: width, height: height)) { try ImageSize(width: width, height: height) }
    }
    #expect(try ImageSize(width: 1, height: 1).padded(toMultipleOf: 32) == ImageSize(width: 32, height: 32))
    #expect(try ImageSize(width: 600, height: 608).padded(toMultipleOf: 32) == ImageSize(width: 608, height: 608))
  }
}
