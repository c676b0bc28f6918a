extension JSONCursor {
  /// An array of records.
  @inline(__always)
  mutating func list<Record>(_ record: (inout JSONCursor) throws(DataError) -> Record) throws(DataError) -> [Record] {
    var records: [Record] = []
    try array { (cursor, _) throws(DataError) in records.append(try record(&cursor)) }
    return records
  }

  /// A member that the record just read has to have.
  @inline(__always)
  func present<Value>(_ value: Value?, _ key: String) throws(DataError) -> Value {
    guard let value else { throw error(.missing(key)) }
    return value
  }

  /// 0, 1, false or true.
  mutating func flag() throws(DataError) -> Bool {
    switch try token() {
    case UInt8(ascii: "t"):
      try word("true")
      return true
    case UInt8(ascii: "f"):
      try word("false")
      return false
    default:
      let place = position
      let number = try integer()
      guard number == 0 || number == 1 else {
        position = place
        throw unexpected(.flag)
      }
      return number == 1
    }
  }
}

extension CornerBox {
  init(_ cursor: inout JSONCursor) throws(DataError) {
    var numbers = SIMD4<Double>()
    var count = 0
    try cursor.array { (cursor, index) throws(DataError) in
      let number = try cursor.double()
      if index < 4 { numbers[index] = number }
      count = index + 1
    }
    guard count == 4 else { throw cursor.error(.notFour(count)) }
    self.init(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
    if let problem { throw cursor.error(problem) }
  }
}
