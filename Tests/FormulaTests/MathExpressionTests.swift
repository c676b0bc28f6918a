import Foundation
import Testing

@testable import Formula

@Suite struct MathExpressionTests {
  @Test("every formula of the corpus parses")
  func corpus() {
    #expect(Corpus.parsed.count == Corpus.all.count)
  }

  @Test("every command renders in all three ways", arguments: MathExpression.commands)
  func commands(_ name: String) throws {
    let formula = try MathExpression(latex: Corpus.sample(name))
    let runs = formula.layout(size: 10, measuring: NominalMathMeasurer()).items.compactMap(\.text)
    for text in [formula.unicode, formula.unicodeLines.joined(), formula.mathML, runs.joined()] {
      #expect(text.contains("a") && text.contains("d"))
    }
    switch MathCommand.named(name) {
    case .letter(let glyph, _), .symbol(let glyph, _), .largeOperator(let glyph, _):
      #expect(runs.contains(glyph))
      #expect(formula.mathML.contains(">\(glyph.escaped)<"))
      #expect(formula.unicode.contains(UnicodeLine().text(.symbol(glyph, .ordinary), .line)))
    case .function:
      #expect(runs.contains(name) && formula.mathML.contains(">\(name)<") && formula.unicode.contains(name))
    default: break
    }
  }

  @Test(
    "a part changes nothing but names",
    arguments: [
      (#"-\part{a}{\alpha_t} \log p"#, #"-\alpha_t \log p"#),
      (#"a \part{sum}{+ b} c"#, "a + b c"),
      (#"\part{m}{(1-p_t)^\gamma} \log p_t"#, #"(1-p_t)^\gamma \log p_t"#),
      (#"\part{x}{\part{y}{x} = y} - \part{z}{-z}"#, "x = y - -z"),
      (#"\frac{\part{n}{a + b}}{\part{d}{c}}"#, #"\frac{a+b}{c}"#),
      (#"\part{w}{\log} \part{v}{x}"#, #"\log x"#),
      (#"\begin{cases} \part{p}{p} & \part{c}{y = 1} \end{cases}"#, #"\begin{cases} p & y = 1 \end{cases}"#),
    ])
  func partIsTransparent(_ with: String, _ without: String) throws {
    let (named, plain) = (try MathExpression(latex: with), try MathExpression(latex: without))
    #expect(named.unicode == plain.unicode)
    #expect(named.unicodeLines == plain.unicodeLines)
    #expect(named.mathML == plain.mathML)
    for display in [MathDisplay.inline, .block] {
      let box = named.layout(size: 20, measuring: NominalMathMeasurer(), display: display)
      let plainBox = plain.layout(size: 20, measuring: NominalMathMeasurer(), display: display)
      #expect(box.extent == plainBox.extent)
      #expect(box.items.map(\.shape) == plainBox.items.map(\.shape))
      #expect(!box.parts.isEmpty && plainBox.parts.isEmpty)
    }
  }

  @Test("spaces in the source say nothing")
  func spaces() throws {
    let wide = try MathExpression(latex: #" - \alpha _ t ( 1 - p _ { t } ) ^ \gamma  \frac { a } { b }  "#)
    let narrow = try MathExpression(latex: #"-\alpha_t(1-p_t)^\gamma\frac ab"#)
    #expect(wide.unicode == narrow.unicode && wide.mathML == narrow.mathML)
  }

  @Test(
    "signs may be typed as the characters that they show",
    arguments: [
      (#"x \le \gamma \times 2 - \infty"#, "x ≤ γ × 2 − ∞"), (#"a \in \Omega \cdot b"#, "a ∈ Ω · b"),
    ])
  func typedSigns(_ latex: String, _ typed: String) throws {
    #expect(try MathExpression(latex: latex).mathML == MathExpression(latex: typed).mathML)
    #expect(try MathExpression(latex: typed).unicode == typed)
  }

  @Test("portable LaTeX has no part and no operatorname, and shows the same")
  func portable() throws {
    let formula = try MathExpression(latex: #"\part{a}{x} + \part{b c}{y^{\part{d}z}}"#)
    #expect(formula.portableLatex == #"{x} + {y^{z}}"#)
    #expect(try MathExpression(latex: formula.portableLatex).unicode == formula.unicode)
    #expect(
      try MathExpression(latex: #"\operatorname{IoU}(a) \operatorname*{argmax}_x"#).portableLatex
        == #"\mathop{\mathrm{IoU}}(a) \mathop{\mathrm{argmax}}\limits_x"#)
    for formula in Corpus.parsed where !formula.latex.contains("operatorname") {
      #expect(formula.portableLatex == formula.latex)
    }
  }
}

extension MathItem {
  var text: String? {
    if case .run(let text, _, _, _, _) = shape { return text }
    return nil
  }
}
