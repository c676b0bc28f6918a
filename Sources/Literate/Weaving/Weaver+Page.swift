import Localization

extension Weaver {
  /// Whether each page has a title, and says on GitHub what its prose says.
  var pageFindings: [Finding] {
    chapters.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap { language, chapter -> [Finding] in
      var findings: [Finding] = []
      if !chapter.document.blocks.contains(where: \.isTitle) {
        findings.append(
          chapter.source.finding(
            atByte: 0, Bilingual(ko: "제목(`# …`)이 없습니다.", en: "There is no title (`# …`).")))
      }
      return findings + [chapter.expanded.misreadFinding(in: chapter.source)].compactMap { $0 }
    }
  }
}

extension [Block] {
  /// The first block that GitHub would not read as it is meant.
  func misreadFinding(in source: SourceText) -> Finding? {
    let woven = SourceText(SourceFile(name: "", text: MarkdownWriter.markdown(self)))
    let read = MarkdownParser.document(woven).blocks
    let misread = enumerated().first { index, block in index >= read.count || read[index].outline != block.outline }
    return misread.map {
      source.finding(
        atByte: $0.element.start,
        Bilingual(
          ko: "값을 넣은 뒤에 GitHub가 이 문단을 다르게 읽습니다. 강조나 괄호의 끝을 살피십시오.",
          en:
            "With its values in place, GitHub reads this block differently. Look at the ends of emphasis and brackets.")
      )
    }
  }
}
