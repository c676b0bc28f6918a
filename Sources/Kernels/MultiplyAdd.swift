/// a · b + c, in one instruction where the processor has it, in two otherwise.
@inlinable @inline(__always)
package func multiplyAdd(_ a: Float, _ b: Float, _ c: Float) -> Float {
  Processor.fusesMultiplyAdd ? c.addingProduct(a, b) : a * b + c
}

/// a · b + c, in one instruction where the processor has it, in two otherwise.
@inlinable @inline(__always)
package func multiplyAdd(_ a: Double, _ b: Double, _ c: Double) -> Double {
  Processor.fusesMultiplyAdd ? c.addingProduct(a, b) : a * b + c
}

/// a · b + c in each lane, in one instruction where the processor has it, in two otherwise.
@inlinable @inline(__always)
package func multiplyAdd(_ a: FloatVector, _ b: FloatVector, _ c: FloatVector) -> FloatVector {
  Processor.fusesMultiplyAdd ? c.addingProduct(a, b) : a * b + c
}

/// a · b + c in each lane, for the same a in all of them.
@inlinable @inline(__always)
package func multiplyAdd(_ a: Float, _ b: FloatVector, _ c: FloatVector) -> FloatVector {
  multiplyAdd(FloatVector(repeating: a), b, c)
}
