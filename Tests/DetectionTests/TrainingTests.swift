import Boxes
import Layers
import Tensors
import Testing

@testable import Detection

/// Against torchvision, in `Double`: forward, loss, backward, clipping and gradient descent.
@Suite struct TrainingTests {
  let truth: Truth

  init() throws { truth = try Truth.read() }

  private func training(_ expected: Truth.Training, _ loss: DetectionLoss = .torchvision) throws -> DetectorTraining<
    Double
  > {
    DetectorTraining(
      try RetinaNet(seeded: .ofTruth(expected.model)), loss: loss, matcher: .torchvision, largestNorm: 1)
  }

  private func batch(_ expected: Truth.Training) throws -> TrainingBatch<Double> {
    let pictures: [Tensor<Double>] = expected.targets.indices.map {
      SeededWeights.picture("picture \($0)", expected.height, expected.width)
    }
    return try TrainingBatch(pictures: Tensor(batch: pictures), objects: expected.targets.map(\.objects))
  }

  @Test("three steps have torchvision's losses and gradients", arguments: 0..<2)
  func steps(_ index: Int) throws {
    let expected = truth.training[index], batch = try batch(expected)
    var training = try training(expected)
    for (number, step) in expected.steps.enumerated() {
      let gradient = number == 0 ? try training.lossAndGradient(of: batch).gradient : NamedTensors([])
      #expect(number > 0 || Set(gradient.names) == Set(step.norms.keys))
      for (name, slopes) in gradient {
        let norm = try #require(step.norms[name])
        #expect(abs([slopes].norm() - norm) < 1e-5 * step.norm, "\(name)")
      }
      let found = try training.step(batch)
      #expect(abs(found.classification / step.classification - 1) < 1e-6)
      #expect(abs(found.box / step.regression - 1) < 1e-6)
      #expect(abs(found.norm / step.norm - 1) < 1e-5)
    }
    for (name, sum) in expected.buffers {
      let state = try #require(training.detector.network.state[name])
      #expect(abs(state.scalars.reduce(0, +) - sum) < 1e-5 * Double(state.count), "\(name)")
    }
  }

  @Test("smooth L1 is torchvision's", arguments: 0..<2)
  func smooth(_ index: Int) throws {
    let expected = truth.training[index]
    let loss = DetectionLoss(box: .smoothL1(beta: 1), division: .positivesOfPicture)
    let found = try training(expected, loss).lossAndGradient(of: batch(expected)).loss
    #expect(abs(found.box / expected.smoothL1 - 1) < 1e-6)
  }
}
