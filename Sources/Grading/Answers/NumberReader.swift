import Foundation

/// Reads one number in plain signs: `-1,234.5`, `3*10^-4`, `1/3`, `36%`, `6만 7995`.
struct NumberReader {
  private var rest: Substring
  private let kind: Answer.Kind
  /// What the reader wrote, for messages.
  private let written: String

  /// - Returns: nil where the text is something else than a number.
  static func number(_ text: String, _ kind: Answer.Kind, as written: String) throws(Answer.Problem) -> Answer.Number? {
    var reader = NumberReader(rest: text[...], kind: kind, written: written)
    return try reader.quotient()
  }

  private init(rest: Substring, kind: Answer.Kind, written: String) {
    (self.rest, self.kind, self.written) = (rest, kind, written)
  }

  /// A number, perhaps over another, perhaps in percent, with nothing behind it.
  private mutating func quotient() throws(Answer.Problem) -> Answer.Number? {
    guard var value = try product() else { return nil }
    skipSpaces()
    if take("/") {
      guard let divisor = try product() else { return nil }
      value /= divisor
    }
    skipSpaces()
    let isPercent = take("%")
    guard rest.isEmpty else { return nil }
    return Answer.Number(value: isPercent ? value / 100 : value, isPercent: isPercent)
  }

  /// A number, perhaps raised to a power, perhaps times a power of ten.
  private mutating func product() throws(Answer.Problem) -> Double? {
    skipSpaces()
    let isNegative = take("-")
    if !isNegative { _ = take("+") }
    skipSpaces()
    guard var value = try magnitude() else { return nil }
    if let exponent = try exponent(after: "^") { value = pow(value, Double(exponent)) }
    let beforeFactor = rest
    skipSpaces()
    if take("*") || take("x") || take("X") {
      skipSpaces()
      guard try magnitude() == 10, let exponent = try exponent(after: "^") else { return nil }
      value *= pow(10, Double(exponent))
    } else {
      rest = beforeFactor
    }
    return isNegative ? -value : value
  }

  /// Digits with separators and an exponent; 만 and 억 count what stands before them.
  private mutating func magnitude() throws(Answer.Problem) -> Double? {
    guard let first = try decimal() else { return nil }
    guard let unit = myriad() else { return first }
    var sum = first * unit
    skipSpaces()
    if rest.first?.isNumber == true {
      guard let second = try decimal() else { return nil }
      sum += second * (myriad() ?? 1)
    }
    return sum
  }

  private mutating func decimal() throws(Answer.Problem) -> Double? {
    let isMark: (Character) -> Bool = { ",.'_ ".contains($0) }
    var digits = String(rest.prefix { $0.isASCII && $0.isNumber || isMark($0) })
    while let last = digits.last, isMark(last), last != "." { digits.removeLast() }
    guard digits.contains(where: \.isNumber), let plain = try Separators.plain(digits, kind, as: written) else {
      return nil
    }
    rest = rest.dropFirst(digits.count)
    guard let value = Double(plain) else { return nil }
    if let exponent = try exponent(after: "e") { return Double("\(plain)e\(exponent)") }
    return value
  }

  /// A whole exponent behind a sign, in brackets or not.
  private mutating func exponent(after sign: String) throws(Answer.Problem) -> Int? {
    let before = rest
    guard take(sign) || take(sign.uppercased()) else { return nil }
    let isBracketed = take("(") || take("{")
    let isNegative = take("-")
    if !isNegative { _ = take("+") }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    rest = rest.dropFirst(digits.count)
    guard let number = Int(digits), number < 1000, !isBracketed || take(")") || take("}") else {
      rest = before
      return nil
    }
    return isNegative ? -number : number
  }

  private mutating func myriad() -> Double? {
    if take("만") { return 1e4 }
    return take("억") ? 1e8 : nil
  }

  private mutating func take(_ sign: String) -> Bool {
    guard rest.hasPrefix(sign) else { return false }
    rest = rest.dropFirst(sign.count)
    return true
  }

  private mutating func skipSpaces() { rest = rest.drop { $0 == " " } }
}
