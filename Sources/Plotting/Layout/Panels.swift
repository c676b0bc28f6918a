import Localization

/// Drawables side by side in a grid, each under its own title.
///
/// Titles of a row take the same height, so that what is under them starts on one line.
public struct Panels: Drawable {
  public struct Panel: Sendable {
    public var title: Bilingual
    public var content: any Drawable

    public init(_ title: Bilingual = "", content: any Drawable) {
      self.title = title
      self.content = content
    }
  }

  public var columns: Int
  public var panels: [Panel]
  /// Between neighbours, in units.
  public var gap = 72.0

  /// - Parameter columns: at least 1; the last row may have empty places.
  public init(columns: Int, _ panels: [Panel]) {
    self.columns = max(1, columns)
    self.panels = panels
  }

  public func elements(in frame: Rect, context: DrawingContext) throws(PlottingError) -> [SceneElement] {
    let rows = stride(from: 0, to: panels.count, by: columns).map {
      Array(panels[$0..<min($0 + columns, panels.count)])
    }
    guard !rows.isEmpty else { return [] }
    let space = context.points(gap)
    let width = max(0, (frame.width - space * Double(columns - 1)) / Double(columns))
    let height = max(0, (frame.height - space * 0.8 * Double(rows.count - 1)) / Double(rows.count))

    var elements: [SceneElement] = []
    for (rowIndex, row) in rows.enumerated() {
      let top = frame.minY + Double(rowIndex) * (height + space * 0.8)
      var blocks: [TextBlock?] = []
      for panel in row {
        let titled = Titled(panel.title, content: panel.content)
        blocks.append(try titled.titleBlock(width: width, context: context))
      }
      let titleHeight = blocks.compactMap { $0?.size.height }.max() ?? 0
      let head = titleHeight > 0 ? titleHeight + context.points(20) : 0
      for (column, panel) in row.enumerated() {
        let left = frame.minX + Double(column) * (width + space)
        elements += blocks[column]?.elements(at: Point(x: left, y: top)) ?? []
        let place = Rect(x: left, y: top, width: width, height: height).inset(top: head)
        elements += try panel.content.elements(in: place, context: context)
      }
    }
    return elements
  }
}
