import Localization
import Testing

@testable import Literate

@Suite("Weaving")
struct WeaverTests {
  @Test("prose without verbs is woven as it is", arguments: MarkdownWriterTests.clean)
  func identity(text: String) throws {
    let prose = "# 제목\n\n" + text
    let manuscript = Manuscript(
      program: SourceFile(name: "a/main.swift", text: ""),
      prose: [.ko: SourceFile(name: "a/prose.ko.md", text: prose)])
    let page = try #require(Weaver(manuscript: manuscript, record: Record()).page(.ko))
    #expect(MarkdownParser.html(of: page.markdown).hasSuffix(MarkdownParser.html(of: prose)))
  }

  @Test("a page: notice, title, the other language, the text with its values")
  func page() throws {
    let page = try #require(Sample.weaver().page(.en))
    #expect(page.title == "Balanced cross entropy")
    #expect(
      page.markdown == """
        <!-- Woven from prose.en.md and the program. Do not edit it; weave it again. -->

        # Balanced cross entropy

        [한국어](README.md)

        ```swift
        import Workbook

        let gamma = 2.0
        ```

        We look at the **focal loss** with $`\\gamma = 2`$.

        ```swift
        let pt = 0.9
        page.value("pt", pt, .fixed(1))
        ```

        With 67,995 anchors and $`p_t = 0.9`$ the focal loss is 100 times smaller.
        The paper says 100 (paper §3.2) too, and slide 002-14 rounds it.

        [`Losses/FocalLoss.swift`](../../Sources/Losses/FocalLoss.swift):

        ```swift
        func focalLoss(pt: Double) -> Double {
          -log(pt)
        }
        ```

        ```swift
        page.figure("lossCurves")
        page.table("losses")
        ```

        ![Loss curves for several γ](../../figures/3-sample/lossCurves.en.png)

        | $`p_t`$ |    loss | remark          |
        | ------: | ------: | --------------- |
        |     0.9 | 0.00105 | an **easy** one |
        |     0.1 |    1.86 | a \\| b          |

        > Somebody said so.

        - A first item.
        - Solve [exercise 3.1, “A first one”](exercises.en.md#31).

        ```math
        \\mathrm{FL}(p_t) = -(1 - p_t)^{\\gamma} \\log p_t
        ```

        <details>
        <summary>More</summary>

        Folded text.

        </details>

        """)
  }

  @Test("line ends and a byte order mark of the prose change nothing")
  func lineEnds() {
    let dressed = "\u{FEFF}" + Sample.korean.replacing("\n", with: "\r\n")
    #expect(Sample.weaver(ko: dressed).page(.ko)?.markdown == Sample.weaver().page(.ko)?.markdown)
    #expect(Sample.weaver(ko: dressed).findings == [])
  }

  @Test("a quotation in a formula says its place behind it")
  func paperInFormula() {
    let manuscript = Manuscript(
      program: SourceFile(name: "main.swift", text: ""),
      prose: [.ko: SourceFile(name: "ko.md", text: "# T\n\n$`\\gamma = {{paper hundredTimes}}`$입니다.")])
    let weaver = Weaver(manuscript: manuscript, record: Record(), references: Sample.references)
    #expect(weaver.page(.ko)?.markdown.hasSuffix("$`\\gamma = 100`$(논문 §3.2)입니다.\n") == true)
  }

  @Test("a line with nothing but a claim leaves nothing")
  func claimAlone() {
    var record = Record()
    record.claims.add(RecordedClaim(holds: true, line: 1), named: "c")
    let manuscript = Manuscript(
      program: SourceFile(name: "main.swift", text: ""),
      prose: [
        .ko: SourceFile(name: "ko.md", text: "# T\n\n앞입니다. {{claim c}}\n{{claim c}}\n뒤입니다.\n\n{{claim c}}\n\n끝입니다.")
      ])
    let page = Weaver(manuscript: manuscript, record: record).page(.ko)
    #expect(page?.markdown.hasSuffix("\n\n앞입니다.\n뒤입니다.\n\n끝입니다.\n") == true)
  }

  @Test("citations know their passage")
  func citations() {
    let cited = Sample.weaver().citations(of: .slide, in: .ko)
    #expect(cited == [Citation(name: "002-14", passage: "One easy example, two losses")])
    #expect(Sample.weaver().citations(of: .code, in: .en).count == 4)
  }

  @Test(
    "long and hostile prose takes no long time", .timeLimit(.minutes(1)),
    arguments: [
      "[", "*a ", "> ", "~", "{{", "}}", "`", "$`", "- ", "| a ", "![", "<", "&", "_a_ ", "1 ", "(3) ", "**가", "“",
      "{{value x}}",
    ])
  func long(shard: String) {
    let weaver = Sample.weaver(ko: "# 제목\n\n" + String(repeating: shard, count: 3000))
    _ = weaver.findings.count
    _ = weaver.page(.ko).map { TerminalReader(width: 80).read($0) }
  }

  @Test("anything can be woven")
  func hostile() {
    for seed in 1000..<UInt64(1150) {
      let text = MarkdownWriterTests.hostileText(seed: seed, length: 60)
      let weaver = Sample.weaver(ko: text)
      for finding in weaver.findings { #expect(finding.line > 0 && finding.column > 0) }
      #expect(weaver.page(.ko)?.markdown.isEmpty == false)
    }
  }
}
