import Kernels

// MARK: - Products of rows with rows

extension TensorScalar {
  /// C += A · Bᵀ: every row of A times every row of B.
  ///
  /// Each product of two rows is added in eight lanes, then the lanes are added, and at last what is left behind a multiple of
  /// eight.
  ///
  /// - Parameters:
  ///   - a: M × K.
  ///   - b: N × K.
  ///   - c: M × N.
  public static func addProductOfRows(
    _ a: Span<Self>, _ b: Span<Self>, to c: inout MutableSpan<Self>, shape: ProductShape
  ) {
    require(a.count, ==, shape.rows * shape.inner, "A is M × K")
    require(b.count, ==, shape.columns * shape.inner, "B is N × K")
    require(c.count, ==, shape.rows * shape.columns, "C is M × N")
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        c.withUnsafeMutableBufferPointer { c in
          guard let a = a.baseAddress, let b = b.baseAddress, let c = c.baseAddress else { return }
          addProductOfRows(a, b, to: c, shape)
        }
      }
    }
  }

  /// Four rows of B at a time; those left over one by one.
  @inline(__always)
  private static func addProductOfRows(
    _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>, to c: UnsafeMutablePointer<Self>, _ shape: ProductShape
  ) {
    let length = shape.inner
    for column in stride(from: 0, to: shape.columns / 4 * 4, by: 4) {
      let b = b + column * length
      for row in 0..<shape.rows {
        let four = dots(a + row * length, b, b + length, b + 2 * length, b + 3 * length, count: length)
        let c = c + row * shape.columns + column
        (c[0], c[1], c[2], c[3]) = (c[0] + four.0, c[1] + four.1, c[2] + four.2, c[3] + four.3)
      }
    }
    for column in shape.columns / 4 * 4..<shape.columns {
      for row in 0..<shape.rows {
        c[row * shape.columns + column] += dot(a + row * length, b + column * length, count: length)
      }
    }
  }

  @inline(__always)
  private static func dots(
    _ a: UnsafePointer<Self>, _ b0: UnsafePointer<Self>, _ b1: UnsafePointer<Self>, _ b2: UnsafePointer<Self>,
    _ b3: UnsafePointer<Self>, count: Int
  ) -> (Self, Self, Self, Self) {
    var s0 = SIMD8<Self>.zero, s1 = s0, s2 = s0, s3 = s0
    for k in stride(from: 0, to: count / 8 * 8, by: 8) {
      let a = load8(a + k)
      (s0, s1) = (s0 + a * load8(b0 + k), s1 + a * load8(b1 + k))
      (s2, s3) = (s2 + a * load8(b2 + k), s3 + a * load8(b3 + k))
    }
    var sums = (total(s0), total(s1), total(s2), total(s3))
    for k in count / 8 * 8..<count {
      sums = (sums.0 + a[k] * b0[k], sums.1 + a[k] * b1[k], sums.2 + a[k] * b2[k], sums.3 + a[k] * b3[k])
    }
    return sums
  }

  @inline(__always)
  private static func dot(_ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>, count: Int) -> Self {
    var lanes = SIMD8<Self>.zero
    for k in stride(from: 0, to: count / 8 * 8, by: 8) { lanes += load8(a + k) * load8(b + k) }
    var sum = total(lanes)
    for k in count / 8 * 8..<count { sum += a[k] * b[k] }
    return sum
  }

  /// Σ xⱼ yⱼ, added in the same way.
  public static func dot(_ x: Span<Self>, _ y: Span<Self>) -> Self {
    require(x.count, ==, y.count, "both have as many numbers")
    let count = x.count
    return x.withUnsafeBufferPointer { x in
      y.withUnsafeBufferPointer { y in
        guard let x = x.baseAddress, let y = y.baseAddress else { return 0 }
        return dot(x, y, count: count)
      }
    }
  }
}
