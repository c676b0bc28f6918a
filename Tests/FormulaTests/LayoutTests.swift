import Testing

@testable import Formula

@Suite struct LayoutTests {
  let measurer = NominalMathMeasurer()

  func box(_ latex: String, size: Double = 18, _ display: MathDisplay = .inline) throws -> MathBox {
    try MathExpression(latex: latex).layout(size: size, measuring: measurer, display: display)
  }

  @Test("the box holds all that is drawn", arguments: [MathDisplay.inline, .block])
  func containment(_ display: MathDisplay) {
    for formula in Corpus.parsed {
      let box = formula.layout(size: 20, measuring: measurer, display: display)
      for item in box.items {
        let rect = item.bounds(measurer)
        #expect(rect.x >= -1e-9 && rect.x + rect.width <= box.extent.width + 1e-9, "\(formula.latex): \(item)")
        #expect(rect.y >= -box.extent.ascent - 1e-9, "\(formula.latex): \(item)")
        #expect(rect.y + rect.height <= box.extent.descent + 1e-9, "\(formula.latex): \(item)")
      }
    }
  }

  @Test("twice the size is twice as large")
  func homogeneity() {
    for formula in Corpus.parsed {
      let one = formula.layout(size: 10, measuring: measurer).extent
      let two = formula.layout(size: 20, measuring: measurer).extent
      #expect(abs(two.width - 2 * one.width) < 1e-9 && abs(two.height - 2 * one.height) < 1e-9)
    }
  }

  @Test(
    "neighbours keep TeX's distance",
    arguments: [
      ("ab", 0), ("a=b", 10), ("a+b", 8), ("-a", 0), ("a=-b", 10), ("(-a)", 0), ("a,b", 3), (#"\log x"#, 3),
      (#"\log(x)"#, 0), (#"-\log x"#, 3), (#"a\,b"#, 3), (#"a\quad b"#, 18), ("a/b", 0), (#"a\cdot-b"#, 8), ("{=}a", 0),
    ])
  func spacing(_ latex: String, _ mu: Double) throws {
    let box = try box(latex, size: 18)
    let glyphs = box.items.reduce(0) { $0 + $1.bounds(measurer).width }
    #expect(abs(box.extent.width - glyphs - mu) < 1e-9)
  }

  @Test("no space around signs in scripts")
  func tightScripts() throws {
    let script = try box("x^{a+b=c}").items.dropFirst().map { $0.bounds(measurer) }
    for (left, right) in zip(script, script.dropFirst()) { #expect(abs(left.x + left.width - right.x) < 1e-9) }
  }

  @Test("scripts shrink to 0.7, within scripts to 0.55, and no further")
  func scriptSizes() throws {
    let sizes = try box("x^{x^{x^x}}", size: 100).items.compactMap(\.size)
    #expect(zip(sizes, [100, 70, 55, 55]).allSatisfy { abs($0 - $1) < 1e-9 } && sizes.count == 4)
  }

  @Test("a superscript stands above the baseline, a subscript below, and they do not meet")
  func scriptPlaces() throws {
    let rects = try box("x_i^n").items.map { $0.bounds(measurer) }
    let baselines = try box("x_i^n").items.compactMap(\.baseline)
    #expect(baselines[1] < 0 && baselines[2] > 0)
    #expect(rects[1].y + rects[1].height < rects[2].y)
  }

  @Test(
    "a fraction's bar lies on the axis, between numerator and denominator", arguments: [MathDisplay.inline, .block])
  func fractionBar(_ display: MathDisplay) throws {
    let items = try box(#"\frac{p}{q}"#, display).items
    let rects = items.map { $0.bounds(measurer) }
    let bar = try #require(items.firstIndex { $0.text == nil })
    let (numerator, denominator) = (try #require(items.firstIndex { $0.text == "p" }), items.count - 1)
    #expect(abs(rects[bar].y + rects[bar].height / 2 + MathMetrics.axis * 18) < 1e-9)
    #expect(rects[numerator].y + rects[numerator].height < rects[bar].y)
    #expect(rects[bar].y + rects[bar].height < rects[denominator].y)
  }

  @Test("brackets grow with what they hold, and the brace of cases is a curve")
  func brackets() throws {
    let low = try box(#"\left(a\right)"#)
    #expect(low.items.allSatisfy { $0.text != nil })
    let tall = try box(#"\left(\frac{a}{b}\right)"#, .block)
    let brackets = tall.items.filter(\.isCurve).map { $0.bounds(measurer) }
    #expect(brackets.count == 2)
    for item in tall.items {
      #expect(brackets[0].y <= item.bounds(measurer).y + 1e-9)
    }
    #expect(try box(#"\begin{cases} a \\ b \end{cases}"#).items.filter(\.isCurve).count == 1)
  }

  @Test("sums take their limits above and below where there is room, and beside where there is not")
  func limits() throws {
    let block = try box(#"\sum_{i}^{n}"#, .block).items.map { $0.bounds(measurer) }
    let line = try box(#"\sum_{i}^{n}"#).items.map { $0.bounds(measurer) }
    #expect(block[1].y + block[1].height <= block[0].y && block[0].y + block[0].height <= block[2].y)
    #expect(line[1].x >= line[0].x + line[0].width)
  }

  @Test("a part's rectangle holds its items, and they carry its name")
  func parts() throws {
    let box = try box(#"-\part{weight}{\alpha_t}\part{factor}{(1-\part{pt}{p_t})^\gamma}\log p_t"#)
    #expect(Set(box.parts.keys) == ["weight", "factor", "pt"])
    for item in box.items {
      guard let name = item.part else { continue }
      let (rect, outer) = (item.bounds(measurer), try #require(box.parts[name]))
      #expect(outer.x <= rect.x + 1e-9 && rect.x + rect.width <= outer.x + outer.width + 1e-9)
      #expect(outer.y <= rect.y + 1e-9 && rect.y + rect.height <= outer.y + outer.height + 1e-9)
    }
    #expect(box.items.filter { $0.part == "weight" }.compactMap(\.text) == ["α", "t"])
    #expect(box.items.filter { $0.part == "pt" }.compactMap(\.text) == ["p", "t"])
    #expect(box.items.filter { $0.part == "factor" }.compactMap(\.text) == ["(", "1", "−", ")", "γ"])
  }

  @Test("variables are slanted, numbers, names and capitals of Greek upright")
  func styles() throws {
    let styles = try box(#"x 2 \gamma \Omega \mathrm{d} \mathbf{w} \log"#).items.compactMap(\.style)
    #expect(styles == [.italic, .upright, .italic, .upright, .upright, .bold, .upright])
  }

  @Test("every curve is a start and pieces of three points")
  func curves() {
    for formula in Corpus.parsed {
      for case .curve(let points, let width) in formula.layout(size: 20, measuring: measurer).items.map(\.shape) {
        #expect(points.count % 3 == 1 && points.count > 3 && width > 0)
      }
    }
  }

  @Test("a size that is none makes no formula trap", arguments: [0, -1, Double.nan, .infinity, 1e300])
  func strangeSizes(_ size: Double) {
    for formula in Corpus.parsed { _ = formula.layout(size: size, measuring: measurer, display: .block) }
  }
}
