import Localization

/// What came of one exercise. Its words are in `Verdict+Message.swift`; those of known mistakes and laws are the exercise's own.
public enum Verdict: Sendable, Hashable, Codable {
  case passed
  /// No answer has been entered.
  case unanswered
  /// The function still gives the stub's placeholder.
  case unfinished
  /// What was entered has no one reading.
  case unreadable(Answer.Problem)
  /// A known mistake: its message is the section `mistake NAME` of the exercise's words.
  case mistake(String)
  /// The choice of this name, which does not come true. The words may have a section `mistake NAME` on it.
  case wrongChoice(String)
  /// A number that is not right, for no reason that is known.
  case wrong
  /// An exploration's numbers that do not do what was asked for, and what they lead to, by name.
  case missed([String: Double])
  /// A law is broken: its message is the section `law NAME` of the exercise's words. The calls show how.
  case law(String, [Example])
  /// A call whose result is not right.
  case counterexample(Example)
  /// The program came to no answer.
  case stopped(RunProblem, at: String?)
  /// The reader's own lines that do not compile; none where the compiler could not cope with them.
  case notCompiled([CompilerMessage])
  /// The function that is asked for is not there, or cannot be called as it is asked for, and what the compiler says to it.
  case mismatched(signature: String, [String])
  /// Not built, because of what the source or its file is.
  case refused(Refusal)
  /// The grader itself could not do its work, which says nothing about the answer.
  case ungraded(GradingError)

  public var isPassed: Bool { self == .passed }

  /// Whether there is anything to judge yet.
  public var isBegun: Bool { self != .unanswered && self != .unfinished }

  /// The section of the exercise's words that says more, where they have it.
  public var section: Section? {
    switch self {
    case .mistake(let name), .wrongChoice(let name): Section(kind: .mistake, name: name)
    case .law(let name, _): Section(kind: .law, name: name)
    default: nil
    }
  }

  /// A section of an exercise's words: `### Mistake: swappedAlpha`.
  public struct Section: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
      case mistake
      case law
    }

    public let kind: Kind
    public let name: String
  }

  /// A call of the reader's function and what it gave, as texts to be shown.
  public struct Example: Sendable, Hashable, Codable {
    /// `focalLoss(logit: 2, isObject: true, gamma: 2)`
    public let call: String
    /// `0.31`, `[0.1, 0.9]`
    public let given: String
    /// What it should have given, where a single right answer is known.
    public let expected: String?

    public init(call: String, given: String, expected: String? = nil) {
      (self.call, self.given, self.expected) = (call, given, expected)
    }
  }
}
