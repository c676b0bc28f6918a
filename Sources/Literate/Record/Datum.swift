import Localization
import Statistics

/// What a value, a paper's fact or a table's cell holds: a number with its format, several of them, or a text.
public enum Datum: Sendable, Hashable {
  case number(Double, Format)
  /// The results of several seeds, shown as mean ± standard deviation (with n − 1); a single one as itself.
  case spread(Spread, Format)
  /// A text that may hold inline Markdown and formulas where it is a table's cell.
  case text(Bilingual)

  /// A whole number.
  public static func count(_ count: Int) -> Datum { .number(Double(count), .integer) }

  /// The text of the datum in a sentence or in a formula.
  public func shown(in setting: Setting, _ language: Language) -> String {
    switch self {
    case .number(let number, let format):
      return format.text(of: number, in: setting)
    case .spread(let spread, let format):
      let mean = format.text(of: spread.mean, in: setting)
      guard spread.values.count > 1 else { return mean }
      let sign = setting == .formula ? #" \pm "# : "\u{A0}±\u{A0}"  // not to be torn apart
      return mean + sign + format.unsigned.text(of: spread.deviation, in: setting)
    case .text(let text):
      return setting == .formula ? #"\text{"# + text[language] + "}" : text[language]
    }
  }
}

/// Where a number stands.
public enum Setting: Sendable, Hashable {
  /// In a sentence, with typographic signs: `−4.595`, `67,995`, `1.2×10⁶`.
  case prose
  /// In a formula, as LaTeX: `-4.595`, `67{,}995`, `1.2 \times 10^{6}`.
  case formula
}
