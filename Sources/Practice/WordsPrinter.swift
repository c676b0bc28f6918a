import Console
import Literate
import Localization
import Workbook

/// Prints what readers of exercises are told.
struct WordsPrinter: Sendable {
  let language: Language
  private let reader: TerminalReader
  private let colours: Bool

  init(language: Language, layout: LayoutOptions) {
    let terminal = Terminal.current()
    self.language = language
    reader = layout.reader(terminal)
    colours = layout.colours(terminal)
  }

  /// Markdown, set for the terminal.
  func show(_ markdown: String) {
    let text = reader.read(WovenPage(markdown: markdown, in: language))
    StandardStreams.print(text.hasSuffix("\n") ? String(text.dropLast()) : text)
  }

  func say(_ text: Bilingual) { StandardStreams.print(text[language]) }

  /// `✓ 3.2 Title`, in its colour.
  func headline(_ state: Notebook.State, _ text: String) {
    let line = "\(state.mark) \(text)"
    StandardStreams.print(colours ? "\u{1B}[\(state.colour)m\(line)\u{1B}[0m" : line)
  }
}

extension Notebook.State {
  var mark: String {
    switch self {
    case .passed: "✓"
    case .tried: "✗"
    case .untouched: "·"
    }
  }

  /// Green, red, and as it is.
  fileprivate var colour: String {
    switch self {
    case .passed: "32"
    case .tried: "31"
    case .untouched: "0"
    }
  }
}
