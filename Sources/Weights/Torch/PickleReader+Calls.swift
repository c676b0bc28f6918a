/// What a pickle asks for by name, done here in Swift for the few names that are known.
extension PickleReader {
  func callable(module: String, name: String) throws(WeightError) -> PickleValue {
    if let callable = PickleCallable(module: module, name: name) { return .callable(callable) }
    let isType = name.hasSuffix("Storage") || ["uint", "float", "complex"].contains(where: name.hasPrefix)
    throw module == "torch" && isType ? failure(.unknownType("torch.\(name)")) : refusal(module: module, name: name)
  }

  mutating func callableFromStack() throws(WeightError) -> PickleValue {
    guard case .text(let name) = try pop(), case .text(let module) = try pop() else { throw failure(.operand) }
    return try callable(module: module, name: name)
  }

  func refusal(module: String, name: String) -> WeightError { failure(.refused("\(module).\(name)")) }

  /// Calls what lies below its arguments.
  mutating func call() throws(WeightError) {
    let arguments = try list(pop())
    guard case .callable(let callable) = try pop() else { throw failure(.operand) }
    switch callable {
    case .orderedDictionary where arguments.isEmpty: try make(.dictionary([]))
    case .size where arguments.count == 1: try push(arguments[0])
    case .tensor where (5...7).contains(arguments.count): try makeTensor(arguments, type: nil)
    case .typedTensor where (7...8).contains(arguments.count):
      guard case .callable(.type(let type)) = arguments[6] else { throw failure(.operand) }
      try makeTensor(arguments, type: type)
    case .parameter where arguments.count == 3:
      guard case .object(let index) = arguments[0], case .tensor = heap[index] else { throw failure(.operand) }
      try push(arguments[0])
    default: throw failure(.operand)
    }
  }

  /// Gives an object attributes. A dictionary of tensors has some, such as its version: nothing depends on them.
  mutating func build() throws(WeightError) {
    _ = try pop()
    guard case .object(let index) = try top(), case .dictionary = heap[index] else { throw failure(.operand) }
  }

  /// The bytes that `('storage', type, key, place, count)` means.
  func storage(_ identifier: PickleValue) throws(WeightError) -> PickleStorage {
    let parts = try list(identifier)
    guard parts.count == 5, parts[0] == .text("storage"), case .callable(let callable) = parts[1],
      case .text(let key) = parts[2], key.utf8.count < 256, case .integer(let count) = parts[4], count >= 0
    else { throw failure(.operand) }
    let type: ElementType?
    switch callable {
    case .storage(let element): type = element
    case .bytes: type = nil
    default: throw failure(.operand)
    }
    let bytes = try storageRange(key)
    let (length, isTooLarge) = count.multipliedReportingOverflow(by: type?.size ?? 1)
    guard !isTooLarge else { throw failure(.hugeNumber) }
    guard bytes.count == length else { throw failure(.length(bytes.count, expected: length)) }
    return PickleStorage(type: type, bytes: bytes)
  }

  /// Makes a tensor of storage, offset, shape and strides.
  private mutating func makeTensor(_ arguments: [PickleValue], type: ElementType?) throws(WeightError) {
    guard case .object(let index) = arguments[0], case .storage(let storage) = heap[index],
      case .integer(let offset) = arguments[1], let type = storage.type ?? type
    else { throw failure(.operand) }
    let shape = try integers(arguments[2]), strides = try integers(arguments[3])
    let tensor: StoredTensor
    do throws(WeightError.Damage) {
      tensor = try StoredTensor(type, shape: shape, strides: strides, storage: storage.bytes, offset: offset)
    } catch {
      throw failure(error)
    }
    try make(.tensor(tensor))
  }

  private func list(_ value: PickleValue) throws(WeightError) -> [PickleValue] {
    guard case .object(let index) = value, case .list(let values) = heap[index] else { throw failure(.operand) }
    return values
  }

  private func integers(_ value: PickleValue) throws(WeightError) -> [Int] {
    let values = try list(value)
    guard values.count <= StoredTensor.rankLimit else { throw failure(.strides) }
    var integers: [Int] = []
    for value in values {
      guard case .integer(let integer) = value else { throw failure(.operand) }
      integers.append(integer)
    }
    return integers
  }
}
