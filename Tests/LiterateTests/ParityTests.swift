import Localization
import Testing

@testable import Literate

@Suite("Both languages say the same")
struct ParityTests {
  /// Every verb of the sample's prose in one language, without those that print nothing of the record.
  static func verbs(_ prose: String) -> [String] {
    prose.split(separator: "{{").dropFirst().map { "{{" + $0.prefix { $0 != "}" } + "}}" }
  }

  @Test("taking any verb out of one language is found", arguments: verbs(Sample.korean))
  func removalKorean(verb: String) {
    #expect(!Sample.weaver(ko: Sample.korean.replacing(verb, with: "글")).findings.isEmpty)
  }

  @Test("taking any verb out of the other language is found", arguments: verbs(Sample.english))
  func removalEnglish(verb: String) {
    #expect(!Sample.weaver(en: Sample.english.replacing(verb, with: "text")).findings.isEmpty)
  }

  @Test("between two passages, sentences may use values in any order")
  func order() {
    let swapped = Sample.english.replacing(
      "With {{value anchors}} anchors and $`p_t = {{value pt}}`$ the",
      with: "With $`p_t = {{value pt}}`$ and {{value anchors}} anchors the")
    #expect(swapped != Sample.english)
    #expect(Sample.weaver(en: swapped).findings == [])
  }

  @Test("a value on the other side of a passage is found, in both languages")
  func section() {
    let moved = Sample.english.replacing("{{value anchors}} anchors", with: "the anchors")
      .replacing("- A first item.", with: "- A first item: {{value anchors}}.")
    let found = Sample.weaver(en: moved).findings
    #expect(Set(found.map(\.file)) == ["chapters/3-sample/prose.ko.md", "chapters/3-sample/prose.en.md"])
    #expect(found.map(\.line) == [22, 10])
    #expect(found.map(\.column) == [17, 5])
  }

  @Test("figures and tables in another order are found")
  func exchange() {
    let english = Sample.english.replacing("{{table losses}}\n\n", with: "")
      .replacing("![Loss curves", with: "{{table losses}}\n\n![Loss curves")
    let found = Sample.weaver(en: english).findings
    #expect(found.count == 2)
    #expect(found.allSatisfy { $0.message.en.contains("no counterpart") })
  }

  @Test("headings agree in number and level between two passages; paragraphs and items need not")
  func headings() {
    func findings(_ korean: String, _ english: String) -> [String] {
      let (ko, en) = (Sample.korean, Sample.english)
      return Sample.weaver(
        ko: ko.replacing("앵커는", with: korean + "앵커는").replacing("> 인용", with: "## 끝\n\n> 인용"),
        en: en.replacing("The paper", with: english + "The paper").replacing("> Some", with: "## End\n\n> Some")
      ).findings.map { "\($0.file.suffix(5)):\($0.line):\($0.column)" }
    }
    #expect(findings("\n\n## 가\n\n### 나\n\n- 다\n\n", "\n\n## A\n\n### B\n\nC.\n\nD.\n\n") == [])
    #expect(findings("\n\n## 가\n\n", "") == ["ko.md:12:1"])
    #expect(findings("", "\n\n## A\n\n") == ["en.md:12:1"])
    #expect(findings("\n\n## 가\n\n", "\n\n### A\n\n") == ["ko.md:12:1"])
    #expect(findings("\n\n## 가\n\n", "\n\n### A\n\n## A\n\n") == ["en.md:12:1"])
    #expect(findings("\n\n> ## 가\n\n", "\n\n") == ["ko.md:12:3"])
  }

  /// Every verb of a language's prose, written wrongly: its name, its word, its braces, or a number in its place.
  static let mistakes = Language.allCases.flatMap { language in
    let prose = language == .ko ? Sample.korean : Sample.english
    return verbs(prose).flatMap { verb -> [(Language, String, String)] in
      let wrong = [
        verb.replacing("}}", with: "x}}"), verb.replacing("{{", with: "{{x"), String(verb.dropLast(2)),
        verb.hasPrefix("{{value") || verb.hasPrefix("{{paper") ? "67" : nil,
      ]
      return wrong.compactMap { $0 }.map { (language, verb, $0) }
    }
  }

  @Test("one mistake in one language is one finding, in that language", arguments: mistakes)
  func once(_ language: Language, verb: String, wrong: String) {
    let korean = language == .ko ? Sample.korean.replacing(verb, with: wrong) : Sample.korean
    let english = language == .en ? Sample.english.replacing(verb, with: wrong) : Sample.english
    let found = Sample.weaver(ko: korean, en: english).findings
    #expect(found.map(\.file) == ["chapters/3-sample/prose.\(language.rawValue).md"], "\(found)")
  }

  @Test("a mistake hides no difference behind another passage")
  func elsewhere() {
    let english = Sample.english.replacing("{{value gamma}}", with: "{{value gama}}")
      .replacing("{{value easyRatio}} times", with: "many times")
    let found = Sample.weaver(en: english).findings
    #expect(found.map { "\($0.file.suffix(5)):\($0.line)" } == ["en.md:5", "ko.md:9"], "\(found)")
  }

  @Test(
    "a fence or comment that nothing closes is found where it opens, and alone",
    arguments: [
      ("```sh\nswift build\n\n", "Put a line ``` below"), ("~~~~\nswift build\n\n", "Put a line ~~~~ below"),
      ("> ```\n> swift build\n\n", "Put a line ``` below"),
      ("- 글\n\n  ```\n  swift build\n\n", "Put a line ``` below"),
      ("<!-- 숨은 글\n\n", "Close it with `-->`"),
    ])
  func unclosed(opening: String, words: String) {
    for passage in ["{{code Setup}}\n\n", "{{code Curves}}\n\n"] {
      let prose = Sample.korean.replacing(passage, with: passage + opening)
      let before = prose.prefix(upTo: prose.firstRange(of: opening)?.lowerBound ?? prose.endIndex)
      let found = Sample.weaver(ko: prose).findings
      #expect(found.count == 1, "\(found)")
      #expect(found.first?.message.en.contains(words) == true, "\(found)")
      #expect(found.first?.line == before.count { $0 == "\n" } + (opening.hasPrefix("-") ? 3 : 1))
    }
    #expect(Sample.weaver(ko: Sample.korean + "\n" + opening).findings.count == 1)
  }

  @Test(
    "fences that are closed are no finding",
    arguments: ["```\n```", "````md\n```sh\n````", "- ~~~\n  x\n  ~~~", "```\nx\n   `````"])
  func closed(fence: String) {
    #expect(Sample.weaver(ko: Sample.korean + "\n" + fence + "\n\n끝입니다.\n").findings == [])
  }
}
