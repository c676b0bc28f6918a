/// A number measured with several seeds.
public struct Spread: Sendable, Equatable, Codable {
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

// MARK: - Of one training with every seed

extension Collection<Quality> {
  /// How a measure of quality comes out with every seed: `qualities.spread(\.averagePrecision)`.
  public func spread(_ measure: KeyPath<Quality, Double>) -> Spread { Spread(map { $0[keyPath: measure] }) }
}
