/// A number measured with several seeds.
///
/// ```swift
/// let recall = Spread([0.5, 0.7])
/// recall.mean        // 0.6
/// recall.deviation   // 0.1414…
/// ```
public struct Spread: Sendable, Hashable, Codable {
  /// One value for each seed.
  public let values: [Double]

  public init(_ values: [Double]) { self.values = values }

  /// The sum divided by n; not a number where there are no values.
  public var mean: Double { values.reduce(0, +) / Double(values.count) }

  /// The standard deviation between seeds, √(Σ(x − x̄)² / (n − 1)); 0 for a single seed.
  public var deviation: Double {
    let mean = mean
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(max(values.count - 1, 1))).squareRoot()
  }

  /// Seed by seed, how much larger these values are than others: both have the same seeds in the same order.
  public static func - (a: Spread, b: Spread) -> Spread {
    precondition(a.values.count == b.values.count, "\(a.values.count) seeds, but \(b.values.count)")
    return Spread(zip(a.values, b.values).map { $0 - $1 })
  }

  public init(from decoder: any Decoder) throws { values = try [Double](from: decoder) }
  public func encode(to encoder: any Encoder) throws { try values.encode(to: encoder) }
}
