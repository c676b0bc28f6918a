import Testing

@testable import Plotting

@Suite struct RichTextTests {
  @Test func textAndFormulasTakeTurns() throws {
    let text = try RichText("확률 $p_t$의 **값**")
    #expect(text.pieces == [.text("확률 ", .regular), .formula("p_t"), .text("의 ", .regular), .text("값", .bold)])
  }

  @Test func escapedMarksStandForThemselves() throws {
    #expect(try RichText("\\$5, a\\*\\*b, \\n").pieces == [.text("$5, a**b, \\n", .regular)])
    #expect(try RichText("a*b").pieces == [.text("a*b", .regular)])
  }

  @Test func marksLeftOpenAreErrors() {
    #expect(throws: PlottingError(.unclosed("$", in: "확률 $p_t"))) { try RichText("확률 $p_t") }
    #expect(throws: PlottingError(.unclosed("**", in: "**bold"))) { try RichText("**bold") }
  }

  @Test func formulasThatCannotBeReadAreQuoted() throws {
    let text = try RichText("$\\gama$")
    let error = #expect(throws: PlottingError.self) {
      try text.laidOut(TextStyle(size: 28), context: .nominal())
    }
    #expect(error?.message.en.contains("\\gama") == true && error?.message.ko.contains("\\gama") == true)
  }

  static let labels = [
    "", " ", "\n", "정답 클래스의 확률 $p_t$", "**굵게** 그리고\n새 줄", "a  b", "$x$ $y$", "$x$**b**c", "supercalifragilistic",
    "균형을 맞춘 교차 엔트로피 손실과 초점 손실의 차이", "focal loss $-(1-p_t)^\\gamma \\log p_t$ for every anchor there is",
  ]

  @Test(arguments: labels, [nil, 400, 120, 30, 1, 0]) func linesKeepToTheirWidth(label: String, width: Double?) throws {
    let text = try RichText(label)
    let block = try text.laidOut(TextStyle(size: 28), width: width, context: .nominal())
    let formulas = text.pieces.contains { if case .formula = $0 { true } else { false } }
    #expect(block.size.width >= 0 && block.size.height > 0)
    // One letter is the least that a line holds.
    if let width, !formulas { #expect(block.size.width <= max(width, 1.06 * 28) + 1e-9) }
    for run in Scene(size: .slide, background: nil, elements: block.elements).runs {
      #expect(run.origin.x >= 0 && run.origin.x + run.ink.width <= block.size.width + 1)
      #expect(run.origin.y <= block.size.height)
    }
  }

  @Test(arguments: [nil, 200, 20]) func noLetterIsLost(width: Double?) throws {
    let label = "균형을 맞춘 **교차 엔트로피** 손실"
    let block = try RichText(label).laidOut(TextStyle(size: 28), width: width, context: .nominal())
    let shown = Scene(size: .slide, background: nil, elements: block.elements).strings.joined()
    #expect(shown.filter { $0 != " " } == "균형을맞춘교차엔트로피손실")
  }

  @Test func wrappedLinesAreAboutEquallyLong() throws {
    let block = try RichText("가나 다라 마바 사아").laidOut(TextStyle(size: 10), width: 85, context: .nominal())
    #expect(Scene(size: .slide, background: nil, elements: block.elements).strings == ["가나 다라", "마바 사아"])
  }

  @Test func aTurnedLabelIsTurnedAboutItsAnchor() throws {
    let block = try RichText("abc").laidOut(TextStyle(size: 20), context: .nominal())
    let element = block.elements(at: Point(x: 100, y: 200), anchor: Anchor(.leading, .baseline), rotation: -90)
    guard case .text(let run) = element[0] else { return #expect(Bool(false)) }
    #expect(run.origin == Point(x: 100, y: 200) && run.rotation == -90)
  }

  @Test("lines of running text are filled, each a block, and no wider than asked for, with code in them too")
  func filledLines() throws {
    let code = Array(repeating: "a b", count: 30).joined(separator: " ")
    for pieces: [RichText.Piece] in [[.code(code)], [.text("가나 다라 마바 사아 자차", .bold), .code(code), .formula("p_t")]] {
      let lines = try RichText(pieces: pieces).filledLines(TextStyle(size: 10), width: 85, context: .nominal())
      #expect(lines.count > 3)
      #expect(lines.allSatisfy { $0.lineCount == 1 && $0.size.width <= 85.001 })
      #expect(lines.dropLast().allSatisfy { $0.size.width > 40 })
    }
  }
}
