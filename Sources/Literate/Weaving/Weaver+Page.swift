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
      return findings + roundTripFindings(chapter)
    }
  }

  private func roundTripFindings(_ chapter: Chapter) -> [Finding] {
    let woven = SourceText(SourceFile(name: "", text: MarkdownWriter.markdown(chapter.expanded)))
    let read = MarkdownParser.document(woven).blocks
    let pairs = chapter.expanded.enumerated().first { index, block in
      index >= read.count || read[index].outline != block.outline
    }
    guard let block = pairs?.element else { return [] }
    return [
      chapter.source.finding(
        atByte: block.start,
        Bilingual(
          ko: "값을 넣은 뒤에 GitHub가 이 문단을 다르게 읽습니다. 강조나 괄호의 끝을 살피십시오.",
          en:
            "With its values in place, GitHub reads this block differently. Look at the ends of emphasis and brackets.")
      )
    ]
  }
}
