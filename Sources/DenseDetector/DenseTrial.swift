import Kernels
import Statistics
import ToyDetector

/// What came out of one training with one seed.
public struct DenseTrial: Sendable, Equatable, Codable {
  /// Of each step, before it changed anything: the loss of all cells, divided by the objects, in nats.
  public internal(set) var losses: [Float]
  /// Of each step: the length of the gradient of all parameters.
  public internal(set) var gradientNorms: [Float]
  /// Of each step: the share of what reached the last layer that was 0.
  public internal(set) var silences: [Float]
  /// The mean loss of the last quarter of the steps.
  public let finalLoss: Double
  /// The bias of the last layer where it was lowest, after any step.
  public let lowestBias: Double
  /// The bias of the last layer after the last step.
  public let bias: Double

  /// On pictures that training never saw, 0 … 1.
  public let averagePrecision: Double
  /// On the same pictures: the share of what reaches the last layer that is 0.
  public let silence: Double
  /// On the same pictures: the share of cells that have the most frequent logit, to the bit.
  public let ties: Double
  /// On the same pictures: the mean logit of objects.
  public let objectLogit: Double
  /// On the same pictures: the mean logit of backgrounds.
  public let backgroundLogit: Double

  init(_ steps: DenseSteps, unseen: UnseenPictures) {
    let last = steps.losses.suffix((steps.losses.count + 3) / 4)
    finalLoss = last.reduce(0, +) / Double(last.count)
    (losses, gradientNorms) = (steps.losses.map { Float($0) }, steps.gradientNorms.map { Float($0) })
    silences = steps.silences.map { Float($0) }
    (lowestBias, bias) = (steps.biases.min() ?? .nan, steps.biases.last ?? .nan)
    (averagePrecision, silence, ties) = (unseen.averagePrecision, unseen.silence, unseen.ties)
    (objectLogit, backgroundLogit) = (unseen.objectLogit, unseen.backgroundLogit)
  }

  mutating func forgetSteps() { (losses, gradientNorms, silences) = ([], [], []) }
}

/// What happened at each step of a training.
struct DenseSteps {
  var losses: [Double] = [], gradientNorms: [Double] = []
  /// The share of what reached the last layer that was 0.
  var silences: [Double] = []
  /// The bias of the last layer, after the step.
  var biases: [Double] = []

  mutating func append(loss: Double, gradientNorm: Double, silence: Double, bias: Double?) {
    losses.append(loss)
    gradientNorms.append(gradientNorm)
    silences.append(silence)
    biases.append(bias ?? .nan)
  }
}

/// Trainings, each tried with every seed.
///
/// ```swift
/// let study = DenseStudy([training], seeds: [1, 2, 3], following: [training])
/// study[training].finalLoss.mean   // over all seeds
/// ```
public struct DenseStudy: Sendable, Equatable, Codable {
  private var outcomes: [String: Outcome] = [:]

  /// The trials of one training, one for each seed: `outcome.finalLoss` is the spread of that measure.
  @dynamicMemberLookup
  public struct Outcome: Sendable, Equatable, Codable {
    public let trials: [DenseTrial]

    public subscript(dynamicMember measure: KeyPath<DenseTrial, Double>) -> Spread {
      Spread(trials.map { $0[keyPath: measure] })
    }
  }

  /// Tries every training with every seed; the number of threads changes nothing but the time.
  ///
  /// - Parameter followed: those whose single steps are kept.
  public init(
    _ trainings: [DenseTraining], seeds: [UInt64], following followed: [DenseTraining] = [],
    threads: Int = Processor.threads
  ) {
    let trainings = Array(Set(trainings + followed))
    let trials = parallelMap(trainings.count * seeds.count, threads: threads) { index in
      trainings[index / seeds.count].run(seed: seeds[index % seeds.count])
    }
    for (place, training) in trainings.enumerated() {
      var own = Array(trials[place * seeds.count..<(place + 1) * seeds.count])
      if !followed.contains(training) {
        for index in own.indices { own[index].forgetSteps() }
      }
      outcomes["\(training)"] = Outcome(trials: own)
    }
  }

  /// What came out of a training that was tried.
  public subscript(training: DenseTraining) -> Outcome {
    guard let outcome = outcomes["\(training)"] else {
      fatalError("\(training) is none of the trainings: \(outcomes.keys.sorted())")
    }
    return outcome
  }
}
