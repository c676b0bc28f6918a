import Foundation

/// How a number is written in a picture.
///
/// Minus is U+2212, thousands are separated by commas; what needs a power of ten is a `$formula$`.
public enum NumberFormat: Sendable, Hashable {
  /// As many decimals as neighbouring ticks need to differ; powers of ten where an axis is logarithmic or numbers are
  /// very large or small.
  case automatic
  /// So many decimals.
  case fixed(Int)
  /// 0.25 as 25%, with so many decimals.
  case percent(Int)
  /// 10ⁿ, or m × 10ⁿ.
  case power
  /// Another format with words around it: `.affixed(.fixed(0), after: " ms")`.
  indirect case affixed(NumberFormat, before: String = "", after: String = "")

  /// The number as the source of a label.
  ///
  /// - Parameter decimals: how many decimals `automatic` gives; nil takes as many as the number has, at most six.
  public func string(_ value: Double, decimals: Int? = nil) -> String {
    guard value.isFinite else { return value.isNaN ? "NaN" : (value < 0 ? "−∞" : "∞") }
    switch self {
    case .automatic: return automatic(value, decimals: decimals)
    case .fixed(let decimals): return Self.plain(value, decimals: decimals)
    case .percent(let decimals): return Self.plain(value * 100, decimals: decimals) + "%"
    case .power: return Self.power(value)
    case .affixed(let inner, let before, let after): return before + inner.string(value, decimals: decimals) + after
    }
  }

  private func automatic(_ value: Double, decimals: Int?) -> String {
    let size = abs(value)
    if size >= 1e7 || (size > 0 && size < 1e-5) || decimals.map({ $0 > 6 }) == true { return Self.power(value) }
    return Self.plain(value, decimals: decimals ?? Self.decimals(of: value))
  }

  /// Digits, a decimal point, commas between thousands.
  private static func plain(_ value: Double, decimals: Int) -> String {
    guard abs(value) < 1e18 else { return power(value) }
    let digits = String(format: "%.\(min(max(decimals, 0), 17))f", abs(value))
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let whole = parts.first.map(String.init) ?? ""
    let grouped = whole.enumerated().reduce(into: "") { text, next in
      if next.offset > 0, (whole.count - next.offset).isMultiple(of: 3) { text.append(",") }
      text.append(next.element)
    }
    let isZero = !digits.contains { $0 != "0" && $0 != "." }
    let sign = value < 0 && !isZero ? "−" : ""
    return sign + ([grouped] + parts.dropFirst().map(String.init)).joined(separator: ".")
  }

  /// `$10^{-3}$`, `$2 \times 10^{7}$`.
  private static func power(_ value: Double) -> String {
    guard value != 0 else { return "0" }
    var exponent = Int(floor(log10(abs(value)) + 1e-12))
    var mantissa = abs(value) / pow(10, Double(exponent))
    if mantissa >= 9.9995 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
    let sign = value < 0 ? "-" : ""
    let isPower = abs(mantissa - 1) < 5e-4
    let factor = isPower ? "" : "\(plain(mantissa, decimals: min(3, decimals(of: mantissa)))) \\times "
    return "$\(sign)\(factor)10^{\(exponent)}$"
  }

  /// The fewest decimals, at most six, that write `value` to within a millionth of itself.
  private static func decimals(of value: Double) -> Int {
    (0...6).first { abs((value * pow(10, Double($0))).rounded() / pow(10, Double($0)) - value) <= 1e-6 * abs(value) }
      ?? 6
  }
}
