import Kernels

/// The sizes of a product of matrices: M × K times K × N is M × N.
public struct ProductShape: Sendable, Hashable {
  /// M.
  public let rows: Int
  /// K, over which is summed.
  public let inner: Int
  /// N.
  public let columns: Int

  public init(rows: Int, inner: Int, columns: Int) {
    require(min(rows, inner, columns), >=, 0, "a matrix has 0 rows and columns or more")
    (self.rows, self.inner, self.columns) = (rows, inner, columns)
  }
}

/// How a matrix lies in memory.
public enum MatrixOrder: Sendable, Hashable {
  /// Row after row.
  case byRows
  /// Column after column: what lies there row after row is its transpose.
  case byColumns
}

// MARK: - A sum for each place

extension TensorScalar {
  /// C += A · B, for C and B row after row.
  ///
  /// Every place of C adds its K products one after the other: only different places are computed side by side.
  ///
  /// - Parameters:
  ///   - a: M × K, row after row or column after column, as `order` says.
  ///   - b: K × N.
  ///   - c: M × N.
  public static func addProduct(
    _ a: Span<Self>, _ order: MatrixOrder, _ b: Span<Self>, to c: inout MutableSpan<Self>, shape: ProductShape
  ) {
    require(a.count, ==, shape.rows * shape.inner, "A is M × K")
    require(b.count, ==, shape.inner * shape.columns, "B is K × N")
    require(c.count, ==, shape.rows * shape.columns, "C is M × N")
    let (toRow, toInner) = order == .byRows ? (shape.inner, 1) : (1, shape.rows)
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        c.withUnsafeMutableBufferPointer { c in
          guard let a = a.baseAddress, let b = b.baseAddress, let c = c.baseAddress else { return }
          addProduct(Factor(start: a, toRow: toRow, toInner: toInner), b, to: c, shape)
        }
      }
    }
  }

  /// In tiles of 4 × 16, and at the edges by the plain loop.
  @inline(__always)
  private static func addProduct(
    _ a: Factor<Self>, _ b: UnsafePointer<Self>, to c: UnsafeMutablePointer<Self>, _ shape: ProductShape
  ) {
    let (tiledRows, tiledColumns) = (shape.rows / 4 * 4, shape.columns / 16 * 16)
    for column in stride(from: 0, to: tiledColumns, by: 16) {
      for row in stride(from: 0, to: tiledRows, by: 4) {
        addTile(a.row(row), b + column, to: c + row * shape.columns + column, shape)
      }
    }
    addPlainly(a, b, to: c, shape, rows: 0..<tiledRows, columns: tiledColumns..<shape.columns)
    addPlainly(a, b, to: c, shape, rows: tiledRows..<shape.rows, columns: 0..<shape.columns)
  }

  /// Four rows and sixteen columns of C, which stay in registers.
  @inline(__always)
  private static func addTile(
    _ a: Factor<Self>, _ b: UnsafePointer<Self>, to c: UnsafeMutablePointer<Self>, _ shape: ProductShape
  ) {
    let n = shape.columns
    var left = (load8(c), load8(c + n), load8(c + 2 * n), load8(c + 3 * n))
    var right = (load8(c + 8), load8(c + n + 8), load8(c + 2 * n + 8), load8(c + 3 * n + 8))
    for k in 0..<shape.inner {
      let (bLeft, bRight) = (load8(b + k * n), load8(b + k * n + 8))
      let a = (a[0, k], a[1, k], a[2, k], a[3, k])
      left = (left.0 + a.0 * bLeft, left.1 + a.1 * bLeft, left.2 + a.2 * bLeft, left.3 + a.3 * bLeft)
      right = (right.0 + a.0 * bRight, right.1 + a.1 * bRight, right.2 + a.2 * bRight, right.3 + a.3 * bRight)
    }
    store8(left.0, to: c)
    store8(right.0, to: c + 8)
    store8(left.1, to: c + n)
    store8(right.1, to: c + n + 8)
    store8(left.2, to: c + 2 * n)
    store8(right.2, to: c + 2 * n + 8)
    store8(left.3, to: c + 3 * n)
    store8(right.3, to: c + 3 * n + 8)
  }

  @inline(__always)
  private static func addPlainly(
    _ a: Factor<Self>, _ b: UnsafePointer<Self>, to c: UnsafeMutablePointer<Self>, _ shape: ProductShape,
    rows: Range<Int>, columns: Range<Int>
  ) {
    for row in rows {
      for k in 0..<shape.inner {
        let factor = a[row, k]
        for column in columns { c[row * shape.columns + column] += factor * b[k * shape.columns + column] }
      }
    }
  }
}

/// A matrix in either order.
private struct Factor<Scalar> {
  let start: UnsafePointer<Scalar>
  let toRow: Int
  let toInner: Int

  @inline(__always)
  subscript(row: Int, inner: Int) -> Scalar { start[row * toRow + inner * toInner] }

  @inline(__always)
  func row(_ row: Int) -> Self { Self(start: start + row * toRow, toRow: toRow, toInner: toInner) }
}
