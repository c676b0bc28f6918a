import Formula
import Testing

@Suite struct MathNumberTests {
  @Test(
    "a number's place says what it is there for",
    arguments: [
      ("x_1", [("1", MathNumber.Role.index)]),
      ("P_{3}^2", [("3", .index), ("2", .exponent)]),
      ("2^{1/3}", [("2", .plain), ("1", .exponent), ("3", .exponent)]),
      ("10^{-4}", [("10", .plain), ("4", .exponent)]),
      ("e^{-0.25}", [("0.25", .plain)]), ("x^{21}", [("21", .plain)]), ("x_{0.5}", [("0.5", .plain)]),
      (#"67{,}995 \times 80"#, [("67,995", .plain), ("80", .plain)]), ("1{,}234{,}567.5", [("1,234,567.5", .plain)]),
      (#"\mathrm{P3} + \mathrm{ResNet{-}50} + \mathrm{7}"#, [("3", .index), ("50", .plain), ("7", .plain)]),
      (#"\text{ResNet-50은 5개}"#, [("50", .index), ("5", .plain)]),
      (#"\frac12 x^23"#, [("1", .plain), ("2", .plain), ("2", .exponent), ("3", .plain)]),
      (#"\underbrace{x}_{\text{100배}} \sum_{i=1}^{100}"#, [("100", .plain), ("1", .index), ("100", .plain)]),
      (#"\log_{10} x_{i^2}"#, [("10", .index), ("2", .exponent)]), ("p_t", []),
    ])
  func roles(_ latex: String, _ expected: [(String, MathNumber.Role)]) throws {
    let numbers = try MathExpression(latex: latex).numbers
    #expect(numbers.map(\.text) == expected.map(\.0))
    #expect(numbers.map(\.role) == expected.map(\.1))
  }

  @Test("a number's offset is where its digits stand", arguments: Corpus.all)
  func offsets(_ latex: String) throws {
    let characters = Array(latex)
    for number in try MathExpression(latex: latex).numbers {
      let typed = number.text.replacing(",", with: "{,}")
      #expect(String(characters[number.offset...].prefix(typed.count)) == typed)
    }
  }
}
