import Localization

/// Why a submission is not built.
public enum Refusal: Error, Sendable, Hashable, Codable {
  /// A module of the book: it holds the answers.
  case importsBook(module: String, line: Int)
  /// Any other module than Foundation.
  case imports(module: String, line: Int)
  /// An attribute, a directive or a name that reaches outside the language: `@_cdecl`, `#sourceLocation`.
  case reachesOutside(String, line: Int)
  /// More than so many bytes.
  case tooLarge(limit: Int)
  /// The file is not UTF-8.
  case encoding(TextEncoding)
  /// There is no file, or it cannot be read.
  case missing(file: String)
}

/// What a file that is not UTF-8 looks like.
public enum TextEncoding: String, Sendable, Hashable, Codable {
  case utf16
  /// Korean Windows' own: CP949, which holds EUC-KR.
  case cp949
  /// Not a text, or in an encoding that is not known.
  case unknown
}

extension Refusal {
  /// A file of code that cannot be read is refused.
  package init(_ problem: TextFile.Problem) {
    switch problem {
    case .missing(let file): self = .missing(file: file)
    case .tooLarge(_, let limit): self = .tooLarge(limit: limit)
    case .encoding(_, let encoding): self = .encoding(encoding)
    }
  }
}
