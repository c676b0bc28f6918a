import Testing

@testable import Grading

@Suite struct SubmissionSourceTests {
  static let text = """
    import Foundation

    struct Box { var area: Double { 1 } }

    // MARK: - 3.2 확률에서 손실로 · Loss

    /// Says "{".
    func loss(
      p: Double, alpha: Double = [1, 2].map { $0 }[0]
    ) -> Double {
      if p > 0 { return "}".count > 0 ? 1 : 2 }
      return .nan
    }

    // MARK: Helpers
    let shared = 1

    //  MARK: - 3.10.
    func a<T>(_ x: T) -> [T] where T: Comparable { [x] }
    extension Box { func b() -> Int { 3 } }
    // MARK: - 3.2 again
    // MARK: - 3.2a
    """

  @Test("a file is cut at its marks, whatever ends its lines")
  func regions() {
    for text in [Self.text, Self.text.replacing("\n", with: "\r\n"), "\u{FEFF}" + Self.text] {
      let source = SubmissionSource(text)
      #expect(source.regions.map(\.id) == ["3.2", "3.10"])
      #expect(source["3.2"]?.lines == 5..<15)
      #expect(source["3.2"]?.code.hasPrefix("/// Says") == true)
      #expect(source["3.2"]?.code.hasSuffix("\n}") == true)
      #expect(source["3.10"]?.lines == 18..<21)
      #expect(source["3.5"] == nil)
    }
  }

  @Test("each line belongs to one part, and keeps its number where others are left out")
  func parts() {
    let source = SubmissionSource(Self.text)
    #expect([3, 5, 14, 15, 16, 18, 20, 21].map(source.part(ofLine:)).count { $0 == .rest } == 4)
    let kept = source.text(without: [.rest, .region("3.2")]).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(kept.count == Self.text.split(separator: "\n", omittingEmptySubsequences: false).count)
    #expect(kept[18].hasPrefix("func a<T>") && kept[0].isEmpty && kept[7].isEmpty)
  }

  @Test("a stub has the functions of an exercise, and nothing in them")
  func stubs() {
    let source = SubmissionSource(Self.text)
    #expect(source.signatures(of: "3.2") == ["func loss(p: Double, alpha: Double = [1, 2].map { $0 }[0]) -> Double"])
    #expect(source.signatures(of: "3.10") == ["func a<T>(_ x: T) -> [T] where T: Comparable"])
    #expect(
      source.stub(of: "3.10") == """
        func a<T>(_ x: T) -> [T] where T: Comparable { while true {} }
        extension Box { func b() -> Int { while true {} } }
        """)
    #expect(!source.stub(of: "3.2").contains("return"))
    #expect(source.stub(of: "3.5").isEmpty)
  }

  @Test("what is left open is noticed, and what only looks open is not")
  func balance() {
    for text in [
      "", "f(", "{ [ ( ) ] }", "\"(\"", "// (", "/* ( /* { */ */", "\"\\(f(\"(\"))\"", "#\"(\"#", "\"\"\"\n(\n\"\"\"",
    ] {
      #expect(SubmissionSource.isBalanced(text) == (text != "f("), "\(text)")
    }
    for text in ["{", "}", "(]", "{ ( }", "/* ", "/* /* */", "\"\"\"\nopen", "\"\\(\"", ")("] {
      #expect(!SubmissionSource.isBalanced(text), "\(text)")
    }
  }
}
