/// Stack, heap and memory of the machine.
extension PickleReader {
  mutating func push(_ value: PickleValue) throws(WeightError) {
    guard stack.count < Self.limit else { throw failure(.tooLarge) }
    stack.append(value)
  }

  mutating func make(_ object: PickleObject) throws(WeightError) {
    guard heap.count < Self.limit else { throw failure(.tooLarge) }
    heap.append(object)
    try push(.object(heap.count - 1))
  }

  /// The value on top; what lies below a mark is out of reach.
  func top() throws(WeightError) -> PickleValue {
    guard stack.count > marks.last ?? 0, let value = stack.last else { throw failure(.operand) }
    return value
  }

  mutating func pop() throws(WeightError) -> PickleValue {
    let value = try top()
    stack.removeLast()
    return value
  }

  /// The topmost values, the lowest first.
  mutating func pop(_ count: Int) throws(WeightError) -> [PickleValue] {
    guard stack.count - (marks.last ?? 0) >= count else { throw failure(.operand) }
    defer { stack.removeLast(count) }
    return Array(stack.suffix(count))
  }

  mutating func popToMark() throws(WeightError) -> [PickleValue] {
    guard let mark = marks.popLast() else { throw failure(.operand) }
    defer { stack.removeSubrange(mark...) }
    return Array(stack[mark...])
  }

  mutating func remember(_ key: Int) throws(WeightError) {
    guard memo.count < Self.limit else { throw failure(.tooLarge) }
    memo[key] = try top()
  }

  mutating func recall(_ key: Int) throws(WeightError) {
    guard let value = memo[key] else { throw failure(.operand) }
    try push(value)
  }

  /// Appends values to the list on top.
  mutating func append(_ values: [PickleValue]) throws(WeightError) {
    guard case .object(let index) = try top(), case .list(var list) = heap[index] else { throw failure(.operand) }
    heap[index] = .list([])  // what is held twice would be copied
    list += values
    heap[index] = .list(list)
  }

  /// Appends keys and values, in turn, to the dictionary on top.
  mutating func insert(_ values: [PickleValue]) throws(WeightError) {
    guard case .object(let index) = try top(), case .dictionary(var members) = heap[index],
      values.count.isMultiple(of: 2)
    else { throw failure(.operand) }
    heap[index] = .dictionary([])
    members += values
    heap[index] = .dictionary(members)
  }
}
