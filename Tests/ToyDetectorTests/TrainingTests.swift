import Kernels
import Testing

@testable import ToyDetector

@Suite struct TrainingTests {
  static let experiment = {
    var experiment = Experiment(negatives: 100, seeds: [1, 2])
    (experiment.trainingPictures, experiment.unseenPictures) = (6, 4)
    return experiment
  }()
  static let data = experiment.data()
  static let methods: [TrainingMethod] = [
    .crossEntropy, .balancedCrossEntropy(alpha: 0.9), .sampling(negativesPerObject: 3),
    .hardNegativeMining(negativesPerObject: 3), .focalLoss(alpha: 0.25, gamma: 2),
  ]

  static func training(_ method: TrainingMethod, steps: Int = 20) -> Training {
    var training = Training(method)
    training.steps = steps
    return training
  }

  // MARK: - The gradient

  @Test(arguments: methods)
  func `the analytic gradient matches the central difference`(method: TrainingMethod) {
    let candidates = Self.data[0].training
    let batch = candidates.batches[1]
    var classifier = Self.training(method).run(on: candidates, seed: 5).classifier
    var random = SplitMix64(seed: 9)
    let selection = method.selection(from: candidates, batch: batch, classifier: classifier, random: &random)
    func pass() -> BatchPass { BatchPass(method, classifier, candidates, batch: batch, selection: selection) }
    let gradient = pass().gradient
    let parameters = classifier.parameters.flat
    for i in parameters.indices {
      func loss(_ shift: Double) -> Double {
        classifier.parameters.flat[i] = parameters[i] + shift
        let loss = pass().record.loss
        return loss.objects + loss.backgrounds
      }
      let difference = (loss(1e-5) - loss(-1e-5)) / 2e-5
      classifier.parameters.flat[i] = parameters[i]
      #expect(abs(gradient[i] - difference) <= 1e-6 * max(abs(difference), 1), "parameter \(i)")
    }
  }

  // MARK: - Reproducible

  @Test func `the same seeds give the same bits, whatever the number of threads`() {
    let trainings = Self.methods.map { Self.training($0) }
    let one = Self.experiment.run(trainings, threads: 1)
    let four = Self.experiment.run(trainings, threads: 4)
    for (a, b) in zip(one.joined(), four.joined()) {
      #expect(a.data.seed == b.data.seed)
      #expect(a.classifier == b.classifier)
      #expect(a.history == b.history)
      #expect(a.quality == b.quality)
    }
    #expect(one[0][0].classifier != one[0][1].classifier)
  }

  @Test func `balanced cross entropy with alpha 0.5 is half of cross entropy, and trains the same`() throws {
    let trials = Self.experiment.run([
      Self.training(.crossEntropy), Self.training(.balancedCrossEntropy(alpha: 0.5)),
    ])
    for (whole, half) in zip(trials[0], trials[1]) {
      let first = try #require(whole.history.first), halved = try #require(half.history.first)
      #expect(halved.loss.objects == first.loss.objects / 2)
      #expect(halved.loss.backgrounds == first.loss.backgrounds / 2)
      #expect(half.classifier == whole.classifier)
    }
  }

  // MARK: - What alpha changes, and what it does not

  /// One batch of a half-trained detector, seen by different methods.
  func record(_ method: TrainingMethod, raisedBy shift: Double = 0) -> StepRecord {
    let candidates = Self.data[0].training
    let classifier = Self.training(.crossEntropy, steps: 40).run(on: candidates, seed: 3).classifier
    let batch = candidates.batches[2]
    let counts = Array(candidates.counts[batch.blocks])
    return BatchPass(
      method, classifier.raisingLogits(by: shift), candidates, batch: batch, selection: counts
    ).record
  }

  @Test(arguments: [0.1, 0.75, 0.999])
  func `alpha moves the balance of the classes, and nothing among the backgrounds`(alpha: Double) {
    let plain = record(.crossEntropy), balanced = record(.balancedCrossEntropy(alpha: alpha))
    #expect(abs(balanced.loss.easyShare - plain.loss.easyShare) < 1e-14)
    #expect(abs(balanced.gradient.easyShare - plain.gradient.easyShare) < 1e-14)
    #expect((balanced.loss.objectShare > plain.loss.objectShare) == (alpha > 0.5))
    let focal = record(.focalLoss(alpha: alpha, gamma: 2))
    #expect(focal.loss.easyShare < plain.loss.easyShare / 2)
  }

  @Test(arguments: [0.5, 0.75, 0.999])
  func `where the bias is best, objects and backgrounds pull alike`(alpha: Double) {
    var low = -20.0, high = 20.0
    for _ in 0..<100 {
      let middle = (low + high) / 2
      let gradient = record(.balancedCrossEntropy(alpha: alpha), raisedBy: middle).gradient
      if gradient.objects > gradient.backgrounds { low = middle } else { high = middle }
    }
    let share = record(.balancedCrossEntropy(alpha: alpha), raisedBy: low).gradient.objectShare
    #expect(abs(share - 0.5) < 1e-12)
  }

  @Test func `raising all logits changes no rank`() {
    let data = Self.data[1]
    let classifier = Self.training(.crossEntropy).run(on: data.training, seed: 2).classifier
    let plain = Quality(of: classifier, on: data.unseen)
    let raised = Quality(of: classifier.raisingLogits(by: 3), on: data.unseen)
    #expect(abs(raised.averagePrecision - plain.averagePrecision) < 1e-12)
    #expect(raised.recall >= plain.recall)
    #expect(raised.overconfidence > plain.overconfidence)
  }

  @Test func `the optimiser does not see the size of the loss`() {
    // α = 0.5 halves it; so does the focal loss with γ = 0.
    let trials = Self.experiment.run([
      Self.training(.balancedCrossEntropy(alpha: 0.5)), Self.training(.focalLoss(alpha: 0.5, gamma: 0)),
      Self.training(.crossEntropy),
    ])
    #expect(trials[0].map(\.classifier) == trials[2].map(\.classifier))
    #expect(trials[1].map(\.classifier) == trials[2].map(\.classifier))
  }
}
