/// Sixteen `Float` at a time, on every processor.
///
/// The compiler splits them into two or four registers where those are narrower, which keeps them busy: measured on AVX-512,
/// AVX2 and baseline x86-64, loops over 8 or 4 at a time, although they fit one register, took as long or longer.
public typealias FloatVector = SIMD16<Float>

/// Eight `Double` at a time: one half of a `FloatVector`.
public typealias DoubleVector = SIMD8<Double>

/// The bit patterns of a `FloatVector`.
public typealias FloatVectorBits = SIMD16<UInt32>

extension FloatVector {
  @inlinable
  public init(bits: FloatVectorBits) {
    self = unsafeBitCast(bits, to: FloatVector.self)
  }

  @inlinable
  public var bits: FloatVectorBits {
    @inline(__always) get { unsafeBitCast(self, to: FloatVectorBits.self) }
  }

  /// The sign bits alone; of −0 as well.
  @inlinable
  public var signs: FloatVectorBits {
    @inline(__always) get { bits & 0x8000_0000 }
  }

  @inlinable
  public var magnitudes: FloatVector {
    @inline(__always) get { FloatVector(bits: bits & 0x7fff_ffff) }
  }

  /// Each number with its sign changed where `signs` has the sign bit.
  @inlinable
  @inline(__always)
  public func flipped(by signs: FloatVectorBits) -> FloatVector {
    FloatVector(bits: bits ^ signs)
  }
}

// MARK: - a · b + c

/// a · b + c, in one instruction where the processor has it, in two otherwise.
@inlinable
@inline(__always)
public func multiplyAdd(_ a: FloatVector, _ b: FloatVector, _ c: FloatVector) -> FloatVector {
  Processor.fusesMultiplyAdd ? c.addingProduct(a, b) : a * b + c
}

/// a · b + c with one c for all: a step of Horner's scheme.
@inlinable
@inline(__always)
public func multiplyAdd(_ a: FloatVector, _ b: FloatVector, _ c: Float) -> FloatVector {
  multiplyAdd(a, b, FloatVector(repeating: c))
}

/// a · b + c, in one instruction where the processor has it, in two otherwise.
@inlinable
@inline(__always)
public func multiplyAdd(_ a: DoubleVector, _ b: DoubleVector, _ c: DoubleVector) -> DoubleVector {
  Processor.fusesMultiplyAdd ? c.addingProduct(a, b) : a * b + c
}

/// a · b + c with one c for all: a step of Horner's scheme.
@inlinable
@inline(__always)
public func multiplyAdd(_ a: DoubleVector, _ b: DoubleVector, _ c: Double) -> DoubleVector {
  multiplyAdd(a, b, DoubleVector(repeating: c))
}
