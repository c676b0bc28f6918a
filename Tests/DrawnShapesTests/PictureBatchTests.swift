import Evaluation
import Plotting
import Tensors
import Testing

@testable import DrawnShapes

@Suite struct PictureBatchTests {
  @Test("a batch holds red, green and blue of every pixel, from −2 to 2")
  func tensor() throws {
    let images = try [
      #require(PixelImage(width: 2, height: 1, rgba: [0, 255, 51, 255, 255, 102, 0, 255])),
      #require(PixelImage(width: 2, height: 1, rgba: [255, 255, 255, 255, 0, 0, 0, 255])),
    ]
    let x = Tensor<Float>(images: images)
    #expect(x.shape == [2, 3, 1, 2])
    let expected: [Float] = [-2, 2, 2, -0.4, -1.2, -2, 2, -2, 2, -2, 2, -2]
    #expect(zip(x.scalars, expected).allSatisfy { abs($0 - $1) < 1e-6 })
  }

  @Test("who finds every object in its place has an average precision of 1, who finds nothing one of 0")
  func evaluation() throws {
    let pictures = try ShapeArtist().pictures(seeds: [1, 2, 3, 4, 5, 6, 7, 8])
    let truth = try GroundTruth(pictures)
    #expect(truth.images.count == 8 && truth.categories.count == ShapeClass.allCases.count)
    let perfect = truth.annotations.map {
      ScoredBox(imageID: $0.imageID, categoryID: $0.categoryID, box: $0.box, score: 0.9)
    }
    #expect(abs((try truth.quality(of: perfect).averagePrecision() ?? 0) - 1) < 1e-12)
    #expect(try truth.quality(of: []).averagePrecision() == 0)
  }
}
