import Kernels

/// Write a function. It is run in a process of its own on random questions; only its answers come back, and are judged here.
///
/// ```swift
/// CodeTask(
///   call: "[balancedCrossEntropy(pt: q.number(), isObject: q.flag(), alpha: q.number())]",
///   questions: { random in (0..<50).map { _ in Question { $0.number(…); $0.flag(…); $0.number(0.75) } } },
///   truth: { q in [Losses.balancedCrossEntropy(…)] })
/// ```
public struct CodeTask: Sendable {
  /// A Swift expression of type `[Double]` that asks the reader's function. `q` reads the question: `q.number()`, `q.whole()`,
  /// `q.flag()`, `q.list()`, `q.rows()`, from left to right.
  public let call: String
  /// How near an answer has to be: relative to the larger of 1 and the answer's size.
  public let precision: Double
  public let questions: @Sendable (inout SplitMix64) -> [Question]
  /// The right answer to one question.
  public let truth: @Sendable (inout QuestionReader) -> [Double]
  public let laws: [Law]
  public let mistakes: [Mistake]

  public init(
    call: String, precision: Double = 1e-9, questions: @escaping @Sendable (inout SplitMix64) -> [Question],
    truth: @escaping @Sendable (inout QuestionReader) -> [Double], laws: [Law] = [], mistakes: [Mistake] = []
  ) {
    (self.call, self.precision, self.questions) = (call, precision, questions)
    (self.truth, self.laws, self.mistakes) = (truth, laws, mistakes)
  }

  /// What every right function obeys, whatever its formula: "γ = 0 is cross entropy". Its words are the section `law NAME`.
  public struct Law: Sendable {
    public let name: String
    /// Questions in groups: the answers to those of one group are held against each other.
    public let groups: @Sendable (inout SplitMix64) -> [[Question]]
    /// Whether the answers to one group, one for each question, obey it.
    public let holds: @Sendable ([Question], [[Double]]) -> Bool

    public init(
      _ name: String, groups: @escaping @Sendable (inout SplitMix64) -> [[Question]],
      holds: @escaping @Sendable ([Question], [[Double]]) -> Bool
    ) {
      (self.name, self.groups, self.holds) = (name, groups, holds)
    }
  }

  /// What a function with one known mistake answers. Its message is the section `mistake NAME`.
  public struct Mistake: Sendable {
    public let name: String
    public let answer: @Sendable (inout QuestionReader) -> [Double]

    public init(_ name: String, answer: @escaping @Sendable (inout QuestionReader) -> [Double]) {
      (self.name, self.answer) = (name, answer)
    }
  }
}
