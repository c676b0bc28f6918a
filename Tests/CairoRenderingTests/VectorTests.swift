import CairoRendering
import Foundation
import Plotting
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct VectorTests {
  @Test("a PDF is one page as large as the scene, and says no date")
  func pdf() throws {
    let pdf = try String(decoding: SceneRenderer().pdf(sampleScene()), as: UTF8.self)
    let box = try #require(pdf.firstMatch(of: /\/MediaBox \[ *0 0 ([0-9.]+) ([0-9.]+) *\]/))
    #expect(Double(box.1) == 1920)
    #expect(Double(box.2) == 1080)
    #expect(!pdf.contains("CreationDate"))
    #expect(!pdf.contains("ModDate"))
    #expect(pdf.matches(of: /\/Type \/Page\b/).count == 1)
  }

  @Test("a PDF of several pages holds each in its own size, in order, the same bytes each time")
  func pages() throws {
    var second = sampleScene()
    second.size = Size(width: 595, height: 842)
    let pages = [sampleScene(), second, second]
    let pdf = try SceneRenderer().pdf(pages: pages, title: "연습")
    let text = String(decoding: pdf, as: UTF8.self)
    let widths = text.matches(of: /\/MediaBox \[ *0 0 ([0-9.]+) [0-9.]+ *\]/).compactMap { Double($0.1) }
    #expect(widths == [1920, 595, 595])
    #expect(!text.contains("CreationDate"))
    #expect(try SceneRenderer().pdf(pages: pages, title: "연습") == pdf)
    #expect(throws: RenderingError.self) { try SceneRenderer().pdf(pages: []) }
  }

  @Test("an SVG is well-formed, as large as its scene, and says its text")
  func svg() throws {
    let found = try SVGReading(SceneRenderer().svg(sampleScene()))
    #expect(found.isWellFormed)
    #expect(found.viewBox == "0 0 1920 1080")
    #expect(found.labels.contains("초점 손실(focal loss)은 쉬운 샘플의 손실을 줄입니다"))
    #expect(found.uses.isSubset(of: found.names))
    #expect(found.uses.count > 20)
  }

  @Test("signs that XML keeps for itself are written safely")
  func escaping() throws {
    let text = "a < b & \"c\" > d"
    let run = TextRun(text, font: Font(size: 20), color: black, origin: Point(x: 0, y: 20))
    let scene = Scene(size: Size(width: 100, height: 100), background: nil, elements: [.text(run)])
    let found = try SVGReading(SceneRenderer().svg(scene))
    #expect(found.isWellFormed)
    #expect(found.labels == [text])
  }
}

/// What stands in an SVG.
private final class SVGReading: NSObject, XMLParserDelegate {
  private(set) var isWellFormed = false
  private(set) var viewBox: String?
  private(set) var labels: [String] = []
  private(set) var names: Set<String> = []
  private(set) var uses: Set<String> = []

  init(_ svg: [UInt8]) {
    super.init()
    let parser = XMLParser(data: Data(svg))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    if element == "svg" { viewBox = attributes["viewBox"] }
    if let label = attributes["aria-label"] { labels.append(label) }
    if let name = attributes["id"] { names.insert(name) }
    if element == "use", let target = attributes["xlink:href"] { uses.insert(String(target.dropFirst())) }
  }
}
