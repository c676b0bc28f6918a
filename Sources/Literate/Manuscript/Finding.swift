import Localization

/// Something that the author should mend, and where it stands.
public struct Finding: Sendable, Hashable {
  public let file: String
  /// Counted from 1.
  public let line: Int
  /// Counted in characters (grapheme clusters) from 1.
  public let column: Int
  public let message: Bilingual

  public init(file: String, line: Int, column: Int, message: Bilingual) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  /// `file:line:column: message` in one language.
  public func text(in language: Language) -> String {
    "\(file):\(line):\(column): \(message[language])"
  }
}

extension Finding: CustomStringConvertible {
  /// `file:line:column: message` in both languages, for logs and tests.
  public var description: String { "\(file):\(line):\(column): \(message.ko) / \(message.en)" }
}

extension Finding: Comparable {
  /// By file, then place, then message.
  public static func < (a: Finding, b: Finding) -> Bool {
    (a.file, a.line, a.column, a.message.ko) < (b.file, b.line, b.column, b.message.ko)
  }
}
