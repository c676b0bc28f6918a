/// A table in a terminal: columns as wide as their widest cell, numbers to the right.
package struct TextTable {
  package enum Side { case left, right }

  let sides: [Side]
  let rows: [[String]]

  /// - Parameter rows: a cell for each side.
  package init(sides: [Side], rows: [[String]]) { (self.sides, self.rows) = (sides, rows) }

  package var text: String {
    let measure = DisplayWidth.narrow
    let widths = sides.indices.map { column in rows.map { measure.width(of: $0[column]) }.max() ?? 0 }
    return rows.map { row in
      var line = sides.indices.map { column in
        let blanks = String(repeating: " ", count: widths[column] - measure.width(of: row[column]))
        return sides[column] == .left ? row[column] + blanks : blanks + row[column]
      }.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }
}
