/// Trees as text in one fixed form: two documents say the same if their outlines are equal.
///
/// What cannot be seen on a page is left out: where things stand in the source, escapes, the characters of marks and fences.
extension [Block] {
  var outline: String { map(\.outline).joined(separator: "\n") }
}

extension Block {
  var outline: String {
    switch content {
    case .heading(let level, let inlines): "h\(level)(\(inlines.outline))"
    case .paragraph(let inlines): "p(\(inlines.outline))"
    case .quote(let blocks): "quote(\(blocks.outline))"
    case .list(let list):
      "list \(list.marker) \(list.isTight || list.items.isEmpty ? "tight" : "loose")("
        + list.items.map { "item \($0.task.map { "\($0)" } ?? "")(\($0.blocks.outline))" }.joined(separator: "\n") + ")"
    case .code(let info, let text): "code \(info)(\(text.string))"
    case .html(let text): "html(\(text.string.trimmingEnd))"
    case .rule: "rule"
    case .table(let table):
      "table \(table.alignments)("
        + table.rows.map { $0.map(\.outline).joined(separator: " | ") }.joined(separator: "\n") + ")"
    case .footnote(let label, let blocks): "footnote \(label)(\(blocks.outline))"
    }
  }
}

extension [Inline] {
  var outline: String {
    tidied.map { inline in
      switch inline {
      case .text(let text): text.string
      case .formula(let text): "formula(\(text.string))"
      case .code(let text): "code(\(text.string))"
      case .html(let text): "html(\(text.string))"
      case .softBreak: "\n"
      case .lineBreak: "break\n"
      case .emphasis(let children): "em(\(children.outline))"
      case .strong(let children): "strong(\(children.outline))"
      case .strikethrough(let children): "del(\(children.outline))"
      case .link(let link, let children): "link <\(link.destination.string)> \(link.title)(\(children.outline))"
      case .image(let link, let alt): "image <\(link.destination.string)> \(link.title)(\(alt.outline))"
      case .footnote(let label): "note \(label)"
      case .brokenClaim: ""
      }
    }.joined()
  }

  /// The same inlines with neighbouring texts joined, without empty texts, spaces at line ends, and lines that hold
  /// nothing: what is left of a line with only a claim must not become an end of the paragraph.
  var tidied: [Inline] {
    var result: [Inline] = []
    for inline in self {
      switch inline {
      case .text(let text):
        if case .text(let previous)? = result.last {
          result[result.count - 1] = .text(Text(previous.string + text.string, origin: previous.origin))
        } else {
          result.append(inline)
        }
      default: result.append(inline)
      }
    }
    return result.trimmingLines
  }

  private var trimmingLines: [Inline] {
    var result: [Inline] = []
    var lineHasContent = false
    for inline in self {
      switch inline {
      case .text(let text):
        let isAtLineStart = !lineHasContent
        let string = isAtLineStart ? String(text.string.drop(while: \.isBlank)) : text.string
        guard !string.isEmpty else { continue }
        result.append(.text(Text(string, origin: text.origin.dropping(text.string.utf8.count - string.utf8.count))))
        lineHasContent = true
      case .softBreak, .lineBreak:
        result.trimEnd()
        guard lineHasContent else { continue }
        result.append(inline)
        lineHasContent = false
      case .brokenClaim:
        result.append(inline)
      default:
        result.append(inline)
        lineHasContent = true
      }
    }
    result.trimEnd()
    while let last = result.lastIndex(where: { !$0.isMark }), result[last].isBreak { result.remove(at: last) }
    return result
  }

  /// Takes blanks from the end of a text that ends the line.
  private mutating func trimEnd() {
    guard let last = lastIndex(where: { !$0.isMark }), case .text(let text) = self[last] else { return }
    let string = text.string.trimmingEnd
    if string.isEmpty { remove(at: last) } else { self[last] = .text(Text(string, origin: text.origin)) }
  }
}

extension Inline {
  fileprivate var isMark: Bool {
    if case .brokenClaim = self { return true }
    return false
  }

  fileprivate var isBreak: Bool {
    switch self {
    case .softBreak, .lineBreak: true
    default: false
    }
  }
}

extension Character {
  /// A space or tab that Markdown strips from line ends.
  var isBlank: Bool { self == " " || self == "\t" }
}

extension String {
  var trimmingEnd: String {
    var result = self[...]
    while let last = result.last, last.isBlank || last == "\n" { result.removeLast() }
    return String(result)
  }
}
