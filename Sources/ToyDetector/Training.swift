import Kernels

/// A recipe for training a `WindowClassifier`.
public struct Training: Sendable, Hashable {
  public var method: TrainingMethod
  /// The probability of an object that the fresh network gives to every window; 0.5 is a bias of 0.
  public var prior: Double
  /// Steps of one batch each.
  public var steps: Int
  public var optimiser = Optimiser.adam
  /// Divided by ten after two thirds and after eight ninths of the steps, as in the paper's §4.1.
  public var learningRate = 0.1

  public init(_ method: TrainingMethod, prior: Double = 0.5, steps: Int = 200) {
    self.method = method
    self.prior = prior
    self.steps = steps
  }

  func rate(atStep step: Int) -> Double {
    let decays = (3 * step >= 2 * steps ? 1 : 0) + (9 * step >= 8 * steps ? 1 : 0)
    return learningRate * [1, 0.1, 0.01][decays]
  }

  // MARK: - The training loop

  /// Trains a fresh network.
  /// - Parameter seed: of its first weights, and of whatever it samples.
  public func run(on candidates: CandidateSet, seed: UInt64) -> (classifier: WindowClassifier, history: [StepRecord]) {
    require(steps, in: 1...1_000_000, "training steps")
    var random = SplitMix64(seed: ~seed)
    var classifier = WindowClassifier(prior: prior, seed: seed)
    var state = OptimiserState(optimiser, parameters: classifier.parameters.flat.count)
    var history: [StepRecord] = []
    history.reserveCapacity(steps)
    for step in 0..<steps {
      let batch = candidates.batches[step % candidates.batches.count]
      let selection = method.selection(from: candidates, batch: batch, classifier: classifier, random: &random)
      let result = BatchPass(method, classifier, candidates, batch: batch, selection: selection)
      history.append(result.record)
      state.step(&classifier.parameters.flat, gradient: result.gradient, rate: rate(atStep: step))
    }
    return (classifier, history)
  }
}
