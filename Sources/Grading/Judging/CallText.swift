import Foundation

/// A call as a reader would write it: `focalLoss(logit: 2, isObject: true, gamma: 2)`.
enum CallText {
  /// Puts a question's arguments into the expression that asks it.
  static func text(of call: String, _ question: Question) -> String {
    var arguments = question.reader
    // Some lists are turned into what the function takes on their way.
    let text = call.replacing(
      /q\.(number|whole|flag|list|rows)\(\)(\.map \{ (?:\$0 == 1|Int\(\$0\)) \})?/
    ) { match in
      switch match.1 {
      case "flag": String(arguments.flag())
      case "list" where match.2?.contains("==") == true: list(arguments.list().map { "\($0 == 1)" })
      case "list": list(arguments.list().map(number))
      case "rows": list(arguments.rows().map { list($0.map(number)) })
      default: number(arguments.number())
      }
    }
    return function(in: text)
  }

  /// A number as Swift would print it, without the zeros behind the point; rounded where it has very many digits, and marked so.
  static func number(_ number: Double) -> String {
    let text = number.description
    guard text.utf8.count > longest, number.isFinite else {
      return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
    let rounded = String(format: "%.\(mostDigits)g", number)
    return Double(rounded) == number ? rounded : "≈\(rounded)"
  }

  /// Of a number whose digits are all shown, `0.999999999999` for one.
  private static let longest = 15
  private static let mostDigits = 6

  private static func list(_ elements: [String]) -> String {
    let shown = elements.count > mostShown ? elements.prefix(mostShown) + ["…"] : elements
    return "[" + shown.joined(separator: ", ") + "]"
  }

  private static let mostShown = 12

  /// The reader's function alone, without what makes numbers of its result: `[…]`, `Double(…)`, `.map(…)`.
  private static func function(in call: String) -> String {
    var text = call[...]
    while true {
      let prefix = text.hasPrefix("[") ? "[" : text.hasPrefix("Double(") ? "Double(" : ""
      guard !prefix.isEmpty, end(ofBracketIn: text) == text.endIndex else { break }
      text = text.dropFirst(prefix.count).dropLast()
    }
    guard text.first?.isLetter == true, let end = end(ofBracketIn: text) else { return String(text) }
    let rest = text[end...]
    return String(rest.hasPrefix(".") || rest.hasPrefix(" ?") ? text[..<end] : text)
  }

  /// Behind the bracket that closes the first one.
  private static func end(ofBracketIn text: Substring) -> String.Index? {
    var depth = 0
    for index in text.indices {
      if "([{".contains(text[index]) { depth += 1 }
      guard ")]}".contains(text[index]) else { continue }
      depth -= 1
      if depth == 0 { return text.index(after: index) }
    }
    return nil
  }
}
