import Formula
import Localization

extension BlockPrinter {
  /// Inlines as runs; each sentence with a claim that no longer holds is marked.
  func runs(_ inlines: [Inline], _ style: TextStyle = []) -> [Run] {
    let sentences = inlines.split(omittingEmptySubsequences: false) { if case .softBreak = $0 { true } else { false } }
    return Array(sentences.map { sentence(Array($0), style) }.joined(separator: [Run(" ", style)]))
  }

  private func sentence(_ inlines: [Inline], _ style: TextStyle) -> [Run] {
    guard inlines.hasBrokenClaim else { return inlines.flatMap { run($0, style) } }
    let remark = Bilingual(
      ko: "[지금의 매개변수에서는 성립하지 않습니다]", en: "[not true with today's parameters]")[page.language]
    let marked = style.union(.alert)
    return [Run("✗ ", marked)] + inlines.flatMap { run($0, marked.union(.struck)) } + [Run(" " + remark, marked)]
  }

  private func run(_ inline: Inline, _ style: TextStyle) -> [Run] {
    switch inline {
    case .text(let text): return [Run(text.string, style)]
    case .formula(let latex):
      return [Run((try? MathExpression(latex: latex.string))?.unicode ?? latex.string, style)]
    case .code(let code): return [Run(code.string, style.union(.code))]
    case .html(let html): return [Run(HTMLText.inline(html.string), style)]
    case .softBreak: return [Run(" ", style)]
    case .lineBreak: return [Run("\n", style)]
    case .emphasis(let children): return children.flatMap { run($0, style.union(.italic)) }
    case .strong(let children): return children.flatMap { run($0, style.union(.bold)) }
    case .strikethrough(let children): return children.flatMap { run($0, style.union(.struck)) }
    case .link(let link, let children):
      let address = link.destination.string
      let isWeb = address.hasPrefix("http://") || address.hasPrefix("https://")
      let text = children.flatMap { run($0, style.union(.underlined)) }
      return text + (isWeb && children.plainText != address ? [Run(" (\(address))", style.union(.dim))] : [])
    case .image(_, let alt):
      return [Run(Bilingual(ko: "[그림: \(alt.plainText)]", en: "[Figure: \(alt.plainText)]")[page.language], style)]
    case .footnote(let label): return [Run("[\(label)]", style)]
    case .brokenClaim: return []
    }
  }
}

extension [Inline] {
  fileprivate var hasBrokenClaim: Bool {
    contains { inline in
      switch inline {
      case .brokenClaim: true
      case .emphasis(let children), .strong(let children), .strikethrough(let children), .link(_, let children):
        children.hasBrokenClaim
      default: false
      }
    }
  }
}
