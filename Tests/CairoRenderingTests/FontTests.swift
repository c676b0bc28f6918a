import Localization
import Plotting
import Testing

@testable import CairoRendering

@Suite struct FontTests {
  @Test("this machine has a font for every role")
  func installed() {
    #expect(FontCheck.run().gaps.isEmpty)
  }

  @Test("a machine without fonts is told what each role lacks and what brings it")
  func gaps() {
    let check = FontCheck(installed: ["Comic Sans MS"])
    #expect(check.gaps.map(\.slot) == FontSlot.allCases)
    let message = RenderingError.missingFonts(check.gaps).message
    #expect(message.ko.contains("한글, 코드, 수식 글꼴이 없습니다"))
    for text in [message.ko, message.en] {
      for package in [FontPackage.korean, .mathematics] {
        #expect(text.contains(package.debian) || text.contains(package.cask))
      }
    }
  }

  @Test("the first installed candidate fills the role")
  func preference() {
    let check = FontCheck(installed: ["NanumGothic", "NanumSquare", "Menlo", "Latin Modern Math"])
    #expect(check.families == [.text: "NanumGothic", .code: "Menlo", .math: "Latin Modern Math"])
  }

  @Test(
    "each letter goes to the font that draws it",
    arguments: [
      ("손실 γ = 2", Font(size: 20), [(FontSlot.text, "손실 "), (.math, "𝛾 "), (.text, "= 2")]),
      ("10⁻³", Font(size: 20), [(.text, "10"), (.math, "⁻³")]),
      ("ph", Font(.mathItalic, size: 20), [(.math, "𝑝ℎ")]),
      ("p̂", Font(.mathItalic, size: 20), [(.math, "𝑝\u{302}")]),
      ("log 배경", Font(.mathUpright, size: 20), [(.math, "log "), (.text, "배경")]),
      ("x 2", Font(.mathUpright, size: 20, weight: .bold), [(.math, "𝐱 𝟐")]),
      ("a\n\tb", Font(.code, size: 20), [(.code, "a  b")]),
    ])
  func pieces(_ string: String, _ font: Font, _ expected: [(FontSlot, String)]) {
    let pieces = StyledText(string, font: font).pieces
    #expect(pieces == expected.map { StyledText.Piece(slot: $0.0, text: $0.1) })
  }

  @Test(
    "mathematical alphabets hold the letters that Unicode says",
    arguments: [
      (MathAlphabet.italic, "AZazhαωΓ∂", "𝐴𝑍𝑎𝑧ℎ𝛼𝜔𝛤𝜕"),
      (.bold, "AZaz09αωΣ", "𝐀𝐙𝐚𝐳𝟎𝟗𝛂𝛚𝚺"),
      (.boldItalic, "Ahγ1", "𝑨𝒉𝜸𝟏"),
    ])
  func alphabets(_ alphabet: MathAlphabet, _ plain: String, _ expected: String) {
    let letters = String.UnicodeScalarView(plain.unicodeScalars.map { $0.inAlphabet(alphabet) })
    #expect(String(letters) == expected)
  }
}
