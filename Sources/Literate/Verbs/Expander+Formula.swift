import Formula
import Localization

extension Expander {
  /// A formula with its values, and the places in the paper of what it quotes.
  mutating func formula(_ text: Text) -> (latex: Text, places: [String]) {
    var latex = ""
    var places: [String] = []
    var isComplete = true
    for piece in VerbScanner.pieces(of: text.string, in: .formula) {
      let start = text.origin.source(of: piece.offset)
      switch piece.content {
      case .call(let call):
        guard let (shown, place) = inFormula(call, at: start) else {
          latex += piece.source
          isComplete = false
          continue
        }
        latex += shown
        places += place.map { [$0] } ?? []
      case .unclosed, .unknown:
        report(piece, at: start)
        latex += piece.source
        isComplete = false
      case .particle(let pair):
        report(
          at: start,
          Bilingual(ko: "조사 `\(pair)`는 수식 밖에 씁니다.", en: "The particle `\(pair)` stands outside of the formula."))
        latex += piece.source
        isComplete = false
      case .text, .unopened: latex += piece.source
      }
    }
    guard let expression = try? MathExpression(latex: latex) else {
      // What is wrong with the author's own part is found and placed by `ProseChecks`.
      if isComplete, (try? MathExpression(latex: text.string.maskingVerbs)) != nil {
        report(
          at: text.origin.source(of: 0),
          Bilingual(ko: "값을 넣은 수식을 읽을 수 없습니다: \(latex)", en: "With its values, the formula cannot be read: \(latex)"))
      }
      return (Text(latex, origin: text.origin), places)
    }
    return (Text(expression.portableLatex, origin: text.origin), places)
  }

  private mutating func inFormula(_ call: VerbCall, at start: Int) -> (String, place: String?)? {
    switch call.verb {
    case .value where call.particle == nil:
      return entry(call, at: start, in: sources.record.values).map { ($0.datum.shown(in: .formula, language), nil) }
    case .paper where call.particle == nil:
      note(call, at: start)
      guard let fact = sources.references.paper[call.name] else {
        reportLost(at: start, .unknown(call.name, noun: call.verb.noun, among: sources.references.paper.keys))
        return nil
      }
      return (fact.datum.shown(in: .formula, language), fact.place[language])
    default:
      reportLost(
        at: start,
        Bilingual(
          ko: "수식 안에는 조사 없는 `value`와 `paper`만 쓸 수 있습니다.",
          en: "Only `value` and `paper`, without a particle, can stand in a formula."))
      return nil
    }
  }
}
