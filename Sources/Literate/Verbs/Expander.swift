import Localization

/// What prose may name: the program's passages, this run's record, libraries, paper, slides, exercises.
struct Sources: Sendable {
  let manuscript: Manuscript
  let passages: Passages
  let record: Record
  let references: References
}

/// A verb where it stands in the prose.
struct Use: Sendable {
  let call: VerbCall
  /// The byte of the prose at which its `{{` stands.
  let start: Int
}

/// Replaces the verbs in a document of one language by what they name.
struct Expander {
  let sources: Sources
  let language: Language
  let source: SourceText
  private let unclosed: Set<Int>
  private(set) var findings: [Finding] = []
  private(set) var uses: [Use] = []
  /// The bytes of verbs that came to nothing: what they were meant to name is missing from `uses`.
  private(set) var lost: [Int] = []
  /// What a reader has read aloud of this line: particles go by its end.
  var spoken = ""

  /// - Parameter unclosed: the blocks that `document` could not end, left as they are.
  init(_ sources: Sources, _ language: Language, _ source: SourceText, unclosed: Set<Int>) {
    self.sources = sources
    self.language = language
    self.source = source
    self.unclosed = unclosed
  }

  mutating func report(at start: Int, _ message: Bilingual) {
    findings.append(source.finding(atByte: start, message))
  }

  /// Reports a verb that cannot be replaced.
  mutating func reportLost(at start: Int, _ message: Bilingual) {
    lost.append(start)
    report(at: start, message)
  }

  mutating func note(_ call: VerbCall, at start: Int) {
    uses.append(Use(call: call, start: start))
  }

  // MARK: - Blocks

  mutating func blocks(_ blocks: [Block]) -> [Block] {
    var result: [Block] = []
    for block in blocks {
      spoken = ""
      result += expanded(block)
    }
    return result
  }

  private mutating func expanded(_ block: Block) -> [Block] {
    func same(_ content: Block.Content) -> [Block] { [Block(content, start: block.start)] }
    guard !unclosed.contains(block.start) else { return [block] }
    switch block.content {
    case .paragraph(let inlines):
      if let (call, start) = loneCall(inlines) { return self.block(call, at: start) }
      let expanded = self.inlines(inlines).tidied
      return expanded.isEmpty ? [] : same(.paragraph(expanded))
    case .heading(let level, let inlines): return same(.heading(level: level, self.inlines(inlines).tidied))
    case .quote(let blocks): return same(.quote(self.blocks(blocks)))
    case .list(var list):
      for index in list.items.indices { list.items[index].blocks = self.blocks(list.items[index].blocks) }
      return same(.list(list))
    case .code(let info, let text):
      guard info == "math" else {
        reportVerbs(in: text)
        return [block]
      }
      return same(.code(info: info, formula(text).latex))
    case .html(let text): return same(.html(raw(text, in: .prose)))
    case .rule: return [block]
    case .table(var table):
      for row in table.rows.indices {
        for column in table.rows[row].indices {
          spoken = ""
          table.rows[row][column] = self.inlines(table.rows[row][column]).tidied
        }
      }
      return same(.table(table))
    case .footnote(let label, let blocks): return same(.footnote(label: label, self.blocks(blocks)))
    }
  }

  /// The `code` or `table` that a paragraph consists of.
  private func loneCall(_ inlines: [Inline]) -> (VerbCall, start: Int)? {
    guard case .text(let text)? = inlines.first, inlines.count == 1 else { return nil }
    let pieces = VerbScanner.pieces(of: text.string, in: .prose)
    guard pieces.count == 1, case .call(let call) = pieces[0].content, call.verb == .code || call.verb == .table else {
      return nil
    }
    return (call, text.origin.source(of: pieces[0].offset))
  }

  // MARK: - Inlines

  mutating func inlines(_ inlines: [Inline]) -> [Inline] {
    var result: [Inline] = []
    for inline in inlines { result += expanded(inline) }
    return result
  }

  private mutating func expanded(_ inline: Inline) -> [Inline] {
    switch inline {
    case .text(let text): return self.text(text)
    case .formula(let latex):
      let (latex, places) = formula(latex)
      spoken += "$`" + latex.string + "`$"
      return [.formula(latex)] + (places.isEmpty ? [] : [.text(Text(placeText(places)))])
    case .code(let text):
      let code = raw(text, in: .formula)
      spoken += code.string
      return [.code(code)]
    case .html(let text): return [.html(raw(text, in: .prose))]
    case .softBreak, .lineBreak:
      spoken = ""
      return [inline]
    case .emphasis(let children): return [.emphasis(inlines(children))]
    case .strong(let children): return [.strong(inlines(children))]
    case .strikethrough(let children): return [.strikethrough(inlines(children))]
    case .link(let link, let children): return [.link(destination(link), inlines(children))]
    case .image(let link, let alt):
      let heard = spoken
      let alt = inlines(alt)
      spoken = heard
      let link = destination(link)
      return [.image(link, alt: alt.isEmpty ? title(of: link) : alt)]
    case .footnote, .brokenClaim: return [inline]
    }
  }
}
