import Localization
import Plotting
import Testing

@testable import Sheets

@Suite struct SettingTests {
  @Test("nothing stands outside of the margins", arguments: Language.allCases)
  func margins(_ language: Language) throws {
    for page in try everything(language).read() { #expect(page.strays == []) }
  }

  @Test("lines break between words, in Korean too, and nothing is lost", arguments: 1...3)
  func words(_ sentences: Int) throws {
    let sentence = "균형 교차 엔트로피는 객체와 배경의 무게를 바꾸지만 쉬운 샘플과 어려운 샘플은 가리지 않습니다."
    let text = Array(repeating: sentence, count: sentences).joined(separator: "\n")
    let lines = try #require(try Sheet.of(.text(text)).read().first).lines
    #expect(lines.count >= sentences)
    #expect(lines.joined(separator: " ") == text.replacing("\n", with: " "))
  }

  @Test("a formula that is wider than the line is made smaller, in a sentence and on its own")
  func wideFormula() throws {
    let latex = (1...40).map { "x_{\($0)}" }.joined(separator: " + ")
    let pages = try Sheet.of(.text("$`\(latex)`$"), .text("```math\n\(latex)\n```")).read()
    for page in pages {
      #expect(page.strays == [])
      #expect(page.runs.contains { $0.string == "x" && $0.font.size < 8 })
    }
  }

  @Test("a formula that cannot be read is an error that quotes it")
  func unreadableFormula() throws {
    #expect(throws: PlottingError.self) { try Sheet.of(.text("$`\\gama`$")).read() }
  }

  @Test("code keeps its letters, its margin and the spaces within")
  func code() throws {
    let page = try #require(try Sheet.of(.text("```swift\n  let a =  1\nb\n```")).read().first)
    let first = try #require(page.runs.first { $0.string.hasPrefix("let") })
    let second = try #require(page.runs.first { $0.string == "b" })
    #expect(first.string.replacing("\u{A0}", with: " ") == "let a =  1")
    #expect(first.font.role == .code)
    #expect(first.origin.x > second.origin.x + 5)
  }

  @Test("an image stands in its own proportions, and its words where it is missing")
  func image() throws {
    let image = try #require(PixelImage(width: 4, height: 1, rgba: Array(repeating: 9, count: 16)))
    let sheet = Sheet.of(.text("![그림의 말](a.png)"))
    let scenes = try sheet.pages(measurer: NominalMeasurer()) { $0 == "a.png" ? image : nil }
    let frame = scenes[0].elements.compactMap { if case .image(_, let frame) = $0 { frame } else { nil } }
    #expect(frame.count == 1)
    #expect(frame.allSatisfy { abs($0.width / $0.height - 4) < 1e-9 && $0.width <= PageFormat.a4.width })
    #expect(PageReading(scenes[0]).lines.contains("그림의 말"))
    #expect(try sheet.read()[0].lines.contains("[그림: 그림의 말]"))
  }
}
