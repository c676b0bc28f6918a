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
  /// y[to + c · rows + r] = x[from + r · columns + c], in squares that stay near the processor, some at the same time.
  public static func transpose(_ x: Span<Self>, _ matrix: Transposition, into y: inout MutableSpan<Self>) {
    let (rows, columns) = (matrix.rows, matrix.columns)
    require(matrix.from + rows * columns, <=, x.count, "the matrix lies within the numbers")
    require(matrix.to + rows * columns, <=, y.count, "the transposed matrix lies within the numbers")
    let side = 16
    withPointers(x, &y) { x, y in
      nonisolated(unsafe) let (x, y) = (x + matrix.from, y + matrix.to)
      let across = (columns + side - 1) / side, threads = rows * columns < fewNumbers ? 1 : Processor.threads
      parallelFor(across * ((rows + side - 1) / side), threads: threads) { index in
        let (top, left) = (index / across * side, index % across * side)
        for column in left..<min(left + side, columns) {
          for row in top..<min(top + side, rows) { y[column * rows + row] = x[row * columns + column] }
        }
      }
    }
  }
}
