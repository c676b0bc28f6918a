import Foundation
import Testing

@testable import Literate

@Suite("Display width")
struct DisplayWidthTests {
  private struct Truth: Decodable {
    var made: String
    var widths: [String: Int]
  }

  @Test("agrees with the wcwidth package")
  func truth() throws {
    let url = try #require(Bundle.module.url(forResource: "wcwidth", withExtension: "json", subdirectory: "Truth"))
    let truth = try JSONDecoder().decode(Truth.self, from: Data(contentsOf: url))
    #expect(truth.widths.count > 300)
    for (text, width) in truth.widths {
      #expect(
        DisplayWidth.narrow.width(of: text) == width,
        "\(text) \(text.unicodeScalars.map { String($0.value, radix: 16) })")
    }
  }

  @Test("a text is as wide as its characters together, composed or not", arguments: ["초점 손실 γ", "e\u{301}가나", "👩‍👩‍👧🇰🇷"])
  func additivity(text: String) {
    let width = DisplayWidth.narrow
    #expect(width.width(of: text) == text.map { width.width(of: $0) }.reduce(0, +))
    #expect(width.width(of: text.decomposedStringWithCanonicalMapping) == width.width(of: text))
  }

  @Test("only ambiguous letters widen")
  func ambiguous() {
    let wide = DisplayWidth(ambiguousCells: 2)
    for letter in "αγ×─│§°±≤“”…①" { #expect(wide.width(of: letter) == 2, "\(letter)") }
    for letter in "ab가1.-|" { #expect(wide.width(of: letter) == DisplayWidth.narrow.width(of: letter)) }
    #expect(DisplayWidth(ambiguousCells: 7) == wide)
    #expect(DisplayWidth(ambiguousCells: -1) == .narrow)
  }

  @Test("control characters take no room")
  func controls() {
    #expect(DisplayWidth.narrow.width(of: "\u{1B}\u{7}\u{85}\u{200B}\u{7F}") == 0)
  }
}
