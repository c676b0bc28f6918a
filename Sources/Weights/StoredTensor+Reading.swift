import Tensors

extension StoredTensor {
  /// The tensor's numbers, row after row, each the nearest `Scalar` to what the file says.
  @inline(__always)
  func scalars<Scalar: TensorScalar>(from file: MappedFile) -> [Scalar] {
    switch type {
    case .float64: gather(file) { (bits: UInt64) in Scalar(Double(bitPattern: bits)) }
    case .float32: gather(file) { (bits: UInt32) in Scalar(Float(bitPattern: bits)) }
    case .float16: gather(file) { (bits: UInt16) in Scalar(float(half: bits)) }
    case .bfloat16: gather(file) { (bits: UInt16) in Scalar(Float(bitPattern: UInt32(bits) << 16)) }
    case .int64: gather(file) { (number: Int64) in Scalar(number) }
    case .int32: gather(file) { (number: Int32) in Scalar(number) }
    case .int16: gather(file) { (number: Int16) in Scalar(number) }
    case .int8: gather(file) { (number: Int8) in Scalar(number) }
    case .uint8: gather(file) { (number: UInt8) in Scalar(number) }
    case .bool: gather(file) { (byte: UInt8) in byte == 0 ? 0 : 1 }
    }
  }

  /// The tensor's numbers, row after row; nil where its type is one of fractions.
  func integers(from file: MappedFile) -> [Int]? {
    switch type {
    case .float64, .float32, .float16, .bfloat16: nil
    case .int64: gather(file) { (number: Int64) in Int(number) }
    case .int32: gather(file) { (number: Int32) in Int(number) }
    case .int16: gather(file) { (number: Int16) in Int(number) }
    case .int8: gather(file) { (number: Int8) in Int(number) }
    case .uint8: gather(file) { (number: UInt8) in Int(number) }
    case .bool: gather(file) { (byte: UInt8) in byte == 0 ? 0 : 1 }
    }
  }

  /// Walks over the tensor, row after row, wherever its numbers lie.
  @inline(__always)
  private func gather<Bits: FixedWidthInteger, Number>(_ file: MappedFile, _ number: (Bits) -> Number) -> [Number] {
    file.expect(extent)
    let numbers = [Number](unsafeUninitializedCapacity: count) { buffer, initialized in
      file.withBytes(in: extent) { bytes in
        func bits(at place: Int) -> Bits {
          Bits(littleEndian: bytes.loadUnaligned(fromByteOffset: place &* MemoryLayout<Bits>.size, as: Bits.self))
        }
        if isInRows {
          for index in 0..<count { buffer.initializeElement(at: index, to: number(bits(at: index))) }
        } else {
          var walk = Walk(self)
          for index in 0..<count {
            buffer.initializeElement(at: index, to: number(bits(at: walk.place)))
            walk.advance()
          }
        }
      }
      initialized = count
    }
    file.release(extent)
    return numbers
  }

  /// The way through a tensor whose numbers do not lie row after row: the last index runs fastest.
  private struct Walk {
    let shape: [Int], strides: [Int]
    var indices: [Int]
    var place = 0

    init(_ tensor: StoredTensor) {
      (shape, strides) = (tensor.shape, tensor.strides)
      indices = [Int](repeating: 0, count: shape.count)
    }

    mutating func advance() {
      for dimension in shape.indices.reversed() {
        indices[dimension] += 1
        place += strides[dimension]
        if indices[dimension] < shape[dimension] { return }
        place -= strides[dimension] * shape[dimension]
        indices[dimension] = 0
      }
    }
  }
}
