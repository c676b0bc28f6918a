/// A Markdown document as a tree of values.
package struct Document: Sendable {
  package var blocks: [Block] = []
  /// Where nesting went deeper than is followed, as bytes of the source.
  var tooDeep: [Int] = []
  /// Where a code fence or a comment opens that nothing closes, as bytes of the source: what follows was not read as meant.
  var unclosed: Set<Int> = []
}

extension Document {
  /// Reads Markdown as GitHub does.
  package init(markdown: String) {
    self = MarkdownParser.document(SourceText(SourceFile(name: "", text: markdown)))
  }
}

/// Characters of a node, and where in the source they came from.
package struct Text: Sendable {
  package var string: String
  var origin: Origin

  package init(_ string: String) { self.init(string, origin: .none) }

  init(_ string: String, origin: Origin) {
    self.string = string
    self.origin = origin
  }
}

/// A block, and the byte of the source at which it starts.
package struct Block: Sendable {
  package var content: Content
  var start: Int

  init(_ content: Content, start: Int = 0) {
    self.content = content
    self.start = start
  }

  package indirect enum Content: Sendable {
    case heading(level: Int, [Inline])
    case paragraph([Inline])
    case quote([Block])
    case list(List)
    case code(info: String, Text)
    case html(Text)
    case rule
    case table(Table)
    case footnote(label: String, [Block])
  }

  package struct List: Sendable {
    package enum Marker: Sendable, Hashable {
      case bullet
      /// Numbers from `start`, each followed by `delimiter` ("." or ")").
      case number(start: Int, delimiter: String)
    }
    package var marker: Marker
    package var isTight: Bool
    package var items: [Item]
  }

  package struct Item: Sendable {
    package enum Task: Sendable, Hashable { case open, done }
    package var blocks: [Block]
    package var task: Task?
    var start: Int
  }

  package struct Table: Sendable {
    package var alignments: [ColumnAlignment]
    /// The first row is the header.
    package var rows: [[[Inline]]]
  }
}

/// A part of a line of text.
package indirect enum Inline: Sendable {
  case text(Text)
  /// A formula, written `` $`…`$ `` and held as LaTeX.
  case formula(Text)
  case code(Text)
  case html(Text)
  case softBreak
  case lineBreak
  case emphasis([Inline])
  case strong([Inline])
  case strikethrough([Inline])
  case link(Link, [Inline])
  case image(Link, alt: [Inline])
  case footnote(label: String)
  /// Marks the sentence that it stands in as no longer true; prints nothing on a page.
  case brokenClaim(name: String)

  package struct Link: Sendable {
    package var destination: Text
    var title: String
    /// The recorded figure that an image shows.
    var figure: String?
  }
}

extension [Inline] {
  /// The characters alone, formulas as LaTeX.
  package var plainText: String {
    map { inline in
      switch inline {
      case .text(let text), .formula(let text), .code(let text): text.string
      case .softBreak, .lineBreak: " "
      case .emphasis(let children), .strong(let children), .strikethrough(let children), .link(_, let children),
        .image(_, let children):
        children.plainText
      case .html, .footnote, .brokenClaim: ""
      }
    }.joined()
  }
}
