import Boxes
import Tensors
import Testing

@testable import Detection

/// Against torchvision; `Fixtures/truth.py` says with which versions.
@Suite struct ForwardTests {
  let truth: Truth

  init() throws { truth = try Truth.read() }

  @Test("pyramid, logits, offsets and detections are torchvision's", arguments: 0..<4)
  func agrees(_ index: Int) throws {
    let expected = truth.forward[index]
    let detector = try RetinaNet<Float>(seeded: .ofTruth(expected.model))
    let picture: Tensor<Float> = SeededWeights.picture("picture", expected.height, expected.width)
    let activations = detector.network.afterTraining.forward(
      Tensor(batch: [picture]), keeping: .values(detector.pyramid))
    for (value, level) in zip(detector.pyramid, expected.levels) {
      #expect(level.distance(to: activations[value]) < 4e-6)
    }
    let outputs = detector.outputs(activations)
    #expect(expected.logits.distance(to: outputs.logitsOfAnchors) < 5e-6)
    #expect(expected.deltas.distance(to: outputs.deltasOfAnchors) < 5e-6)

    let size = try ImageSize(width: expected.width, height: expected.height)
    var decoding = Decoding.torchvision
    decoding.detectionsPerPicture = 100
    let found = decoding.objects(in: outputs, anchors: detector.configuration.anchors.anchors(for: size), size: size)
    #expect(found.count == expected.labels.count)
    // Of scores that are equal but for rounding, either may come first.
    for (label, (score, box)) in zip(expected.labels, zip(expected.scores, expected.boxes)) {
      #expect(found.contains { $0.label == label && abs($0.score - score) < 1e-5 && $0.box.isNear(Box(edges: box)) })
    }
    #expect(zip(found, found.dropFirst()).allSatisfy { $0.score >= $1.score })
  }

  @Test("the truth has detections to agree with")
  func detections() {
    #expect(truth.forward.map(\.labels.count) == [100, 100, 100, 0])
  }
}

extension Box {
  fileprivate func isNear(_ other: Box) -> Bool {
    [\Box.xMin, \.yMin, \.xMax, \.yMax].allSatisfy { abs(self[keyPath: $0] - other[keyPath: $0]) < 2e-3 }
  }
}
