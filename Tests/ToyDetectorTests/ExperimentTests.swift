import Foundation
import Statistics
import Testing

@testable import ToyDetector

/// What chapters 3 and 4 tell of the default experiment, held here so that a change of the data cannot undo it unseen.
@Suite struct ExperimentTests {
  static let trials = Experiment(negatives: 1000).run([
    Training(.crossEntropy), Training(.balancedCrossEntropy(alpha: 0.75)),
    Training(.balancedCrossEntropy(alpha: TrainingMethod.inverseFrequencyAlpha(negatives: 1000))),
    Training(.sampling(negativesPerObject: 3)), Training(.hardNegativeMining(negativesPerObject: 3)),
  ])
  static let study = Study(trials)
  var crossEntropy: Study.Outcome { Self.study[.crossEntropy] }
  var balanced: Study.Outcome { Self.study[.balancedCrossEntropy(alpha: 0.75)] }
  var inverse: Study.Outcome {
    Self.study[.balancedCrossEntropy(alpha: TrainingMethod.inverseFrequencyAlpha(negatives: 1000))]
  }
  var sampled: Study.Outcome { Self.study[.sampling(negativesPerObject: 3)] }
  var mined: Study.Outcome { Self.study[.hardNegativeMining(negativesPerObject: 3)] }

  @Test func `a mild alpha moves recall and precision, inverse frequency costs average precision too`() {
    #expect(abs((balanced.averagePrecision - crossEntropy.averagePrecision).mean) < 0.03)
    #expect((balanced.recall - crossEntropy.recall).values.allSatisfy { $0 > 0 })
    #expect((balanced.precision - crossEntropy.precision).values.allSatisfy { $0 < 0 })
    let loss = (inverse.averagePrecision - crossEntropy.averagePrecision)
    #expect(loss.values.allSatisfy { $0 < 0 })
    #expect(loss.mean < -0.1)
  }

  @Test func `with inverse frequency the loss tips to the background, to its hard ones, and the gradient does not`() {
    let history = History(averaging: Self.trials[2])
    let start = history.record(over: 0..<1), later = history.record(over: 20..<200)
    #expect(abs(start.loss.objectShare - 0.5) < 0.05)
    #expect(later.loss.objectShare < 0.3)
    #expect(later.loss.easyShare < 0.05)
    #expect(later.count.easyShare > 0.95)
    #expect(abs(later.gradient.objectShare - 0.5) < 0.05)
  }

  @Test func `cross entropy first calls everything background, and soon not any more`() {
    let history = History(averaging: Self.trials[0])
    #expect(history.record(over: 12..<24).objectPt < 0.05)
    #expect(history.record(over: 60..<200).objectPt > 0.4)
  }

  @Test func `sampling does as the alpha that it implies, mining as well as cross entropy`() {
    #expect(abs((sampled.averagePrecision - inverse.averagePrecision).mean) < 0.05)
    #expect(abs((mined.averagePrecision - crossEntropy.averagePrecision).mean) < 0.05)
    #expect(mined.overconfidence.mean > 2 * crossEntropy.overconfidence.mean)
  }

  @Test func `a history that was written down and read again differs by less than it shows`() throws {
    let history = History(averaging: Self.trials[0])
    let read = try JSONDecoder().decode(History.self, from: JSONEncoder().encode(history))
    #expect(read.steps.count == history.steps.count)
    for (a, b) in zip(read.steps, history.steps) {
      #expect(abs(a.loss.objects - b.loss.objects) <= 1e-6 * b.loss.objects)
      #expect(abs(a.gradient.easyBackgrounds - b.gradient.easyBackgrounds) <= 1e-6 * b.gradient.easyBackgrounds)
    }
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(History.self, from: Data("[[1, 2]]".utf8)) }
  }

  @Test func `a study holds each method's outcomes, and the histories of those it follows`() throws {
    let study = Study(Self.trials, following: [.crossEntropy])
    #expect(study[.crossEntropy].qualities == Self.trials[0].map(\.quality))
    #expect(study[.hardNegativeMining(negativesPerObject: 3)].recall.values == Self.trials[4].map(\.quality.recall))
    #expect(study.history(of: .crossEntropy) == History(averaging: Self.trials[0]))
    #expect(Self.trials[.crossEntropy].map(\.quality) == Self.trials[0].map(\.quality))
    let read = try JSONDecoder().decode(Study.self, from: JSONEncoder().encode(Study(Self.trials)))
    #expect(read == Study(Self.trials))
  }

  @Test func `a training that is named twice is run once`() {
    let plain = Training(.crossEntropy, steps: 3)
    let trials = Experiment(negatives: 10, seeds: [1]).run([plain, Training(.crossEntropy, steps: 4), plain])
    #expect(trials.trainings.map(\.steps) == [3, 4] && trials.count == 2)
  }

  @Test func `on candidates, focal loss with gamma 0 is cross entropy, and gamma takes from the easy ones most`() {
    let trial = Self.trials[.crossEntropy][0]
    let plain = trial.classifier.focalLoss(on: trial.data.unseen, gamma: 0)
    let focal = trial.classifier.focalLoss(on: trial.data.unseen, gamma: 2)
    #expect(abs((plain.objects + plain.backgrounds) / trial.quality.crossEntropy - 1) < 1e-12)
    #expect(focal.easyBackgrounds / plain.easyBackgrounds < 0.1 * focal.objects / plain.objects)
    #expect(focal.easyBackgroundShare < plain.easyBackgroundShare)
  }

  @Test func `tuning finds the learning rate that learns`() {
    var experiment = Experiment(negatives: 100, seeds: [6, 7])
    (experiment.trainingPictures, experiment.unseenPictures) = (10, 10)
    let trainings = [Training(.crossEntropy), Training(.focalLoss(alpha: 0.25, gamma: 2))]
    let tuned = experiment.tuned(trainings, rates: [1e-6, 0.1, 1e-9])
    #expect(tuned.map(\.learningRate) == [0.1, 0.1])
    #expect(tuned.map(\.method) == trainings.map(\.method))
  }

  @Test func `there is one object in each picture, and as many backgrounds for it as were asked for`() {
    let experiment = Experiment(negatives: 1000, seeds: [1, 2])
    for data in experiment.data() {
      #expect(data.training.objects == experiment.trainingPictures)
      #expect(data.training.backgrounds == 1000 * experiment.trainingPictures)
      #expect(data.unseen.objects == experiment.unseenPictures)
    }
  }
}
