/// Writes a table with its columns lined up, Hangul counted as two cells.
struct TableWriter {
  var escaping: Escaping

  func lines(_ table: Block.Table) -> [String] {
    let rows = table.rows.map { row in
      row.map { InlineWriter.markdown($0, escaping: escaping, isInTable: true).replacing("\n", with: " ") }
    }
    let columns = table.alignments.count
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? DisplayWidth.narrow.width(of: $0[column]) : 0 }.reduce(3, max)
    }
    func line(_ cells: [String]) -> String {
      let padded = (0..<columns).map { column -> String in
        let cell = column < cells.count ? cells[column] : ""
        return table.alignments[column].padded(cell, to: widths[column], measure: .narrow)
      }
      return "| " + padded.joined(separator: " | ") + " |"
    }
    let rule = (0..<columns).map { table.alignments[$0].rule(widths[$0]) }
    return rows.prefix(1).map(line) + [line(rule)] + rows.dropFirst().map(line)
  }
}

extension ColumnAlignment {
  /// The text between blanks up to a width in cells; as it is where it is wider.
  func padded(_ text: String, to width: Int, measure: DisplayWidth) -> String {
    let blanks = max(0, width - measure.width(of: text))
    let left =
      switch self {
      case .natural, .left: 0
      case .center: blanks / 2
      case .right: blanks
      }
    return String(repeating: " ", count: left) + text + String(repeating: " ", count: blanks - left)
  }

  /// The cell of the line below a table's header.
  fileprivate func rule(_ width: Int) -> String {
    let dashes = String(repeating: "-", count: max(width - 2, 1))
    switch self {
    case .natural: return "-" + dashes + "-"
    case .left: return ":" + dashes + "-"
    case .center: return ":" + dashes + ":"
    case .right: return "-" + dashes + ":"
    }
  }
}
