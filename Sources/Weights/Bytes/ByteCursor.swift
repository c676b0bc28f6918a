/// Reads a range of a file from front to end. Whatever lies beyond the range is an error, never a trap.
struct ByteCursor {
  let file: MappedFile
  /// What errors call the range: `header`, `data.pkl`.
  let part: String
  /// What may be read.
  let range: Range<Int>
  private(set) var position: Int

  init(_ file: MappedFile, _ range: Range<Int>, part: String) {
    (self.file, self.part, position) = (file, part, range.lowerBound)
    self.range = range
  }

  /// How many bytes are left.
  var left: Int { range.upperBound - position }

  /// The next byte, which stays the next one; nil at the end.
  var peek: UInt8? { left > 0 ? file.withBytes(in: position..<position + 1) { $0[0] } : nil }

  mutating func byte() throws(WeightError) -> UInt8 {
    guard let byte = peek else { throw error(.damaged(.endsEarly)) }
    position += 1
    return byte
  }

  /// A whole number of the type's width, its lowest byte first.
  mutating func number<Number: FixedWidthInteger>(_ type: Number.Type = Number.self) throws(WeightError) -> Number {
    let range = try take(MemoryLayout<Number>.size)
    return file.withBytes(in: range) { Number(littleEndian: $0.loadUnaligned(as: Number.self)) }
  }

  /// A count or an offset: a whole number that has to fit into `Int`.
  mutating func count<Number: FixedWidthInteger>(_ type: Number.Type) throws(WeightError) -> Int {
    guard let count = Int(exactly: try number(type)), count >= 0 else { throw error(.damaged(.hugeNumber)) }
    return count
  }

  /// Passes over some bytes, and says where they are.
  @discardableResult
  mutating func take(_ count: Int) throws(WeightError) -> Range<Int> {
    guard count >= 0, count <= left else { throw error(.damaged(.endsEarly)) }
    position += count
    return position - count..<position
  }

  /// Some bytes as text.
  mutating func text(_ count: Int) throws(WeightError) -> String {
    let range = try take(count)
    guard let text = file.withBytes(in: range, { String(validating: $0, as: UTF8.self) }) else {
      throw error(.damaged(.notText))
    }
    return text
  }

  /// The text as far as the end of the line, which is passed over.
  mutating func line() throws(WeightError) -> String {
    var length = 0
    var rest = self
    while try rest.byte() != UInt8(ascii: "\n") {
      length += 1
      guard length <= 1024 else { throw error(.damaged(.notText)) }
    }
    let line = try text(length)
    try take(1)
    return line
  }

  /// An error at the cursor's place.
  func error(_ problem: WeightError.Problem) -> WeightError {
    WeightError(problem, file: file.path, place: .byte(position - range.lowerBound, of: part))
  }
}
