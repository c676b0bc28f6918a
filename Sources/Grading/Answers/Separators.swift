/// Digits with commas, points and spaces between them: what number they may mean.
enum Separators {
  /// The digits as `Double` reads them; nil where they are no number.
  ///
  /// A comma is a decimal point in half of the world and divides thousands in the other half: `0,36` and `1,234,567` have one
  /// reading, `1,234` has two.
  static func plain(
    _ digits: String, _ kind: Answer.Kind, as written: String
  ) throws(Answer.Problem) -> String? {
    let asThousands = [",", "'", "_", " ", nil].compactMap { reading(digits, decimal: ".", thousands: $0) }.first
    let commas = digits.count { $0 == "," }, points = digits.count { $0 == "." }
    let asDecimal =
      commas == 0 && points < 2
      ? nil : [".", "'", " ", nil].compactMap { reading(digits, decimal: ",", thousands: $0) }.first
    guard let asThousands, let asDecimal, kind == .real, commas > 0 else { return asThousands ?? asDecimal }
    throw .ambiguous(written, thousands: asThousands, decimal: asDecimal)
  }

  /// The digits without what divides them, if that is where it belongs: groups of three, none before which is a zero.
  private static func reading(_ digits: String, decimal: Character, thousands: Character?) -> String? {
    let parts = digits.split(separator: decimal, omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first else { return nil }
    let fraction = parts.count == 2 ? parts[1] : ""
    var groups = [whole]
    if let thousands { groups = whole.split(separator: thousands, omittingEmptySubsequences: false) }
    guard (groups + [fraction]).allSatisfy({ $0.allSatisfy(\.isNumber) }), !(whole.isEmpty && fraction.isEmpty) else {
      return nil
    }
    if groups.count > 1 {
      guard (1...3).contains(groups[0].count), groups[0].first != "0", groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { return nil }
    }
    let joined = groups.joined()
    return (joined.isEmpty ? "0" : joined) + (fraction.isEmpty ? "" : ".\(fraction)")
  }
}
