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
    #expect(trial.losses.isEmpty && trial.gradientNorms.isEmpty && trial.silences.isEmpty && trial.finalLoss > 0)
  }

  @Test("of a network that sees nothing, all features are silent, all logits tied at the bias, and AP is that of a tie")
  func silent() {
    var random = SplitMix64(seed: 1)
    var network = DenseTraining.network(prior: 0.01, random: &random)
    // The last layer before the rectifier: no weights, and a bias below 0.
    network.parameters[4] = 0 * network.parameters[4]
    network.parameters[5] = Tensor(shape: network.parameters[5].shape, repeating: -1)
    let unseen = UnseenPictures(judgedBy: network, seed: 1)
    #expect(unseen.silence == 1 && unseen.ties == 1)
    #expect(abs(unseen.objectLogit - priorBias(0.01)) < 1e-9 && abs(unseen.backgroundLogit - priorBias(0.01)) < 1e-9)
    #expect(abs(unseen.averagePrecision - 1 / 1576) < 1e-5)
  }

  @Test("of a fresh detector some features are silent, and no two cells are likely to have the same logit")
  func awake() {
    var random = SplitMix64(seed: 1)
    let unseen = UnseenPictures(judgedBy: DenseTraining.network(prior: 0.01, random: &random), seed: 1)
    #expect(unseen.silence > 0.2 && unseen.silence < 0.8)
    #expect(unseen.ties < 0.01)
  }

  @Test("the first push from one half carries the bias down by rate · slope · backgrounds, and no step is forgotten")
  func firstPush() throws {
    let trial = DenseTraining(prior: 0.5, gamma: 0, learningRate: 0.001, steps: 1).run(seed: 1)
    #expect(abs(trial.bias / (-0.001 * 0.5 * 1575) - 1) < 0.01)
    #expect(trial.lowestBias == trial.bias)
    #expect(trial.silences.count == 1)
  }
}
