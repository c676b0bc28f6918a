import Localization
import Testing

@testable import Literate

/// A chapter of one passage whose Korean prose holds `body`; a ⟦ in it marks where a finding is expected.
struct Expectation {
  let findings: [Finding]
  let place: (line: Int, column: Int)?

  static let name = "chapters/3-sample/prose.ko.md"

  /// - Parameter english: the English prose's own body, with what keeps the languages alike.
  /// - Parameter files: those that exist; nil where all do.
  init(
    _ body: String, english: String = "", record: Record = Record(), references: References = Sample.references,
    files: Set<String>? = nil
  ) {
    let marked = "# 제목\n\n{{code Only}}\n\n" + body + "\n"
    let before = marked.prefix { $0 != "⟦" }
    place =
      before.count == marked.count
      ? nil : (before.filter { $0 == "\n" }.count + 1, before.reversed().prefix { $0 != "\n" }.count + 1)
    let manuscript = Manuscript(
      program: SourceFile(name: "chapters/3-sample/main.swift", text: "// MARK: - Only\nlet a = 1\n"),
      prose: [
        .ko: SourceFile(name: Self.name, text: marked.replacing("⟦", with: "")),
        .en: SourceFile(
          name: "chapters/3-sample/prose.en.md", text: "# Title\n\n{{code Only}}\n\n" + english + "\n"),
      ],
      exists: { files?.contains($0) ?? true })
    findings = Weaver(manuscript: manuscript, record: record, references: references).findings
      .filter { $0.file == Self.name && !$0.message.en.contains("no counterpart") }
  }

  /// Exactly one finding, at the mark, that says `words` in English.
  func check(_ words: String, _ location: SourceLocation = #_sourceLocation) {
    #expect(findings.count == 1, "\(findings)", sourceLocation: location)
    #expect(findings.first?.message.en.contains(words) == true, "\(findings)", sourceLocation: location)
    #expect(
      findings.first.map { [$0.line, $0.column] } == place.map { [$0.line, $0.column] }, "\(findings)",
      sourceLocation: location)
  }
}

@Suite("Findings")
struct FindingTests {
  @Test("a chapter in order has none")
  func none() {
    #expect(Sample.weaver().findings == [])
  }

  @Test(
    "typed numbers",
    arguments: [
      "앵커가 ⟦67,995개입니다.", "둘째 문장에는 `code`와 **굵은 ⟦3**이 있습니다.", "비율은 ⟦0.5입니다.",
      "사진 ⟦5천 장입니다.",
      "γ=⟦2일 때입니다.", "| 표 | 값 |\n|---|---|\n| 가나 | ⟦12 |", "- 목록\n- 둘째 &amp; \\* ⟦7입니다.", "> 인용\n> ⟦8입니다.",
      "![사진 ⟦9](a.png)", "## 제목 ⟦50 제목", "크기는 ⟦2000입니다.", "<p>여기 ⟦4</p>",
      "가 ⟦１２입니다.",
      "슬라이드는 “r=⟦0.2”라고 적었습니다.", "[링크 ⟦6](b.md)입니다.", "장면이 (⟦123)입니다.", "⟦4%입니다.", "P-값은 ⟦5입니다.",
    ])
  func typedNumbers(body: String) {
    Expectation(body).check("is typed")
  }

  @Test(
    "numbers that are names, places or years are no finding",
    arguments: [
      "§3.2와 §3.1–3.4를 봅니다.", "3장과 2절, 3~4장을 봅니다.", "식 (3)과 (4), Eq. (5)입니다.",
      "표 1(a)와 그림 4, Table 1(b), Figs. 3 and 4입니다.",
      "2017년입니다.", "Lin et al. 2017입니다.", "CVPR 2018과 (2017)입니다.",
      "P3–P7, C5, F1, smooth L1, ResNet-50, ResNet-101-800, AP50, 3D입니다.",
      "arXiv:1708.02002v2입니다.", "## 3.2 제목", "1. 하나\n2. 둘", "`swift run chapter3 --alpha 0.5`입니다.", "[글](a12.md)입니다.",
      "<https://example.com/2>입니다.", "```sh\nswift run 3\n```", "<!-- 12 -->", "<img width=\"600\">입니다.",
      "x² 그리고 ①입니다.",
      "chapters 1–7 and chapter 3입니다.",
    ])
  func namesWithNumbers(body: String) {
    #expect(Expectation(body).findings == [])
  }

  @Test(
    "numbers typed into formulas",
    arguments: [
      #"$`\gamma = ⟦2`$입니다."#, #"$`p = ⟦0.5`$입니다."#, "```math\n\\frac{⟦3}{x}\n```", #"가 **나** $`N = ⟦67{,}995`$입니다."#,
      #"| 표 | 값 |\#n|---|---|\#n| 가나 | $`⟦12`$ |"#, #"$`⟦10^{-4}`$입니다."#,
    ])
  func typedInFormula(body: String) {
    Expectation(body).check("is typed")
  }

  @Test(
    "zero, one, indices and small exponents belong to formulas",
    arguments: [
      #"$`(1 - p_t)^2`$, $`x_{12}`$, $`y = 0`$, $`x^{1/3}`$, $`\log_2 x`$입니다."#,
      "```math\n-\\sum_{i=1}^{n} \\log p_i\n```",
    ])
  func formulaConstants(body: String) {
    #expect(Expectation(body).findings == [])
  }

  @Test(
    "an unknown name, with the nearest known one",
    arguments: [
      ("{⟦{value esyCE}}입니다.", "“easyCE”"), ("가 $`p = {⟦{value easyce}}`$입니다.", "“easyCE”"),
      ("{⟦{vlaue easyCE}}입니다.", "“value”"),
      ("가나 {⟦{claim smaler}}", "“smaller”"), ("![a](<{⟦{figure curvs}}>)", "“curves”"),
      ("{⟦{table loses}}", "“losses”"),
      ("{⟦{paper hundredTime}}입니다.", "“hundredTimes”"), ("{⟦{slide 002-15}}입니다.", "“002-14”"),
      ("{⟦{exercise 3.2}}입니다.", "“3.1”"),
      ("{⟦{code Onyl}}", "“Only”"), ("{⟦{nonsense}}입니다.", "no verb"), ("{⟦{value 은하수}}입니다.", "no value"),
      ("{⟦{}}입니다.", "Nothing stands"),
    ])
  func unknownNames(body: String, words: String) {
    var record = Record()
    record.values.add(RecordedValue(.number(1, .integer), line: 1), named: "easyCE")
    record.claims.add(RecordedClaim(holds: true, line: 1), named: "smaller")
    record.figures.add(RecordedFigure(paths: [:], title: "", line: 1), named: "curves")
    record.tables.add(RecordedTable(columns: [], rows: [], line: 1), named: "losses")
    Expectation(body.replacing("{⟦{", with: "⟦{{"), record: record).check(words)
  }

  @Test(
    "braces that do not pair",
    arguments: [
      ("값 ⟦{{value x 입니다.", "not closed"), ("값 ⟦{{value\n입니다.", "not closed"),
      ("값 x⟦}} 입니다.", "closes nothing"), ("$`p = ⟦{{value x`$입니다.", "not closed"),
    ])
  func braces(body: String, words: String) {
    let findings = Expectation(body)
    #expect(
      findings.findings.contains {
        $0.message.en.contains(words) && [$0.line, $0.column] == findings.place.map { [$0.line, $0.column] }
      }, "\(findings.findings)")
  }

  @Test(
    "marks that did not become emphasis",
    arguments: ["가 ⟦**초점 손실(focal loss)**은 큽니다.", "⟦__가나 다"])
  func leftovers(body: String) {
    let expectation = Expectation(body)
    #expect(
      expectation.findings.contains {
        $0.message.en.contains("not read as emphasis")
          && [$0.line, $0.column] == expectation.place.map { [$0.line, $0.column] }
      }, "\(expectation.findings)")
  }

  @Test("escaped marks are meant") func escapedMarks() {
    #expect(Expectation("가 \\*\\* 나 \\_\\_ 다, 값은 \\$입니다.").findings == [])
  }

  @Test(
    "formulas that GitHub would not show",
    arguments: [
      ("값⟦$`p`$입니다.", "glued"), ("값은 (a1⟦$`p`$)입니다.", "glued"), ("$`p`$⟦x입니다.", "glued"),
      ("$`p`$⟦{{value x}}입니다.", "glued"),
      ("값은 ⟦$p$입니다.", "Formulas are written"), ("| 가 | 나 |\n|---|---|\n| $`a\\⟦|b`$ | 다 |", "\\vert"),
      ("[링크 $`⟦p`$](a.md)입니다.", "links and footnotes"), ("$`a⟦<b`$입니다.", "Put a space behind"),
    ])
  func github(body: String, words: String) {
    var record = Record()
    record.values.add(RecordedValue(.number(1, .integer), line: 1), named: "x")
    let expectation = Expectation(body, record: record)
    #expect(
      expectation.findings.contains {
        $0.message.en.contains(words) && [$0.line, $0.column] == expectation.place.map { [$0.line, $0.column] }
      }, "\(expectation.findings)")
  }

  @Test("a particle may follow a formula directly") func particleAfterFormula() {
    #expect(Expectation("$`p_t`$일 때 ($`\\gamma`$) **$`p`$** 입니다.").findings == [])
  }

  @Test("a formula that cannot be read, at the place of its mistake") func badFormula() {
    Expectation(#"값은 $`p + ⟦\alhpa`$입니다."#).check(#"\alpha"#)
    Expectation("```math\nx\n⟦\\frca{a}{b}\n```").check(#"\frac"#)
  }

  @Test(
    "a second sentence on a line",
    arguments: [
      "첫째입니다. ⟦둘째입니다.", "A first. ⟦Then a second.", "왜일까요? ⟦이유는 있습니다.", "- 첫째입니다. ⟦둘째입니다.", "첫째(괄호)입니다. ⟦$`p`$입니다.",
      "**첫째입니다.** ⟦둘째입니다.",
    ])
  func sentences(body: String) {
    Expectation(body).check("second sentence")
  }

  @Test(
    "abbreviations, quotations and numbers end no sentence",
    arguments: [
      "Lin et al. 2017과 K. He 그리고 e.g. Faster R-CNN입니다.", "“끝입니다. 그리고 또.”라고 합니다.", "첫째입니다.\n둘째입니다.",
      "Table vs. Figure입니다.",
    ])
  func noSentences(body: String) {
    #expect(Expectation(body).findings == [])
  }

  @Test("terms that the glossary avoids") func avoidedTerms() {
    Expectation("이것은 **⟦포컬 로스**입니다.").check("focal loss")
    #expect(Expectation("슬라이드는 “포컬 로스”라고 합니다.").findings == [])
    Expectation("이것은 ⟦포컬\n로스입니다.").check("focal loss")
  }

  @Test(
    "verbs where they cannot stand",
    arguments: [
      ("글 ⟦{{code Only}} 글", "paragraph of its own"), ("글 ⟦{{figure f}} 글", "image's address"),
      ("$`⟦{{claim c}}`$입니다.", "in a formula"),
      ("[글](<⟦{{value v}}>)입니다.", "no other verb"), ("$`p ⟦{{은/는}}`$", "outside of the formula"),
      ("⟦{{은/는}} 글입니다.", "Nothing that is read"),
      ("글⟦{{응/능}} 글입니다.", "no Korean particle"),
    ])
  func misplaced(body: String, words: String) {
    Expectation(body).check(words)
  }

  @Test(
    "verbs in a code block, where nothing is replaced",
    arguments: [
      "```sh\nswift run chapter3 --alpha ⟦{{value v}}\n```", "```\nx\n\n  ⟦{{claim c}}\n```",
      "글입니다.\n\n    ⟦{{code Only}}",
      "- 글\n  ~~~\n  ⟦{{vlaue v}}\n  ~~~", "```\n⟦{{은/는}}\n```", "```\n⟦{{value v\n```",
    ])
  func verbsInCode(body: String) {
    var record = Record()
    record.values.add(RecordedValue(.number(1, .integer), line: 1), named: "v")
    record.claims.add(RecordedClaim(holds: true, line: 1), named: "c")
    Expectation(body, record: record).check("is not replaced")
  }

  @Test("braces of a program are no verbs")
  func bracesInCode() {
    #expect(Expectation("```swift\nlet f = {{ x in x }}\nlet s = \"{{name}}\"\n```").findings == [])
  }

  @Test("particles belong to Korean prose") func englishParticle() {
    let weaver = Sample.weaver(en: Sample.english.replacing("{{slide 002-14}}", with: "{{slide 002-14 은/는}}"))
    #expect(weaver.findings.map(\.message.en).contains { $0.contains("Korean prose only") })
  }

  @Test("a page without a title") func title() {
    let weaver = Sample.weaver(ko: Sample.korean.replacing("# 균형", with: "균형"))
    #expect(weaver.findings.map { "\($0)".prefix(37) } == ["chapters/3-sample/prose.ko.md:1:1: 제목"])
  }

  @Test(
    "two ranges on a line, between whose tildes GitHub strikes out the text",
    arguments: ["P~⟦E라고 적힌 셋과 C~E입니다.", "가~~⟦나~~ 다입니다."])
  func struckThrough(_ body: String) {
    Expectation(body).check("struck through")
  }

  @Test("one range is in order") func range() {
    #expect(Expectation("P~E라고 적힌 셋입니다.").findings == [])
  }

  @Test("emphasis that its value keeps from closing") func emphasisAroundValue() {
    var record = Record()
    record.values.add(RecordedValue(.number(0.5, .percent(0)), line: 1), named: "share")
    let expectation = Expectation(
      "⟦글 **“{{value share}}”**{{value share}}입니다.", record: record)
    #expect(expectation.findings.count == 1)
    #expect(expectation.findings.first?.message.en.contains("reads this block differently") == true)
    #expect(expectation.findings.first.map { [$0.line, $0.column] } == [5, 1])
  }

  @Test(
    "tags that fold text away and do not pair",
    arguments: [
      ("⟦<details>\n<summary>더 보기</summary>\n\n글입니다.", "`<details>` is not closed"),
      ("<details>\n⟦<summary>더 보기\n\n글입니다.\n\n</details>", "`<summary>` is not closed"),
      ("글입니다.\n\n⟦</details>", "`</details>` closes nothing"), ("글 ⟦</summary>입니다.", "`</summary>` closes nothing"),
      ("⟦<SUMMARY>글</SUMMARY>\n\n글입니다.", "directly in `<details>`"),
      ("⟦<details>\n\n<details open>\n\n글입니다.\n\n</details>", "`<details>` is not closed"),
    ])
  func folds(body: String, words: String) {
    Expectation(body).check(words)
  }

  @Test(
    "tags that pair",
    arguments: [
      "<details>\n<summary>가</summary>\n\n<details open>\n<summary>나</summary>\n\n글입니다.\n\n</details>\n\n</details>",
      "`<details>`와 <!-- <details> --> 글입니다.", "<!--\n<details>\n-->", "```html\n<details>\n```",
    ])
  func pairedFolds(body: String) {
    #expect(Expectation(body).findings == [])
  }

  @Test(
    "links and images that lead nowhere",
    arguments: [
      "[글](⟦b.md)입니다.", "![그림](⟦../none/a.png)", "**[글](<⟦a b.md>)** 입니다.", "| 표 |\n|---|\n| [글](⟦b.md#부분) |",
      "<img src=\"⟦b.png\">입니다.", "[글](⟦../../../main.swift)입니다.", "[글](⟦/main.swift)입니다.", "⟦[글][x]입니다.\n\n[x]: b.md",
    ])
  func links(body: String) {
    Expectation(body, files: ["chapters/3-sample/main.swift"]).check("no such file")
  }

  @Test(
    "links that lead somewhere, or away",
    arguments: [
      "[글](main.swift)과 [글](./main.swift#L1)과 [글](/chapters/3-sample/main.swift)입니다.",
      "![그림](../4-b/%EA%B0%80%20b.png)",
      "[글](#부분)과 [글](https://a.b/c)과 <mailto:a@b.c>와 http://a.b입니다.", "![그림](<{{figure f}}>)",
    ])
  func goodLinks(body: String) {
    var record = Record()
    record.figures.add(RecordedFigure(paths: [.ko: "a", .en: "a"], title: "", line: 1), named: "f")
    let files: Set = ["chapters/3-sample/main.swift", "chapters/4-b/가 b.png"]
    #expect(Expectation(body, record: record, files: files).findings == [])
  }

  @Test("bytes that are no text", arguments: [[0], [0xE9], [0xFF, 0xFE]] as [[UInt8]])
  func bytes(_ bytes: [UInt8]) {
    let body = String(decoding: Array("글 **가⟦".utf8) + bytes + Array("나**입니다.".utf8), as: UTF8.self)
    Expectation(body).check("no text")
  }

  @Test("nesting without end is reported, not followed") func depth() {
    let quotes = Expectation(String(repeating: ">", count: 5000) + " 글")
    #expect(quotes.findings.contains { $0.message.en.contains("too deeply") })
  }
}
