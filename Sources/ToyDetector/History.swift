import Foundation

/// What each step of a training saw, on average over its seeds.
///
/// Written down, each number keeps seven digits that count: more than any page shows.
public struct History: Sendable, Equatable {
  public let steps: [StepRecord]

  /// The history of the trials of one training.
  public init(averaging trials: some Collection<Experiment.Trial>) {
    steps = (0..<(trials.first?.history.count ?? 0)).map { step in
      StepRecord.average(trials.map { $0.history[step] })
    }
  }

  /// What some steps saw, on average.
  public func record(over range: Range<Int>) -> StepRecord {
    StepRecord.average(steps[range.clamped(to: steps.indices)])
  }

  /// How something went over the training, in a few points: the first steps one by one, later ones more and more together.
  ///
  /// - Returns: the middle of each group of steps, counted from 1, and what the group saw on average.
  public func curve(_ seen: (StepRecord) -> Double) -> [(Double, Double)] {
    var points: [(Double, Double)] = []
    var first = 0
    while first < steps.count {
      let end = min(first + max(1, first / 2), steps.count)
      points.append((Double(first + 1 + end) / 2, seen(record(over: first..<end))))
      first = end
    }
    return points
  }
}

// MARK: - Written down

extension History: Codable {
  public func encode(to encoder: any Encoder) throws {
    try steps.map { $0.numbers.map(\.withSevenDigits) }.encode(to: encoder)
  }

  public init(from decoder: any Decoder) throws {
    steps = try [[Double]](from: decoder).map { numbers in
      guard let record = StepRecord(numbers: numbers) else {
        throw DecodingError.dataCorrupted(
          .init(codingPath: decoder.codingPath, debugDescription: "a step of \(numbers.count) numbers"))
      }
      return record
    }
  }
}

extension StepRecord {
  /// The totals of count, loss and gradient, then the p_t of objects.
  fileprivate var numbers: [Double] {
    [count, loss, gradient].flatMap { [$0.objects, $0.backgrounds, $0.easyBackgrounds] } + [objectPt]
  }

  fileprivate init?(numbers: [Double]) {
    guard numbers.count == 10 else { return nil }
    func balance(at start: Int) -> Balance {
      var balance = Balance()
      (balance.objects, balance.backgrounds, balance.easyBackgrounds) =
        (numbers[start], numbers[start + 1], numbers[start + 2])
      return balance
    }
    (count, loss, gradient, objectPt) = (balance(at: 0), balance(at: 3), balance(at: 6), numbers[9])
  }
}

extension Double {
  fileprivate var withSevenDigits: Double {
    guard self != 0, isFinite else { return self }
    let unit = pow(10, (6 - log10(magnitude).rounded(.down)))
    return (self * unit).rounded() / unit
  }
}
