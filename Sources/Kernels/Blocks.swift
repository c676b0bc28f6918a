/// How long vectors are cut for threads and sums: always at the same places, however many threads there are.
@usableFromInline
enum Blocks {
  /// 1024 numbers, a multiple of sixteen: with the buffers beside them they stay in the nearest cache.
  static let size = 1024

  @usableFromInline
  static func count(_ elements: Int) -> Int {
    (elements + size - 1) / size
  }

  static func elements(ofBlock block: Int, of count: Int) -> Range<Int> {
    block * size..<min((block + 1) * size, count)
  }
}

// MARK: - Sixteen numbers in memory

@inlinable
@inline(__always)
func load(_ pointer: UnsafePointer<Float>) -> FloatVector {
  UnsafeRawPointer(pointer).loadUnaligned(as: FloatVector.self)
}

@inlinable
@inline(__always)
func store(_ vector: FloatVector, to pointer: UnsafeMutablePointer<Float>) {
  UnsafeMutableRawPointer(pointer).storeBytes(of: vector, as: FloatVector.self)
}
