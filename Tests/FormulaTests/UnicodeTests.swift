import Testing

@testable import Formula

@Suite struct UnicodeTests {
  @Test("the paper's equations read on one line", arguments: Corpus.paper.indices)
  func paper(_ index: Int) throws {
    #expect(try MathExpression(latex: Corpus.paper[index].latex).unicode == Corpus.paper[index].unicode)
  }

  @Test(
    "a formula reads on one line",
    arguments: [
      ("p_{t}", "pₜ"), (#"p_\theta x"#, "p_θ x"), ("x_{i,j}", "x_(i,j)"), ("x_{max}", "xₘₐₓ"), ("x^n", "xⁿ"),
      ("10^{-4}", "10⁻⁴"), ("2^{1/3}", "2^(1/3)"), ("f''", "f′′"), (#"(1-p)^\gamma"#, "(1−p)^γ"), ("x_1^2", "x₁²"),
      ("1-p", "1 − p"), ("-x", "−x"), ("a=-b", "a = −b"), (#"a\cdot-b"#, "a · −b"), ("(a+b-c)", "(a + b − c)"),
      (#"\frac ab"#, "a/b"), (#"\frac{a+b}{c}"#, "(a+b)/c"), (#"\frac{a}{bc}"#, "a/(bc)"),
      (#"\frac{a}{(bc)}"#, "a/(bc)"),
      (#"\frac12x"#, "(1/2)x"), (#"\frac{\frac ab}{c}"#, "(a/b)/c"), (#"\frac{\log p}{2}"#, "(log p)/2"),
      (#"\frac{\partial L}{\partial x}"#, "∂L/∂x"), (#"\log\frac{a}{b}"#, "log(a/b)"), (#"{\frac ab}^2"#, "a/b²"),
      (#"\frac{a}{b}^2"#, "(a/b)²"), (#"\sqrt x + \sqrt{1-p}"#, "√x + √(1−p)"), (#"\sqrt[3]{2}"#, "³√2"),
      (#"\sum_{i=1}^n x_i"#, "Σᵢ₌₁ⁿ xᵢ"), (#"\hat p, \bar{x}"#, "p̂, x̄"), (#"67{,}995"#, "67,995"), (#"5\%"#, "5%"),
      (#"a \approx b \le c \ne d"#, "a ≈ b ≤ c ≠ d"), (#"x \in \{0, 1\}"#, "x ∈ {0, 1}"), (#"a\,b\quad c"#, "a b  c"),
      (#"\underbrace{x^2}_{\text{제곱}} + 1"#, "x² [제곱] + 1"), (#"\max_{\theta} f"#, "max_θ f"),
      (#"\text{확률 $p_t$는}"#, "확률 pₜ는"), (#"\mathrm{smooth}_{L1}"#, "smooth_L1"), (#"\mathcal{L}, \mathbb{E}"#, "ℒ, 𝔼"),
    ])
  func oneLine(_ latex: String, _ expected: String) throws {
    #expect(try MathExpression(latex: latex).unicode == expected)
  }

  @Test("cases stand behind a brace of three lines")
  func cases() throws {
    #expect(
      try MathExpression(latex: Corpus.paper[1].latex).unicodeLines == [
        "     ⎧ p      if y = 1  ",
        "pₜ = ⎨                  ",
        "     ⎩ 1 − p  otherwise,",
      ])
  }

  @Test("fractions stack, and brackets grow with them")
  func fraction() throws {
    #expect(
      try MathExpression(latex: #"b = -\log\left(\frac{1-\pi}{\pi}\right)"#).unicodeLines == [
        "        ⎛ 1 − π ⎞",
        "b = −log⎜───────⎟",
        "        ⎝   π   ⎠",
      ])
  }

  @Test("all lines of a formula are equally wide, Hangul included")
  func equalWidths() {
    for formula in Corpus.parsed {
      #expect(Set(formula.unicodeLines.map(cellWidth)).count == 1, "\(formula.latex)")
    }
  }

  @Test("what needs no second line has none, and it is the one-line form")
  func singleLines() {
    for formula in Corpus.parsed where formula.unicodeLines.count == 1 {
      #expect(formula.unicodeLines == [formula.unicode])
    }
  }

  @Test("Hangul is two cells wide, Greek one, a combining mark none")
  func widths() {
    #expect(cellWidth("확률") == 4)
    #expect(cellWidth("αγ×─p̂") == 5)
    #expect(cellWidth("") == 0)
  }
}
