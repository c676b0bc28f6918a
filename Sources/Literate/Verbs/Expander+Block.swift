import Localization

extension Expander {
  /// What a verb that is a paragraph of its own becomes.
  mutating func block(_ call: VerbCall, at start: Int) -> [Block] {
    switch call.verb {
    case .table:
      guard let table = entry(call, at: start, in: sources.record.tables) else { return unknown(call, at: start) }
      return [Block(.table(self.table(table)), start: start)]
    default:
      return passage(call, at: start) ?? unknown(call, at: start)
    }
  }

  private func unknown(_ call: VerbCall, at start: Int) -> [Block] {
    [Block(.paragraph([.text(Text(call.written))]), start: start)]
  }

  private mutating func passage(_ call: VerbCall, at start: Int) -> [Block]? {
    note(call, at: start)
    guard let (path, title) = call.libraryPassage else {
      guard let passage = sources.passages[call.name] else {
        reportLost(at: start, .unknown(call.name, noun: call.verb.noun, among: sources.passages.all.map(\.title)))
        return nil
      }
      return [code(passage, at: start)]
    }
    guard let file = sources.manuscript.library(path) else {
      reportLost(
        at: start,
        .unknown(path, noun: Bilingual(ko: "라이브러리 파일", en: "library file"), among: sources.manuscript.libraryPaths()))
      return nil
    }
    let passages = Passages(of: file)
    guard let passage = passages[title] else {
      reportLost(at: start, .unknown(title, noun: call.verb.noun, among: passages.all.map(\.title)))
      return nil
    }
    let link = Inline.Link(destination: Text(source.file.relativePath(to: file.name)), title: "")
    return [
      Block(.paragraph([.link(link, [.code(Text(path))]), .text(Text(":"))]), start: start),
      code(passage, at: start),
    ]
  }

  private func code(_ passage: Passage, at start: Int) -> Block {
    Block(.code(info: "swift", Text(passage.code + "\n")), start: start)
  }

  // MARK: - Tables

  private func table(_ table: RecordedTable) -> Block.Table {
    let header = table.columns.map { cell($0.title[language]) }
    let rows = table.rows.map { row in
      table.columns.indices.map { column -> [Inline] in
        guard column < row.count else { return [] }
        if case .text(let text) = row[column] { return cell(text[language]) }
        return [.text(Text(row[column].shown(in: .prose, language)))]
      }
    }
    return Block.Table(alignments: table.columns.map(\.alignment), rows: [header] + rows)
  }

  /// The inline Markdown of a cell; what reads as a block of its own is taken as it stands.
  private func cell(_ text: String) -> [Inline] {
    let document = MarkdownParser.document(SourceText(SourceFile(name: "", text: text)))
    guard document.blocks.count == 1, case .paragraph(let inlines)? = document.blocks.first?.content else {
      return text.isEmpty ? [] : [.text(Text(text))]
    }
    return inlines
  }

  // MARK: - Figures

  /// A link's address with the figure that it names.
  mutating func destination(_ link: Inline.Link) -> Inline.Link {
    let pieces = VerbScanner.pieces(of: link.destination.string, in: .prose)
    guard pieces.contains(where: { if case .text = $0.content { false } else { true } }) else { return link }
    let start = link.destination.origin.source(of: pieces[0].offset)
    guard pieces.count == 1, case .call(let call) = pieces[0].content, call.verb == .figure else {
      reportLost(
        at: start,
        Bilingual(
          ko: "주소에는 `<{{figure 이름}}>`만 쓸 수 있습니다.", en: "An address can be `<{{figure name}}>` and no other verb."))
      return link
    }
    guard let figure = entry(call, at: start, in: sources.record.figures) else { return link }
    var link = link
    link.destination = Text(figure.paths[language] ?? "")
    link.figure = call.name
    return link
  }

  /// The title of the figure that an image without a text of its own shows.
  func title(of link: Inline.Link) -> [Inline] {
    guard let name = link.figure, let figure = sources.record.figures[name] else { return [] }
    return [.text(Text(figure.title[language]))]
  }
}

extension VerbCall {
  /// File and title in `Losses/FocalLoss.swift: Title`; nil for a passage of the chapter's own program.
  var libraryPassage: (path: String, title: String)? {
    guard verb == .code, let colon = name.firstRange(of: ": "), name[..<colon.lowerBound].hasSuffix(".swift") else {
      return nil
    }
    return (String(name[..<colon.lowerBound]), String(name[colon.upperBound...]))
  }
}
