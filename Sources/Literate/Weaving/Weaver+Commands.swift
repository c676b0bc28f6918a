import Localization

/// Something that the prose tells its readers to type: `swift run chapter3 --alpha 0.5`, or `--alpha` alone.
public struct QuotedCommand: Sendable {
  /// The words behind `swift run`, or, of an option that is named alone, all of them.
  public let words: [String]
  private let file: String
  private let line: Int
  private let column: Int

  fileprivate init(words: [String], place: Finding) {
    self.words = words
    (file, line, column) = (place.file, place.line, place.column)
  }

  /// What is to be mended in it.
  public func finding(_ message: Bilingual) -> Finding {
    Finding(file: file, line: line, column: column, message: message)
  }
}

extension Weaver {
  /// The commands in code spans and code blocks of all languages, with their values in place.
  public var quotedCommands: [QuotedCommand] {
    chapters.values.flatMap { $0.expanded.quotedCommands(in: $0.source) }
  }
}

extension [Block] {
  /// The commands in code spans and code blocks.
  func quotedCommands(in source: SourceText) -> [QuotedCommand] {
    all.flatMap(\.quotedCode).compactMap { line in
      guard let words = line.string.commandWords else { return nil }
      return QuotedCommand(words: words, place: source.finding(atByte: line.origin.source(of: 0), ""))
    }
  }
}

extension Block {
  /// The code spans of the block, or the lines of the code that it is; not those of the program, which the compiler reads.
  fileprivate var quotedCode: [Text] {
    guard case .code(let info, let code) = content, info != "swift" else {
      return inlines.compactMap { if case .code(let span) = $0 { span } else { nil } }
    }
    var offset = 0
    return code.string.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      defer { offset += line.utf8.count + 1 }
      return Text(String(line), origin: code.origin.dropping(offset))
    }
  }
}

extension String {
  /// The words of a command of ours; nil for anything else.
  fileprivate var commandWords: [String]? {
    let words = shellWords.drop { $0 == "$" }
    if words.starts(with: ["swift", "run"]) { return Array(words.dropFirst(2)) }
    return words.first?.hasPrefix("--") == true ? Array(words) : nil
  }

  /// The words as a shell parts them, up to a comment, a pipe or another command.
  fileprivate var shellWords: [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in self {
      if character == quote {
        quote = nil
      } else if quote != nil {
        word?.append(character)
      } else if character == "\"" || character == "'" {
        quote = character
        word = word ?? ""
      } else if character == " " {
        word.map { words.append($0) }
        word = nil
      } else if "|;&<>".contains(character) || character == "#" && word == nil {
        break
      } else {
        word = (word ?? "") + String(character)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }
}
