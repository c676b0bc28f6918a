/// Writes a tree as clean Markdown: `-` lists, `#` headings, fenced code, aligned tables, one blank line between blocks.
struct MarkdownWriter {
  var escaping: Escaping = .light

  /// The text of a document, ending in a line end.
  static func markdown(_ blocks: [Block]) -> String {
    blocks.indices.map { index in
      let light = MarkdownWriter(escaping: .light).lines(blocks, at: index).joined(separator: "\n")
      guard !says(light, blocks[index]) else { return light }
      let heavy = MarkdownWriter(escaping: .heavy).lines(blocks, at: index).joined(separator: "\n")
      return says(heavy, blocks[index]) ? heavy : light
    }.joined(separator: "\n\n") + "\n"
  }

  /// Whether GitHub's parser reads in `text` what `block` is. Footnotes need their document and are taken on trust.
  static func says(_ text: String, _ block: Block) -> Bool {
    let read = MarkdownParser.document(SourceText(SourceFile(name: "", text: text)))
    return read.blocks.outline == block.outline || text.contains("[^")
  }

  func lines(_ blocks: [Block]) -> [String] {
    var result: [String] = []
    for index in blocks.indices {
      if index > 0 { result.append("") }
      result += lines(blocks, at: index)
    }
    return result
  }

  private func lines(_ blocks: [Block], at index: Int) -> [String] {
    switch blocks[index].content {
    case .heading(let level, let inlines):
      let text = markdown(inlines).replacing("\n", with: " ")
      return [String(repeating: "#", count: level) + (text.isEmpty ? "" : " " + text)]
    case .paragraph(let inlines):
      return markdown(inlines).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    case .quote(let blocks): return blocks.isEmpty ? [">"] : lines(blocks).map { $0.isEmpty ? ">" : "> " + $0 }
    case .list(let list): return lines(list, bullet: followsBullets(blocks, at: index) ? "*" : "-")
    case .code(let info, let text): return fenced(text.string, info: info)
    case .html(let text):
      return text.string.trimmingEnd.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    case .rule: return ["***"]
    case .table(let table): return TableWriter(escaping: escaping).lines(table)
    case .footnote(let label, let blocks): return indented(lines(blocks), marker: "[^\(label)]: ", by: 4)
    }
  }

  private func markdown(_ inlines: [Inline]) -> String {
    InlineWriter.markdown(inlines, escaping: escaping)
  }

  /// Whether the list at `index` needs another mark than the one before it, to be a list of its own.
  private func followsBullets(_ blocks: [Block], at index: Int) -> Bool {
    var mark = false
    for block in blocks[..<index] {
      if case .list(let list) = block.content, list.marker == .bullet { mark.toggle() } else { mark = false }
    }
    return mark
  }

  private func lines(_ list: Block.List, bullet: String) -> [String] {
    var result: [String] = []
    for (index, item) in list.items.enumerated() {
      if index > 0, !list.isTight { result.append("") }
      let marker =
        switch list.marker {
        case .bullet: bullet + " "
        case .number(let start, let delimiter): "\(start + index)\(delimiter) "
        }
      let task =
        switch item.task {
        case .open: "[ ] "
        case .done: "[x] "
        case nil: ""
        }
      var content: [String] = []
      for index in item.blocks.indices {
        if index > 0, !list.isTight { content.append("") }
        content += lines(item.blocks, at: index)
      }
      result += indented(content, marker: marker + task, by: marker.count)
    }
    return result
  }

  private func indented(_ lines: [String], marker: String, by width: Int) -> [String] {
    let margin = String(repeating: " ", count: width)
    guard let first = lines.first else { return [marker.trimmingEnd] }
    return [marker + first] + lines.dropFirst().map { $0.isEmpty ? "" : margin + $0 }
  }

  private func fenced(_ code: String, info: String) -> [String] {
    let mark: Character = info.contains("`") ? "~" : "`"
    let fence = String(repeating: mark, count: max(3, code.longestRun(of: mark) + 1))
    let body = code.hasSuffix("\n") ? code.dropLast() : code[...]
    let lines = code.isEmpty ? [] : body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return [fence + info] + lines + [fence]
  }
}
