import Literate
import Localization
import Plotting

extension RichText {
  /// Inlines of Markdown. Emphasis is bold: Hangul has no slanted letters.
  init(_ inlines: [Inline], weight: Font.Weight = .regular, in language: Language) {
    self.init(pieces: inlines.flatMap { Self.pieces(of: $0, weight, language) })
  }

  private static func pieces(of inline: Inline, _ weight: Font.Weight, _ language: Language) -> [Piece] {
    func all(_ inlines: [Inline], _ weight: Font.Weight) -> [Piece] {
      inlines.flatMap { pieces(of: $0, weight, language) }
    }
    switch inline {
    case .text(let text): return [.text(text.string, weight)]
    case .formula(let latex): return [.formula(latex.string)]
    case .code(let code): return [.code(code.string)]
    case .softBreak: return [.text(" ", weight)]
    case .lineBreak: return [.lineBreak]
    case .html(let html): return html.string.lowercased().hasPrefix("<br") ? [.lineBreak] : []
    case .emphasis(let children), .strong(let children): return all(children, .bold)
    case .strikethrough(let children): return all(children, weight)
    case .link(let link, let children):
      let address = link.destination.string
      let isShown = address.hasPrefix("http") && children.plainText != address
      return all(children, weight) + (isShown ? [.text(" (\(address))", weight)] : [])
    case .image(_, let alt):
      return [.text(Bilingual(ko: "[그림: \(alt.plainText)]", en: "[Figure: \(alt.plainText)]")[language], weight)]
    case .footnote(let label): return [.text("[\(label)]", weight)]
    case .brokenClaim: return []
    }
  }
}

extension [Inline] {
  /// Inline Markdown; what reads as a block of its own is taken as it stands.
  init(markdown: String) {
    let blocks = Document(markdown: markdown).blocks
    if blocks.count == 1, case .paragraph(let inlines) = blocks[0].content {
      self = inlines
    } else {
      self = markdown.isEmpty ? [] : [.text(Text(markdown))]
    }
  }
}
