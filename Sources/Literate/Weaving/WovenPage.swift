import Localization

/// One language's page of a chapter: woven Markdown, and what a terminal reads.
public struct WovenPage: Sendable {
  public let language: Language
  /// The title without Markdown.
  public let title: String
  let heading: [Inline]
  /// All below the title.
  let blocks: [Block]
  let figures: Ledger<RecordedFigure>
  private let proseName: String
  private let otherPages: [(language: Language, name: String)]

  init(
    language: Language, heading: [Inline], blocks: [Block], figures: Ledger<RecordedFigure>, proseName: String,
    otherPages: [(language: Language, name: String)]
  ) {
    self.language = language
    self.heading = heading
    title = heading.plainText
    self.blocks = blocks
    self.figures = figures
    self.proseName = proseName
    self.otherPages = otherPages
  }

  /// A page of Markdown that has all its values.
  public init(markdown: String, in language: Language) {
    let blocks = MarkdownParser.document(SourceText(SourceFile(name: "", text: markdown))).blocks
    self.init(language: language, heading: [], blocks: blocks, figures: Ledger(), proseName: "", otherPages: [])
  }

  /// The page as GitHub shows it: a notice for those who edit it, the title, links to the other languages, the text.
  public var markdown: String {
    let notice = Bilingual(
      ko: "<!-- \(proseName)와 프로그램에서 생성한 파일입니다. 고치지 말고 다시 엮으십시오(weave). -->",
      en: "<!-- Woven from \(proseName) and the program. Do not edit it; weave it again. -->")[language]
    let links = otherPages.map { "[\($0.language.nativeName)](\($0.name))" }.joined(separator: " · ")
    let head = [Block(.heading(level: 1, heading))]
    return notice + "\n\n" + MarkdownWriter.markdown(head) + (links.isEmpty ? "" : "\n" + links + "\n") + "\n" + body
  }

  /// All below the title, as Markdown.
  public var body: String { MarkdownWriter.markdown(blocks) }
}
