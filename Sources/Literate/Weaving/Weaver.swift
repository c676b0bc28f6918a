import Localization

/// Joins prose, program and record into pages, and finds what the author should mend.
///
/// ```swift
/// let weaver = Weaver(manuscript: manuscript, record: record, references: references)
/// for finding in weaver.findings { print(finding.text(in: .ko)) }
/// let markdown = weaver.page(.ko)?.markdown
/// ```
public struct Weaver: Sendable {
  let sources: Sources
  /// The prose of each language, read and with its verbs replaced.
  let chapters: [Language: Chapter]

  struct Chapter: Sendable {
    let source: SourceText
    let document: Document
    let expanded: [Block]
    let uses: [Use]
    /// Verbs that are to be mended.
    let findings: [Finding]
    /// The bytes where verbs were lost, one each or all in a block that nothing closes: what is missing there is no news.
    let lost: [Int]
  }

  public init(manuscript: Manuscript, record: Record, references: References = References()) {
    let sources = Sources(
      manuscript: manuscript, passages: Passages(of: manuscript.program), record: record, references: references)
    self.sources = sources
    var chapters: [Language: Chapter] = [:]
    for (language, file) in manuscript.prose {
      let source = SourceText(file)
      let document = MarkdownParser.document(source)
      var expander = Expander(sources, language, source, unclosed: document.unclosed)
      let expanded = expander.blocks(document.blocks)
      chapters[language] = Chapter(
        source: source, document: document, expanded: expanded, uses: expander.uses,
        findings: expander.findings, lost: expander.lost + document.unclosed)
    }
    self.chapters = chapters
  }

  /// The page of a language; nil where the manuscript has no prose in it.
  public func page(_ language: Language) -> WovenPage? {
    guard let chapter = chapters[language] else { return nil }
    var blocks = chapter.expanded
    var heading: [Inline] = [.text(Text(chapter.source.file.folder))]
    if let index = blocks.firstIndex(where: \.isTitle), case .heading(_, let inlines) = blocks[index].content {
      heading = inlines
      blocks.remove(at: index)
    }
    let others = Language.allCases.compactMap { other -> (language: Language, name: String)? in
      guard other != language, chapters[other] != nil, let name = sources.manuscript.pageNames[other] else {
        return nil
      }
      return (other, name)
    }
    return WovenPage(
      language: language, heading: heading, blocks: blocks, figures: sources.record.figures,
      proseName: chapter.source.file.baseName, otherPages: others)
  }

  /// What the author should mend, by file and place. Empty for a chapter that may be published.
  public var findings: [Finding] {
    let checks = chapters.mapValues { ProseChecks($0.document, $0.source, sources) }
    let prose = chapters.values.flatMap(\.findings) + checks.values.flatMap(\.findings)
    let parity = parityFindings(typed: checks.mapValues(\.typed)) + headingFindings
    return Set(prose + passageFindings + parity + recordFindings + pageFindings).sorted()
  }
}

extension Block {
  /// Whether it is a heading of the first level.
  var isTitle: Bool {
    if case .heading(level: 1, _) = content { return true }
    return false
  }
}
