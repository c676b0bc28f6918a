import Localization

/// What a terminal can show.
public enum TerminalStyle: Sendable, Hashable {
  /// Letters only: pipes, `NO_COLOR`, `TERM=dumb`.
  case plain
  /// Bold, dim and colours by escape sequences.
  case ansi
}

/// A figure in a page, offered to whoever can show it.
public struct TerminalFigure: Sendable, Hashable {
  /// Its name in the record; nil for an image of the prose's own.
  public let name: String?
  public let title: String
  /// Its file, relative to the page.
  public let path: String
}

/// Reads a page in a terminal: wrapped to the width, formulas in Unicode, tables in columns.
///
/// ```swift
/// let reader = TerminalReader(width: 80, style: .ansi)
/// print(reader.read(page), terminator: "")
/// ```
///
/// No line is wider than `width`, except code, which has `codeWidth`, and what `figure` returns.
public struct TerminalReader: Sendable {
  /// The narrowest width that is set; a narrower terminal gets lines of this width.
  public static let narrowest = 10

  /// In cells.
  public let width: Int
  /// In cells, at least `width`: broken code is hard to read, however comfortable the rest of the lines.
  public let codeWidth: Int
  public let style: TerminalStyle
  let measure: DisplayWidth
  let figure: @Sendable (TerminalFigure) -> String?

  /// - Parameters:
  ///   - width: in cells, at least `narrowest`.
  ///   - codeWidth: in cells; that of all lines where not said.
  ///   - ambiguousWidth: the cells of α, × and ─: 1 or 2.
  ///   - figure: text to show for a figure, escape sequences included; nil for its title and path.
  public init(
    width: Int, codeWidth: Int? = nil, ambiguousWidth: Int = 1, style: TerminalStyle = .plain,
    figure: @escaping @Sendable (TerminalFigure) -> String? = { _ in nil }
  ) {
    self.width = max(width, Self.narrowest)
    self.codeWidth = max(codeWidth ?? 0, self.width)
    self.style = style
    measure = DisplayWidth(ambiguousCells: ambiguousWidth)
    self.figure = figure
  }

  /// The page as lines, each with a line end.
  public func read(_ page: WovenPage) -> String {
    let printer = BlockPrinter(reader: self, page: page)
    let heading = page.heading.isEmpty ? [] : [Block(.heading(level: 1, page.heading))]
    return printer.lines(heading + page.blocks, width: width).map { $0.text(style) + "\n" }.joined()
  }
}
