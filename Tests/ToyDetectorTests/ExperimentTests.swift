import Foundation
import Testing

@testable import ToyDetector

/// What chapters 3 and 4 tell of the default experiment, held here so that a change of the data cannot undo it unseen.
@Suite struct ExperimentTests {
  static let trials: [[Experiment.Trial]] = {
    let experiment = Experiment(negatives: 1000)
    return experiment.run([
      Training(.crossEntropy), Training(.balancedCrossEntropy(alpha: 0.75)),
      Training(.balancedCrossEntropy(alpha: TrainingMethod.inverseFrequencyAlpha(negatives: 1000))),
      Training(.sampling(negativesPerObject: 3)), Training(.hardNegativeMining(negativesPerObject: 3)),
    ])
  }()
  static let qualities = trials.map { $0.map(\.quality) }
  var crossEntropy: [Quality] { Self.qualities[0] }
  var balanced: [Quality] { Self.qualities[1] }
  var inverse: [Quality] { Self.qualities[2] }
  var sampled: [Quality] { Self.qualities[3] }
  var mined: [Quality] { Self.qualities[4] }

  @Test func `a mild alpha moves recall and precision, inverse frequency costs average precision too`() {
    #expect(abs(balanced.spread(\.averagePrecision).minus(crossEntropy.spread(\.averagePrecision)).mean) < 0.03)
    #expect(balanced.spread(\.recall).minus(crossEntropy.spread(\.recall)).values.allSatisfy { $0 > 0 })
    #expect(balanced.spread(\.precision).minus(crossEntropy.spread(\.precision)).values.allSatisfy { $0 < 0 })
    let loss = inverse.spread(\.averagePrecision).minus(crossEntropy.spread(\.averagePrecision))
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
    #expect(abs(sampled.spread(\.averagePrecision).minus(inverse.spread(\.averagePrecision)).mean) < 0.05)
    #expect(abs(mined.spread(\.averagePrecision).minus(crossEntropy.spread(\.averagePrecision)).mean) < 0.05)
    #expect(mined.spread(\.overconfidence).mean > 2 * crossEntropy.spread(\.overconfidence).mean)
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

  @Test func `there is one object in each picture, and as many backgrounds for it as were asked for`() {
    let experiment = Experiment(negatives: 1000, seeds: [1, 2])
    for data in experiment.data() {
      #expect(data.training.objects == experiment.trainingPictures)
      #expect(data.training.backgrounds == 1000 * experiment.trainingPictures)
      #expect(data.unseen.objects == experiment.unseenPictures)
    }
  }

  @Test func `the deviation is that of a sample`() {
    #expect(Spread([1, 3]).mean == 2)
    #expect(Spread([1, 3]).deviation == 2.0.squareRoot())
    #expect(Spread([5]).deviation == 0)
  }
}
