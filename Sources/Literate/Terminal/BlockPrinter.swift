import Formula
import Localization

/// Sets blocks as lines of a terminal.
struct BlockPrinter {
  let reader: TerminalReader
  let page: WovenPage

  var glyphs: Glyphs { Glyphs(reader.measure) }

  /// Blocks with a blank line between.
  func lines(_ blocks: [Block], width: Int) -> [TerminalLine] {
    var result: [TerminalLine] = []
    for block in blocks {
      let lines = lines(block, width: width)
      guard !lines.isEmpty else { continue }
      if !result.isEmpty { result.append(.blank) }
      result += lines
    }
    return result
  }

  private func lines(_ block: Block, width: Int) -> [TerminalLine] {
    switch block.content {
    case .heading(let level, let inlines): return heading(inlines, level: level, width: width)
    case .paragraph(let inlines): return figure(inlines, width: width) ?? wrapped(runs(inlines), width: width)
    case .quote(let blocks):
      let margin = [Run(glyphs.bar + " ", .dim)]
      return indented(blocks, first: margin, rest: margin, width: width)
    case .list(let list): return self.list(list, width: width)
    case .code(let info, let text):
      return info == "math" ? formula(text.string, width: width) : code(text.string, width: width)
    case .html(let html): return self.html(html.string, width: width)
    case .rule: return [.runs([Run(glyphs.line(glyphs.rule, cells: width), .dim)])]
    case .table(let table): return TablePrinter(blocks: self, table: table).lines(width: width)
    case .footnote(let label, let blocks):
      return indented(blocks, first: [Run("[\(label)] ")], rest: [Run("    ")], width: width)
    }
  }

  func wrapped(_ runs: [Run], width: Int) -> [TerminalLine] {
    LineWrapper.lines(runs, width: width, measure: reader.measure).map(TerminalLine.runs)
  }

  /// Blocks behind a margin; without it where too little would be left of the line.
  private func indented(_ blocks: [Block], first: [Run], rest: [Run], width: Int, gap: Bool = true) -> [TerminalLine] {
    let margin = max(first.width(reader.measure), rest.width(reader.measure))
    let isNarrow = width - margin < TerminalReader.narrowest - 4
    let inner = isNarrow ? width : width - margin
    let content = gap ? lines(blocks, width: inner) : blocks.flatMap { lines($0, width: inner) }
    guard !isNarrow else { return wrapped(first, width: width).filter { _ in content.isEmpty } + content }
    guard !content.isEmpty else { return [.runs(first)] }
    return content.enumerated().map { $1.indented($0 == 0 ? first : rest) }
  }

  private func heading(_ inlines: [Inline], level: Int, width: Int) -> [TerminalLine] {
    let lines = LineWrapper.lines(runs(inlines, .bold), width: width, measure: reader.measure)
    let longest = lines.map { $0.width(reader.measure) }.max() ?? 0
    let underline = level == 1 ? glyphs.doubleRule : level == 2 ? glyphs.rule : "-"
    return lines.map(TerminalLine.runs) + [.runs([Run(glyphs.line(underline, cells: longest), .dim)])]
  }

  private func list(_ list: Block.List, width: Int) -> [TerminalLine] {
    var result: [TerminalLine] = []
    for (index, item) in list.items.enumerated() {
      if index > 0, !list.isTight { result.append(.blank) }
      let marker =
        switch list.marker {
        case .bullet: glyphs.bullet + " "
        case .number(let start, let delimiter): "\(start + index)\(delimiter) "
        }
      let task =
        switch item.task {
        case .open: "[ ] "
        case .done: "[x] "
        case nil: ""
        }
      let margin = String(repeating: " ", count: reader.measure.width(of: marker + task))
      result += indented(
        item.blocks, first: [Run(marker + task)], rest: [Run(margin)], width: width, gap: !list.isTight)
    }
    return result
  }

  // MARK: - Code and formulas

  /// Code as it is. What does not fit goes on below, behind a mark in the margin.
  private func code(_ code: String, width: Int) -> [TerminalLine] {
    let body = code.hasSuffix("\n") ? code.dropLast() : code[...]
    let margin = width < 40 ? "  " : "    "
    let room = reader.codeWidth - (reader.width - width) - margin.count
    let continued = String(margin.dropLast(2)) + (reader.style == .plain ? "\\ " : glyphs.continuation + " ")
    return body.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      let run = Run(String(line).replacing("\t", with: "    "))
      let style: TextStyle = run.text.drop { $0 == " " }.hasPrefix("//") ? .dim : .code
      let pieces = LineWrapper.pieces(of: run.text, width: room, measure: reader.measure)
      return pieces.enumerated().map { index, piece in
        TerminalLine.runs([index == 0 ? Run(margin) : Run(continued, .dim), Run(String(piece), style)])
      }
    }
  }

  private func formula(_ latex: String, width: Int) -> [TerminalLine] {
    guard let expression = try? MathExpression(latex: latex) else { return code(latex, width: width) }
    let lines = expression.unicodeLines
    let margin = width < 40 ? 2 : 4
    let widest = lines.map { reader.measure.width(of: $0) }.max() ?? 0
    guard widest + margin <= width else { return wrapped([Run(expression.unicode)], width: width) }
    return lines.map { .runs([Run(String(repeating: " ", count: margin) + $0)]) }
  }

  // MARK: - Figures and HTML

  /// The image that a paragraph consists of; nil where it holds anything else.
  private func figure(_ inlines: [Inline], width: Int) -> [TerminalLine]? {
    guard inlines.count == 1, case .image(let link, let alt) = inlines[0] else { return nil }
    let recorded = link.figure.flatMap { page.figures[$0] }
    let figure = TerminalFigure(
      name: link.figure, title: recorded?.title[page.language] ?? alt.plainText, path: link.destination.string)
    if let shown = reader.figure(figure) {
      return shown.split(separator: "\n", omittingEmptySubsequences: false).map { .verbatim(String($0)) }
    }
    let label = Bilingual(ko: "[그림: \(figure.title)]", en: "[Figure: \(figure.title)]")[page.language]
    return wrapped([Run(label, .bold), Run(" " + figure.path)], width: width)
  }

  private func html(_ html: String, width: Int) -> [TerminalLine] {
    HTMLText(html).lines.flatMap { line in
      wrapped([Run(line.isSummary ? "▸ " + line.text : line.text, line.isSummary ? .bold : [])], width: width)
    }
  }
}

/// Signs for lines and bullets: Unicode's, or ASCII where the terminal sets those two cells wide.
struct Glyphs {
  let bullet: String
  let bar: String
  let rule: String
  let doubleRule: String
  let cross: String
  /// Goes before the rest of a line of code.
  let continuation: String
  let columnGap: String

  init(_ measure: DisplayWidth) {
    let isUnicode = measure.ambiguousCells == 1
    bullet = isUnicode ? "•" : "*"
    bar = isUnicode ? "│" : "|"
    rule = isUnicode ? "─" : "-"
    doubleRule = isUnicode ? "═" : "="
    continuation = isUnicode ? "↪" : "\\"
    cross = isUnicode ? "─┼─" : "-+-"
    columnGap = isUnicode ? " │ " : " | "
  }

  func line(_ sign: String, cells: Int) -> String { String(repeating: sign, count: max(cells, 0)) }
}
