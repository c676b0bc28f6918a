import Testing

@testable import Formula

@Suite struct MathErrorTests {
  static let table: [(latex: String, kind: MathError.Kind, offset: Int, nearest: String?)] = [
    (#"x + \alhpa"#, .unknownCommand("alhpa"), 4, "alpha"),
    (#"\frc{1}{2}"#, .unknownCommand("frc"), 0, "frac"),
    (#"\umbrella"#, .unknownCommand("umbrella"), 0, nil),
    ("\\", .unknownCommand(""), 0, nil),
    (#"\begin{case} x \end{case}"#, .unknownEnvironment("case"), 6, "cases"),
    ("a {b", .unclosedBrace, 2, nil),
    (#"\text{a"#, .unclosedBrace, 5, nil),
    (#"{\left( x }"#, .unclosedFence, 1, nil),
    (#"\sqrt[3{x}"#, .unclosedBracket, 5, nil),
    (#"\text{a $x}"#, .unclosedDollar, 8, nil),
    (#"x \begin{cases} a"#, .unclosedEnvironment("cases"), 2, nil),
    (#"\begin{cases} a \end{aligned}"#, .unclosedEnvironment("cases"), 0, nil),
    ("a}", .unexpected("}"), 1, nil), ("a & b", .unexpected("&"), 2, nil), (#"a \\ b"#, .unexpected(#"\\"#), 2, nil),
    (#"a \right)"#, .unexpected(#"\right"#), 2, nil), (#"\end{cases}"#, .unexpected(#"\end"#), 0, nil),
    (#"\begin{cases} {a & b} \end{cases}"#, .unexpected("&"), 17, nil),
    (#"\frac{1}"#, .missingArgument(of: #"\frac"#), 8, nil), ("x^", .missingArgument(of: "^"), 2, nil),
    (#"\part{}{x}"#, .missingArgument(of: #"\part"#), 5, nil),
    (#"\left x \right)"#, .missingDelimiter(after: #"\left"#), 6, nil),
    ("x^1^2", .repeatedScript("^"), 3, nil), ("x_1^2_3", .repeatedScript("_"), 5, nil),
    ("5%", .unsupportedCharacter("%"), 1, nil), ("확률 p", .unsupportedCharacter("확"), 0, nil),
    (String(repeating: "{", count: 100), .tooDeep(limit: 32), 32, nil),
    (String(repeating: "x", count: 20_000), .tooLong(limit: 10_000), 10_000, nil),
  ]

  @Test("what cannot be read is said with its reason and place", arguments: table.indices)
  func reasons(_ index: Int) {
    let (latex, kind, offset, nearest) = Self.table[index]
    let error = #expect(throws: MathError.self) { try MathExpression(latex: latex) }
    #expect(error?.kind == kind)
    #expect(error?.offset == offset)
    #expect(error?.nearest == nearest)
    #expect(error?.korean.isEmpty == false && error?.english.isEmpty == false)
  }

  @Test("nothing that can be typed makes a formula trap or take for ever", arguments: 0..<40)
  func hostile(_ seed: UInt64) {
    let tokens =
      MathExpression.commands.map { "\\" + $0 }
      + [
        "{", "}", "{", "}", "^", "_", "'", "&", #"\\"#, "1", ".5", "{,}000", "x", "한", " ", "$", "%", "(", ")", "[",
        "]",
      ]
      + [#"\begin{cases}"#, #"\end{cases}"#, #"\left("#, #"\right)"#, #"\frac{a}{b}"#, #"\part{n}"#, "\u{301}", "👩‍👩‍👧"]
    var random = SplitMix64(state: seed)
    for length in 1...60 {
      let latex = (0..<length).map { _ in tokens[Int(random.next() % UInt64(tokens.count))] }.joined()
      guard let formula = try? MathExpression(latex: latex) else { continue }
      #expect(!formula.unicodeLines.isEmpty && formula.mathML.hasSuffix("</math>"))
      _ = formula.layout(size: 12, measuring: NominalMathMeasurer(), display: .block)
    }
  }

  @Test(
    "the deepest formula that may be is shown in all three ways",
    arguments: [
      ("x^{", "}y"), (#"\frac{x"#, "}{y}"), (#"\left(\frac12"#, #"\right)z"#), (#"\sqrt{a"#, "}b"), (#"\hat{a"#, "}"),
      (#"\begin{cases} a &"#, #"\\ b \end{cases}"#), (#"\underbrace{a"#, "}_b"), (#"\part{n}{"#, "+}"),
    ])
  func deepest(_ open: String, _ close: String) throws {
    let depth = MathParser.deepest - 1
    let latex = String(repeating: open, count: depth) + "x" + String(repeating: close, count: depth)
    let formula = try MathExpression(latex: latex)
    #expect(formula.unicode.contains("x") && formula.mathML.contains("x") && !formula.unicodeLines.isEmpty)
    let box = formula.layout(size: 12, measuring: NominalMathMeasurer(), display: .block)
    #expect(box.extent.width > 0)
  }
}

/// Seeded random numbers.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
