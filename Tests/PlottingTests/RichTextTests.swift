import Testing

@testable import Plotting

@Suite struct RichTextTests {
  @Test func textAndFormulasTakeTurns() throws {
    let text = try RichText("확률 $p_t$의 **값**")
    #expect(
      text.pieces == [.text("확률 ", .regular), .formula("p_t"), .text("의 ", .regular), .text("값", .bold)])
  }
}
