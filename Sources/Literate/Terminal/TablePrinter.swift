/// Sets a table in columns, or, where the line is too short for that, row by row as `header: cell`.
struct TablePrinter {
  let blocks: BlockPrinter
  let table: Block.Table

  private var measure: DisplayWidth { blocks.reader.measure }

  func lines(width: Int) -> [TerminalLine] {
    let columns = table.alignments.count
    guard columns > 0 else { return [] }
    let rows = table.rows.enumerated().map { index, row in
      (0..<columns).map { $0 < row.count ? blocks.runs(row[$0], index == 0 ? .bold : []) : [] }
    }
    let widths = (0..<columns).map { column in rows.map { $0[column].width(measure) }.max() ?? 0 }
    let glyphs = blocks.glyphs
    let total = widths.reduce(0, +) + (columns - 1) * measure.width(of: glyphs.columnGap)
    let hasBreaks = rows.contains { $0.contains { $0.contains { $0.text.contains("\n") } } }
    guard total <= width, !hasBreaks else { return records(rows, width: width) }

    let gap = Run(glyphs.columnGap, .dim)
    let lines = rows.map { row in
      TerminalLine.runs(
        Array((0..<columns).map { padded(row[$0], to: widths[$0], table.alignments[$0]) }.joined(separator: [gap])))
    }
    let rule = widths.map { glyphs.line(glyphs.rule, cells: $0) }.joined(separator: glyphs.cross)
    return lines.prefix(1) + [.runs([Run(rule, .dim)])] + lines.dropFirst()
  }

  private func padded(_ cell: [Run], to width: Int, _ alignment: ColumnAlignment) -> [Run] {
    let blanks = width - cell.width(measure)
    let left =
      switch alignment {
      case .natural, .left: 0
      case .center: blanks / 2
      case .right: blanks
      }
    return [Run(String(repeating: " ", count: left))] + cell + [Run(String(repeating: " ", count: blanks - left))]
  }

  private func records(_ rows: [[[Run]]], width: Int) -> [TerminalLine] {
    guard let header = rows.first else { return [] }
    guard rows.count > 1 else { return header.flatMap { blocks.wrapped($0, width: width) } }
    let records = rows.dropFirst().map { row in
      zip(header, row).flatMap { title, cell in
        blocks.wrapped(title + (title.isEmpty ? [] : [Run(": ", .bold)]) + cell, width: width)
      }
    }
    return Array(records.joined(separator: [.blank]))
  }
}
