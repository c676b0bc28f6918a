/// Reads the JSON of a `.safetensors` header: nothing but the few forms that it has, so nothing can be nested deep.
struct HeaderReader {
  var cursor: ByteCursor

  /// Reads an object; `member` reads the value of each key.
  mutating func object(_ member: (inout HeaderReader, String) throws(WeightError) -> Void) throws(WeightError) {
    try pass(UInt8(ascii: "{"), .object)
    if try closes(UInt8(ascii: "}")) { return }
    repeat {
      let key = try string()
      try pass(UInt8(ascii: ":"), .colon)
      try member(&self, key)
    } while try continues(to: UInt8(ascii: "}"))
  }

  /// Reads an array of whole numbers.
  mutating func wholeNumbers() throws(WeightError) -> [Int] {
    try pass(UInt8(ascii: "["), .array)
    if try closes(UInt8(ascii: "]")) { return [] }
    var numbers: [Int] = []
    repeat { numbers.append(try wholeNumber()) } while try continues(to: UInt8(ascii: "]"))
    return numbers
  }

  /// Reads a string with its escapes.
  mutating func string() throws(WeightError) -> String {
    try pass(UInt8(ascii: "\""), .string)
    var units: [UInt8] = []
    while true {
      switch try cursor.byte() {
      case UInt8(ascii: "\""):
        guard let text = String(validating: units, as: UTF8.self) else { throw cursor.error(.damaged(.notText)) }
        return text
      case UInt8(ascii: "\\"): units += try escaped().utf8
      case let byte where byte >= 0x20: units.append(byte)
      case let byte: throw unexpected(byte, .string)
      }
    }
  }

  /// Only white space is left.
  mutating func finish() throws(WeightError) {
    if let byte = token() { throw unexpected(byte, .end) }
  }

  // MARK: - Parts

  private mutating func wholeNumber() throws(WeightError) -> Int {
    var number: Int?
    _ = token()
    while let digit = cursor.peek.map({ Int($0) - 0x30 }), (0..<10).contains(digit) {
      let (tens, isTooLarge) = (number ?? 0).multipliedReportingOverflow(by: 10)
      let (next, isStillTooLarge) = tens.addingReportingOverflow(digit)
      guard !isTooLarge, !isStillTooLarge else { throw cursor.error(.damaged(.hugeNumber)) }
      number = next
      try cursor.take(1)
    }
    guard let number else { throw unexpected(try cursor.byte(), .wholeNumber) }
    return number
  }

  /// Reads what stands behind a backslash; of `\u` two, where they make one letter.
  private mutating func escaped() throws(WeightError) -> String {
    switch try cursor.byte() {
    case let byte where "\"\\/".utf8.contains(byte): return String(Unicode.Scalar(byte))
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      var units = [try hexadecimal()]
      if UTF16.isLeadSurrogate(units[0]) {
        for expected in "\\u".utf8 where try cursor.byte() != expected { throw cursor.error(.damaged(.notText)) }
        units.append(try hexadecimal())
      }
      guard let text = String(validating: units, as: UTF16.self) else { throw cursor.error(.damaged(.notText)) }
      return text
    case let byte: throw unexpected(byte, .escape)
    }
  }

  private mutating func hexadecimal() throws(WeightError) -> UInt16 {
    let digits = try cursor.text(4)
    guard digits.allSatisfy(\.isHexDigit), let unit = UInt16(digits, radix: 16) else {
      throw cursor.error(.damaged(.notText))
    }
    return unit
  }

  /// The first byte of the next token; nil at the end.
  private mutating func token() -> UInt8? {
    while let byte = cursor.peek {
      guard " \t\r\n".utf8.contains(byte), (try? cursor.take(1)) != nil else { return byte }
    }
    return nil
  }

  private mutating func pass(_ byte: UInt8, _ expected: WeightError.Expected) throws(WeightError) {
    _ = token()
    let found = try cursor.byte()
    guard found == byte else { throw unexpected(found, expected) }
  }

  private mutating func closes(_ bracket: UInt8) throws(WeightError) -> Bool {
    guard token() == bracket else { return false }
    try cursor.take(1)
    return true
  }

  /// Passes a comma, or the bracket that closes.
  private mutating func continues(to bracket: UInt8) throws(WeightError) -> Bool {
    if try closes(bracket) { return false }
    try pass(UInt8(ascii: ","), .comma)
    return true
  }

  private func unexpected(_ byte: UInt8, _ expected: WeightError.Expected) -> WeightError {
    cursor.error(.damaged(.unexpected(byte, expected)))
  }
}
