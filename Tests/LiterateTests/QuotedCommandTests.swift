import Localization
import Testing

@testable import Literate

@Suite("Commands that the prose quotes")
struct QuotedCommandTests {
  private func commands(_ body: String) -> [QuotedCommand] {
    let manuscript = Manuscript(
      program: SourceFile(name: "main.swift", text: "// MARK: - One\n// swift run chapter9 in the program\n"),
      prose: [.ko: SourceFile(name: "ko.md", text: "# 제목\n\n{{code One}}\n\n" + body)])
    var record = Record()
    record.values.add(RecordedValue(.number(0.75, .fixed(2)), line: 1), named: "alpha")
    return Weaver(manuscript: manuscript, record: record).quotedCommands
  }

  @Test(
    "words of code spans and of lines in code blocks, as a shell parts them",
    arguments: [
      ("`swift run chapter3 --alpha 0.5`입니다.", ["chapter3", "--alpha", "0.5"]),
      ("- **`swift run chapter3 claims`**: 글", ["chapter3", "claims"]),
      ("`swift run chapter3 --alpha {{value alpha}}`", ["chapter3", "--alpha", "0.75"]),
      ("`--alpha`", ["--alpha"]), ("| 표 |\n|---|\n| `--alpha 1` |", ["--alpha", "1"]),
      ("```sh\n$ swift run chapter3   # 읽기\n```", ["chapter3"]),
      (
        "```\nswift run chapter3 figures --out 'my slides' \"a b\" | head -1\n```",
        ["chapter3", "figures", "--out", "my slides", "a b"]
      ),
      ("> ```sh\n> swift run workbook figures && swift test\n> ```", ["workbook", "figures"]),
    ])
  func words(body: String, words: [String]) {
    #expect(commands(body).map(\.words) == [words])
  }

  @Test(
    "other code is none",
    arguments: ["`swift test`", "`p - -1`", "swift run chapter3", "```swift\nswift run chapter3\n```"])
  func others(body: String) {
    #expect(commands(body).isEmpty)
  }

  @Test("a finding stands where the command does")
  func place() {
    let found = commands("글 `swift run a`과 **`swift run b`**\n\n- 글\n  ```sh\n  # 가\n  swift run c\n  ```").map {
      $0.finding("x")
    }
    #expect(found.map { [$0.line, $0.column] } == [[5, 4], [5, 21], [10, 3]])
  }
}
