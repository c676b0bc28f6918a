import Chapters
import Foundation

extension SubmissionSource {
  /// Why this source is not to be built; nil where it is.
  ///
  /// What is refused could not reach an answer: submissions are built where no module of the book is found, and run where nothing
  /// is to be seen. It is refused so that the reader is told what is wrong with it, and so that nothing runs before the limits
  /// are set.
  var refusal: Refusal? {
    guard text.utf8.count <= TextFile.limit else { return .tooLarge(limit: TextFile.limit) }
    let tokens = SwiftScanner.tokens(of: text)
    return tokens.indices.lazy.compactMap { Self.refusedImport(tokens[$0...], after: tokens[..<$0].last) }.first
      ?? tokens.indices.lazy.compactMap { Self.refused(tokens[$0...]) }.first
  }

  // MARK: - Imports

  private typealias Tokens = ArraySlice<SwiftScanner.Token>

  private static func refusedImport(_ tokens: Tokens, after before: SwiftScanner.Token?) -> Refusal? {
    // A member or an argument's label may be called import.
    guard let word = tokens.first, word.text == "import", !["(", ",", "."].contains(before?.text) else { return nil }
    let kinds: Set = ["typealias", "struct", "class", "actor", "enum", "protocol", "let", "var", "func"]
    let rest = tokens.dropFirst()
    let named = rest.first.map { kinds.contains($0.text) } == true ? rest.dropFirst() : rest
    guard let module = named.first?.text, module != "Foundation" else { return nil }
    return isOfBook(module) ? .importsBook(module: module, line: word.line) : .imports(module: module, line: word.line)
  }

  private static func isOfBook(_ module: String) -> Bool {
    let isName = module.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    return isName && FileManager.default.fileExists(atPath: Repository.own.path("Sources/\(module)"))
  }

  // MARK: - What reaches outside

  private static func refused(_ tokens: Tokens) -> Refusal? {
    guard let first = tokens.first else { return nil }
    let word = tokens.dropFirst().first
    switch first.text {
    case "@":
      // Those with a capital are types: a reader's own property wrapper.
      guard let word, !attributes.contains(word.text),
        word.text.first?.isUppercase != true || word.text.hasSuffix("Main")
      else { return nil }
      return .reachesOutside("@\(word.text)", line: first.line)
    case _ where first.text.hasPrefix("#"):
      guard let word, word.isWord, word.bytes.lowerBound == first.bytes.upperBound, !directives.contains(word.text)
      else {
        return nil
      }
      return .reachesOutside("#\(word.text)", line: first.line)
    case Glue.runner: return .reachesOutside(Glue.runner, line: first.line)
    default: return nil
    }
  }

  private static let attributes: Set = [
    "autoclosure", "available", "discardableResult", "dynamicCallable", "dynamicMemberLookup", "escaping", "frozen",
    "inlinable",
    "inline", "preconcurrency", "propertyWrapper", "resultBuilder", "retroactive", "unchecked", "unknown",
    "usableFromInline",
  ]

  private static let directives: Set = [
    "available", "column", "else", "elseif", "endif", "error", "file", "fileID", "filePath", "function", "if", "line",
    "unavailable", "warning",
  ]
}
