/// An error of the Swift compiler, in the reader's own file.
public struct CompilerMessage: Sendable, Hashable, Codable {
  /// From 1.
  public let line: Int
  public let column: Int
  /// The compiler's words.
  public let text: String
  /// The reader's line.
  public let source: String

  public init(line: Int, column: Int, text: String, source: String) {
    (self.line, self.column, self.text, self.source) = (line, column, text, source)
  }
}
