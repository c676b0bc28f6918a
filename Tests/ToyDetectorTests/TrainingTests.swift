import Testing

@testable import ToyDetector

@Suite struct TrainingTests {
  static let experiment = Experiment(negatives: 100, seeds: [1, 2], trainingPictures: 6, unseenPictures: 4)
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
    let candidates = Self.experiment.data[0].training
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
      #expect(a.seed == b.seed)
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
}
