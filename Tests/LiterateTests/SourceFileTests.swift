import Localization
import Testing

@testable import Literate

@Suite("Source files")
struct SourceFileTests {
  @Test("line ends and a byte order mark make no difference")
  func lineEnds() {
    let unix = SourceFile(name: "a", text: "하나\n둘\n")
    #expect(SourceFile(name: "a", text: "\u{FEFF}하나\r\n둘\r\n") == unix)
    #expect(SourceFile(name: "a", text: "하나\r둘\r") == unix)
    #expect(SourceFile(name: "a", text: "\n\r\n\r").text == "\n\n\n")
    #expect(SourceFile(name: "a", text: "").text == "")
  }

  @Test("columns count characters, not bytes")
  func columns() {
    let source = SourceText(SourceFile(name: "a", text: "가나\n👩‍👩‍👧x é"))
    let place = source.finding(atByte: source.bytes.count, "")
    #expect(place.line == 2 && place.column == 5)
    #expect(source.finding(atByte: 3, "").column == 2)
    #expect(source.finding(atByte: -5, "").column == 1)
    #expect(source.finding(atByte: 10_000, "").line == 2)
  }

  @Test("a link leads from the page's folder to the file")
  func links() {
    let page = SourceFile(name: "chapters/3-x/prose.ko.md", text: "")
    #expect(page.relativePath(to: "Sources/Losses/FocalLoss.swift") == "../../Sources/Losses/FocalLoss.swift")
    #expect(page.relativePath(to: "chapters/3-x/main.swift") == "main.swift")
    #expect(page.relativePath(to: "chapters/4-y/main.swift") == "../4-y/main.swift")
    #expect(SourceFile(name: "a.md", text: "").relativePath(to: "b/c.md") == "b/c.md")
  }

  @Test("marks cut a program into passages")
  func passages() {
    let program = SourceFile(
      name: "main.swift",
      text: """
        import A
        // MARK: - First

          let a = 1

            let b = 2
        // MARK: not a passage
        //MARK:-Second one  
        // MARK: - Third
        """)
    let passages = Passages(of: program)
    #expect(passages.strayLine == 1)
    #expect(passages.all.map(\.title) == ["First", "Second one", "Third"])
    #expect(passages.all.map(\.line) == [2, 8, 9])
    #expect(passages["First"]?.code == "  let a = 1\n\n    let b = 2\n// MARK: not a passage")
    #expect(passages["Second one"]?.code == "")
    #expect(passages["first"] == nil)
  }

  @Test("passages add up to the program")
  func completeness() {
    let code = Passages(of: Sample.program).all.map { "// MARK: - \($0.title)\n\($0.code)\n" }.joined(separator: "\n")
    #expect(code == Sample.program.text)
  }
}
