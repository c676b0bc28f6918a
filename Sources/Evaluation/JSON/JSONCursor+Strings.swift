/// The key of an object's member, compared as two words: up to 15 bytes as they are, of a longer one only its beginning.
struct JSONKey: Equatable, CustomStringConvertible, ExpressibleByStringLiteral {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init() {}

  init(stringLiteral key: StaticString) {
    for index in 0..<key.utf8CodeUnitCount { append(key.utf8Start[index]) }
  }

  /// The last byte counts the others; a key that is too long counts 16.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    let count = high >> 56
    if count < 8 {
      low |= UInt64(byte) << (count * 8)
    } else if count < 15 {
      high |= UInt64(byte) << ((count - 8) * 8)
    }
    if count < 16 { high += 1 << 56 }
  }

  var description: String {
    let count = Int(high >> 56)
    let bytes = (0..<min(count, 15)).map { UInt8(truncatingIfNeeded: ($0 < 8 ? low : high) >> ($0 % 8 * 8)) }
    return String(decoding: bytes, as: UTF8.self) + (count > 15 ? "…" : "")
  }
}

extension JSONCursor {
  private static let quote = UInt8(ascii: "\""), escape = UInt8(ascii: "\\")

  /// Reads a key and the colon behind it.
  @inline(__always)
  mutating func key() throws(DataError) -> JSONKey {
    guard try token() == Self.quote else { throw unexpected(.key) }
    let start = position
    position += 1
    var key = JSONKey()
    while true {
      let byte = buffer[position]
      if byte == Self.quote { break }
      if byte == Self.escape || byte < 0x20 {
        position = start
        return try keyByParts()
      }
      key.append(byte)
      position += 1
    }
    position += 1
    try colon()
    return key
  }

  /// A key with escapes, or one that ends in the next piece.
  @inline(never)
  private mutating func keyByParts() throws(DataError) -> JSONKey {
    var key = JSONKey()
    for byte in try string().utf8 { key.append(byte) }
    try colon()
    return key
  }

  @inline(__always)
  private mutating func colon() throws(DataError) {
    guard try token() == UInt8(ascii: ":") else { throw unexpected(.colon) }
    position += 1
  }

  // MARK: - Strings

  /// Reads a string. Bytes that are no UTF-8, and halves of surrogate pairs, become U+FFFD.
  mutating func string() throws(DataError) -> String {
    var units: [UInt8] = []
    try eachByte { units.append($0) }
    return String(decoding: units, as: UTF8.self)
  }

  mutating func skipString() throws(DataError) {
    try eachByte { _ in }
  }

  /// Calls `body` with each byte that the string at the cursor stands for.
  @inline(__always)
  private mutating func eachByte(_ body: (UInt8) -> Void) throws(DataError) {
    guard try token() == Self.quote else { throw unexpected(.string) }
    position += 1
    while true {
      let byte = buffer[position]
      if byte == Self.quote {
        position += 1
        return
      } else if byte == Self.escape {
        for unit in try escaped().utf8 { body(unit) }
      } else if byte >= 0x20 {
        body(byte)
        position += 1
      } else if isAtEnd, !isAtEndOfText {
        try refill()
      } else {
        throw unexpected(.noControl)
      }
    }
  }

  /// Reads one escape; of `\u` two, where they make one letter.
  private mutating func escaped() throws(DataError) -> String {
    _ = try token()  // an escape may lie across two pieces
    position += 1
    let letter: Unicode.Scalar
    switch buffer[position] {
    case Self.quote, Self.escape, UInt8(ascii: "/"): letter = Unicode.Scalar(buffer[position])
    case UInt8(ascii: "b"): letter = "\u{8}"
    case UInt8(ascii: "f"): letter = "\u{C}"
    case UInt8(ascii: "n"): letter = "\n"
    case UInt8(ascii: "r"): letter = "\r"
    case UInt8(ascii: "t"): letter = "\t"
    case UInt8(ascii: "u"):
      var units = [try hexadecimal()]
      if UTF16.isLeadSurrogate(units[0]), buffer[position] == Self.escape, buffer[position + 1] == UInt8(ascii: "u") {
        position += 1
        units.append(try hexadecimal())
      }
      return String(decoding: units, as: UTF16.self)
    default: throw unexpected(.escape)
    }
    position += 1
    return String(letter)
  }

  /// Reads the four digits behind a `u`.
  private mutating func hexadecimal() throws(DataError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      position += 1
      guard let digit = Character(Unicode.Scalar(buffer[position])).hexDigitValue else { throw unexpected(.escape) }
      unit = unit << 4 | UInt16(digit)
    }
    position += 1
    return unit
  }
}
