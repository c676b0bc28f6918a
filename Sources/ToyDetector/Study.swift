import Statistics

/// The trials of an experiment: for each training in turn, one trial with each seed.
public struct Trials: Sendable, RandomAccessCollection {
  public let trainings: [Training]
  private let trials: [[Experiment.Trial]]

  init(_ trainings: [Training], _ trials: [[Experiment.Trial]]) {
    (self.trainings, self.trials) = (trainings, trials)
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { trials.count }
  public subscript(index: Int) -> [Experiment.Trial] { trials[index] }

  /// The trials of a method, which was tried from this prior.
  public subscript(method: TrainingMethod, prior prior: Double = 0.5) -> [Experiment.Trial] {
    guard let index = trainings.firstIndex(where: { $0.method == method && $0.prior == prior }) else {
      fatalError("\(method) from the prior \(prior) is none of the trainings: \(trainings)")
    }
    return trials[index]
  }
}

/// What a page keeps of the trials: how good each method came out, and the histories of the methods that it follows.
///
/// ```swift
/// let study = Study(experiment.run(trainings), following: [.crossEntropy])
/// let gain = study[.hardNegativeMining(negativesPerObject: 3)].averagePrecision - study[.crossEntropy].averagePrecision
/// let first = study.history(of: .crossEntropy).record(over: 0..<1)
/// ```
public struct Study: Sendable, Equatable, Codable {
  private var outcomes: [String: Outcome] = [:]
  private var histories: [String: History] = [:]

  /// How good one method came out with every seed: `outcome.recall` is the spread of that measure of `Quality`.
  @dynamicMemberLookup
  public struct Outcome: Sendable, Equatable, Codable {
    /// One for each seed.
    public let qualities: [Quality]

    public init(_ qualities: [Quality]) { self.qualities = qualities }

    public subscript(dynamicMember measure: KeyPath<Quality, Double>) -> Spread {
      Spread(qualities.map { $0[keyPath: measure] })
    }
  }

  public init(_ trials: Trials, following followed: [TrainingMethod] = []) {
    for (training, trials) in zip(trials.trainings, trials) {
      let key = Self.key(training.method, training.prior)
      outcomes[key] = Outcome(trials.map(\.quality))
      if followed.contains(training.method) { histories[key] = History(averaging: trials) }
    }
  }

  /// How a method came out that was tried from this prior.
  public subscript(method: TrainingMethod, prior prior: Double = 0.5) -> Outcome {
    guard let outcome = outcomes[Self.key(method, prior)] else {
      fatalError("\(method) from the prior \(prior) is none of the trainings: \(outcomes.keys.sorted())")
    }
    return outcome
  }

  /// What each step saw of a method that was followed.
  public func history(of method: TrainingMethod, prior: Double = 0.5) -> History {
    guard let history = histories[Self.key(method, prior)] else {
      fatalError("\(method) from the prior \(prior) is none of those that are followed: \(histories.keys.sorted())")
    }
    return history
  }

  private static func key(_ method: TrainingMethod, _ prior: Double) -> String { "\(method), prior \(prior)" }
}
