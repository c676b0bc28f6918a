import Boxes
import Foundation
import Images
import Kernels
import Tensors
import Testing

@testable import Detection

@Suite struct DecodingTests {
  /// One level of 2 × 2 cells with one anchor and two classes; all logits are very low but those that are named.
  private func outputs(_ logits: [(channel: Int, cell: Int, logit: Float)]) -> HeadOutputs<Float> {
    var level = Tensor<Float>(shape: [1, 2, 2, 2], repeating: -20)
    for (channel, cell, logit) in logits { level[0, channel, cell / 2, cell % 2] = logit }
    return HeadOutputs(logits: [level], deltas: [Tensor(shape: [1, 4, 2, 2], repeating: 0)], classes: 2)
  }

  let anchors: BoxList = [
    Box(xMin: -5, yMin: 0, xMax: 10, yMax: 10), Box(xMin: 30, yMin: 0, xMax: 40, yMax: 10),
    Box(xMin: 31, yMin: 0, xMax: 41, yMax: 10), Box(xMin: 0, yMin: 60, xMax: 10, yMax: 90),
  ]

  @Test("what is found comes by descending score, clipped to the picture")
  func order() {
    let found = Decoding.paper.objects(
      in: outputs([(0, 0, 0), (1, 3, 2)]), anchors: anchors, size: Samples.size)
    #expect(found.map(\.label) == [1, 0])
    #expect(
      found.map(\.box) == [
        Box(xMin: 0, yMin: 60, xMax: 10, yMax: 64), Box(xMin: 0, yMin: 0, xMax: 10, yMax: 10),
      ])
    #expect(found[1].score == 0.5)
  }

  @Test("of two that overlap the better one stays, but only within a class")
  func suppression() {
    let same = outputs([(0, 1, 1), (0, 2, 2)]), different = outputs([(0, 1, 1), (1, 2, 2)])
    #expect(Decoding.paper.objects(in: same, anchors: anchors, size: Samples.size).count == 1)
    #expect(Decoding.paper.objects(in: different, anchors: anchors, size: Samples.size).count == 2)
  }

  @Test("a score has to lie above 0.05, and not at it")
  func threshold() {
    func count(_ score: Double) -> Int {
      let logit = Float(-log(1 / score - 1))
      return Decoding.paper.objects(in: outputs([(0, 0, logit)]), anchors: anchors, size: Samples.size).count
    }
    #expect(count(0.0501) == 1)
    #expect(count(0.0499) == 0)
    #expect(count(0.05 - 1e-9) == 0)
  }

  @Test("no more than the best are decoded of a level, and kept of a picture")
  func limits() {
    let outputs = outputs([(0, 0, 1), (0, 1, 3), (0, 3, 2)])
    var decoding = Decoding.paper
    decoding.candidatesPerLevel = 2
    #expect(decoding.objects(in: outputs, anchors: anchors, size: Samples.size).count == 2)
    decoding.detectionsPerPicture = 1
    let found = decoding.objects(in: outputs, anchors: anchors, size: Samples.size)
    #expect(found.map(\.box) == [anchors[1]])
  }

  @Test("logits that are not numbers are not found")
  func notNumbers() {
    let found = Decoding.paper.objects(in: outputs([(0, 0, .nan)]), anchors: anchors, size: Samples.size)
    #expect(found.isEmpty)
  }

  @Test("each picture of a batch has its own objects, the same as alone")
  func batch() throws {
    let detector = try RetinaNet<Float>(seeded: Samples.tiny)
    let pictures: [Tensor<Float>] = (0..<2).map { SeededWeights.picture("picture \($0)", 64, 64) }
    let sizes = [Samples.size, Samples.size(40, 64)]
    let together = try detector.objects(in: Tensor(batch: pictures), sizes: sizes)
    #expect(together.allSatisfy { !$0.isEmpty })
    for (picture, (size, objects)) in zip(pictures, zip(sizes, together)) {
      #expect(try detector.objects(in: Tensor(batch: [picture]), sizes: [size]) == [objects])
    }
    #expect(together[1].allSatisfy { $0.box.xMax <= 40 })
  }

  @Test("an object scaled to another picture and back is the object")
  func scaling() {
    let object = FoundObject(label: 0, score: 1, box: Box(xMin: 1, yMin: 2, xMax: 30, yMax: 40))
    let (small, large) = (Samples.size(100, 50), Samples.size(200, 400))
    #expect(object.scaled(from: small, to: large).box == Box(xMin: 2, yMin: 16, xMax: 60, yMax: 320))
    #expect(object.scaled(from: small, to: large).scaled(from: large, to: small) == object)
  }

  @Test("a photograph's objects are in its own pixels, and do not leave it")
  func photograph() throws {
    let detector = try RetinaNet<Float>(seeded: Samples.tiny)
    let picture: Tensor<Float> = SeededWeights.picture("picture", 30, 50)
    let input = DetectorInput(picture, rule: ResizeRule(shorterSide: 60, longerSide: 200))
    let found = try detector.objects(in: input)
    let seen = try detector.objects(in: input.batch, sizes: [Samples.size(100, 60)])[0]
    #expect(!found.isEmpty && found.count == seen.count)
    for (object, seen) in zip(found, seen) {
      #expect(object.box == Box(edges: [seen.box.xMin, seen.box.yMin, seen.box.xMax, seen.box.yMax].map { $0 / 2 }))
      #expect(object.box.clipped(to: Samples.size(50, 30)) == object.box)
    }
  }
}
