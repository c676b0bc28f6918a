import Localization

/// A Markdown file of an author that is read part by part: what stands under each of its headings.
///
/// Other than a chapter's prose, its values are only known when somebody reads it.
///
/// ```swift
/// let file = ProseFile(source, in: .ko)
/// let reading = file.parts[1].reading(showing: ["alpha": .number(0.75, .fixed(2))])
/// print(TerminalReader(width: 80).read(reading.page), terminator: "")
/// ```
public struct ProseFile: Sendable {
  public let language: Language
  /// In the file's order; the first is what stands above all headings, where anything does.
  public let parts: [Part]
  private let source: SourceText
  private let document: Document

  public init(_ file: SourceFile, in language: Language) {
    let source = SourceText(file)
    let document = MarkdownParser.document(source)
    (self.language, self.source, self.document) = (language, source, document)
    var parts: [Part] = []
    for block in document.blocks {
      if case .heading(let level, let inlines) = block.content {
        parts.append(Part(level: level, heading: inlines, start: block.start, language: language, source: source))
      } else {
        if parts.isEmpty { parts.append(Part(level: 0, heading: [], start: 0, language: language, source: source)) }
        parts[parts.count - 1].blocks.append(block)
      }
    }
    self.parts = parts
  }

  /// A part of the file, from one heading to the next of any level.
  public struct Part: Sendable {
    /// Of the heading: 1 for `#`; 0 for what stands above all headings.
    public let level: Int
    let heading: [Inline]
    let start: Int
    let language: Language
    let source: SourceText
    var blocks: [Block] = []

    /// The heading without Markdown.
    public var title: String { heading.plainText }

    /// Whether nothing stands under the heading.
    public var isEmpty: Bool { blocks.isEmpty }

    /// What is to be mended, at the heading.
    public func finding(_ message: Bilingual) -> Finding { source.finding(atByte: start, message) }
  }

  /// What is to be mended at a line, from 1.
  public func finding(atLine line: Int, _ message: Bilingual) -> Finding { source.finding(atLine: line, message) }

  /// What an author should mend in the file as it was written: typed numbers, terms, marks, formulas, links.
  /// - Parameter exists: whether there is a file at a path from the root.
  public func findings(references: References, exists: @escaping @Sendable (String) -> Bool) -> [Finding] {
    ProseChecks(document, source, Sources(of: [:], references, exists: exists)).findings
  }
}
