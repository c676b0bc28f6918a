import PNGCoding
import Tensors
import Testing

@testable import Images

@Suite struct ResizingTests {
  struct Resizing: Decodable {
    struct Ready: Decodable {
      let shorter: Int, longer: Int
      let size: [Int]
      let batch: Truth.Numbers
    }
    let picture: Truth.Numbers
    let resized: [Truth.Numbers]
    let sizes: [[Int]]
    let ready: [Ready]
  }

  let truth: Resizing

  init() throws { truth = try Truth.read("resize", as: Resizing.self) }

  private func distance(_ a: Tensor<Float>, _ b: Tensor<Float>) -> Float {
    zip(a.scalars, b.scalars).map { abs($0 - $1) }.max() ?? 0
  }

  // MARK: - Laws

  @Test("a picture resized to its own size is itself")
  func same() {
    let picture = truth.picture.tensor
    #expect(picture.resized(height: 5, width: 7) == picture)
  }

  @Test("one colour stays that colour in any size")
  func constant() {
    let picture = Tensor<Float>(shape: [1, 3, 4], repeating: 0.3)
    for (height, width) in [(1, 1), (2, 9), (50, 3)] {
      let resized = picture.resized(height: height, width: width)
      #expect(resized.shape == [1, height, width] && resized.scalars.allSatisfy { abs($0 - 0.3) < 1e-7 })
    }
  }

  @Test("the mean of a picture twice as wide is the picture's: left and right count alike")
  func balance() {
    let picture = truth.picture.tensor
    let mean = { (x: Tensor<Float>) in x.scalars.reduce(0, +) / Float(x.count) }
    #expect(abs(mean(picture.resized(height: 5, width: 14)) - mean(picture)) < 1e-6)
  }

  @Test("padding keeps the picture, and adds 0 on the right and below")
  func padding() {
    let picture = truth.picture.tensor
    let padded = picture.padded(toMultipleOf: 4)
    #expect(padded.shape == [3, 8, 8])
    for channel in 0..<3 {
      for y in 0..<8 {
        for x in 0..<8 {
          #expect(padded[channel, y, x] == (y < 5 && x < 7 ? picture[channel, y, x] : 0))
        }
      }
    }
    #expect(picture.padded(toMultipleOf: 1) == picture)
  }

  @Test("normalising takes the mean away and leaves the deviation at 1")
  func normalising() {
    let x = Tensor<Float>(shape: [3, 1, 1], [0.485, 0.456 + 0.224, 0.406 - 0.225])
    #expect(distance(x.normalized(), Tensor(shape: [3, 1, 1], [0, 1, -1])) < 1e-6)
  }

  // MARK: - As torchvision does

  @Test("resized larger and smaller, every number is PyTorch's but for its last two places")
  func resizing() {
    #expect(truth.resized.count > 5)
    for expected in truth.resized {
      let resized = truth.picture.tensor.resized(height: expected.shape[1], width: expected.shape[2])
      #expect(resized.shape == expected.shape)
      #expect(distance(resized, expected.tensor) < 3e-7, "\(expected.shape)")
    }
  }

  @Test("pictures become as large as torchvision makes them")
  func sizes() {
    #expect(truth.sizes.count > 40)
    for row in truth.sizes {
      let size = ResizeRule(shorterSide: row[2], longerSide: row[3]).size(height: row[0], width: row[1])
      #expect([size.height, size.width] == Array(row[4...]), "\(row)")
    }
  }

  @Test("a thread of pixels keeps one pixel's width")
  func thread() {
    let size = ResizeRule.torchvision.size(height: 1, width: 10_000)
    #expect(size == (1, 1333))
    let input = DetectorInput(Tensor(shape: [3, 1, 10_000], repeating: 0.5))
    #expect(input.batch.shape == [1, 3, 32, 1344])
  }

  @Test("resized, normalised and padded, a picture is what torchvision's detectors see")
  func ready() {
    for expected in truth.ready {
      let rule = ResizeRule(shorterSide: expected.shorter, longerSide: expected.longer)
      let input = DetectorInput(truth.picture.tensor, rule: rule)
      #expect([input.height, input.width] == expected.size)
      #expect((input.originalHeight, input.originalWidth) == (5, 7))
      #expect(input.batch.shape == expected.batch.shape)
      #expect(distance(input.batch, expected.batch.tensor) < 1.5e-6)
    }
  }
}
