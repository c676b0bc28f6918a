import Testing

@testable import Literate

@Suite("Writing Markdown")
struct MarkdownWriterTests {
  static func read(_ text: String) -> [Block] {
    MarkdownParser.document(SourceText(SourceFile(name: "", text: text))).blocks
  }

  /// Clean Markdown, as people write it by hand.
  static let clean = [
    "# 제목\n\n## 3.1 둘째\n",
    "첫 문장입니다.\n둘째 문장은 **굵고** *기울고* ~~지운~~ `code`입니다.\n",
    "$`\\alpha_t`$는 (0, 1]에 있고 $`p_t`$의 값은 [0, 1]입니다.\n",
    "```math\n\\mathrm{FL} = 67{,}995\n```\n",
    "- 하나\n- 둘\n  - 둘의 하나\n  - 둘의 둘\n- 셋\n",
    "3. 셋\n4. 넷\n   이어짐\n",
    "1) 하나\n\n   둘째 문단\n\n2) 둘\n",
    "- [ ] 할 일\n- [x] 한 일\n",
    "> 인용\n> 둘째 줄\n>\n> - 목록\n",
    "| a    |      b |\n| :--- | -----: |\n| 가나 | 1 \\| 2 |\n",
    "[링크](../a.md \"제목\")와 <https://example.com/a_b> 그리고 ![그림](<a b.png>)\n",
    "줄 바꿈\\\n다음 줄\n",
    "<details>\n<summary>더 보기</summary>\n\n안쪽\n\n</details>\n",
    "앞\n\n***\n\n뒤\n",
    "````swift\nlet a = \"```\"\n````\n",
    "가격은 \\$3이고 2 * 3은 a_b_c입니다.\n",
    "각주[^1]가 있습니다.\n\n[^1]: 각주의 글.\n",
  ]

  @Test("keeps clean Markdown as it is", arguments: clean)
  func identity(text: String) {
    #expect(MarkdownWriter.markdown(Self.read(text)) == text)
  }

  @Test("what is written says what was read, to GitHub's own renderer too", arguments: clean)
  func html(text: String) {
    #expect(MarkdownParser.html(of: MarkdownWriter.markdown(Self.read(text))) == MarkdownParser.html(of: text))
  }

  @Test(
    "text is never taken for a mark",
    arguments: [
      "# no title", "- no list", "+ none", "* none", "1. no number", "12) none", "> no quote", "```", "~~~", "---",
      "===", "a*b*c",
      "*a*", "_a_", "__a__", "**a**", "[a](b)", "![a](b)", "[^1]", "<b>", "&lt;", "a\\*", "`a`", "~a~", "~~a~~",
      "| a | b |",
      "$`x`$", "<!-- a -->", "\\", "a\\", "http://a.b", "***", "* * *", "#", "[ ] a", "1.", "-", "a_", "_a",
    ])
  func escaping(text: String) {
    let blocks = [Block(.paragraph([.text(Text(text))]))]
    let written = MarkdownWriter.markdown(blocks)
    #expect(Self.read(written).outline == blocks.outline || text == "http://a.b", "\(written)")
    let item = [
      Block(.list(.init(marker: .bullet, isTight: true, items: [.init(blocks: blocks, task: nil, start: 0)])))
    ]
    #expect(
      Self.read(MarkdownWriter.markdown(item)).outline == item.outline || text == "http://a.b",
      "\(MarkdownWriter.markdown(item))")
  }

  @Test("two lists in a row stay two")
  func neighbours() {
    let text = "- a\n\n<!-- -->\n\n- b\n"
    var blocks = Self.read(text)
    blocks.remove(at: 1)
    #expect(Self.read(MarkdownWriter.markdown(blocks)).outline == blocks.outline)
  }

  /// Pieces that mean something to Markdown, to be thrown together.
  static let shards = [
    "*", "**", "_", "`", "``", "$`", "`$", "[", "](", ")", "![", "<", ">", "\n", "\n\n", "- ", "1. ", "> ", "# ",
    "    ", "|",
    "---", "\n| a | b |\n|---|:-:|\n| ", "가", "나다 ", "a", "b ", "\\", "&amp;", "~~", "~", "{{value x}}", "<b>", "<!--",
    "-->",
    "```", "\n```math\n", "[^1]", "\n[^1]: ", "  \n", "<details>", "http://a.b/c", "(", "”", "!", ".", "3", "$", "{{",
    "}}", "\t",
  ]

  static func hostileText(seed: UInt64, length: Int) -> String {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    return (0..<length).map { _ in
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return shards[Int(state % UInt64(shards.count))]
    }.joined()
  }

  @Test("whatever is read can be written, and is read the same again nearly always")
  func hostile() {
    var differing = 0
    let count = 400
    for seed in 0..<UInt64(count) {
      let blocks = Self.read(Self.hostileText(seed: seed, length: 40))
      if Self.read(MarkdownWriter.markdown(blocks)).outline != blocks.outline { differing += 1 }
    }
    // What cannot be written as clean Markdown, such as emphasis in emphasis, becomes a finding.
    #expect(differing * 10 < count, "\(differing) of \(count)")
  }
}
