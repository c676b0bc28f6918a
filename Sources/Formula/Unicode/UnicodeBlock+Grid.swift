extension UnicodeBlock {
  /// The rows of `cases` behind a brace, or of `aligned` with their columns right and left in turn.
  func grid(_ grid: MathGrid) -> TextBlock {
    let cells = grid.rows.map { row in row.map { block($0) } }
    let columns = cells.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in cells.map { column < $0.count ? $0[column].width : 0 }.max() ?? 0 }
    let rows = cells.map { row in
      TextBlock.row(
        row.enumerated().flatMap { column, cell -> [TextBlock] in
          let gap = TextBlock(spaces(widths[column] - cell.width))
          switch grid.kind {
          case .cases: return column == 0 ? [cell, gap] : [TextBlock("  "), cell, gap]
          case .aligned where column.isMultiple(of: 2): return [TextBlock(column == 0 ? "" : "  "), gap, cell]
          case .aligned: return [TextBlock(" "), cell, gap]
          }
        })
    }
    var lines = rows.flatMap(\.lines)
    // A brace needs a middle line: with two rows it is an empty one.
    if grid.kind == .cases, lines.count == 2 { lines.insert("", at: 1) }
    let body = TextBlock(lines, baseline: (lines.count - 1) / 2)
    return grid.kind == .cases ? .row([bracket("{", around: body), TextBlock(" "), body]) : body
  }

  /// A bracket as tall as `body`; empty for nil.
  func bracket(_ glyph: String?, around body: TextBlock) -> TextBlock {
    guard let glyph else { return TextBlock("") }
    let height = body.lines.count
    guard height > 1, let pieces = Self.pieces[glyph] else { return TextBlock(glyph) }
    var lines = [pieces.top] + Array(repeating: pieces.side, count: max(0, height - 2)) + [pieces.bottom]
    if height > 2 { lines[min(max(1, body.baseline), height - 2)] = pieces.middle }
    return TextBlock(lines, baseline: body.baseline)
  }

  private static let pieces: [String: (top: String, side: String, middle: String, bottom: String)] = [
    "(": ("⎛", "⎜", "⎜", "⎝"), ")": ("⎞", "⎟", "⎟", "⎠"), "[": ("⎡", "⎢", "⎢", "⎣"), "]": ("⎤", "⎥", "⎥", "⎦"),
    "{": ("⎧", "⎪", "⎨", "⎩"), "}": ("⎫", "⎪", "⎬", "⎭"), "|": ("│", "│", "│", "│"), "‖": ("║", "║", "║", "║"),
    "⌊": ("⎢", "⎢", "⎢", "⎣"), "⌋": ("⎥", "⎥", "⎥", "⎦"), "⌈": ("⎡", "⎢", "⎢", "⎢"), "⌉": ("⎤", "⎥", "⎥", "⎥"),
  ]
}
