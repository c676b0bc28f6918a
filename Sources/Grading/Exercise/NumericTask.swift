import Kernels
import Literate

/// Work out a number.
///
/// ```swift
/// NumericTask(.digits(3)) { random in
///   var drawn = NumericTask.Drawn()
///   let p = drawn.numbers.value("p", random.pick([0.6, 0.7, 0.8]), .fixed(1))
///   drawn.answer = drawn.numbers.value("answer", -log(p), .fixed(3))
///   drawn.mistakes["wrongClass"] = -log(1 - p)
///   return drawn
/// }
/// ```
public struct NumericTask: Sendable {
  /// One person's numbers, the right answer, and what known mistakes lead to.
  public struct Drawn: Sendable {
    public var numbers = Numbers()
    public var answer = Double.nan
    /// The number that each known mistake gives; its message is the section `mistake NAME` of the exercise's words.
    public var mistakes: [String: Double] = [:]

    public init() {}
  }

  public let tolerance: Tolerance
  public let draw: @Sendable (inout SplitMix64) -> Drawn

  public init(_ tolerance: Tolerance, draw: @escaping @Sendable (inout SplitMix64) -> Drawn) {
    (self.tolerance, self.draw) = (tolerance, draw)
  }
}

/// How near an answer has to be.
public enum Tolerance: Sendable, Hashable {
  /// Rounded to so many digits behind the point, or given more exactly: within 0.6 of the last digit's unit.
  case digits(Int)
  /// Within this share of the answer's size.
  case relative(Double)
  /// The number itself: counts.
  case exact

  public func accepts(_ given: Double, for answer: Double) -> Bool {
    switch self {
    case .digits(let digits):
      var unit = 1.0
      for _ in 0..<digits { unit /= 10 }
      return (given - answer).magnitude <= 0.6 * unit
    case .relative(let share): return (given - answer).magnitude <= share * answer.magnitude
    case .exact: return given == answer
    }
  }
}
