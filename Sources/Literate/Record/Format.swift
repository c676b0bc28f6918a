import Foundation

/// How a number is written.
///
/// ```swift
/// Format.integer.text(of: 67995, in: .prose)          // "67,995"
/// Format.fixed(3).text(of: -4.59512, in: .prose)      // "−4.595"
/// Format.scientific(1).text(of: 1.2e6, in: .formula)  // #"1.2 \times 10^{6}"#
/// ```
///
/// Numbers are rounded as their exact binary value says, ties to even. A result of nothing but zeros has no sign. Not a number is
/// `NaN`, infinity `∞`. At most 22 digits are written; negative counts of digits mean none.
public indirect enum Format: Sendable, Hashable {
  /// No digits behind the point.
  case integer
  /// So many digits behind the point.
  case fixed(Int)
  /// So many digits that count, at least one: 976.6, 0.00105. Below 1e-6 and from 1e15 on as `scientific`.
  case significant(Int)
  /// No more digits than so many that count, and no zeros at the end: 10, 0.1, 0.909.
  case atMost(Int)
  /// A share as percent, with so many digits behind the point: 0.314 → 31.4%.
  case percent(Int)
  /// Mantissa with so many digits behind the point, times a power of ten.
  case scientific(Int)
  /// With a plus sign in front of what is above zero.
  case signed(Format)

  /// The number as text.
  public func text(of number: Double, in setting: Setting) -> String {
    if number.isNaN { return setting == .formula ? #"\text{NaN}"# : "NaN" }
    let magnitude = magnitudeText(of: number.magnitude, in: setting)
    let isZero = !magnitude.contains { ("1"..."9").contains($0) } && number.isFinite
    guard !isZero else { return magnitude }
    if number < 0 { return (setting == .formula ? "-" : "−") + magnitude }
    return (showsPlus ? "+" : "") + magnitude
  }

  /// The format without its plus sign.
  var unsigned: Format {
    if case .signed(let format) = self { return format.unsigned }
    return self
  }

  private var showsPlus: Bool {
    if case .signed = self { return true }
    return false
  }

  /// - Parameter magnitude: at least zero, perhaps infinite.
  private func magnitudeText(of magnitude: Double, in setting: Setting) -> String {
    if case .signed(let format) = self { return format.magnitudeText(of: magnitude, in: setting) }
    guard magnitude.isFinite else { return setting == .formula ? #"\infty"# : "∞" }
    switch self {
    case .integer: return grouped(decimal(magnitude, digits: 0), in: setting)
    case .fixed(let digits): return grouped(decimal(magnitude, digits: digits), in: setting)
    case .percent(let digits):
      guard (magnitude * 100).isFinite else { return setting == .formula ? #"\infty"# : "∞" }
      return grouped(decimal(magnitude * 100, digits: digits), in: setting) + (setting == .formula ? #"\%"# : "%")
    case .scientific(let digits): return powerOfTen(magnitude, digits: digits, in: setting)
    case .significant(let digits):
      let digits = min(max(digits, 1), 17)
      let exponent = Int(exponential(magnitude, digits: digits - 1).split(separator: "e").last ?? "0") ?? 0
      guard (-6..<15).contains(exponent) else { return powerOfTen(magnitude, digits: digits - 1, in: setting) }
      guard exponent >= digits else { return grouped(decimal(magnitude, digits: digits - 1 - exponent), in: setting) }
      // More places before the point than digits that count: round away the rest.
      let rounded = Double(exponential(magnitude, digits: digits - 1)) ?? magnitude
      return grouped(decimal(rounded, digits: 0), in: setting)
    case .atMost(let digits):
      let text = Format.significant(digits).magnitudeText(of: magnitude, in: setting)
      guard text.contains("."), !text.contains("×"), !text.contains(#"\times"#) else { return text }
      let withoutZeros = text.reversed().drop { $0 == "0" }
      return String(withoutZeros.drop { $0 == "." }.reversed())
    case .signed: return ""
    }
  }

  private func decimal(_ magnitude: Double, digits: Int) -> String {
    String(format: "%.\(min(max(digits, 0), Format.mostDigits))f", magnitude)
  }

  private func exponential(_ magnitude: Double, digits: Int) -> String {
    String(format: "%.\(min(max(digits, 0), Format.mostDigits))e", magnitude)
  }

  /// As many as any `Double` near 1e-6 can need.
  private static let mostDigits = 22

  private func powerOfTen(_ magnitude: Double, digits: Int, in setting: Setting) -> String {
    guard magnitude > 0 else { return decimal(0, digits: digits) }
    let parts = exponential(magnitude, digits: digits).split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]) else { return decimal(magnitude, digits: digits) }
    switch setting {
    case .formula: return #"\#(parts[0]) \times 10^{\#(exponent)}"#
    case .prose: return parts[0] + "×10" + superscript(exponent)
    }
  }

  private func superscript(_ number: Int) -> String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return (number < 0 ? "⁻" : "")
      + String(String(number.magnitude).compactMap { $0.wholeNumberValue.map { digits[$0] } })
  }

  /// The integer part in groups of three.
  private func grouped(_ decimal: String, in setting: Setting) -> String {
    let integer = decimal.prefix { $0 != "." }
    var groups: [Substring] = []
    var rest = integer
    while rest.count > 3 {
      groups.insert(rest.suffix(3), at: 0)
      rest = rest.dropLast(3)
    }
    groups.insert(rest, at: 0)
    return groups.joined(separator: setting == .formula ? "{,}" : ",") + decimal.dropFirst(integer.count)
  }
}
