import CairoRendering
import Formula
import PNGCoding
import Plotting
import Testing

@Suite struct TextTests {
  let renderer: SceneRenderer
  let measurer = PangoMeasurer()

  init() throws {
    renderer = try SceneRenderer()
  }

  private func inkBounds(of run: TextRun) throws -> (left: Int, top: Int, right: Int, bottom: Int) {
    let scene = Scene(size: Size(width: 400, height: 400), background: white, elements: [.text(run)])
    return try #require(decodePNG(renderer.png(scene)).darkBounds)
  }

  @Test(
    "letters are drawn within the extent that was measured",
    arguments: [
      ("초점 손실", Font(size: 40)), ("focal loss γ = 2", Font(size: 40, weight: .bold)), ("let pt", Font(.code, size: 40)),
      ("log(p)", Font(.mathUpright, size: 40)), ("xyαγ", Font(.mathItalic, size: 40)),
    ])
  func withinExtent(_ string: String, _ font: Font) throws {
    let extent = measurer.extent(of: string, font: font)
    let ink = try inkBounds(of: TextRun(string, font: font, color: black, origin: Point(x: 20, y: 200)))
    #expect(ink.left >= 18)
    #expect(Double(ink.right) <= 22 + extent.width)
    #expect(Double(ink.right) >= 20 + extent.width * 0.85)
    #expect(Double(ink.top) >= 199 - extent.ascent)
    #expect(Double(ink.bottom) <= 201 + extent.descent)
  }

  @Test("extents grow in proportion to the size", arguments: [Font.Role.text, .code, .mathItalic, .mathUpright])
  func proportional(_ role: Font.Role) {
    let small = measurer.extent(of: "AVp 2 손실", font: Font(role, size: 10))
    let large = measurer.extent(of: "AVp 2 손실", font: Font(role, size: 100))
    #expect(abs(large.width - 10 * small.width) < 0.2)
    #expect(abs(large.ascent - 10 * small.ascent) < 0.01)
    #expect(abs(large.descent - 10 * small.descent) < 0.01)
  }

  @Test("nothing has no width, but the font's reach")
  func empty() {
    let extent = measurer.extent(of: "", font: Font(size: 20))
    #expect(extent.width == 0)
    #expect(extent.ascent > 10 && extent.descent > 2)
  }

  @Test("in formulas, heights are those of the letters themselves")
  func mathInk() {
    let x = measurer.extent(ofMath: "x", style: .italic, size: 100)
    let d = measurer.extent(ofMath: "d", style: .italic, size: 100)
    let p = measurer.extent(ofMath: "p", style: .italic, size: 100)
    #expect(x.ascent < d.ascent)
    #expect(abs(x.descent) < 5)
    #expect(p.descent > 15)
  }

  @Test("text turned by −90° runs upwards")
  func turned() throws {
    let run = TextRun("손실 loss", font: Font(size: 30), color: black, origin: Point(x: 200, y: 300), rotation: -90)
    let ink = try inkBounds(of: run)
    #expect(ink.bottom <= 300)
    #expect(ink.bottom - ink.top > 2 * (ink.right - ink.left))
  }

  @Test("a letter without a glyph is an error that names it and what to install, in every format")
  func missingGlyph() throws {
    let letter: Unicode.Scalar = "\u{10FFFD}"
    let run = TextRun("손실 \(letter)", font: Font(size: 30), color: black, origin: Point(x: 10, y: 50))
    let scene = Scene(size: Size(width: 100, height: 100), background: white, elements: [.text(run)])
    let expected = RenderingError.missingGlyph(letter, in: "손실 \(letter)")
    #expect(throws: expected) { try renderer.png(scene) }
    #expect(throws: expected) { try renderer.svg(scene) }
    #expect(throws: expected) { try renderer.pdf(scene) }
    for text in [expected.message.ko, expected.message.en] {
      #expect(text.contains("U+10FFFD"))
      #expect(text.contains("install"))
    }
  }

  @Test(
    "every sign that the book's formulas and labels use has a glyph, in each role",
    arguments: [
      Font.Role.text, .code, .mathItalic, .mathUpright,
    ])
  func allSigns(_ role: Font.Role) throws {
    let signs = "−×·≤≥≈≠∈∞→←↑↓⇒∑∏∂∇√αβγδεηθλμνπρστφωΓΔΣΩℓℝ′…—“”‘’⁻⁰¹²³⁵₀₁₂ₜ½%°±()[]{}|‖⟨⟩가힣A~z"
    let scene = Scene(
      size: Size(width: 100, height: 100), background: white,
      elements: [.text(TextRun(signs, font: Font(role, size: 20), color: black, origin: Point(x: 0, y: 50)))])
    #expect(throws: Never.self) { try renderer.png(scene) }
  }
}
