import Formula
import Localization

/// What stands in formulas: typed numbers, mistakes, and what GitHub would not show.
extension ProseChecks {
  mutating func checkFormulas(_ blocks: [Block]) {
    for block in blocks {
      switch block.content {
      case .heading(_, let inlines), .paragraph(let inlines): check(inlines, in: .sentence)
      case .quote(let blocks): checkFormulas(blocks)
      case .footnote(_, let blocks):
        for run in blocks.runs where !run.formulas.isEmpty { reportHidden(run.formulas[0]) }
        checkFormulas(blocks)
      case .list(let list): list.items.forEach { checkFormulas($0.blocks) }
      case .table(let table): table.rows.joined().forEach { check($0, in: .cell) }
      case .code(info: "math", let latex) where !unclosed.contains(block.start): check(latex, in: .sentence)
      case .code, .html, .rule: break
      }
    }
  }

  private enum Place { case sentence, cell, link }

  private mutating func check(_ inlines: [Inline], in place: Place) {
    for inline in inlines {
      switch inline {
      case .formula(let latex): check(latex, in: place)
      case .emphasis(let children), .strong(let children), .strikethrough(let children): check(children, in: place)
      case .link(_, let children): check(children, in: .link)
      case .image(_, let alt): check(alt, in: place)
      default: break
      }
    }
  }

  private mutating func check(_ latex: Text, in place: Place) {
    func start(_ character: Int) -> Int {
      let index = latex.string.index(latex.string.startIndex, offsetBy: character, limitedBy: latex.string.endIndex)
      return latex.origin.source(
        of: latex.string.utf8.distance(from: latex.string.startIndex, to: index ?? latex.string.startIndex))
    }
    do throws(MathError) {
      for number in try MathExpression(latex: latex.string.maskingVerbs).numbers
      where number.role == .plain && number.text != "0" && number.text != "1" {
        reportTyped(number.text, at: start(number.offset))
      }
    } catch {
      report(start(error.offset), Bilingual(ko: error.korean, en: error.english))
    }
    let characters = Array(latex.string)
    if place == .cell, let bar = characters.firstIndex(of: "|") {
      report(
        start(bar),
        Bilingual(ko: "표 안의 수식에는 `|` 대신 `\\vert`를 쓰십시오.", en: "In a table, write `\\vert` for `|` in a formula."))
    }
    if place == .link { reportHidden(latex) }
    for index in characters.indices.dropLast() where characters[index] == "<" && characters[index + 1].isLetter {
      report(
        start(index),
        Bilingual(
          ko: "`<` 뒤를 띄우거나 `\\lt`로 쓰십시오. 붙여 쓰면 GitHub가 태그로 읽습니다.",
          en: "Put a space behind `<`, or write `\\lt`: GitHub takes it for a tag."))
    }
  }

  private mutating func reportHidden(_ latex: Text) {
    report(
      latex.origin.source(of: 0),
      Bilingual(ko: "링크와 각주 안의 수식은 GitHub에서 보이지 않습니다.", en: "GitHub does not show formulas in links and footnotes."))
  }
}

extension String {
  /// The formula with each verb as one letter and as many spaces as keep all else in its place.
  var maskingVerbs: String {
    VerbScanner.pieces(of: self, in: .formula).map { piece in
      if case .text = piece.content { return piece.source }
      return "x" + String(repeating: " ", count: piece.source.count - 1)
    }.joined()
  }
}
