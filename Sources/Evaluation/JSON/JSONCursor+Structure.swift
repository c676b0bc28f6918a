extension JSONCursor {
  // MARK: - Objects and arrays

  /// Reads an object; `member` reads the value of each key.
  @inline(__always)
  mutating func object(
    _ member: (inout JSONCursor, JSONKey) throws(DataError) -> Void
  ) throws(DataError) {
    try open(UInt8(ascii: "{"), .object)
    if try token() == UInt8(ascii: "}") { return close() }
    while true {
      let key = try key()
      do { try member(&self, key) } catch { throw error.inside(".\(key)") }
      if try closes(UInt8(ascii: "}")) { return }
    }
  }

  /// Reads an array; `element` reads each of its values.
  @inline(__always)
  mutating func array(_ element: (inout JSONCursor, Int) throws(DataError) -> Void) throws(DataError) {
    try open(UInt8(ascii: "["), .array)
    if try token() == UInt8(ascii: "]") { return close() }
    var index = 0
    while true {
      do { try element(&self, index) } catch { throw error.inside("[\(index)]") }
      index += 1
      if try closes(UInt8(ascii: "]")) { return }
    }
  }

  @inline(__always)
  private mutating func open(_ bracket: UInt8, _ expected: DataError.Expected) throws(DataError) {
    guard try token() == bracket else { throw unexpected(expected) }
    guard depth < Self.depthLimit else { throw error(.tooDeep) }
    depth += 1
    position += 1
  }

  @inline(__always)
  private mutating func close() {
    depth -= 1
    position += 1
  }

  /// Passes a comma, or the bracket that closes.
  @inline(__always)
  private mutating func closes(_ bracket: UInt8) throws(DataError) -> Bool {
    let byte = try token()
    if byte == UInt8(ascii: ",") {
      position += 1
      return false
    }
    guard byte == bracket else { throw unexpected(.commaOrBracket) }
    close()
    return true
  }

  // MARK: - What is skipped

  /// Passes over one value of any kind.
  mutating func skip() throws(DataError) {
    switch try token() {
    case UInt8(ascii: "{"): try object { (cursor, _) throws(DataError) in try cursor.skip() }
    case UInt8(ascii: "["): try array { (cursor, _) throws(DataError) in try cursor.skip() }
    case UInt8(ascii: "\""): try skipString()
    case UInt8(ascii: "t"): try word("true")
    case UInt8(ascii: "f"): try word("false")
    case UInt8(ascii: "n"): try word("null")
    default: _ = try number(.value)
    }
  }

  /// Passes over `null` where it stands.
  mutating func skipNull() throws(DataError) -> Bool {
    guard try token() == UInt8(ascii: "n") else { return false }
    try word("null")
    return true
  }

  /// The text ends here, but for white space.
  mutating func finish() throws(DataError) {
    _ = try token()
    guard isAtEndOfText else { throw unexpected(.end) }
  }

  mutating func word(_ word: StaticString) throws(DataError) {
    for index in 0..<word.utf8CodeUnitCount {
      guard buffer[position] == word.utf8Start[index] else { throw unexpected(.value) }
      position += 1
    }
  }
}
