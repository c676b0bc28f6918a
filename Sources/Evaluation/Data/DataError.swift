import Files
import Localization

/// What is wrong with a file of annotations or results, and where: the file, the line, and the record's place in it.
///
/// `results.json:1:5021 (annotations[123].bbox[2]): …`
public struct DataError: BilingualError, Equatable {
  public let problem: Problem
  /// The file's path; nil for what was not read from one.
  public let file: String?
  /// From 1 on; nil where the record's place says enough.
  public let line: Int?
  /// From 1 on, counted in bytes.
  public let column: Int?
  /// `annotations[123].bbox[2]`; empty for the whole text.
  public var path: String { nested.hasPrefix(".") ? String(nested.dropFirst()) : nested }

  private let nested: String

  init(_ problem: Problem, file: String? = nil, line: Int? = nil, column: Int? = nil, path: String = "") {
    (self.problem, self.file, self.line, self.column, nested) = (problem, file, line, column, path)
  }

  /// The same error, seen from one level further out.
  func inside(_ step: String) -> DataError {
    DataError(problem, file: file, line: line, column: column, path: step + nested)
  }

  /// The same error, now that the file is known.
  func found(in file: String) -> DataError {
    DataError(problem, file: file, line: line, column: column, path: nested)
  }

  public enum Problem: Equatable, Sendable {
    // The file
    case unreadable(SystemError)
    case unwritable(SystemError)

    // The text
    case endsEarly
    case unexpected(UInt8, Expected)
    case tooDeep
    case numberTooLong

    // Its meaning
    /// NaN, Infinity, or a number beyond the range of `Double`.
    case notFinite
    /// 1.5, or a whole number beyond 64 bits.
    case notWhole
    case missing(String)
    /// A bounding box needs four numbers: x, y, width, height.
    case notFour(Int)
    case negativeSize(Double)
    case duplicateID(Int)
    case unknownImage(Int)
    case unknownCategory(Int)
  }

  /// What should have stood where something else does.
  public enum Expected: Equatable, Sendable {
    case object, array, string, number, wholeNumber, flag, value
    case key, colon, commaOrBracket, digit, escape, noControl, end
  }
}
