/// Reads what `torch.save` writes since PyTorch 1.6: a zip with a pickle, `name/data.pkl`, and the bytes of each storage,
/// `name/data/0` and so on.
///
/// - Source: PyTorch, *torch/serialization.py*.
struct TorchReader {
  private(set) var contents = WeightContents()
  private let file: MappedFile
  private var heap: [PickleObject] = []
  /// How many more values may be visited, bytes of names made, and numbers held, before it is no honest file.
  private var visits: Int, letters: Int, numbers: Int

  private static let depthLimit = 16

  init(_ file: MappedFile) throws(WeightError) {
    self.file = file
    let ranges = try ZipArchive(file).ranges
    let pickles = ranges.keys.filter { $0.hasSuffix("/data.pkl") && $0.split(separator: "/").count == 2 }
    guard pickles.count == 1, let pickle = ranges[pickles[0]] else {
      throw WeightError(.damaged(.noRecord("data.pkl")), file: file.path)
    }
    let folder = pickles[0].dropLast("data.pkl".count)
    if let order = ranges[folder + "byteorder"] {
      guard file.withBytes(in: order, { $0.elementsEqual("little".utf8) }) else {
        throw WeightError(.bigEndian, file: file.path)
      }
    }
    (visits, letters, numbers) = (pickle.count, 16 * pickle.count, max(4 * file.count, 1 << 20))

    var storages: [Substring: Range<Int>] = [:]
    for (name, range) in ranges where name.hasPrefix(folder + "data/") {
      storages[name.dropFirst(folder.count + "data/".count)] = range
    }
    var reader = PickleReader(ByteCursor(file, pickle, part: "data.pkl")) { key throws(WeightError) in
      guard let range = storages[key[...]] else {
        throw WeightError(.damaged(.noRecord("data/\(key)")), file: file.path)
      }
      return range
    }
    let root = try reader.read()
    heap = reader.heap
    do throws(WeightError.Damage) {
      try collect(root, named: "", depth: 0)
    } catch {
      throw WeightError(.damaged(error), file: file.path, place: .named("data.pkl"))
    }
    guard !contents.names.isEmpty else { throw WeightError(.noWeights, file: file.path) }
  }

  /// Takes the tensors from dictionaries and lists within each other.
  private mutating func collect(_ value: PickleValue, named name: String, depth: Int) throws(WeightError.Damage) {
    guard case .object(let index) = value else { return }
    guard depth <= Self.depthLimit else { throw .tooDeep }
    switch heap[index] {
    case .storage: break
    case .tensor(let tensor):
      guard depth > 0 else { return }
      guard tensor.count <= numbers else { throw .tooManyNumbers }
      numbers -= tensor.count
      try contents.add(tensor, named: name)
    case .list(let values):
      for place in values.indices { try collect(values[place], below: name, key: "\(place)", depth: depth) }
    case .dictionary(let members):
      for start in stride(from: 0, to: members.count, by: 2) {
        switch members[start] {
        case .text(let key): try collect(members[start + 1], below: name, key: key, depth: depth)
        case .integer(let key): try collect(members[start + 1], below: name, key: "\(key)", depth: depth)
        default: throw .operand
        }
      }
    }
  }

  private mutating func collect(
    _ value: PickleValue, below parent: String, key: String, depth: Int
  ) throws(WeightError.Damage) {
    visits -= 1
    guard visits >= 0 else { throw .endless }
    guard case .object = value else { return }
    let name = parent.isEmpty ? key : parent + "." + key
    letters -= name.utf8.count
    guard letters >= 0 else { throw .endless }
    try collect(value, named: name, depth: depth + 1)
  }
}
