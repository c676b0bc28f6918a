import CMarkGFM
import Synchronization

/// Reads Markdown as GitHub does (tables, strikethrough, task lists, bare links, footnotes), with cmark-gfm.
///
/// The only file that sees the C library: its nodes are copied into values and freed before `document` returns.
struct MarkdownParser {
  /// Nesting beyond this is not followed; prose that is meant to be read stays far below.
  static let deepest = 40

  private let source: SourceText
  private var cursor: SourceCursor
  private var tooDeep: [Int] = []
  private var unclosed: Set<Int> = []
  private var footnotes = 0

  private init(_ source: SourceText) {
    self.source = source
    cursor = SourceCursor(source)
  }

  static func document(_ source: SourceText) -> Document {
    withTree(of: source.file.text) { root in
      var parser = MarkdownParser(source)
      let blocks = parser.blocks(in: root, depth: 0)
      return Document(blocks: blocks, tooDeep: parser.tooDeep, unclosed: parser.unclosed)
    } ?? Document()
  }

  /// The HTML that the library makes of a text, a second witness of what a page says.
  static func html(of text: String) -> String {
    withTree(of: text) { root in
      guard let html = cmark_render_html(root, CMARK_OPT_UNSAFE, nil) else { return "" }
      defer { cmark_get_default_mem_allocator().pointee.free(html) }
      return String(cString: html)
    } ?? ""
  }

  /// Held while the library reads: its extensions share one table of special characters in the whole process.
  private static let library = Mutex(())

  private static func withTree<Result>(of text: String, _ body: (OpaquePointer) -> Result) -> Result? {
    guard let root = library.withLock({ _ in tree(of: text) }) else { return nil }
    defer { cmark_node_free(root.node) }
    return body(root.node)
  }

  /// The library's tree of a text, to be freed by whoever asked for it.
  private static func tree(of text: String) -> Tree? {
    cmark_gfm_core_extensions_ensure_registered()
    guard let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES) else { return nil }
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough", "autolink", "tasklist"] {
      if let syntax = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, syntax) }
    }
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    }
    return cmark_parser_finish(parser).map(Tree.init)
  }

  /// A root of the library's, passed from the lock to its reader.
  private struct Tree: @unchecked Sendable { let node: OpaquePointer }

  // MARK: - Blocks

  private mutating func blocks(in parent: OpaquePointer, depth: Int) -> [Block] {
    guard depth < Self.deepest else {
      tooDeep.append(cursor.offset)
      return []
    }
    return children(of: parent).compactMap { block($0, depth: depth + 1) }
  }

  private mutating func block(_ node: OpaquePointer, depth: Int) -> Block? {
    let start = start(of: node)
    cursor.move(to: start)
    return content(of: node, depth: depth).map { Block($0, start: start) }
  }

  private mutating func content(of node: OpaquePointer, depth: Int) -> Block.Content? {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HEADING:
      return .heading(level: Int(cmark_node_get_heading_level(node)), inlines(in: node, depth: depth))
    case CMARK_NODE_PARAGRAPH: return .paragraph(inlines(in: node, depth: depth))
    case CMARK_NODE_BLOCK_QUOTE: return .quote(blocks(in: node, depth: depth))
    case CMARK_NODE_LIST: return .list(list(node, depth: depth))
    case CMARK_NODE_CODE_BLOCK:
      if let fence = fence(of: node) {
        if !isClosed(node, by: fence) { unclosed.insert(cursor.offset) }
        cursor.skipLineEnd()
      }
      return .code(info: string(cmark_node_get_fence_info(node)), text(of: node))
    case CMARK_NODE_HTML_BLOCK:
      let html = string(cmark_node_get_literal(node))
      if html.hasPrefix("<!--"), !html.contains("-->") { unclosed.insert(cursor.offset) }
      return .html(text(of: node))
    case CMARK_NODE_THEMATIC_BREAK: return .rule
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      footnotes += 1
      return .footnote(label: "\(footnotes)", blocks(in: node, depth: depth))
    default: return typeName(of: node) == "table" ? .table(table(node, depth: depth)) : nil
    }
  }

  private mutating func list(_ node: OpaquePointer, depth: Int) -> Block.List {
    let marker: Block.List.Marker =
      cmark_node_get_list_type(node) == CMARK_BULLET_LIST
      ? .bullet
      : .number(
        start: Int(cmark_node_get_list_start(node)),
        delimiter: cmark_node_get_list_delim(node) == CMARK_PAREN_DELIM ? ")" : ".")
    let items = children(of: node).map { item in
      let start = start(of: item)
      cursor.move(to: start)
      let task: Block.Item.Task? =
        typeName(of: item) == "tasklist" ? (cmark_gfm_extensions_get_tasklist_item_checked(item) ? .done : .open) : nil
      return Block.Item(blocks: blocks(in: item, depth: depth), task: task, start: start)
    }
    return Block.List(marker: marker, isTight: cmark_node_get_list_tight(node) != 0, items: items)
  }

  private mutating func table(_ node: OpaquePointer, depth: Int) -> Block.Table {
    let count = Int(cmark_gfm_extensions_get_table_columns(node))
    let letters = cmark_gfm_extensions_get_table_alignments(node)
    let alignments = (0..<count).map { column -> ColumnAlignment in
      switch letters?[column] {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .natural
      }
    }
    let rows = children(of: node).map { row in
      cursor.move(to: source.start(ofLine: Int(cmark_node_get_start_line(row))))
      return children(of: row).map { inlines(in: $0, depth: depth + 1) }
    }
    return Block.Table(alignments: alignments, rows: rows)
  }

  // MARK: - Inlines

  private mutating func inlines(in parent: OpaquePointer, depth: Int) -> [Inline] {
    guard depth < Self.deepest else {
      tooDeep.append(cursor.offset)
      return []
    }
    return children(of: parent).compactMap { inline($0, depth: depth + 1) }.recognisingFormulas(in: source)
  }

  private mutating func inline(_ node: OpaquePointer, depth: Int) -> Inline? {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT: return .text(text(of: node))
    case CMARK_NODE_CODE: return .code(text(of: node))
    case CMARK_NODE_HTML_INLINE: return .html(text(of: node))
    case CMARK_NODE_SOFTBREAK:
      cursor.skipLineEnd()
      return .softBreak
    case CMARK_NODE_LINEBREAK:
      cursor.skipLineEnd()
      return .lineBreak
    case CMARK_NODE_EMPH: return .emphasis(inlines(in: node, depth: depth))
    case CMARK_NODE_STRONG: return .strong(inlines(in: node, depth: depth))
    case CMARK_NODE_LINK:
      let children = inlines(in: node, depth: depth)
      return .link(link(node), children)
    case CMARK_NODE_IMAGE:
      let alt = inlines(in: node, depth: depth)
      return .image(link(node), alt: alt)
    case CMARK_NODE_FOOTNOTE_REFERENCE: return .footnote(label: string(cmark_node_get_literal(node)))
    default: return typeName(of: node) == "strikethrough" ? .strikethrough(inlines(in: node, depth: depth)) : nil
    }
  }

  private mutating func link(_ node: OpaquePointer) -> Inline.Link {
    let destination = string(cmark_node_get_url(node))
    let origin = cursor.skipLinkEnd(destination: destination)
    return Inline.Link(destination: Text(destination, origin: origin), title: string(cmark_node_get_title(node)))
  }

  // MARK: - Nodes

  private mutating func text(of node: OpaquePointer) -> Text {
    let string = string(cmark_node_get_literal(node))
    return Text(string, origin: cursor.align(string))
  }

  private func start(of node: OpaquePointer) -> Int {
    source.start(ofLine: Int(cmark_node_get_start_line(node))) + max(Int(cmark_node_get_start_column(node)) - 1, 0)
  }

  private func children(of node: OpaquePointer) -> [OpaquePointer] {
    guard let first = cmark_node_first_child(node) else { return [] }
    return Array(sequence(first: first) { cmark_node_next($0) })
  }

  /// The marks that open a code block: "```"; nil where it is indented.
  private func fence(of node: OpaquePointer) -> String? {
    var length: CInt = 0
    var offset: CInt = 0
    var character: CChar = 0
    guard cmark_node_get_fenced(node, &length, &offset, &character) != 0 else { return nil }
    return String(repeating: Character(Unicode.Scalar(UInt8(bitPattern: character))), count: Int(length))
  }

  /// Whether a code block ends in its fence, and not before another one opened within.
  private func isClosed(_ node: OpaquePointer, by fence: String) -> Bool {
    let last = source.text(ofLine: Int(cmark_node_get_end_line(node))).drop { $0 == " " || $0 == ">" }
    let opensAnother = string(cmark_node_get_literal(node)).split(separator: "\n").contains {
      $0.drop { $0 == " " }.hasPrefix(fence)
    }
    return cmark_node_get_end_line(node) > cmark_node_get_start_line(node) && last.hasPrefix(fence) && !opensAnother
  }

  private func typeName(of node: OpaquePointer) -> String { string(cmark_node_get_type_string(node)) }

  private func string(_ pointer: UnsafePointer<CChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }
}
