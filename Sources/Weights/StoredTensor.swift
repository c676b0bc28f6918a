/// Where a tensor lies in a file, and how: known before any of its numbers is read.
public struct StoredTensor: Sendable, Hashable {
  public let type: ElementType
  /// How long each dimension is.
  public let shape: [Int]
  /// How many numbers it has.
  public let count: Int
  /// How many numbers of the storage lie between neighbours along each dimension.
  let strides: [Int]
  /// The bytes of the file from its first number to its last.
  let extent: Range<Int>

  /// - Parameters:
  ///   - strides: nil for row after row.
  ///   - storage: the bytes of the file that several tensors may share.
  ///   - offset: how many numbers of the storage lie before the first one.
  /// - Throws: what is wrong; the caller knows where.
  init(
    _ type: ElementType, shape: [Int], strides: [Int]? = nil, storage: Range<Int>, offset: Int = 0
  ) throws(WeightError.Damage) {
    guard let count = product(shape), shape.count <= Self.rankLimit else { throw .shape(Array(shape.prefix(8))) }
    let rows = rowStrides(of: shape)
    let given = strides ?? rows
    guard given.count == shape.count, offset >= 0, (given.min() ?? 0) >= 0 else { throw .strides }

    // Where the last number lies. A dimension of length 1 may have any stride: nobody walks along it.
    let used = zip(given, shape).map { stride, length in length > 1 && count > 0 ? stride : 0 }
    var end = count == 0 ? offset : offset &+ 1
    for (stride, length) in zip(used, shape) where stride > 0 {
      let (way, isTooFar) = stride.multipliedReportingOverflow(by: length - 1)
      let (sum, isTooLarge) = end.addingReportingOverflow(way)
      guard !isTooFar, !isTooLarge else { throw .strides }
      end = sum
    }
    guard end >= offset, end <= storage.count / type.size else { throw .beyondStorage }
    (self.type, self.shape, self.count, self.strides) = (type, shape, count, used)
    extent = storage.lowerBound + offset * type.size..<storage.lowerBound + end * type.size
  }

  /// PyTorch allows as many dimensions.
  static let rankLimit = 64

  /// Whether its numbers lie row after row, with nothing between them.
  var isInRows: Bool {
    extent.count == count * type.size && zip(strides, rowStrides(of: shape)).allSatisfy { $0 == 0 || $0 == $1 }
  }
}

/// The product of lengths of 0 or more; nil where one is negative, or the product too large on the way from first to last.
func product(_ lengths: [Int]) -> Int? {
  var product = 1
  for length in lengths {
    let (next, isTooLarge) = product.multipliedReportingOverflow(by: length)
    guard length >= 0, !isTooLarge else { return nil }
    product = next
  }
  return product
}

/// The strides of numbers that lie row after row, for lengths whose product fits into `Int`.
private func rowStrides(of shape: [Int]) -> [Int] {
  var strides = [Int](repeating: 1, count: shape.count)
  for index in shape.indices.dropLast().reversed() { strides[index] = strides[index + 1] &* shape[index + 1] }
  return strides
}
