import Foundation

/// Results as they are shown: with as many digits as it takes to tell them apart.
enum ResultText {
  static let mostShown = 8

  static func texts(_ given: [Double], _ expected: [Double]?) -> (given: String, expected: String?) {
    guard let expected else { return (text(given, digits: 6), nil) }
    let digits = (6...17).first { text(given, digits: $0) != text(expected, digits: $0) } ?? 17
    return (text(given, digits: digits), text(expected, digits: digits))
  }

  private static func text(_ numbers: [Double], digits: Int) -> String {
    let texts = numbers.prefix(mostShown).map { number($0, digits: digits) }
    if texts.count == 1, numbers.count == 1 { return texts[0] }
    let rest = numbers.count > mostShown ? ", … (\(numbers.count))" : ""
    return "[" + texts.joined(separator: ", ") + rest + "]"
  }

  private static func number(_ number: Double, digits: Int) -> String {
    number.isFinite ? String(format: "%.\(digits)g", number) : number.description
  }
}
