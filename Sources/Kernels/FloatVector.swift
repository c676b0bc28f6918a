/// Sixteen `Float` at a time, on every processor.
///
/// The compiler splits them into two or four registers where those are narrower, which keeps them busy: measured on AVX-512,
/// AVX2 and baseline x86-64, loops over 8 or 4 at a time, although they fit one register, took as long or longer.
@usableFromInline package typealias FloatVector = SIMD16<Float>

/// The bit patterns of a `FloatVector`.
typealias FloatVectorBits = SIMD16<UInt32>

/// Sixteen numbers from `pointer` on, which need not be aligned.
@inlinable @inline(__always)
package func load(_ pointer: UnsafePointer<Float>) -> FloatVector {
  UnsafeRawPointer(pointer).loadUnaligned(as: FloatVector.self)
}

/// Writes sixteen numbers from `pointer` on, which need not be aligned.
@inlinable @inline(__always)
package func store(_ vector: FloatVector, to pointer: UnsafeMutablePointer<Float>) {
  UnsafeMutableRawPointer(pointer).storeBytes(of: vector, as: FloatVector.self)
}
