import Localization

extension Expander {
  /// What a verb prints in a sentence; nil where it names nothing, which is reported.
  mutating func inline(_ call: VerbCall, at start: Int) -> [Inline]? {
    switch call.verb {
    case .value:
      guard let value = entry(call, at: start, in: sources.record.values) else { return nil }
      return spokenText(value.datum.shown(in: .prose, language), call, at: start)
    case .claim:
      guard let claim = entry(call, at: start, in: sources.record.claims) else { return nil }
      if !claim.holds {
        report(
          at: start,
          Bilingual(
            ko:
              "주장 \(call.name.quoted("이/가")) 성립하지 않습니다. 문장이나 \(sources.manuscript.program.name):\(claim.line)을 고치십시오.",
            en:
              "The claim “\(call.name)” does not hold. Mend the sentence, or \(sources.manuscript.program.name):\(claim.line)."
          ))
      }
      return claim.holds ? [] : [.brokenClaim(name: call.name)]
    case .paper:
      guard let fact = known(call, at: start, in: sources.references.paper) else { return nil }
      let text = fact.datum.shown(in: .prose, language)
      let place = placeText([fact.place[language]])
      return spokenText(text, printing: text + place, call, at: start)
    case .slide:
      guard let remark = known(call, at: start, in: sources.references.slides) else { return nil }
      return spokenText("\(remark.place[language]) \(call.name)", call, at: start)
    case .exercise:
      guard let exercise = known(call, at: start, in: sources.references.exercises) else { return nil }
      let text = Bilingual(
        ko: "연습문제 \(call.name) ‘\(exercise.title.ko)’", en: "exercise \(call.name), “\(exercise.title.en)”")[language]
      let link = Inline.Link(destination: Text(source.file.relativePath(to: exercise.place[language])), title: "")
      return [.link(link, [.text(Text(text))])] + spokenText(text, printing: "", call, at: start)
    case .code, .table:
      reportLost(
        at: start,
        Bilingual(
          ko: "`\(call.written)`는 혼자 한 문단이어야 합니다.", en: "`\(call.written)` has to be a paragraph of its own."))
      return nil
    case .figure:
      reportLost(
        at: start,
        Bilingual(
          ko: "그림은 그림 주소로 씁니다: `![설명](<\(call.written)>)`.",
          en: "A figure is an image's address: `![what it shows](<\(call.written)>)`."))
      return nil
    }
  }

  /// The text with its particle, kept in mind as read aloud.
  ///
  /// - Parameter printed: what is printed before the particle, if more than what the particle goes by.
  private mutating func spokenText(
    _ text: String, printing printed: String? = nil, _ call: VerbCall, at start: Int
  ) -> [Inline] {
    let form = call.particle.flatMap { particle($0, after: text, at: start) } ?? ""
    spoken += text + form
    return [.text(Text((printed ?? text) + form))]
  }

  /// The form of a particle; nil where there is no such particle, which is reported.
  mutating func particle(_ pair: String, after text: String, at start: Int) -> String? {
    guard language == .ko else {
      report(
        at: start,
        Bilingual(ko: "조사 `\(pair)`는 한국어 글에만 씁니다.", en: "The particle `\(pair)` belongs to Korean prose only."))
      return nil
    }
    guard let particle = KoreanParticle(pair) else {
      report(
        at: start, .unknown(pair, noun: Bilingual(ko: "조사", en: "Korean particle"), among: KoreanParticle.known))
      return nil
    }
    guard !text.isEmpty else {
      report(
        at: start,
        Bilingual(
          ko: "조사 `\(pair)` 앞에 읽을 것이 없습니다.", en: "Nothing that is read aloud stands before the particle `\(pair)`."))
      return nil
    }
    if finalSound(of: text) == nil, particle.afterConsonant != particle.afterVowel {
      report(
        at: start,
        Bilingual(
          ko: "“\(text.suffix(20))”의 끝을 어떻게 읽는지 알 수 없습니다. 조사를 직접 쓰거나 읽을 수 있는 말 뒤에 두십시오.",
          en: "It is not known how “\(text.suffix(20))” is read aloud. Write the particle out, or put a word before it."
        ))
    }
    return particle.form(after: text)
  }

  /// ` (paper §3.2)`: where the paper says what stands before.
  func placeText(_ places: [String]) -> String {
    var seen: Set<String> = []
    let list = places.filter { seen.insert($0).inserted }.joined(separator: ", ")
    return Bilingual(ko: "(논문 \(list))", en: " (paper \(list))")[language]
  }

  // MARK: - Names

  /// The recorded entry that a verb names; notes the use, or reports that there is none.
  mutating func entry<Entry>(_ call: VerbCall, at start: Int, in ledger: Ledger<Entry>) -> Entry? {
    note(call, at: start)
    if let entry = ledger[call.name] { return entry }
    reportLost(at: start, .unknown(call.name, noun: call.verb.noun, among: ledger.names))
    return nil
  }

  private mutating func known<Entry>(_ call: VerbCall, at start: Int, in entries: [String: Entry]) -> Entry? {
    note(call, at: start)
    if let entry = entries[call.name] { return entry }
    reportLost(at: start, .unknown(call.name, noun: call.verb.noun, among: entries.keys))
    return nil
  }
}
