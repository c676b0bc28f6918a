/// Reads `.safetensors`: 8 bytes with the length of a header, the header in JSON, and the numbers, gapless and in any order.
///
/// - Source: <https://huggingface.co/docs/safetensors>; its rules are kept as strictly as by its own reader.
struct SafetensorsReader {
  private(set) var contents = WeightContents()
  private let file: MappedFile
  private let data: Range<Int>
  private var places: [(range: Range<Int>, name: String)] = []

  static let headerLimit = 100_000_000

  init(_ file: MappedFile) throws(WeightError) {
    self.file = file
    var start = ByteCursor(file, 0..<file.count, part: "header")
    let length = try start.number(UInt64.self)
    guard length <= Self.headerLimit, length <= start.left else {
      throw start.error(.damaged(.headerLength(length, of: file.count)))
    }
    data = start.position + Int(length)..<file.count
    var reader = HeaderReader(cursor: ByteCursor(file, 8..<data.lowerBound, part: "header"))
    try reader.object { (reader, name) throws(WeightError) in
      if name == "__metadata__" { try readMetadata(&reader) } else { try readTensor(named: name, &reader) }
    }
    try reader.finish()
    try checkPlaces()
  }

  private mutating func readMetadata(_ reader: inout HeaderReader) throws(WeightError) {
    var metadata: [String: String] = [:]
    try reader.object { (reader, key) throws(WeightError) in
      guard metadata.updateValue(try reader.string(), forKey: key) == nil else {
        throw reader.cursor.error(.damaged(.duplicate(key)))
      }
    }
    guard contents.metadata.isEmpty else { throw reader.cursor.error(.damaged(.duplicate("__metadata__"))) }
    contents.metadata = metadata
  }

  /// Reads `{"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]}`, in any order.
  private mutating func readTensor(named name: String, _ reader: inout HeaderReader) throws(WeightError) {
    let whole = reader
    var typeName: String?, shape: [Int]?, offsets: [Int]?
    try reader.object { (reader, key) throws(WeightError) in
      switch key {
      case "dtype" where typeName == nil: typeName = try reader.string()
      case "shape" where shape == nil: shape = try reader.wholeNumbers()
      case "data_offsets" where offsets == nil: offsets = try reader.wholeNumbers()
      default: throw reader.cursor.error(.damaged(.unexpected(UInt8(ascii: "\""), .field)))
      }
    }
    guard let typeName, let shape, let offsets else {
      throw whole.cursor.error(.damaged(.unexpected(UInt8(ascii: "{"), .field)))
    }
    guard let type = ElementType.allCases.first(where: { $0.safetensorsName == typeName }) else {
      throw failure(.unknownType(typeName), name)
    }
    guard offsets.count == 2, offsets[0] <= offsets[1], offsets[1] <= data.count else {
      throw failure(.damaged(.beyondStorage), name)
    }
    let range = data.lowerBound + offsets[0]..<data.lowerBound + offsets[1]
    do throws(WeightError.Damage) {
      let tensor = try StoredTensor(type, shape: shape, storage: range)
      guard tensor.extent == range else { throw .length(range.count, expected: tensor.extent.count) }
      try contents.add(tensor, named: name)
    } catch {
      throw failure(.damaged(error), name)
    }
    places.append((range, name))
  }

  /// Every byte of the data belongs to one tensor.
  private mutating func checkPlaces() throws(WeightError) {
    places.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    var end = data.lowerBound
    for (range, name) in places {
      guard range.lowerBound == end else { throw failure(.damaged(.gap(at: end - data.lowerBound)), name) }
      end = range.upperBound
    }
    guard end == data.upperBound else {
      throw WeightError(.damaged(.length(data.count, expected: end - data.lowerBound)), file: file.path)
    }
  }

  private func failure(_ problem: WeightError.Problem, _ name: String) -> WeightError {
    WeightError(problem, file: file.path, place: .named(name))
  }
}
