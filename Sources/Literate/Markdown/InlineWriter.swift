/// Writes inlines as Markdown. Soft breaks stay line ends, so one sentence stays one line.
struct InlineWriter {
  private let escaper: TextEscaper
  private let isInTable: Bool
  private var output = ""

  private init(_ escaper: TextEscaper, isInTable: Bool) {
    self.escaper = escaper
    self.isInTable = isInTable
  }

  static func markdown(_ inlines: [Inline], escaping: Escaping, isInTable: Bool = false) -> String {
    var writer = InlineWriter(TextEscaper(escaping: escaping, isInTable: isInTable), isInTable: isInTable)
    writer.write(inlines.tidied)
    return writer.output
  }

  private mutating func write(_ inlines: [Inline]) {
    for inline in inlines { write(inline) }
  }

  private mutating func write(_ inline: Inline) {
    switch inline {
    case .text(let text):
      output += escaper.escaped(text.string, atLineStart: output.isEmpty || output.hasSuffix("\n"))
    case .formula(let latex): output += "$`" + guardingBars(latex.string) + "`$"
    case .code(let code): output += guardingBars(codeSpan(code.string))
    case .html(let html): output += html.string
    case .softBreak: output += isInTable ? " " : "\n"
    case .lineBreak: output += isInTable ? "<br>" : "\\\n"
    case .emphasis(let children): write(children, between: "*")
    case .strong(let children): write(children, between: "**")
    case .strikethrough(let children): write(children, between: "~~")
    case .link(let link, let children):
      if children.isBare(link) {
        output += "<" + link.destination.string + ">"
      } else {
        output += "["
        write(children.tidied)
        output += "](" + target(link) + ")"
      }
    case .image(let link, let alt):
      output += "!["
      write(alt.tidied)
      output += "](" + target(link) + ")"
    case .footnote(let label): output += "[^\(label)]"
    case .brokenClaim: break
    }
  }

  private mutating func write(_ children: [Inline], between mark: String) {
    output += mark
    write(children.tidied)
    output += mark
  }

  private func guardingBars(_ text: String) -> String {
    isInTable ? text.replacing("|", with: "\\|") : text
  }

  private func codeSpan(_ code: String) -> String {
    let fence = String(repeating: "`", count: code.longestRun(of: "`") + 1)
    let isPadded =
      code.hasPrefix("`") || code.hasSuffix("`")
      || code.hasPrefix(" ") && code.hasSuffix(" ") && !code.allSatisfy { $0 == " " }
    return fence + (isPadded ? " \(code) " : code) + fence
  }

  private func target(_ link: Inline.Link) -> String {
    let destination = link.destination.string
    // An ampersand means an entity only where a semicolon follows.
    let marks = destination.contains(";") ? "()<>\\&" : "()<>\\"
    let isPlain = !destination.isEmpty && !destination.contains { $0.isWhitespace || marks.contains($0) }
    let escaped = String(destination.flatMap { marks.contains($0) && !"()".contains($0) ? ["\\", $0] : [$0] })
    let written = isPlain ? destination : "<" + escaped + ">"
    guard !link.title.isEmpty else { return written }
    return written + " \"" + link.title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}

extension [Inline] {
  /// Whether a link shows its own address and can be written `<address>`.
  fileprivate func isBare(_ link: Inline.Link) -> Bool {
    guard link.title.isEmpty, count == 1, case .text(let text) = self[0] else { return false }
    let address = link.destination.string
    return text.string == address && address.contains("://")
      && !address.contains { $0.isWhitespace || "<>".contains($0) }
  }
}

extension String {
  /// The length of the longest run of a character.
  func longestRun(of character: Character) -> Int {
    var longest = 0
    var current = 0
    for each in self {
      current = each == character ? current + 1 : 0
      longest = max(longest, current)
    }
    return longest
  }
}
