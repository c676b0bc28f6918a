import Kernels

/// Say which of some outcomes it will be, then run it and see.
///
/// ```swift
/// PredictionTask(["lower", "same", "higher"]) { random in
///   var drawn = PredictionTask.Drawn()
///   …
///   drawn.answer = after < before ? "lower" : "higher"      // computed, not typed
///   return drawn
/// }
/// ```
public struct PredictionTask: Sendable {
  public struct Drawn: Sendable {
    public var numbers = Numbers()
    /// The name of the choice that comes true.
    public var answer = ""

    public init() {}
  }

  /// Names of the choices, in order: a reader answers `a`, `b`, …. The words have a section `choice NAME` for each, and may have
  /// `mistake NAME` for a wrong one.
  public let choices: [String]
  public let draw: @Sendable (inout SplitMix64) -> Drawn

  public init(_ choices: [String], draw: @escaping @Sendable (inout SplitMix64) -> Drawn) {
    (self.choices, self.draw) = (choices, draw)
  }
}
