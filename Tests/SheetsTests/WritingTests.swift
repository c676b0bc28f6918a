import CairoRendering
import Foundation
import Literate
import Localization
import Plotting
import Testing

@testable import Sheets

@Suite struct WritingTests {
  @Test("as a PDF it has as many A4 pages, the same bytes each time, and no date", arguments: Language.allCases)
  func pdf(_ language: Language) throws {
    let pages = try everything(language).pages(measurer: PangoMeasurer())
    for (index, page) in pages.enumerated() { try preview(page, "sheet.\(language).\(index + 1)", scale: 1.2) }
    let pdf = try SceneRenderer().pdf(pages: pages, title: "3장")
    let text = String(decoding: pdf, as: UTF8.self)
    #expect(text.matches(of: /\/Type \/Page\b/).count == pages.count)
    let boxes = text.matches(of: /\/MediaBox \[ *0 0 ([0-9.]+) ([0-9.]+) *\]/)
    #expect(boxes.allSatisfy { Double($0.1).map { abs($0 - 595.276) < 0.01 } == true })
    #expect(!text.contains("CreationDate"))
    #expect(try SceneRenderer().pdf(pages: everything(language).pages(measurer: PangoMeasurer()), title: "3장") == pdf)
  }

  @Test("a name that looks like Markdown stays a name")
  func names() throws {
    for name in ["*별*", "<b>", "김 [민지](x)", "a_b_c", "`code`", "# 1", "$`x`$", "&amp;", "a|b", #"back\slash"#] {
      let markdown = Sheet(title: name, name: name, language: .ko).markdown
      let blocks = Document(markdown: markdown).blocks
      guard case .heading(1, let title)? = blocks.first?.content, case .paragraph(let line)? = blocks.last?.content
      else {
        Issue.record("\(markdown)")
        continue
      }
      #expect(title.plainText == name)
      #expect(line.plainText == name)
    }
  }

  @Test("Markdown holds what the pages hold")
  func markdown() throws {
    let markdown = everything(.ko).markdown
    for part in ["## 3.1 ", "- [ ] **a**", "$`\\frac{\\alpha_t}{p_t}`$", "**풀이**", "![", "```swift\n"] {
      #expect(markdown.contains(part), "\(part)")
    }
  }
}
