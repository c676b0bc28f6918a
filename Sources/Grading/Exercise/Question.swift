/// The arguments of one call, as the numbers that go to the reader's program.
public struct Question: Sendable, Hashable {
  public private(set) var numbers: [Double] = []

  public init(_ write: (inout Question) -> Void) { write(&self) }

  public mutating func number(_ number: Double) { numbers.append(number) }
  public mutating func whole(_ number: Int) { numbers.append(Double(number)) }
  public mutating func flag(_ flag: Bool) { numbers.append(flag ? 1 : 0) }

  /// A list: its length goes first.
  public mutating func list(_ list: [Double]) {
    whole(list.count)
    numbers += list
  }

  /// Rows of any lengths, a list each: boxes, the rows of an image.
  public mutating func rows(_ rows: [[Double]]) {
    whole(rows.count)
    rows.forEach { list($0) }
  }

  /// Reads it from the start.
  public var reader: QuestionReader { QuestionReader(numbers) }
}

/// Reads a question's numbers in the order in which they were written.
///
/// The reader's program has the same verbs. Past the end it gives NaN, zero, false and empty lists, so that no question can
/// stop a judge.
public struct QuestionReader: Sendable {
  private var rest: ArraySlice<Double>

  init(_ numbers: [Double]) { rest = numbers[...] }

  public mutating func number() -> Double { rest.popFirst() ?? .nan }
  public mutating func whole() -> Int { Int(exactly: number()) ?? 0 }
  public mutating func flag() -> Bool { number() == 1 }

  public mutating func list() -> [Double] {
    let count = min(max(whole(), 0), rest.count)
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }

  public mutating func rows() -> [[Double]] {
    (0..<min(max(whole(), 0), rest.count)).map { _ in list() }
  }
}
