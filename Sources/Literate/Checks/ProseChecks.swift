import Localization

/// What is looked for in the author's own text: typed numbers, marks that did not close, formulas that GitHub does not show,
/// several sentences on a line, terms that the glossary avoids.
struct ProseChecks {
  let source: SourceText
  private let avoided: [AvoidedTerm]
  let unclosed: Set<Int>
  private(set) var findings: [Finding] = []
  /// The bytes of typed numbers: each may stand where a verb is missing.
  private(set) var typed: [Int] = []

  init(_ document: Document, _ source: SourceText, _ sources: Sources) {
    self.source = source
    avoided = sources.references.avoided.sorted { $0.term.count > $1.term.count }
    unclosed = document.unclosed
    for run in document.blocks.runs { check(run) }
    checkFormulas(document.blocks)
    checkLinks(document.blocks, exists: sources.manuscript.exists)
    // A block that nothing closes may have swallowed a tag.
    if unclosed.isEmpty { checkFolds(document.blocks) }
    checkBytes()
    for start in document.tooDeep {
      report(start, Bilingual(ko: "너무 깊이 겹쳐 있어 읽지 않았습니다.", en: "This is nested too deeply and was not read."))
    }
    for start in unclosed { reportUnclosed(start) }
  }

  mutating func report(_ start: Int, _ message: Bilingual) {
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
    checkStrikes(run)
    checkDollars(run)
    checkNeighbours(run)
    checkTerms(run)
  }

  mutating func reportTyped(_ number: String, at start: Int) {
    typed.append(start)
    report(
      start,
      Bilingual(
        ko: "손으로 쓴 숫자 “\(number)”: 계산한 값(`value`)이나 논문의 값(`paper`)으로 쓰십시오.",
        en: "The number “\(number)” is typed. Show a computed `value`, or quote the `paper`."))
  }

  func isEscaped(_ run: ProseRun, _ index: Int) -> Bool { source.isEscaped(atByte: run.starts[index]) }

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
}

extension AvoidedTerm {
  var message: Bilingual {
    Bilingual(
      ko: "쓰지 않기로 한 말입니다: “\(term)”. 대신 “\(use.ko)”라고 쓰십시오.", en: "“\(term)” is avoided here. Write “\(use.en)”.")
  }
}
