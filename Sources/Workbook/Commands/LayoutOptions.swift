import ArgumentParser
import Console
import Literate

/// How text is set in a terminal.
package struct LayoutOptions: ParsableArguments {
  @Option(in: 10...1000, ko: "한 줄의 칸 수. 말하지 않으면 터미널의 너비", en: "cells in a line; the terminal's where not said")
  var width: Int?

  @Flag(help: .init(ko: "색과 그림 없이 글자만", en: "text alone: no colours, no pictures"))
  var plain = false

  @Option(
    in: 1...2, ko: "α, ×처럼 너비가 정해지지 않은 글자의 칸 수", en: "cells of letters of ambiguous width, such as α and ×")
  var ambiguousWidth = 1

  package init() {}

  /// Whether letters are coloured.
  package func colours(_ terminal: Terminal) -> Bool { !plain && terminal.colours }

  /// Reads pages in a terminal.
  /// - Parameter figure: what is shown for a figure; nil for its title and path.
  package func reader(
    _ terminal: Terminal, figure: @escaping @Sendable (TerminalFigure) -> String? = { _ in nil }
  ) -> TerminalReader {
    TerminalReader(
      width: width ?? terminal.width, codeWidth: width ?? terminal.columns ?? .max, ambiguousWidth: ambiguousWidth,
      style: colours(terminal) ? .ansi : .plain, figure: figure)
  }
}
