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
}
