import Localization
import Testing

@testable import Literate

@Suite("Reading in a terminal")
struct TerminalReaderTests {
  static func page(_ body: String, record: Record = Sample.record) throws -> WovenPage {
    try #require(Sample.weaver(ko: "# 제목\n\n" + body, record: record).page(.ko))
  }

  static func read(_ body: String, width: Int = 60, style: TerminalStyle = .plain) throws -> String {
    String(try TerminalReader(width: width, style: style).read(page(body)).drop { $0 != "\n" }.dropFirst(7))
  }

  @Test("no line is wider than the terminal", arguments: [10, 11, 13, 20, 37, 60, 80, 200], [1, 2])
  func widths(width: Int, ambiguous: Int) throws {
    for language in Language.allCases {
      let page = try #require(Sample.weaver().page(language))
      let measure = DisplayWidth(ambiguousCells: ambiguous)
      for line in TerminalReader(width: width, ambiguousWidth: ambiguous).read(page).split(separator: "\n") {
        #expect(measure.width(of: line) <= width, "\(line)")
      }
    }
  }

  @Test("anything can be read at any width, and stays within it")
  func hostile() throws {
    for seed in 2000..<UInt64(2100) {
      let page = try Self.page(MarkdownWriterTests.hostileText(seed: seed, length: 60))
      for width in [-5, 0, 10, 25] {
        for line in TerminalReader(width: width).read(page).split(separator: "\n") {
          #expect(DisplayWidth.narrow.width(of: line) <= max(width, 10), "\(line)")
        }
      }
    }
  }

  @Test("plain text has no escape sequences, even where the prose tries")
  func plain() throws {
    let body = "글 \u{1B}[31m붉은\u{7} 글 **굵은** `\u{1B}[2J`\n\n```\n\u{1B}[2J\n```\n\n" + Sample.korean
    #expect(!(try TerminalReader(width: 40).read(Self.page(body))).contains("\u{1B}"))
    let colourful = try TerminalReader(width: 40, style: .ansi).read(Self.page(body))
    #expect(!colourful.contains("\u{1B}[31m붉은") && !colourful.contains("\u{1B}[2J"))
  }

  @Test("colours change no letter")
  func ansi() throws {
    let page = try #require(Sample.weaver().page(.ko))
    let colourful = TerminalReader(width: 50, style: .ansi).read(page)
    #expect(colourful.contains("\u{1B}["))
    #expect(colourful.replacing(#/\x1B\[[0-9;]*m/#, with: "") == TerminalReader(width: 50).read(page))
  }

  @Test("Korean breaks at spaces, and inside a word only where it is longer than the line")
  func korean() throws {
    #expect(try Self.read("초점 손실은 어려운 샘플에 집중합니다.", width: 16) == "초점 손실은\n어려운 샘플에\n집중합니다.\n")
    #expect(try Self.read("가나다라마바사아자차", width: 11) == "가나다라마\n바사아자차\n")
  }

  @Test("a line does not start with what closes the word before it", arguments: [10, 11, 12])
  func closing(width: Int) throws {
    let read = try Self.read("논문은 (그리고리뷰도) 이렇게 적었습니다. 가나다라마, “가나다라마바”는 abcdefghij!", width: width)
    for line in read.split(separator: "\n") {
      #expect(line.first.map { !")”.,!".contains($0) } == true, "\(read)")
      #expect(DisplayWidth.narrow.width(of: line) <= width)
    }
    #expect(try Self.read("..............", width: 10) == "..........\n....\n")
  }

  @Test("code that is too long goes on below, behind a mark, and loses nothing")
  func code() throws {
    let body = "```swift\n  let losses = pts.map { -log($0) }  // 손실\nlet a = 1\n```"
    #expect(
      try Self.read(body, width: 30)
        == "    let losses = pts.map {\n\\ -log($0) }  // 손실\n  let a = 1\n")
    #expect(
      try TerminalReader(width: 30, style: .ansi).read(Self.page(body)).replacing(#/\x1B\[[0-9;]*m/#, with: "")
        .hasSuffix("{\n↪ -log($0) }  // 손실\n  let a = 1\n"))
    let whole = try TerminalReader(width: 30, codeWidth: .max).read(
      Self.page("- 글\n\n  " + body.replacing("\n", with: "\n  ")))
    #expect(whole.contains("\n      let losses = pts.map { -log($0) }  // 손실\n"))
    for width in 4...60 {
      for line in ["", "  let losses = pts.map { -log($0) }  // 손실 함수", "가나다라마바사아자차카타파하", "          x"] {
        let pieces = LineWrapper.pieces(of: line, width: width, measure: .narrow)
        #expect(pieces.joined() == line)
        #expect(pieces.allSatisfy { DisplayWidth.narrow.width(of: $0) <= width })
      }
    }
  }

  @Test("the sentence of a broken claim is marked, and no other")
  func brokenClaim() throws {
    var record = Record()
    record.claims.add(RecordedClaim(holds: false, line: 1), named: "c")
    let page = try Self.page("앞 문장입니다.\n**이 문장**은 거짓입니다.{{claim c}}\n뒤 문장입니다.", record: record)
    #expect(
      TerminalReader(width: 200).read(page).hasSuffix(
        "앞 문장입니다. ✗ 이 문장은 거짓입니다. [지금의 매개변수에서는 성립하지 않습니다] 뒤 문장입니다.\n"))
    #expect(TerminalReader(width: 200, style: .ansi).read(page).contains("\u{1B}[31m✗ \u{1B}[0m"))
  }

  @Test("formulas are Unicode")
  func formulas() throws {
    #expect(try Self.read("$`p_t^2 \\le {{value pt}}`$입니다.").hasPrefix("pₜ² ≤ 0.9입니다."))
  }

  @Test("tables stand in columns, and fall apart into records where the line is too short")
  func tables() throws {
    let body = "| 이름 | 값 |\n|:--|--:|\n| 초점 | 하나 |\n| a | 둘 |"
    #expect(try Self.read(body) == "이름 │   값\n─────┼─────\n초점 │ 하나\na    │   둘\n")
    #expect(
      try Self.read("| 긴 이름 | 값 |\n|:--|--:|\n| 초점 손실 | 하나 |\n| a | 둘 |", width: 12)
        == "긴 이름:\n초점 손실\n값: 하나\n\n긴 이름: a\n값: 둘\n")
    #expect(try Self.read("| | 값 |\n|:--|--:|\n| 초점 손실 | 하나 |", width: 10) == "초점 손실\n값: 하나\n")
  }

  @Test("lists, quotations, details and links")
  func blocks() throws {
    #expect(
      try Self.read("9. 아홉\n10. 열\n    - [x] 안쪽 항목이 길면 줄을 맞춥니다", width: 20)
        == "9. 아홉\n10. 열\n    • [x] 안쪽\n          항목이\n          길면 줄을\n          맞춥니다\n")
    #expect(try Self.read("> 인용한 글이 길면 표시가 따라옵니다", width: 20) == "│ 인용한 글이 길면\n│ 표시가 따라옵니다\n")
    #expect(
      try Self.read("<!-- 숨은 글 -->\n\n<details>\n<summary>더 &lt;보기&gt;</summary>\n\n안쪽<br>글\n\n</details>")
        == "▸ 더 <보기>\n\n안쪽\n글\n")
    #expect(try Self.read("[글](a.md)과 [웹](https://a.b)과 <https://c.d>입니다") == "글과 웹 (https://a.b)과 https://c.d입니다\n")
  }

  @Test("a figure is its title and path, or what the caller makes of it")
  func figures() throws {
    let body = "![설명](<{{figure lossCurves}}>)"
    #expect(try Self.read(body, width: 90) == "[그림: 손실 곡선] ../../figures/3-sample/lossCurves.ko.png\n")
    let reader = TerminalReader(width: 20) { figure in "\u{1B}_G\(figure.name ?? "")|\(figure.path)\u{1B}\\\n둘째 줄" }
    #expect(
      try reader.read(Self.page(body)).hasSuffix(
        "\u{1B}_GlossCurves|../../figures/3-sample/lossCurves.ko.png\u{1B}\\\n둘째 줄\n"))
  }
}
