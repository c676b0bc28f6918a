extension MathLayout {
  /// The rows of `cases` behind a brace, or of `aligned`, centred on the axis.
  func grid(_ grid: MathGrid, _ size: MathSize, _ part: String?) -> MathBox {
    let size = grid.kind == .cases ? size.cell : size
    let rows = grid.rows.map { cells in
      cells.enumerated().map { column, cell in row(grid.padded(cell, column: column), size, part: part) }
    }
    let body = arranged(rows, grid.kind, size)
    guard grid.kind == .cases else { return body }
    let axis = MathMetrics.axis * size.em
    let reach = body.reach(fromAxis: axis)
    let brace = drawnDelimiter("{", reach: reach, size, part) ?? .empty
    return MathBox([(brace, 0, 0), (body, brace.extent.width + 0.12 * size.em, 0)])
  }

  private func arranged(_ rows: [[MathBox]], _ kind: MathGrid.Kind, _ size: MathSize) -> MathBox {
    let em = size.em
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in rows.map { column < $0.count ? $0[column].extent.width : 0 }.max() ?? 0 }
    let lefts = widths.indices.map { column in
      (0..<column).reduce(0) { $0 + widths[$1] + kind.gap(after: $1) * em }
    }

    var baseline = 0.0
    var baselines: [Double] = []
    var previousDescent: Double?
    for row in rows {
      let ascent = max(MathMetrics.strutAscent * em, row.map(\.extent.ascent).max() ?? 0)
      if let previousDescent { baseline += previousDescent + MathMetrics.rowGap * em + ascent }
      baselines.append(baseline)
      previousDescent = max(MathMetrics.strutDescent * em, row.map(\.extent.descent).max() ?? 0)
    }

    let firstAscent = max(MathMetrics.strutAscent * em, rows.first?.map(\.extent.ascent).max() ?? 0)
    let height = firstAscent + baseline + (previousDescent ?? 0)
    let shift = firstAscent - MathMetrics.axis * em - height / 2
    let placed = zip(rows, baselines).flatMap { row, baseline in
      row.enumerated().map { column, box in
        let free = kind.isFlushRight(column) ? widths[column] - box.extent.width : 0
        return (box: box, x: lefts[column] + free, y: baseline + shift)
      }
    }
    var result = MathBox(placed)
    result.extent.ascent = max(result.extent.ascent, firstAscent - shift)
    result.extent.descent = max(result.extent.descent, height - firstAscent + shift)
    return result
  }
}

extension MathGrid {
  /// In `aligned`, a cell that begins with a relation stands behind an empty letter, so that it keeps its space.
  func padded(_ cell: [MathNode], column: Int) -> [MathNode] {
    kind == .aligned && !kind.isFlushRight(column) ? [.group([])] + cell : cell
  }
}

extension MathGrid.Kind {
  func isFlushRight(_ column: Int) -> Bool { self == .aligned && column.isMultiple(of: 2) }

  /// The space after a column, in em: between the two halves of an aligned equation there is none.
  fileprivate func gap(after column: Int) -> Double {
    isFlushRight(column) ? 0 : MathMetrics.columnGap
  }
}
