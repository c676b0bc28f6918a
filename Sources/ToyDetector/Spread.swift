/// A number measured with several seeds.
public struct Spread: Sendable, Equatable {
  /// One value for each seed.
  public let values: [Double]

  public init(_ values: [Double]) { self.values = values }

  public var mean: Double { values.reduce(0, +) / Double(values.count) }

  /// The standard deviation between seeds, with n − 1 in the denominator; 0 for a single seed.
  public var deviation: Double {
    let mean = mean
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(max(values.count - 1, 1))).squareRoot()
  }

  /// Seed by seed, how much larger these values are than others.
  public func minus(_ other: Spread) -> Spread { Spread(zip(values, other.values).map { $0 - $1 }) }
}

// MARK: - Of the trials of one training

extension Collection<Experiment.Trial> {
  /// How a measure of quality comes out with every seed: `trials.spread(\.averagePrecision)`.
  public func spread(_ measure: KeyPath<Quality, Double>) -> Spread { Spread(map { $0.quality[keyPath: measure] }) }

  /// What some steps of the training saw, on average over seeds and steps.
  public func record(over steps: Range<Int>) -> StepRecord {
    StepRecord.average(flatMap { $0.history[steps.clamped(to: $0.history.indices)] })
  }
}
