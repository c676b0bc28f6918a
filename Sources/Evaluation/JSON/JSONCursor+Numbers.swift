extension JSONCursor {
  /// A number as it is written: ± digits / 10^places.
  struct Number {
    var isNegative = false
    var digits: UInt64 = 0
    var places = 0
    /// Whether `digits` and `places` say all: a longer number, or one with an `e`, is read from its text.
    var isShort = true
    /// Where it stands in `buffer`.
    var text: Range<Int>
  }

  // MARK: - Numbers

  /// The `Double` nearest to the number at the cursor.
  @inline(__always)
  mutating func double() throws(DataError) -> Double {
    try value(of: number(.number))
  }

  /// The whole number at the cursor; `42.0` is one too.
  mutating func integer() throws(DataError) -> Int {
    let number = try number(.wholeNumber)
    if number.isShort, number.places == 0, let magnitude = Int(exactly: number.digits) {
      return number.isNegative ? -magnitude : magnitude
    }
    guard let whole = Int(exactly: try value(of: number)) else {
      position = number.text.lowerBound
      throw error(.notWhole)
    }
    return whole
  }

  /// Reads a number: an optional −, digits without a leading 0, an optional fraction, an optional exponent.
  @inline(__always)
  mutating func number(_ expected: DataError.Expected) throws(DataError) -> Number {
    _ = try token()
    var number = Number(text: position..<position)
    if buffer[position] == UInt8(ascii: "-") {
      number.isNegative = true
      position += 1
    }
    let first = position
    digits(&number)
    guard position > first, position == first + 1 || buffer[first] != UInt8(ascii: "0") else {
      position = min(position, first)
      throw unexpected(expected)
    }
    if buffer[position] == UInt8(ascii: ".") {
      position += 1
      let start = position
      digits(&number)
      number.places = position - start
      guard number.places > 0 else { throw unexpected(.digit) }
    }
    number.isShort = position - first - (number.places > 0 ? 1 : 0) <= 19  // digits that fit into 64 bits
    if buffer[position] | 0x20 == UInt8(ascii: "e") {
      number.isShort = false
      position += 1
      if buffer[position] == UInt8(ascii: "+") || buffer[position] == UInt8(ascii: "-") { position += 1 }
      let start = position
      digits(&number)
      guard position > start else { throw unexpected(.digit) }
    }
    if isAtEnd, !isAtEndOfText { throw error(.numberTooLong) }
    number.text = number.text.lowerBound..<position
    return number
  }

  @inline(__always)
  private mutating func digits(_ number: inout Number) {
    while true {
      let digit = buffer[position] &- UInt8(ascii: "0")
      guard digit < 10 else { return }
      number.digits = number.digits &* 10 &+ UInt64(digit)
      position += 1
    }
  }

  // MARK: - From digits to the nearest Double

  @inline(__always)
  private mutating func value(of number: Number) throws(DataError) -> Double {
    if number.isShort, number.places < tenTo.count {
      let magnitude = quotient(number.digits, tenTo[number.places])
      return number.isNegative ? -magnitude : magnitude
    }
    return try longValue(of: number)
  }

  @inline(never)
  private mutating func longValue(of number: Number) throws(DataError) -> Double {
    guard let value = Double(String(decoding: buffer[number.text], as: UTF8.self)), value.isFinite else {
      position = number.text.lowerBound
      throw error(.notFinite)
    }
    return value
  }
}

/// numerator / denominator, rounded once to the nearest `Double`: what the decimal text means, to the last bit.
///
/// Where both fit into the 53 bits of a `Double`, its division does so. Otherwise both are moved to the top of 64 bits
/// and divided as integers: the quotient has 63 or 64 bits, and its last one tells that something is left over, which
/// is all that rounding to 53 bits has to know.
func quotient(_ numerator: UInt64, _ denominator: UInt64) -> Double {
  if (numerator | denominator) < 1 << 53 { return Double(numerator) / Double(denominator) }
  guard numerator != 0 else { return 0 }
  let up = numerator.leadingZeroBitCount, down = denominator.leadingZeroBitCount
  let top = numerator << up
  let (bits, rest) = (denominator << down).dividingFullWidth((top >> 1, top << 63))
  return Double(rest == 0 ? bits : bits | 1) * Double(sign: .plus, exponent: down - up - 63, significand: 1)
}

/// 10⁰ … 10¹⁹, all that fit into 64 bits.
private let tenTo: [UInt64] = (1...19).reduce(into: [1]) { powers, _ in powers.append(powers[powers.count - 1] * 10) }
