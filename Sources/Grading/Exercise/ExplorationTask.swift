import Kernels
import Localization

/// Find something with the chapter's parameters, and report one or more numbers: any that do what is asked for are right.
public struct ExplorationTask: Sendable {
  public struct Drawn: Sendable {
    public var numbers = Numbers()
    /// Judges the reported numbers, as many as `fields`, all finite.
    public var judge: @Sendable ([Double]) -> Report = { _ in .missed([:]) }
    /// Numbers that are right, to show that there are some.
    public var example: [Double] = []

    public init() {}
  }

  /// What is found when the reported numbers are tried.
  public enum Report: Sendable, Hashable {
    case found
    /// A known mistake: the section `mistake NAME` of the words.
    case mistake(String)
    /// Not what was asked for. What came out instead is shown by the section `result` of the words, by these names.
    case missed([String: Double])
  }

  /// What the numbers are, in order: `γ`, `share`.
  public let fields: [Bilingual]
  /// The names of the known mistakes.
  public let mistakes: [String]
  /// The names of what is shown where the numbers miss.
  public let results: [String]
  public let draw: @Sendable (inout SplitMix64) -> Drawn

  public init(
    _ fields: [Bilingual], mistakes: [String] = [], results: [String] = [],
    draw: @escaping @Sendable (inout SplitMix64) -> Drawn
  ) {
    (self.fields, self.mistakes, self.results, self.draw) = (fields, mistakes, results, draw)
  }
}
