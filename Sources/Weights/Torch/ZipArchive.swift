/// The files within a zip, all of them stored as they are. Sizes beyond 4 GB are understood (zip64).
///
/// - Source: PKWARE, *APPNOTE.TXT*, version 6.3: 4.3.7, 4.3.12 – 4.3.16, 4.5.3.
struct ZipArchive {
  /// Where each file's bytes lie, by its name.
  private(set) var ranges: [String: Range<Int>] = [:]
  private let file: MappedFile

  init(_ file: MappedFile) throws(WeightError) {
    self.file = file
    let (directory, count) = try Self.directory(of: file)
    var cursor = ByteCursor(file, directory, part: "zip")
    for _ in 0..<count { try readEntry(&cursor) }
    try checkOverlaps(directory)
  }

  // MARK: - The directory

  /// Where the directory lies, and how many entries it has: said at the file's end, behind which only a comment may stand.
  private static func directory(of file: MappedFile) throws(WeightError) -> (Range<Int>, entries: Int) {
    let length = 22
    for start in stride(from: file.count - length, through: max(0, file.count - length - 0xFFFF), by: -1) {
      var end = ByteCursor(file, start..<file.count, part: "zip")
      guard try end.number(UInt32.self) == 0x0605_4B50 else { continue }
      try end.take(6)
      let count = try end.count(UInt16.self)
      let size = try end.count(UInt32.self), offset = try end.count(UInt32.self)
      guard try end.count(UInt16.self) == end.left else { continue }
      let is64 = count == 0xFFFF || size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF
      return is64 ? try directory64(of: file, before: start) : (try range(offset, size, before: start, of: file), count)
    }
    throw WeightError(.damaged(.noDirectory), file: file.path)
  }

  private static func directory64(
    of file: MappedFile, before end: Int
  ) throws(WeightError) -> (Range<Int>, entries: Int) {
    var locator = ByteCursor(file, max(0, end - 20)..<end, part: "zip")
    guard try locator.number(UInt32.self) == 0x0706_4B50 else { throw locator.error(.damaged(.directory)) }
    try locator.take(4)
    let start = try locator.count(UInt64.self)
    guard start <= end - 20 else { throw locator.error(.damaged(.directory)) }
    var record = ByteCursor(file, start..<end - 20, part: "zip")
    guard try record.number(UInt32.self) == 0x0606_4B50 else { throw record.error(.damaged(.directory)) }
    try record.take(28)
    let count = try record.count(UInt64.self), size = try record.count(UInt64.self)
    return (try range(record.count(UInt64.self), size, before: start, of: file), count)
  }

  private static func range(
    _ start: Int, _ count: Int, before end: Int, of file: MappedFile
  ) throws(WeightError) -> Range<Int> {
    guard start <= end, count <= end - start else { throw WeightError(.damaged(.directory), file: file.path) }
    return start..<start + count
  }

  // MARK: - Entries

  private mutating func readEntry(_ cursor: inout ByteCursor) throws(WeightError) {
    guard try cursor.number(UInt32.self) == 0x0201_4B50 else { throw cursor.error(.damaged(.directory)) }
    try cursor.take(4)
    let flags = try cursor.number(UInt16.self), method = try cursor.number(UInt16.self)
    try cursor.take(8)
    let sizes = [try cursor.count(UInt32.self), try cursor.count(UInt32.self)]
    let nameLength = try cursor.count(UInt16.self), extraLength = try cursor.count(UInt16.self)
    let commentLength = try cursor.count(UInt16.self)
    try cursor.take(8)
    let offset = try cursor.count(UInt32.self)
    let name = try cursor.text(nameLength)
    let extra = ByteCursor(file, try cursor.take(extraLength), part: "zip")
    try cursor.take(commentLength)
    guard flags & 1 == 0, method == 0 else { throw WeightError(.compressed, file: file.path, place: .named(name)) }

    // What does not fit into 32 bits stands in the extra field: size, compressed size, offset.
    let wide = try wideNumbers(in: extra, for: [sizes[1], sizes[0], offset])
    guard wide[0] == wide[1] else { throw cursor.error(.damaged(.directory)) }
    let range = try dataRange(at: wide[2], count: wide[0])
    guard ranges.updateValue(range, forKey: name) == nil else { throw cursor.error(.damaged(.duplicate(name))) }
  }

  private func wideNumbers(in extra: ByteCursor, for numbers: [Int]) throws(WeightError) -> [Int] {
    guard numbers.contains(0xFFFF_FFFF) else { return numbers }
    var extra = extra
    while extra.left > 0 {
      let tag = try extra.number(UInt16.self), length = try extra.count(UInt16.self)
      let field = try extra.take(length)
      guard tag == 1 else { continue }
      var cursor = ByteCursor(file, field, part: "zip")
      var wide: [Int] = []
      for number in numbers { wide.append(number == 0xFFFF_FFFF ? try cursor.count(UInt64.self) : number) }
      return wide
    }
    throw extra.error(.damaged(.directory))
  }

  /// The bytes behind an entry's own header.
  private func dataRange(at offset: Int, count: Int) throws(WeightError) -> Range<Int> {
    guard offset <= file.count else { throw WeightError(.damaged(.directory), file: file.path) }
    var header = ByteCursor(file, offset..<file.count, part: "zip")
    guard try header.number(UInt32.self) == 0x0403_4B50 else { throw header.error(.damaged(.directory)) }
    try header.take(22)
    let nameLength = try header.count(UInt16.self), extraLength = try header.count(UInt16.self)
    try header.take(nameLength + extraLength)
    return try header.take(count)
  }

  private func checkOverlaps(_ directory: Range<Int>) throws(WeightError) {
    var end = 0
    let ordered = (ranges.values + [directory]).sorted {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }
    for range in ordered {
      guard range.lowerBound >= end else { throw WeightError(.damaged(.overlap), file: file.path) }
      end = range.upperBound
    }
  }
}
