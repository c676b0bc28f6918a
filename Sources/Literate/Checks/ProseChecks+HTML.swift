import Localization

/// Tags that fold text away, and whether they pair.
extension ProseChecks {
  private struct Tag {
    let name: String
    let isClosing: Bool
    let start: Int
  }

  mutating func checkFolds(_ blocks: [Block]) {
    var open: [Tag] = []
    for tag in blocks.all.flatMap(\.html).flatMap(tags) {
      guard tag.isClosing else {
        if tag.name == "summary", open.last?.name != "details" { reportStray(tag) }
        open.append(tag)
        continue
      }
      guard open.contains(where: { $0.name == tag.name }) else {
        reportUnopened(tag)
        continue
      }
      while let last = open.popLast(), last.name != tag.name { reportUnclosed(last) }
    }
    for tag in open { reportUnclosed(tag) }
  }

  private func tags(_ html: Text) -> [Tag] {
    guard !html.string.hasPrefix("<!--") else { return [] }
    return html.string.matches(of: /<(\/?)(details|summary)\b[^>]*>/.ignoresCase()).map { match in
      Tag(
        name: match.2.lowercased(), isClosing: !match.1.isEmpty,
        start: html.origin.source(
          of: html.string.utf8.distance(from: html.string.startIndex, to: match.range.lowerBound)))
    }
  }

  private mutating func reportUnclosed(_ tag: Tag) {
    report(
      tag.start,
      Bilingual(
        ko: "`<\(tag.name)>`가 닫히지 않았습니다. `</\(tag.name)>`로 닫으십시오.",
        en: "`<\(tag.name)>` is not closed. Close it with `</\(tag.name)>`."))
  }

  private mutating func reportUnopened(_ tag: Tag) {
    report(
      tag.start,
      Bilingual(
        ko: "`</\(tag.name)>`에 짝이 되는 `<\(tag.name)>`가 없습니다.",
        en: "`</\(tag.name)>` closes nothing: no `<\(tag.name)>` before it."))
  }

  private mutating func reportStray(_ tag: Tag) {
    report(
      tag.start,
      Bilingual(
        ko: "`<summary>`는 `<details>` 바로 안에만 씁니다.", en: "`<summary>` stands only directly in `<details>`."))
  }
}

extension Block {
  /// The HTML that the block is or holds.
  var html: [Text] {
    if case .html(let html) = content { return [html] }
    return inlines.compactMap { if case .html(let html) = $0 { html } else { nil } }
  }
}
