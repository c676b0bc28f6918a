import Localization

extension Weaver {
  /// Whether both languages have the same headings, in number and level, between two passages of the program.
  ///
  /// Paragraphs and items of lists may differ: each language tells in sentences of its own.
  var headingFindings: [Finding] {
    guard let korean = chapters[.ko], let english = chapters[.en] else { return [] }
    let common = korean.ownPassages.intersection(english.ownPassages)
    let (ko, en) = (korean.headings(at: common), english.headings(at: common))
    let unclosed = Set(korean.unclosedSections(at: common) + english.unclosedSections(at: common))
    return Set(ko.keys).union(en.keys).subtracting(unclosed).flatMap { section in
      findings(ko[section, default: []], korean, en[section, default: []], english)
    }
  }

  private func findings(
    _ ko: [Chapter.Heading], _ korean: Chapter, _ en: [Chapter.Heading], _ english: Chapter
  ) -> [Finding] {
    guard ko.count != en.count else {
      return zip(ko, en).filter { $0.level != $1.level }.map { one, other in
        let place = english.source.finding(atByte: other.start, "")
        return korean.source.finding(
          atByte: one.start,
          Bilingual(
            ko: "제목의 수준이 다릅니다: 여기는 \(one.level), \(place.file):\(place.line)은 \(other.level)입니다.",
            en: "The levels of these headings differ: \(one.level) here, \(other.level) in \(place.file):\(place.line)."
          ))
      }
    }
    return en.map(\.level).difference(from: ko.map(\.level)).map { change in
      switch change {
      case .remove(let offset, _, _): missing(ko[offset], in: korean, from: english)
      case .insert(let offset, _, _): missing(en[offset], in: english, from: korean)
      }
    }
  }

  private func missing(_ heading: Chapter.Heading, in chapter: Chapter, from other: Chapter) -> Finding {
    chapter.source.finding(
      atByte: heading.start,
      Bilingual(
        ko: "이 제목의 짝이 \(other.source.file.baseName)의 같은 자리에 없습니다.",
        en: "This heading has no counterpart at the same place of \(other.source.file.baseName)."))
  }
}

extension Weaver.Chapter {
  struct Heading {
    let level: Int
    /// The byte at which it starts.
    let start: Int
  }

  /// The headings behind each of these passages, by the passage's title; those before all by "".
  fileprivate func headings(at passages: Set<String>) -> [String: [Heading]] {
    // Whether each page has its title is looked at elsewhere.
    let title = document.blocks.first(where: \.isTitle)?.start
    let headings = document.blocks.all.filter { $0.start != title }.compactMap { block in
      if case .heading(let level, _) = block.content { Heading(level: level, start: block.start) } else { nil }
    }
    return Dictionary(grouping: headings) { section(ofByte: $0.start, among: passages) }
  }

  /// The passages behind which a block opens that nothing closes: it may have swallowed headings.
  fileprivate func unclosedSections(at passages: Set<String>) -> [String] {
    document.unclosed.map { section(ofByte: $0, among: passages) }
  }
}
