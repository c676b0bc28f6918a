import Localization

/// One drawable under a title of its own, for `Panels`.
public struct Panel: Sendable {
  public var title: Bilingual
  public var content: any Drawable

  public init(_ title: Bilingual = "", content: () -> any Drawable) {
    self.title = title
    self.content = content()
  }
}

/// Drawables side by side in a grid, each under its own title.
///
/// ```swift
/// Panels(columns: 2) {
///   Panel("objects") { chart(of: objects) }
///   Panel("backgrounds") { chart(of: backgrounds) }
/// }
/// ```
///
/// Titles of a row take the same height, so that what is under them starts on one line.
public struct Panels: Drawable {
  public var columns: Int
  public var panels: [Panel]
  /// Between neighbours, in units.
  public var gap = 72.0

  /// - Parameter columns: at least 1; the last row may have empty places.
  public init(columns: Int, @PanelBuilder _ panels: () -> [Panel]) {
    self.columns = max(1, columns)
    self.panels = panels()
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

/// Panels one after the other, some of them from loops and conditions.
@resultBuilder
public enum PanelBuilder {
  public static func buildExpression(_ panel: Panel) -> [Panel] { [panel] }
  public static func buildBlock(_ parts: [Panel]...) -> [Panel] { parts.flatMap { $0 } }
  public static func buildArray(_ parts: [[Panel]]) -> [Panel] { parts.flatMap { $0 } }
  public static func buildOptional(_ part: [Panel]?) -> [Panel] { part ?? [] }
  public static func buildEither(first: [Panel]) -> [Panel] { first }
  public static func buildEither(second: [Panel]) -> [Panel] { second }
}
