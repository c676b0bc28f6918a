import Grading
import Kernels

extension CodeTask.Law {
  /// Asks two questions at a time, and holds one answer against the other.
  static func pairs(
    _ name: String, _ questions: @escaping @Sendable (inout SplitMix64) -> [(Question, Question)],
    hold: @escaping @Sendable ([Double], [Double]) -> Bool
  ) -> CodeTask.Law {
    CodeTask.Law(name, groups: { random in questions(&random).map { [$0, $1] } }) { hold($1[0], $1[1]) }
  }

  /// Asks two questions at a time that have the same answer.
  static func same(
    _ name: String, _ questions: @escaping @Sendable (inout SplitMix64) -> [(Question, Question)]
  ) -> CodeTask.Law {
    pairs(name, questions) { $0.agrees(with: $1) }
  }

  /// Every answer by itself.
  static func each(
    _ name: String, _ questions: @escaping @Sendable (inout SplitMix64) -> [Question],
    holds: @escaping @Sendable ([Double]) -> Bool
  ) -> CodeTask.Law {
    each(name, questions) { !$1.isEmpty && holds($1) }
  }

  /// Every answer by itself, as its question has it.
  static func each(
    _ name: String, _ questions: @escaping @Sendable (inout SplitMix64) -> [Question],
    holds: @escaping @Sendable (Question, [Double]) -> Bool
  ) -> CodeTask.Law {
    CodeTask.Law(name, groups: { random in questions(&random).map { [$0] } }) { holds($0[0], $1[0]) }
  }
}

extension SplitMix64 {
  /// A number with two digits behind the point, which a reader can type again.
  mutating func hundredths(in range: ClosedRange<Double>) -> Double { (100 * uniform(in: range)).rounded() / 100 }
}

extension [Double] {
  /// As many numbers, at least one, each as near as rounding lets it be.
  func agrees(with other: [Double]) -> Bool {
    !isEmpty && count == other.count && zip(self, other).allSatisfy { $0.isNear($1) }
  }

  var sum: Double { reduce(0, +) }
}

extension Double {
  func isNear(_ other: Double) -> Bool {
    self == other || (self - other).magnitude <= 1e-9 * max(1, magnitude, other.magnitude)
  }
}
