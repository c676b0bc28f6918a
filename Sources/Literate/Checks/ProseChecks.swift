import Formula
import Localization

/// What is looked for in the author's own text: typed numbers, marks that did not close, formulas that GitHub does not show,
/// several sentences on a line, terms that the glossary avoids.
struct ProseChecks {
  private let source: SourceText
  private let avoided: [AvoidedTerm]
  private var findings: [Finding] = []

  static func findings(in document: Document, _ source: SourceText, avoided: [AvoidedTerm]) -> [Finding] {
    var checks = ProseChecks(source: source, avoided: avoided)
    for run in document.blocks.runs { checks.check(run) }
    checks.checkFormulas(document.blocks)
    for start in document.tooDeep {
      checks.report(
        start, Bilingual(ko: "너무 깊이 겹쳐 있어 읽지 않았습니다.", en: "This is nested too deeply and was not read."))
    }
    return checks.findings
  }

  private init(source: SourceText, avoided: [AvoidedTerm]) {
    self.source = source
    self.avoided = avoided.sorted { $0.term.count > $1.term.count }
  }

  private mutating func report(_ start: Int, _ message: Bilingual) {
    findings.append(source.finding(atByte: start, message))
  }

  // MARK: - Text

  private mutating func check(_ run: ProseRun) {
    for number in TypedNumbers.numbers(in: run) { reportTyped(number.text, at: run.starts[number.index]) }
    for start in Sentences.secondStarts(in: run) {
      report(
        run.starts[start],
        Bilingual(ko: "한 줄에 문장이 둘입니다. 여기서 줄을 바꾸십시오.", en: "A second sentence on the line. Start a new line here."))
    }
    checkMarks(run)
    checkDollars(run)
    checkNeighbours(run)
    checkTerms(run)
  }

  private mutating func reportTyped(_ number: String, at start: Int) {
    report(
      start,
      Bilingual(
        ko: "손으로 쓴 숫자 “\(number)”: 계산한 값(`value`)이나 논문의 값(`paper`)으로 쓰십시오.",
        en: "The number “\(number)” is typed. Show a computed `value`, or quote the `paper`."))
  }

  private func isEscaped(_ run: ProseRun, _ index: Int) -> Bool { source.isEscaped(atByte: run.starts[index]) }

  private mutating func checkMarks(_ run: ProseRun) {
    for index in run.characters.indices.dropLast() {
      let mark = run.characters[index]
      guard mark == "*" || mark == "_", run.characters[index + 1] == mark, run[index - 1] != mark,
        !isEscaped(run, index), !isEscaped(run, index + 1)
      else { continue }
      report(
        run.starts[index],
        Bilingual(
          ko: "`\(mark)\(mark)`가 강조로 읽히지 않았습니다. 닫는 표시 앞이 괄호나 부호이고 뒤가 글자이면 닫히지 않으니, 조사까지 강조하거나 띄어 쓰십시오.",
          en:
            "`\(mark)\(mark)` was not read as emphasis. It does not close between punctuation and a letter: move the mark."
        ))
    }
  }

  private mutating func checkDollars(_ run: ProseRun) {
    for index in run.characters.indices where run.characters[index] == "$" && !isEscaped(run, index) {
      guard run[index - 1] != "$" else { continue }
      report(
        run.starts[index],
        Bilingual(
          ko: "수식은 $`…`$로 씁니다. 표 안의 수식에는 `|`를 쓸 수 없고, 글자 $는 \\$로 씁니다.",
          en: "Formulas are written $`…`$, without `|` in tables; a dollar sign is written \\$."))
    }
  }

  /// GitHub reads `` $`…`$ `` as a formula only where no letter or digit stands before it, and, as with `$…$`, no
  /// Latin letter or digit behind it. A Korean particle may follow directly.
  /// - Source: github/markup issue 1742, for what stands before; what stands behind is the rule of `$…$`, kept to be safe.
  private mutating func checkNeighbours(_ run: ProseRun) {
    for index in run.characters.indices where run.characters[index] == ProseRun.formula {
      let before = run.afterMark.contains(index) ? nil : run[index - 1]
      let after = run.afterMark.contains(index + 1) ? nil : run[index + 1]
      if before.map({ $0.isLetter || $0.isNumber || $0.isPlaceholder }) == true {
        report(
          run.starts[index],
          Bilingual(
            ko: "수식이 앞 글자에 붙어 있으면 GitHub가 수식으로 읽지 않습니다. 띄어 쓰십시오.",
            en: "GitHub does not read a formula that is glued to what stands before it. Put a space between."))
      }
      if after.map({ $0.isASCIILetter || $0.isDecimalDigit || $0.isPlaceholder }) == true {
        report(
          run.starts[index + 1],
          Bilingual(
            ko: "수식 바로 뒤에 로마자나 숫자가 붙으면 GitHub가 수식으로 읽지 않을 수 있습니다. 띄어 쓰십시오.",
            en: "GitHub may not read a formula with a letter or digit glued behind it. Put a space between."))
      }
    }
  }

  private mutating func checkTerms(_ run: ProseRun) {
    let quoted = run.isQuoted
    var covered: Set<Int> = []
    for avoided in avoided {
      let term = Array(avoided.term)
      for index in run.characters.indices
      where !term.isEmpty && run.holds(term, at: index) && !quoted[index] && !covered.contains(index) {
        covered.formUnion(index..<index + term.count)
        report(run.starts[index], avoided.message)
      }
    }
  }

  // MARK: - Formulas

  private mutating func checkFormulas(_ blocks: [Block]) {
    for block in blocks {
      switch block.content {
      case .heading(_, let inlines), .paragraph(let inlines): check(inlines, in: .sentence)
      case .quote(let blocks): checkFormulas(blocks)
      case .footnote(_, let blocks):
        for run in blocks.runs where !run.formulas.isEmpty { reportHidden(run.formulas[0]) }
        checkFormulas(blocks)
      case .list(let list): list.items.forEach { checkFormulas($0.blocks) }
      case .table(let table): table.rows.joined().forEach { check($0, in: .cell) }
      case .code(info: "math", let latex): check(latex, in: .sentence)
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

extension AvoidedTerm {
  var message: Bilingual {
    Bilingual(
      ko: "쓰지 않기로 한 말입니다: “\(term)”. 대신 “\(use.ko)”라고 쓰십시오.", en: "“\(term)” is avoided here. Write “\(use.en)”.")
  }
}

extension Character {
  fileprivate var isPlaceholder: Bool { self == ProseRun.value || self == ProseRun.formula || self == ProseRun.code }
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
