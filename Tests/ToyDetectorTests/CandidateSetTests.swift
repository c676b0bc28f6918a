import Kernels
import Testing

@testable import ToyDetector

@Suite struct CandidateSetTests {
  static let pictures = (1...4).map { PictureGenerator().picture(seed: $0) }

  @Test func `a seed draws one picture, with one object`() {
    let again = PictureGenerator().picture(seed: 2)
    #expect(again.pixels == Self.pictures[1].pixels)
    #expect(again.pixels != Self.pictures[2].pixels)
    for picture in Self.pictures {
      #expect(picture.shapes.map(\.kind.isObject) == [true, false, false, false, false])
    }
  }

  @Test(arguments: [1, 7, 100, 1000, 50_000, 1_000_000])
  func `there are as many backgrounds for each object as asked for`(negatives: Int) {
    let candidates = CandidateSet(pictures: Self.pictures, negatives: negatives, batchSize: 2, seed: 1)
    var objects = Lanes.zero, backgrounds = Lanes.zero
    for block in 0..<candidates.blocks {
      objects += candidates.counts[block] * candidates.targets[block]
      backgrounds += candidates.counts[block] * (1 - candidates.targets[block])
    }
    #expect(objects.total == 4)
    #expect(candidates.objects == 4)
    #expect(candidates.backgrounds == 4 * negatives)
    #expect(abs(backgrounds.total - Double(4 * negatives)) < 1e-6 * Double(negatives))
    #expect(candidates.features.count < 5000 + 64)
  }

  @Test func `windows are described by the means of boxes`() {
    // A plain slope: brightness x. Every mean is that of the box's centre.
    let picture = Picture(side: 20, pixels: (0..<400).map { Double($0 % 20) })
    let features = WindowFeatures(of: picture)(x: 9, y: 10)
    #expect(abs(features[0]) < 1e-12)
    #expect(abs(features[1]) < 1e-12)
    #expect(abs(features[2] + 6) < 1e-12)  // from −3 to 3
    #expect(abs(features[3]) < 1e-12)
    #expect(abs(features[6] - 2) < 1e-12)  // −3 … 3 has the standard deviation 2
    #expect(abs(features[7]) < 1e-12)
  }

  @Test func `the sampled backgrounds are three for each object, the mined ones the hardest`() {
    let candidates = CandidateSet(pictures: Self.pictures, negatives: 500, batchSize: 2, seed: 1)
    let batch = candidates.batches[1]
    let classifier = WindowClassifier(prior: 0.5, seed: 8)
    var random = SplitMix64(seed: 2)
    for method in [
      TrainingMethod.sampling(negativesPerObject: 3), .hardNegativeMining(negativesPerObject: 3),
    ] {
      let selection = method.selection(from: candidates, batch: batch, classifier: classifier, random: &random)
      #expect(selection.reduce(0) { $0 + $1.total } == Double(4 * batch.objects))
    }
    let mined = TrainingMethod.hardNegativeMining(negativesPerObject: 3)
      .selection(from: candidates, batch: batch, classifier: classifier, random: &random)
    let logits = classifier.logits(of: candidates, blocks: batch.blocks)
    var chosen: [Double] = [], left: [Double] = []
    for block in 1..<batch.blocks.count {
      for lane in 0..<8 where candidates.counts[batch.blocks.lowerBound + block][lane] > 0 {
        if mined[block][lane] > 0 { chosen.append(logits[block][lane]) } else { left.append(logits[block][lane]) }
      }
    }
    #expect(chosen.count == 6)
    #expect((chosen.min() ?? 0) >= (left.max() ?? 0))
  }
}
