import Foundation
import Kernels
import Losses
import Tensors
import Testing
import ToyDetector

@testable import DenseDetector

@Suite struct DenseTrainingTests {
  @Test("the fresh detector says the prior, up to the scatter of its last weights", arguments: [0.5, 0.1, 0.01])
  func fresh(prior: Double) {
    var random = SplitMix64(seed: 1)
    let network = DenseTraining.network(prior: prior, random: &random)
    let scene = DenseScene(PictureGenerator().picture(seed: 1))
    let logits = network.forward(Tensor(batch: [scene.picture])).scalars
    #expect(logits.count == scene.targets.count)
    #expect(abs(logits.reduce(0, +) / Double(logits.count) - priorBias(prior)) < 0.1)
  }

  @Test("the first loss is what the prior says of one object and 1,575 backgrounds", arguments: [0.5, 0.01], [0, 2.0])
  func firstLoss(prior: Double, gamma: Double) throws {
    let trial = DenseTraining(prior: prior, gamma: gamma, learningRate: 0.003, steps: 1).run(seed: 1)
    let expected =
      focalLoss(p: prior, target: .object, alpha: nil, gamma: gamma)
      + 1575 * focalLoss(p: prior, target: .background, alpha: nil, gamma: gamma)
    #expect(abs(Double(try #require(trial.losses.first)) / expected - 1) < 0.1)
  }

  @Test("training makes the loss smaller and the ranking better than chance")
  func learns() throws {
    let trial = DenseTraining(prior: 0.01, gamma: 0, learningRate: 0.003, steps: 60).run(seed: 1)
    #expect(trial.finalLoss < Double(try #require(trial.losses.first)) / 2)
    #expect(trial.averagePrecision > 0.05)
  }

  @Test("the same seed gives the same trial, and the number of threads changes nothing")
  func repeatable() {
    let trainings = [0.5, 0.01].map { DenseTraining(prior: $0, gamma: 0, learningRate: 0.003, steps: 2) }
    let (one, other) = (
      DenseStudy(trainings, seeds: [1, 2], following: trainings, threads: 1),
      DenseStudy(trainings.reversed(), seeds: [1, 2], following: trainings, threads: 3)
    )
    #expect(one == other)
    #expect(one[trainings[0]].trials[0] == trainings[0].run(seed: 1))
  }

  @Test("what is not followed keeps its summary alone")
  func summary() {
    let training = DenseTraining(prior: 0.01, gamma: 2, learningRate: 0.003, steps: 2)
    let trial = DenseStudy([training], seeds: [1])[training].trials[0]
    #expect(trial.losses.isEmpty && trial.gradientNorms.isEmpty && trial.finalLoss > 0)
  }
}
