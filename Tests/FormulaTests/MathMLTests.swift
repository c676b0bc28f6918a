import Foundation
import Testing

@testable import Formula

@Suite struct MathMLTests {
  @Test("MathML is well formed", arguments: [MathDisplay.inline, .block])
  func wellFormed(_ display: MathDisplay) throws {
    for formula in Corpus.parsed {
      #expect(try MathMLTree.skeleton(of: formula.mathML(display)).hasPrefix("math"), "\(formula.latex)")
    }
  }

  @Test("markup's own characters are escaped")
  func escaped() throws {
    let mathML = try MathExpression(latex: #"a < b \& \text{"<>\&"}"#).mathML
    #expect(mathML.contains("<mo>&lt;</mo>") && mathML.contains("<mtext>&quot;&lt;&gt;&amp;&quot;</mtext>"))
  }

  @Test("the minus is U+2212, as a sign and between")
  func minus() throws {
    #expect(try MathExpression(latex: "-a-b").mathML.contains(#"<mo form="prefix">−</mo><mi>a</mi><mo>−</mo>"#))
  }

  /// latex2mathml's, compared without attributes, spaces and rows that group nothing; `referenceMathML.py` wrote it.
  @Test("another converter builds the same formulas")
  func outsideTruth() throws {
    let file = try #require(
      Bundle.module.url(forResource: "referenceMathML", withExtension: "json", subdirectory: "Resources"))
    let truth = try JSONDecoder().decode(Reference.self, from: Data(contentsOf: file))
    #expect(truth.formulas.count >= 12)
    for formula in truth.formulas {
      let ours = try MathMLTree.skeleton(of: MathExpression(latex: formula.latex).mathML)
      let theirs = try MathMLTree.skeleton(of: formula.mathML)
      #expect(ours == theirs, "\(formula.latex)")
    }
  }

  struct Reference: Decodable {
    struct Formula: Decodable {
      var latex: String
      var mathML: String
    }

    var by: String
    var formulas: [Formula]
  }
}
