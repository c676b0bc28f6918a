import Foundation

/// What a terminal can show, from the environment and the output itself.
package struct Terminal: Sendable {
  /// How pictures are shown between lines, where they can be.
  package enum Pictures: Sendable, Hashable { case kitty, iTerm }

  /// Cells in a line as the terminal has it; nil where there is none, as with a pipe.
  package let columns: Int?
  /// Cells in a line that is easy to read.
  package let width: Int
  /// Whether headings and code may be coloured.
  package let colours: Bool
  package let pictures: Pictures?

  /// Lines longer than this tire the eye, however wide the terminal.
  static let comfortableWidth = 100
  static let usualWidth = 80

  /// The terminal behind standard output.
  ///
  /// `COLUMNS` says its width before the system does; a pipe, `NO_COLOR` and `TERM=dumb` get neither colours nor pictures.
  package static func current(environment: [String: String] = ProcessInfo.processInfo.environment) -> Terminal {
    let isTerminal = isatty(STDOUT_FILENO) == 1
    let columns = environment["COLUMNS"].flatMap(Int.init).flatMap { $0 > 0 ? $0 : nil } ?? systemWidth()
    return Terminal(
      columns: columns, width: min(columns ?? usualWidth, comfortableWidth),
      colours: isTerminal && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb",
      pictures: isTerminal && environment["NO_COLOR", default: ""].isEmpty ? Pictures(environment: environment) : nil)
  }

  private static func systemWidth() -> Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}

extension Terminal.Pictures {
  /// The protocol that the terminal named by `environment` speaks; none inside tmux or screen, which swallow it.
  package init?(environment: [String: String]) {
    let term = environment["TERM", default: ""]
    let program = environment["TERM_PROGRAM", default: ""]
    guard environment["TMUX"] == nil, !term.hasPrefix("screen"), !term.hasPrefix("tmux"), term != "dumb" else {
      return nil
    }
    if term == "xterm-kitty" || term == "xterm-ghostty" || environment["KITTY_WINDOW_ID"] != nil
      || ["ghostty", "WezTerm"].contains(program)
    {
      self = .kitty
    } else if program == "iTerm.app" || environment["LC_TERMINAL"] == "iTerm2" {
      self = .iTerm
    } else {
      return nil
    }
  }

  /// The bytes that show a PNG between two lines, `columns` cells wide.
  ///
  /// kitty: `ESC _G … ESC \` in pieces of at most 4,096 base64 characters; iTerm2: `ESC ] 1337;File=… BEL` in one.
  package func show(png: [UInt8], columns: Int) -> String {
    let payload = Data(png).base64EncodedString()
    switch self {
    case .iTerm:
      return "\u{1B}]1337;File=inline=1;size=\(png.count);width=\(columns);preserveAspectRatio=1:\(payload)\u{07}"
    case .kitty:
      var pieces: [Substring] = []
      var rest = payload[...]
      while !rest.isEmpty {
        pieces.append(rest.prefix(4096))
        rest = rest.dropFirst(4096)
      }
      return pieces.enumerated().map { index, piece in
        let first = index == 0 ? "a=T,f=100,c=\(columns),q=2," : ""
        let more = index + 1 < pieces.count ? 1 : 0
        return "\u{1B}_G\(first)m=\(more);\(piece)\u{1B}\\"
      }.joined()
    }
  }
}
