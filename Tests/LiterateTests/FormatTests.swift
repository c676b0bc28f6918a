import Localization
import Statistics
import Testing

@testable import Literate

@Suite("Formats")
struct FormatTests {
  @Test(
    "write numbers for sentences and for formulas",
    arguments: [
      (67995, Format.integer, "67,995", "67{,}995"),
      (1_234_567.4, .integer, "1,234,567", "1{,}234{,}567"),
      (999, .integer, "999", "999"),
      (-4.59511985, .fixed(3), "−4.595", "-4.595"),
      (12345.678, .fixed(2), "12,345.68", "12{,}345.68"),
      (-0.0001, .fixed(2), "0.00", "0.00"),
      (0.105360516, .significant(3), "0.105", "0.105"),
      (976.5625, .significant(4), "976.6", "976.6"),
      (67995, .significant(2), "68,000", "68{,}000"),
      (0.0010536, .significant(3), "0.00105", "0.00105"),
      (9.996, .significant(3), "10.0", "10.0"),
      (10, .atMost(3), "10", "10"),
      (0.1, .atMost(3), "0.1", "0.1"),
      (0.90909, .atMost(3), "0.909", "0.909"),
      (1200, .atMost(2), "1,200", "1{,}200"),
      (0, .atMost(3), "0", "0"),
      (1.5e-9, .significant(2), "1.5×10⁻⁹", #"1.5 \times 10^{-9}"#),
      (0.314, .percent(1), "31.4%", #"31.4\%"#),
      (1.2e6, .scientific(1), "1.2×10⁶", #"1.2 \times 10^{6}"#),
      (-3e-12, .scientific(0), "−3×10⁻¹²", #"-3 \times 10^{-12}"#),
      (0, .scientific(1), "0.0", "0.0"),
      (0.4, .signed(.fixed(1)), "+0.4", "+0.4"),
      (-0.4, .signed(.fixed(1)), "−0.4", "-0.4"),
      (0, .signed(.fixed(1)), "0.0", "0.0"),
      (.nan, .fixed(1), "NaN", #"\text{NaN}"#),
      (.infinity, .integer, "∞", #"\infty"#),
      (-.infinity, .significant(3), "−∞", #"-\infty"#),
    ] as [(Double, Format, String, String)])
  func text(number: Double, format: Format, prose: String, formula: String) {
    #expect(format.text(of: number, in: .prose) == prose)
    #expect(format.text(of: number, in: .formula) == formula)
  }

  @Test("take any count of digits", arguments: [-3, 0, 1, 22, 5000])
  func digits(count: Int) {
    for format in [Format.fixed(count), .significant(count), .percent(count), .scientific(count)] {
      for number in [0, 1e-300, 1.5, -7e18, .greatestFiniteMagnitude, .infinity, .nan] {
        #expect(!format.text(of: number, in: .prose).isEmpty)
      }
    }
  }

  @Test("a spread is mean ± sample standard deviation")
  func spread() {
    let seeds = Datum.spread(Spread([30, 31, 32]), .fixed(1))
    #expect(seeds.shown(in: .prose, .ko) == "31.0\u{A0}±\u{A0}1.0")
    #expect(seeds.shown(in: .formula, .en) == #"31.0 \pm 1.0"#)
    #expect(Datum.spread(Spread([30.25]), .fixed(1)).shown(in: .prose, .ko) == "30.2")
    #expect(Datum.spread(Spread([]), .fixed(1)).shown(in: .prose, .ko) == "NaN")
    #expect(Datum.spread(Spread([1, 2]), .signed(.fixed(1))).shown(in: .prose, .ko) == "+1.5\u{A0}±\u{A0}0.7")
  }

  @Test("a text is itself, and words in a formula")
  func words() {
    let word = Datum.text(Bilingual(ko: "초점", en: "focal"))
    #expect(word.shown(in: .prose, .ko) == "초점")
    #expect(word.shown(in: .formula, .en) == #"\text{focal}"#)
  }
}
