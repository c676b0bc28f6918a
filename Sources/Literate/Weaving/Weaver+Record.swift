import Localization

extension Weaver {
  /// Whether names in the record are fit to be written, recorded once, and shown somewhere.
  var recordFindings: [Finding] {
    let program = SourceText(sources.manuscript.program)
    let record = sources.record
    var findings: [Finding] = []
    func check<Entry>(_ verb: Verb, _ ledger: Ledger<Entry>) {
      let used = Set(chapters.values.flatMap(\.uses).filter { $0.call.verb == verb }.map(\.call.name))
      for name in ledger.names {
        let line = ledger[name]?.line ?? 1
        if !name.isWritable {
          findings.append(
            program.finding(
              atLine: line,
              Bilingual(
                ko: "\(name.quoted("은/는")) `{{…}}` 안에 쓸 수 없는 이름입니다.",
                en: "“\(name)” is no name that can stand in `{{…}}`.")))
        } else if !used.contains(name) {
          findings.append(
            program.finding(
              atLine: line,
              Bilingual(
                ko: "\(verb.noun.ko) \(name.quoted("을/를")) 글에서 쓰지 않습니다: `{{\(verb.rawValue) \(name)}}`.",
                en: "The \(verb.noun.en) “\(name)” is not shown in the prose: `{{\(verb.rawValue) \(name)}}`.")))
        }
      }
      for (name, line) in ledger.duplicates {
        findings.append(
          program.finding(
            atLine: line,
            Bilingual(
              ko: "\(verb.noun.ko) \(name.quoted("은/는")) \(ledger[name]?.line ?? 1)번째 줄에서 이미 기록했습니다.",
              en: "The \(verb.noun.en) “\(name)” was recorded on line \(ledger[name]?.line ?? 1) already.")))
      }
    }
    check(.value, record.values)
    check(.claim, record.claims)
    check(.figure, record.figures)
    check(.table, record.tables)
    return findings + contentFindings(program)
  }

  /// Whether figures and tables are complete and keep to the glossary.
  private func contentFindings(_ program: SourceText) -> [Finding] {
    var findings: [Finding] = []
    for figure in sources.record.figures.names.compactMap({ sources.record.figures[$0] }) {
      for language in Language.allCases where figure.paths[language] == nil {
        findings.append(
          program.finding(
            atLine: figure.line,
            Bilingual(
              ko: "\(language.nativeName) 그림 파일이 없습니다.", en: "The figure has no file in \(language.nativeName).")))
      }
      findings += termFindings([figure.title], line: figure.line, program)
    }
    for table in sources.record.tables.names.compactMap({ sources.record.tables[$0] }) {
      if table.rows.contains(where: { $0.count > table.columns.count }) {
        findings.append(
          program.finding(
            atLine: table.line,
            Bilingual(ko: "열보다 칸이 많은 행이 있습니다.", en: "A row has more cells than there are columns.")))
      }
      let texts = table.rows.joined().compactMap { if case .text(let text) = $0 { text } else { nil } }
      findings += termFindings(table.columns.map(\.title) + texts, line: table.line, program)
    }
    return findings
  }

  private func termFindings(_ texts: [Bilingual], line: Int, _ program: SourceText) -> [Finding] {
    sources.references.avoided
      .filter { avoided in texts.contains { $0.ko.contains(avoided.term) || $0.en.contains(avoided.term) } }
      .map { program.finding(atLine: line, $0.message) }
  }
}

extension String {
  /// Whether it can be found again when it is written in prose.
  fileprivate var isWritable: Bool {
    !isEmpty && !contains { $0.isNewline || $0 == "\t" } && !contains("{{") && !contains("}}")
      && split(separator: " ").joined(separator: " ") == self && Verb(rawValue: self) == nil
  }
}
