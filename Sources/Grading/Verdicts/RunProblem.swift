import Localization

/// Why a reader's program came to no answer.
public enum RunProblem: Sendable, Hashable, Codable {
  /// The Swift runtime stopped it.
  case trapped(Trap)
  /// It needed more than so many seconds.
  case ranTooLong(seconds: Int)
  /// It wanted more than so many bytes.
  case tookTooMuchMemory(bytes: Int)
  /// It wrote more than so many bytes.
  case printedTooMuch(bytes: Int)
  /// It ended itself after some of the questions.
  case leftEarly(answered: Int, of: Int)
  /// The function threw an error, described in its own words.
  case threw(String)
  /// Something that is not an answer was written where answers go.
  case garbled
  /// It was ended by a signal that none of the above sends.
  case ended(signal: Int)

  /// What made the Swift runtime stop a program.
  public enum Trap: Sendable, Hashable, Codable {
    case indexOutOfRange
    case overflow
    case foundNil
    case divisionByZero
    /// A `Double` that is no `Int`: NaN, infinite, too large.
    case impossibleConversion
    case invalidRange
    /// Most often a function that calls itself without end.
    case stackOverflow
    /// The runtime's own words for anything else: `Fatal error: …`.
    case other(String)
  }
}
