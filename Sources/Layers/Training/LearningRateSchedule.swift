import Kernels

/// The learning rate η of each step: it rises along a straight line at first, and falls in steps later on.
///
/// ```swift
/// LearningRateSchedule.paper.rate(at: 59_999)   // 0.01
/// LearningRateSchedule.paper.rate(at: 60_000)   // 0.001
/// ```
public struct LearningRateSchedule: Sendable, Hashable {
  /// η between the warm-up and the first fall.
  public let base: Double
  /// How many steps the warm-up takes; 0 for none.
  public let warmUp: Int
  /// With which share of η it begins, in [0, 1].
  public let start: Double
  /// The steps from which on η is lower.
  public let falls: [Int]
  /// What remains of η at each of them.
  public let factor: Double

  public init(base: Double, warmUp: Int = 0, from start: Double = 0.001, falls: [Int] = [], factor: Double = 0.1) {
    require(warmUp, >=, 0, "a warm-up takes 0 steps or more")
    require(start, in: 0...1, "a warm-up begins with a share of the learning rate")
    (self.base, self.warmUp, self.start, self.falls, self.factor) = (base, warmUp, start, falls, factor)
  }

  /// 0.01, a tenth of it from step 60,000 on, and a hundredth from 80,000 on, of 90,000.
  /// - Source: Lin et al. 2017, §4.1.
  public static let paper = LearningRateSchedule(base: 0.01, falls: [60_000, 80_000])

  /// η of a step, counted from 0.
  public func rate(at step: Int) -> Double {
    let warm = step >= warmUp ? 1 : start + (1 - start) * Double(step) / Double(warmUp)
    return falls.filter { $0 <= step }.reduce(base * warm) { rate, _ in rate * factor }
  }
}
