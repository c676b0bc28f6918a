import Localization

extension Expander {
  /// A text with its verbs replaced.
  mutating func text(_ text: Text) -> [Inline] {
    var result: [Inline] = []
    for piece in VerbScanner.pieces(of: text.string, in: .prose) {
      let start = text.origin.source(of: piece.offset)
      switch piece.content {
      case .text:
        spoken += piece.source
        result.append(.text(Text(piece.source, origin: text.origin.dropping(piece.offset))))
      case .call(let call):
        let shown = inline(call, at: start)
        result += shown ?? [.text(Text(piece.source))]
      case .particle(let pair):
        let form = particle(pair, after: spoken, at: start)
        spoken += form ?? ""
        result.append(.text(Text(form ?? piece.source)))
      case .unknown, .unclosed, .unopened:
        report(piece, at: start)
        result.append(.text(Text(piece.source)))
      }
    }
    return result
  }

  /// The text of a node that holds no Markdown, with the values in it.
  mutating func raw(_ text: Text, in setting: Setting) -> Text {
    var result = ""
    for piece in VerbScanner.pieces(of: text.string, in: setting) {
      let start = text.origin.source(of: piece.offset)
      switch piece.content {
      case .text: result += piece.source
      case .call(let call):
        let shown = inline(call, at: start)?.plainText
        result += shown ?? piece.source
      case .particle(let pair): result += particle(pair, after: result, at: start) ?? piece.source
      case .unknown, .unclosed, .unopened:
        report(piece, at: start)
        result += piece.source
      }
    }
    return Text(result, origin: text.origin)
  }

  /// Code blocks hold what was typed or printed, letter by letter: nothing in them is replaced.
  mutating func reportVerbs(in code: Text) {
    for piece in VerbScanner.pieces(of: code.string, in: .formula) {
      switch piece.content {
      case .text, .unopened: continue
      case .call, .particle, .unknown, .unclosed:
        reportLost(
          at: code.origin.source(of: piece.offset),
          Bilingual(
            ko: "코드 블록 안의 `{{…}}`는 바뀌지 않고 그대로 보입니다. 블록 밖의 글이나 수식으로 옮기십시오.",
            en: "In a code block `{{…}}` is not replaced but shown as it is. Move it to a sentence or a formula."))
      }
    }
  }

  mutating func report(_ piece: VerbScanner.Piece, at start: Int) {
    switch piece.content {
    case .unclosed:
      reportLost(
        at: start,
        Bilingual(
          ko: "`{{`가 닫히지 않았습니다. 같은 줄에, Markdown 표시 없이 `}}`로 닫으십시오.",
          en: "`{{` is not closed. Close it with `}}` on the same line, with no Markdown between."))
    case .unopened:
      reportLost(at: start, Bilingual(ko: "`}}`에 짝이 되는 `{{`가 없습니다.", en: "`}}` closes nothing: no `{{` before it."))
    case .unknown(let word?):
      reportLost(at: start, .unknown(word, noun: Bilingual(ko: "동사", en: "verb"), among: Verb.allCases.map(\.rawValue)))
    case .unknown(nil):
      reportLost(at: start, Bilingual(ko: "`{{ }}` 안이 비었습니다.", en: "Nothing stands in `{{ }}`."))
    case .text, .call, .particle: break
    }
  }
}

extension Bilingual {
  /// A name that is not known, and the nearest that is.
  static func unknown(_ name: String, noun: Bilingual, among names: some Sequence<String>) -> Bilingual {
    let nearest = nearestName(to: name, among: names)
    return Bilingual(
      ko: "“\(name)”: 이런 이름의 \(noun.ko.with("이/가")) 없습니다." + (nearest.map { " 혹시 “\($0)”입니까?" } ?? ""),
      en: "“\(name)”: there is no \(noun.en) of this name." + (nearest.map { " Did you mean “\($0)”?" } ?? ""))
  }
}
