import Literate
import Plotting

extension BlockSetter {
  /// A table between rules, its header above each page that it goes on to.
  func table(_ table: Block.Table) throws(PlottingError) -> [Slab] {
    let widths = try columnWidths(table)
    guard !widths.isEmpty else { return [] }
    var rows: [Ink] = []
    for (index, row) in table.rows.enumerated() {
      rows.append(try ink(row, widths, table.alignments, weight: index == 0 ? .bold : .regular))
    }
    guard let header = rows.first else { return [] }
    let total = widths.reduce(0, +) + Self.gap * Double(widths.count)
    let heavy = line(total, at: 0, .ink), bottom = line(total, at: header.height, .muted)
    let head = Ink(height: header.height, elements: header.elements + [heavy, bottom])
    var slabs = [Slab(head, keepsNext: true)]
    for (index, row) in rows.enumerated().dropFirst() {
      let end = index == rows.count - 1 ? line(total, at: row.height, .ink) : line(total, at: row.height, .grid)
      var slab = Slab(Ink(height: row.height, elements: row.elements + [end]))
      slab.head = head
      slabs.append(slab)
    }
    return slabs.keeping(leading: 2, trailing: 2).spaced(before: 10, after: 12)
  }

  /// Between two columns, in points.
  private static let gap = 14.0

  private func style(_ weight: Font.Weight) -> TextStyle { TextStyle(size: format.body * 0.94, weight: weight) }

  /// As wide as their widest cells; where that is too wide, the wide ones give up what the narrow ones leave.
  private func columnWidths(_ table: Block.Table) throws(PlottingError) -> [Double] {
    var widths = Array(repeating: 0.0, count: table.alignments.count)
    for (index, row) in table.rows.enumerated() {
      for (column, cell) in row.enumerated() where widths.indices.contains(column) {
        let text = RichText(cell, weight: index == 0 ? .bold : .regular, in: context.language)
        let lines = try text.filledLines(style(index == 0 ? .bold : .regular), width: .infinity, context: context)
        widths[column] = max(widths[column], lines.map(\.size.width).max() ?? 0)
      }
    }
    let room = width - Self.gap * Double(widths.count)
    guard widths.reduce(0, +) > room else { return widths }
    // The largest width that, as a limit for all, fits.
    var (low, high) = (0.0, room)
    for _ in 0..<40 {
      let limit = (low + high) / 2
      if widths.reduce(0, { $0 + min($1, limit) }) <= room { low = limit } else { high = limit }
    }
    return widths.map { min($0, low) }
  }

  private func ink(
    _ row: [[Inline]], _ widths: [Double], _ alignments: [ColumnAlignment], weight: Font.Weight
  ) throws(PlottingError) -> Ink {
    var elements: [SceneElement] = []
    var height = 0.0, x = Self.gap / 2
    for (column, width) in widths.enumerated() {
      var setter = self
      setter.width = width + 0.01
      let cell = column < row.count ? row[column] : []
      var y = 4.0
      let lines = try RichText(cell, weight: weight, in: context.language)
        .filledLines(style(weight), width: setter.width, context: context)
      for block in lines {
        let left =
          switch alignments[column] {
          case .natural, .left: 0.0
          case .center: (width - block.size.width) / 2
          case .right: width - block.size.width
          }
        elements += block.elements(at: Point(x: x + left, y: y))
        y += max(block.size.height, format.body * 1.4)
      }
      height = max(height, y + 3)
      x += width + Self.gap
    }
    return Ink(height: height, elements: elements)
  }

  private func line(_ length: Double, at y: Double, _ tint: Tint) -> SceneElement {
    .path(
      .line(from: Point(x: 0, y: y), to: Point(x: length, y: y)),
      stroke: context.stroke(tint, width: tint == .grid ? 0.5 : 0.8))
  }
}
