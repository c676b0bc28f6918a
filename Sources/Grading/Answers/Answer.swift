import Foundation
import Localization

/// Reads what people write as an answer: `약 0.36`, `0,36`, `36%`, `1/3`, `10⁻²`, `−4.6`, `0.36입니다`.
///
/// Whatever has one reading is read; anything else throws what exactly is wrong.
public enum Answer {
  /// What kind of number is asked for: `1,234` is one of two numbers, unless it has to be whole.
  public enum Kind: Sendable {
    case real
    case whole
  }

  /// A number as it was given.
  public struct Number: Sendable, Hashable {
    public let value: Double
    /// Whether it was written with a percent sign, which `value` has taken in: 0.36 for 36%.
    public let isPercent: Bool

    /// What may be meant: after a percent sign also the number before it, where a question asks for percent.
    public var readings: [Double] { isPercent ? [value, value * 100] : [value] }
  }

  /// Reads one number.
  public static func number(_ text: String, _ kind: Kind = .real) throws(Problem) -> Number {
    guard !text.allSatisfy(\.isWhitespace) else { throw .empty }
    guard text.utf8.count <= longest else { throw .notANumber(shown(text)) }
    let plain = plain(text)
    if let number = try NumberReader.number(plain, kind, as: shown(text)) {
      guard number.value.isFinite else { throw .notFinite(shown(text)) }
      return number
    }
    let parts = plain.split { " ;~±,".contains($0) }
    let areNumbers = parts.count > 1 && parts.allSatisfy { Double($0) != nil }
    throw areNumbers ? .several(shown(text)) : .notANumber(shown(text))
  }

  /// Reads so many numbers, separated by `;`, or by a comma and a space.
  public static func numbers(_ text: String, count: Int) throws(Problem) -> [Double] {
    var parts = text.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 1, count > 1 { parts = text.components(separatedBy: ", ") }
    guard parts.count == count else { throw .count(given: parts.count, asked: count) }
    var numbers: [Double] = []
    for part in parts { numbers.append(try number(part).value) }
    return numbers
  }

  /// Reads a choice: its letter (`a`, `B)`), its place (`2`, `②`) or its name. `보기 b` is one, too.
  public static func choice(_ text: String, among names: [String]) throws(Problem) -> String {
    guard !text.allSatisfy(\.isWhitespace) else { throw .empty }
    var plain = plain(String(text.prefix(longest))).lowercased()
    for word in ["보기", "choice ", "option "] where plain.hasPrefix(word) { plain = String(plain.dropFirst(word.count)) }
    plain = plain.trimmingCharacters(in: CharacterSet(charactersIn: "().[]번 "))
    if let name = names.first(where: { $0.lowercased() == plain }) { return name }
    let letters = "abcdefghijklmnopqrstuvwxyz"
    var place = Int(plain).map { $0 - 1 }
    if plain.count == 1, let letter = plain.first, let index = letters.firstIndex(of: letter) {
      place = letters.distance(from: letters.startIndex, to: index)
    }
    guard let place, names.indices.contains(place) else {
      throw .unknownChoice(shown(text), choices: names.count, nearest: nearestName(to: plain, among: names))
    }
    return names[place]
  }

  /// Answers are short; nobody should wait for the rest.
  private static let longest = 200

  // MARK: - Plain text

  /// Without what people write around a number, in the signs that a program reads.
  private static func plain(_ text: String) -> String {
    var plain = Self.withoutSuperscripts(text).precomposedStringWithCompatibilityMapping
    for (sign, simple) in signs { plain = plain.replacing(sign, with: simple) }
    if let equals = plain.lastIndex(where: { "=≈≒≃".contains($0) }) {
      plain = String(plain[plain.index(after: equals)...])
    }
    var before = ""
    repeat {
      before = plain
      plain = plain.trimmingCharacters(in: .whitespacesAndNewlines)
      for prefix in prefixes where plain.lowercased().hasPrefix(prefix) {
        plain = String(plain.dropFirst(prefix.count))
      }
      for suffix in suffixes where plain.lowercased().hasSuffix(suffix) { plain = String(plain.dropLast(suffix.count)) }
    } while plain != before
    return plain
  }

  /// `10⁻²` as `10^-2`.
  private static func withoutSuperscripts(_ text: String) -> String {
    let digits: [Character: Character] = [
      "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9", "⁻": "-",
      "⁺": "+",
    ]
    var plain = ""
    var isRaised = false
    for character in text {
      if digits[character] != nil, !isRaised { plain.append("^") }
      isRaised = digits[character] != nil
      plain.append(digits[character] ?? character)
    }
    return plain
  }

  private static let signs: [(String, String)] = [
    ("−", "-"), ("–", "-"), ("‐", "-"), ("⁄", "/"), ("÷", "/"), ("×", "*"), ("·", "*"), ("⋅", "*"), ("**", "^"),
    ("퍼센트", "%"), ("percent", "%"), ("프로", "%"),
  ]

  private static let prefixes = [
    "약", "대략", "정답은", "정답:", "답은", "답:", "about", "approximately", "approx.", "ca.", "~", "∼",
  ]

  private static let suffixes = [
    "입니다", "이에요", "예요", "이다", "정도", "쯤", "가량", "개", "배", "번", "픽셀", "px", "nats", "nat", "times", "...", "…", ".",
  ]

  /// What was written, cut where it is too long to be repeated.
  private static func shown(_ text: String) -> String {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    return text.count > 40 ? text.prefix(40) + "…" : text
  }
}
