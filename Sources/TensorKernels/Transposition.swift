import Kernels

/// A matrix within some numbers that is written transposed into others.
public struct Transposition: Sendable, Hashable {
  public let rows, columns: Int
  /// Where the matrix begins, and where the transposed one is to begin.
  public let from, to: Int

  public init(rows: Int, columns: Int, from: Int = 0, to: Int = 0) {
    require(min(rows, columns, from, to), >=, 0, "lengths and places are 0 or more")
    (self.rows, self.columns, self.from, self.to) = (rows, columns, from, to)
  }
}

extension TensorScalar {
  /// y[to + c · rows + r] = x[from + r · columns + c], in squares that stay near the processor.
  public static func transpose(_ x: Span<Self>, _ matrix: Transposition, into y: inout MutableSpan<Self>) {
    let (rows, columns) = (matrix.rows, matrix.columns)
    require(matrix.from + rows * columns, <=, x.count, "the matrix lies within the numbers")
    require(matrix.to + rows * columns, <=, y.count, "the transposed matrix lies within the numbers")
    let side = 16
    x.withUnsafeBufferPointer { x in
      y.withUnsafeMutableBufferPointer { y in
        for top in stride(from: 0, to: rows, by: side) {
          for left in stride(from: 0, to: columns, by: side) {
            for column in left..<min(left + side, columns) {
              for row in top..<min(top + side, rows) {
                y[matrix.to + column * rows + row] = x[matrix.from + row * columns + column]
              }
            }
          }
        }
      }
    }
  }
}
