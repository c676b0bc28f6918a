import Localization

extension Weaver {
  /// Whether the program is cut into passages that have a name each, and every passage stands once, in the file's order,
  /// in every language.
  var passageFindings: [Finding] {
    let program = SourceText(sources.manuscript.program)
    var findings: [Finding] = []
    if let line = sources.passages.strayLine {
      findings.append(
        program.finding(
          atLine: line,
          Bilingual(
            ko: "첫 `// MARK: - 제목` 앞의 코드는 어느 페이지에도 나오지 않습니다. 앞에 제목을 두십시오.",
            en: "Code before the first `// MARK: - Title` is on no page. Put a mark above it.")))
    }
    var seen: Set<String> = []
    for passage in sources.passages.all {
      if !seen.insert(passage.title).inserted {
        findings.append(
          program.finding(
            atLine: passage.line,
            Bilingual(
              ko: "제목이 “\(passage.title)”인 패시지가 이미 있습니다.", en: "There is a passage “\(passage.title)” already.")))
      }
      if passage.code.isEmpty {
        findings.append(
          program.finding(
            atLine: passage.line,
            Bilingual(ko: "패시지 “\(passage.title)”에 코드가 없습니다.", en: "The passage “\(passage.title)” holds no code.")))
      }
    }
    for language in Language.allCases {
      guard let chapter = chapters[language] else { continue }
      findings += passageFindings(in: chapter, program)
    }
    return findings
  }

  private func passageFindings(in chapter: Chapter, _ program: SourceText) -> [Finding] {
    let titles = sources.passages.all.map(\.title)
    var findings: [Finding] = []
    var shown: Set<String> = []
    var last: (index: Int, title: String)?
    for use in chapter.uses where use.call.isOwnPassage {
      guard let index = titles.firstIndex(of: use.call.name) else { continue }
      if !shown.insert(use.call.name).inserted {
        findings.append(
          chapter.source.finding(
            atByte: use.start,
            Bilingual(
              ko: "패시지 \(use.call.name.quoted("은/는")) 위에서 이미 보였습니다.",
              en: "The passage “\(use.call.name)” was shown above already.")))
      } else if let last, index < last.index {
        findings.append(
          chapter.source.finding(
            atByte: use.start,
            Bilingual(
              ko: "프로그램에서는 \(use.call.name.quoted("이/가")) “\(last.title)”보다 앞에 있습니다.",
              en: "In the program “\(use.call.name)” stands before “\(last.title)”.")))
      } else {
        last = (index, use.call.name)
      }
    }
    // Where a verb was lost, the passages that the program has there may be meant.
    let lost = Set(chapter.lost.map { chapter.section(ofByte: $0, among: shown) })
    var section = ""
    for passage in sources.passages.all {
      if shown.contains(passage.title) { section = passage.title }
      guard !shown.contains(passage.title), !lost.contains(section) else { continue }
      findings.append(
        program.finding(
          atLine: passage.line,
          Bilingual(
            ko:
              "패시지 \(passage.title.quoted("이/가")) \(chapter.source.file.baseName)에 없습니다. `{{code \(passage.title)}}`로 보이십시오.",
            en:
              "The passage “\(passage.title)” is not shown in \(chapter.source.file.baseName): `{{code \(passage.title)}}`."
          )))
    }
    return findings
  }
}

extension VerbCall {
  /// Whether it shows a passage of the chapter's own program.
  var isOwnPassage: Bool { verb == .code && libraryPassage == nil }
}
