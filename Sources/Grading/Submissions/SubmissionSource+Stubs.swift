extension SubmissionSource {
  /// How the functions of an exercise are to be declared: `func focalLoss(logit: Double, gamma: Double) -> Double`.
  package func signatures(of id: ExerciseID) -> [String] {
    guard let code = self[id]?.code else { return [] }
    return Self.functions(in: code).filter { $0.depth == 0 }.map { function in
      Self.text(of: code, function.head).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        .replacing("( ", with: "(").replacing(" )", with: ")")
    }
  }

  /// An exercise's declarations with nothing in their functions: what stands in for a region that does not compile.
  ///
  /// Calling them takes for ever, since that fits every type.
  func stub(of id: ExerciseID) -> String {
    guard let code = self[id]?.code else { return "" }
    return Self.emptied(code)
  }

  /// Whether all brackets, comments and strings of a text that are opened are closed.
  static func isBalanced(_ code: String) -> Bool {
    // A word behind it is seen only where nothing is left open before.
    let tokens = SwiftScanner.tokens(of: code + "\nend")
    guard tokens.last?.text == "end" else { return false }
    let closing = [")": "(", "]": "[", "}": "{"]
    var open: [String] = []
    for token in tokens {
      if closing.values.contains(token.text) { open.append(token.text) }
      if let opening = closing[token.text], open.popLast() != opening { return false }
    }
    return open.isEmpty
  }

  // MARK: - Functions

  private struct Function {
    /// From `func` to what stands before the body.
    let head: Range<Int>
    /// With its braces.
    let body: Range<Int>
    /// How many braces it stands in.
    let depth: Int
  }

  private static func emptied(_ code: String) -> String {
    let bytes = Array(code.utf8)
    var emptied: [UInt8] = []
    var place = 0
    for function in functions(in: code) {
      emptied += bytes[place..<function.body.lowerBound] + Array("{ while true {} }".utf8)
      place = function.body.upperBound
    }
    return String(decoding: emptied + bytes[place...], as: UTF8.self)
  }

  /// The functions of a text, without those inside of others.
  private static func functions(in code: String) -> [Function] {
    let tokens = SwiftScanner.tokens(of: code)
    var functions: [Function] = []
    var depth = 0
    var index = 0
    while index < tokens.count {
      if tokens[index].text == "{" { depth += 1 }
      if tokens[index].text == "}" { depth -= 1 }
      if tokens[index].text == "func", let body = body(after: index, in: tokens) {
        let range = tokens[body.lowerBound].bytes.lowerBound..<tokens[body.upperBound].bytes.upperBound
        functions.append(Function(head: tokens[index].bytes.lowerBound..<range.lowerBound, body: range, depth: depth))
        index = body.upperBound
      }
      index += 1
    }
    return functions
  }

  /// The braces around a function's body, as places in `tokens`.
  private static func body(after start: Int, in tokens: [SwiftScanner.Token]) -> ClosedRange<Int>? {
    var round = 0
    var first: Int?
    var braces = 0
    for index in start..<tokens.count {
      switch tokens[index].text {
      case "(", "[": round += 1
      case ")", "]": round -= 1
      case "{" where first != nil || round == 0:
        first = first ?? index
        braces += 1
      case "}" where first != nil:
        braces -= 1
        if braces == 0, let first { return first...index }
      default: break
      }
    }
    return nil
  }

  private static func text(of code: String, _ range: Range<Int>) -> String {
    String(decoding: Array(code.utf8)[range], as: UTF8.self)
  }
}
