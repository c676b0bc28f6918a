/// How long vectors are cut for threads and sums: always at the same places, however many threads there are.
@usableFromInline
enum Blocks {
  /// 2048 numbers, a multiple of sixteen: with the buffers beside them they stay in the first-level cache.
  @usableFromInline static var size: Int {
    @inline(__always) get { 2048 }
  }

  @inlinable
  static func count(_ elements: Int) -> Int {
    (elements + size - 1) / size
  }

  @inlinable
  static func elements(ofBlock block: Int, of count: Int) -> Range<Int> {
    block * size..<min((block + 1) * size, count)
  }
}

/// Sixteen numbers from `start` on. Beyond `count` there are zeros.
@inlinable
@inline(__always)
func load(_ pointer: UnsafePointer<Float>, from start: Int, count: Int) -> FloatVector {
  if start + FloatVector.scalarCount <= count {
    return UnsafeRawPointer(pointer + start).loadUnaligned(as: FloatVector.self)
  }
  var vector = FloatVector.zero
  for lane in 0..<count - start { vector[lane] = pointer[start + lane] }
  return vector
}

/// Writes sixteen numbers from `start` on, but none beyond `count`.
@inlinable
@inline(__always)
func store(_ vector: FloatVector, to pointer: UnsafeMutablePointer<Float>, from start: Int, count: Int) {
  if start + FloatVector.scalarCount <= count {
    UnsafeMutableRawPointer(pointer + start).storeBytes(of: vector, as: FloatVector.self)
  } else {
    for lane in 0..<count - start { pointer[start + lane] = vector[lane] }
  }
}
