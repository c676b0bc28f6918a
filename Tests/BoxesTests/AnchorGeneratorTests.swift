import Boxes
import Foundation
import Testing

@Suite struct AnchorGeneratorTests {
  @Test(
    "the paper's nine anchors on every cell",
    arguments: [
      (256, 256, 12_276), (400, 400, 30_231), (500, 500, 47_961), (512, 512, 49_104), (600, 600, 67_995),
      (640, 640, 76_725), (700, 700, 92_889), (800, 800, 120_087), (1333, 800, 200_700), (1, 1, 45),
    ])
  func counts(_ width: Int, _ height: Int, _ count: Int) throws {
    let image = try ImageSize(width: width, height: height)
    for generator in [AnchorGenerator.paper, .torchvision] {
      #expect(generator.count(for: image) == count)
      #expect(generator.anchors(for: image).count == count)
    }
  }

  @Test("a large image is counted without laying its anchors")
  func large() throws {
    let image = try ImageSize(width: 20_000, height: 20_000)
    #expect(
      AnchorGenerator.paper.count(for: image) == 9 * (2500 * 2500 + 1250 * 1250 + 625 * 625 + 313 * 313 + 157 * 157))
  }

  @Test("600 px become 75, 38, 19, 10 and 5 cells")
  func grids() throws {
    let image = try ImageSize(width: 600, height: 601)
    #expect(PyramidLevel.allCases.map { $0.grid(for: image).columns } == [75, 38, 19, 10, 5])
    #expect(PyramidLevel.p3.grid(for: image).rows == 76)
    #expect(PyramidLevel.allCases.map(\.stride) == [8, 16, 32, 64, 128])
    #expect(PyramidLevel.allCases.map(\.baseSize) == [32, 64, 128, 256, 512])
  }

  @Test("in a cell, each anchor has its area, its ratio height / width, and its middle in the middle")
  func shapes() {
    for level in PyramidLevel.allCases {
      let cell = AnchorGenerator.paper.cellAnchors(at: level)
      for (index, box) in cell.enumerated() {
        let side = Double(level.baseSize) * AnchorGenerator.paper.octaveScales[index % 3]
        #expect(abs(box.area / (side * side) - 1) < 1e-6)
        #expect(abs(box.aspectRatio / AnchorGenerator.paper.aspectRatios[index / 3] - 1) < 1e-6)
        #expect(box.center == (0, 0))
      }
    }
  }

  @Test("every anchor is where its level, row, column and shape say", arguments: [AnchorGenerator.paper, .torchvision])
  func places(_ generator: AnchorGenerator) throws {
    let image = try ImageSize(width: 70, height: 41)
    for (index, box) in generator.anchors(for: image).enumerated() {
      let anchor = generator.anchor(at: index, for: image)
      let shape =
        (generator.aspectRatios.firstIndex(of: anchor.aspectRatio) ?? 0) * 3
        + (generator.octaveScales.firstIndex(of: anchor.octaveScale) ?? 0)
      let cell = generator.cellAnchors(at: anchor.level)[shape]
      let grid = anchor.level.grid(for: image)
      let isOfPaper = generator.convention == .paper
      let stride = Double(anchor.level.stride)
      let x = isOfPaper ? (Double(anchor.column) + 0.5) * stride : Double(anchor.column * (70 / grid.columns))
      let y = isOfPaper ? (Double(anchor.row) + 0.5) * stride : Double(anchor.row * (41 / grid.rows))
      #expect(agree(numbers(box), [cell.xMin + x, cell.yMin + y, cell.xMax + x, cell.yMax + y]))
    }
  }

  @Test("a ratio of 0, a scale of 0, NaN, and nothing at all are refused")
  func refused() {
    for ratio in [0, -1, 1e9, Double.infinity] {
      #expect(throws: BoxError.aspectRatio(ratio)) { try AnchorGenerator(aspectRatios: [1, ratio]) }
    }
    #expect(throws: BoxError.self) { try AnchorGenerator(aspectRatios: [.nan]) }
    #expect(throws: BoxError.octaveScale(0)) { try AnchorGenerator(octaveScales: [0]) }
    #expect(throws: BoxError.noAnchors) { try AnchorGenerator(octaveScales: []) }
    #expect(throws: BoxError.noAnchors) { try AnchorGenerator(levels: []) }
  }
}

@Suite struct AnchorGeneratorTruthTests {
  @Test("the anchors of a cell are torchvision's")
  func cells() {
    for (level, truth) in zip(PyramidLevel.allCases, Truth.torchvision.anchors.cells) {
      #expect(AnchorGenerator.torchvision.cellAnchors(at: level) == boxes(truth))
    }
  }

  @Test("the anchors of an image are torchvision's, to the last bit")
  func images() throws {
    for truth in Truth.torchvision.anchors.cases {
      let generator = try AnchorGenerator(
        .torchvision, aspectRatios: truth.ratios, octaveScales: truth.scales ?? AnchorGenerator.paper.octaveScales)
      let anchors = generator.anchors(for: try ImageSize(width: truth.width, height: truth.height))
      #expect(anchors.count == truth.count)
      let samples = stride(from: 0, to: anchors.count, by: truth.step).map { anchors[$0] }
      #expect(samples.flatMap(numbers) == truth.samples)
      #expect(
        [\Box.xMin, \.yMin, \.xMax, \.yMax].map { edge in anchors.reduce(0) { $0 + $1[keyPath: edge] } } == truth.sums)
    }
  }
}
