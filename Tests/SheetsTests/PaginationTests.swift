import Localization
import Plotting
import Testing

@testable import Sheets

@Suite struct PaginationTests {
  /// So many paragraphs of one line.
  private func filler(_ count: Int) -> Sheet.Part { .text((0..<count).map { "줄 \($0)" }.joined(separator: "\n\n")) }

  @Test("a heading is never the last on a page")
  func headings() throws {
    for count in 20...40 {
      let pages = try Sheet.of(filler(count), .text("## 머리\n\n첫 줄")).read()
      let home = try #require(pages.first { $0.lines.contains("머리") })
      #expect(home.lines.contains("첫 줄"), "\(count)")
    }
  }

  @Test("no page begins or ends with a single line of a paragraph")
  func widows() throws {
    let paragraph = (0..<6).map { "\($0)번" + String(repeating: "가", count: 30) }.joined(separator: " ")
    for count in 18...36 {
      let pages = try Sheet.of(filler(count), .text(paragraph)).read()
      for page in pages { #expect(page.lines.count { $0.contains("가가") } != 1, "\(count)") }
      #expect(pages.flatMap(\.lines).count { $0.contains("가가") } == 6)
    }
  }

  @Test("an exercise that fits on one page stays on one, where that leaves no large gap")
  func exercises() throws {
    for count in 14...40 {
      let pages = try Sheet.of(
        filler(count), .exercise(number: "3.1", title: "문제", remark: ""), .text("물음"), .room("풀이", lines: 3),
        .blanks(["답"])
      ).read()
      let home = try #require(pages.first { $0.lines.contains { $0.contains("문제") } })
      #expect(home.lines.contains { $0.contains("답") }, "\(count)")
    }
  }

  @Test("frames to write in grow into what is left of a page, on every page but the last")
  func growing() throws {
    func frames(_ sheet: Sheet) throws -> [[Rect]] {
      try sheet.pages(measurer: NominalMeasurer()).map { page in
        page.elements.compactMap { element in
          guard case .path(let path, nil, _?) = element, path.segments.count == 10 else { return nil }
          let points = path.segments.compactMap { if case .line(let point) = $0 { point } else { nil } }
          let (top, bottom) = (points.map(\.y).min() ?? 0, points.map(\.y).max() ?? 0)
          return Rect(x: 0, y: top, width: 1, height: bottom - top)
        }
      }
    }
    let exercise = [
      Sheet.Part.exercise(number: "3.1", title: "문제", remark: ""), .room("풀이", lines: 12), .blanks(["답"]),
    ]
    let pages = try frames(
      Sheet(title: "제목", language: .ko, parts: Array(repeating: exercise, count: 3).flatMap { $0 }))
    #expect(pages.count > 1 && pages.joined().count == 3)
    let smallest = pages.last?.map(\.height).min() ?? .infinity
    #expect(pages.dropLast().joined().allSatisfy { $0.height > smallest })
    let format = PageFormat.a4
    #expect(pages.joined().allSatisfy { $0.maxY < format.size.height - format.margins.bottom })
  }

  @Test("a table goes on under its header")
  func tables() throws {
    let rows = (0..<90).map { "| 사람 \($0) | \($0) |" }.joined(separator: "\n")
    let pages = try Sheet.of(.text("| 이름 | 답 |\n|---|---|\n\(rows)")).read()
    #expect(pages.count > 2)
    for page in pages { #expect(page.lines.contains("이름답")) }
    #expect(pages.flatMap(\.lines).count { $0.hasPrefix("사람") } == 90)
  }

  @Test("what is larger than a page goes on, and all of it is there")
  func tooLarge() throws {
    let code = "```\n" + (0..<200).map { "line \($0)" }.joined(separator: "\n") + "\n```"
    let pages = try Sheet.of(.exercise(number: "3.1", title: "문제", remark: ""), .text(code)).read()
    #expect(pages.flatMap(\.lines).count { $0.hasPrefix("line") } == 200)
    for page in pages { #expect(page.strays == []) }
  }

  @Test("every page says which it is, and whose")
  func furniture() throws {
    let pages = try Sheet.of(filler(90)).read()
    #expect(pages.count == 3)
    for (index, page) in pages.enumerated() {
      #expect(page.runs.contains { $0.string == "\(index + 1) / 3" })
      #expect(page.runs.contains { $0.string == "김민지" })
    }
  }

  @Test("a sheet without anything is one page")
  func nothing() throws {
    #expect(try Sheet.of().read().count == 1)
  }
}
