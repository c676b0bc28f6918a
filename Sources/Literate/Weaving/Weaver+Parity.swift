import Localization

extension Weaver {
  /// Whether both languages show the same passages of libraries, figures, tables and exercises in the same order, and
  /// between two passages of the program the same values, claims, facts and remarks. Where something of one language could
  /// not be read, that is found already, and nothing is said of what is missing there.
  ///
  /// - Parameter typed: the bytes of typed numbers, each perhaps in the place of a verb.
  func parityFindings(typed: [Language: [Int]]) -> [Finding] {
    var findings = Language.allCases.filter { chapters[$0] == nil }.map { language in
      SourceText(sources.manuscript.program).finding(
        atLine: 1,
        Bilingual(
          ko: "이 장에는 \(language.nativeName) 글이 없습니다.", en: "The chapter has no prose in \(language.nativeName)."))
    }
    if let korean = chapters[.ko], let english = chapters[.en] {
      findings += Parity(korean, english, typed: typed).findings
    }
    return findings
  }
}

/// Compares the verbs of two languages.
private struct Parity {
  private let korean: Weaver.Chapter
  private let english: Weaver.Chapter
  /// The passages that both show, and by which they are laid side by side.
  private let common: Set<String>
  /// The passages behind which one of them could not be read.
  private let unread: Set<String>
  private(set) var findings: [Finding] = []

  init(_ korean: Weaver.Chapter, _ english: Weaver.Chapter, typed: [Language: [Int]]) {
    self.korean = korean
    self.english = english
    let common = korean.ownPassages.intersection(english.ownPassages)
    self.common = common
    unread = Set(
      (korean.lost + typed[.ko, default: []]).map { korean.section(ofByte: $0, among: common) }
        + (english.lost + typed[.en, default: []]).map { english.section(ofByte: $0, among: common) })
    compareOrder()
    compareSections()
  }

  private mutating func report(_ use: Use, in chapter: Weaver.Chapter, missingIn other: Weaver.Chapter) {
    guard !unread.contains(chapter.section(ofByte: use.start, among: common)) else { return }
    findings.append(
      chapter.source.finding(
        atByte: use.start,
        Bilingual(
          ko: "`\(use.call.written)`의 짝이 \(other.source.file.baseName)의 같은 자리에 없습니다.",
          en: "`\(use.call.written)` has no counterpart at the same place of \(other.source.file.baseName).")))
  }

  private mutating func compareOrder() {
    let ko = korean.uses.filter(\.call.isOrdered)
    let en = english.uses.filter(\.call.isOrdered)
    for change in en.map(\.call.key).difference(from: ko.map(\.call.key)) {
      switch change {
      case .remove(let offset, _, _) where !ko[offset].call.isOwnPassage:
        report(ko[offset], in: korean, missingIn: english)
      case .insert(let offset, _, _) where !en[offset].call.isOwnPassage:
        report(en[offset], in: english, missingIn: korean)
      default: break
      }
    }
  }

  private mutating func compareSections() {
    let ko = korean.sections(at: common)
    let en = english.sections(at: common)
    for (section, uses) in ko {
      for use in uses where !(en[section] ?? []).contains(where: { $0.call.key == use.call.key }) {
        report(use, in: korean, missingIn: english)
      }
    }
    for (section, uses) in en {
      for use in uses where !(ko[section] ?? []).contains(where: { $0.call.key == use.call.key }) {
        report(use, in: english, missingIn: korean)
      }
    }
  }
}

extension Weaver.Chapter {
  var ownPassages: Set<String> { Set(uses.filter(\.call.isOwnPassage).map(\.call.name)) }

  /// The last of these passages that is shown above a byte; "" where there is none.
  func section(ofByte byte: Int, among passages: Set<String>) -> String {
    uses.last { $0.start < byte && $0.call.isOwnPassage && passages.contains($0.call.name) }?.call.name ?? ""
  }

  /// The unordered verbs behind each of these passages, by the passage's title; those before all by "".
  fileprivate func sections(at passages: Set<String>) -> [String: [Use]] {
    var title = ""
    var sections: [String: [Use]] = [:]
    for use in uses {
      if use.call.isOwnPassage, passages.contains(use.call.name) { title = use.call.name }
      if !use.call.isOrdered { sections[title, default: []].append(use) }
    }
    return sections
  }
}

extension VerbCall {
  /// Whether its place among the others has to be the same in both languages.
  fileprivate var isOrdered: Bool {
    switch verb {
    case .code, .figure, .table, .exercise: true
    case .value, .claim, .paper, .slide: false
    }
  }

  /// The call without what belongs to one language.
  fileprivate var key: String { written }
}
