/// Sums over any rectangle of a picture in four look-ups, however large it is.
///
/// - Source: Crow, *Summed-area tables for texture mapping*, SIGGRAPH 1984.
struct SummedAreaTable {
  /// `sums[y * stride + x]` is the sum of all values above and left of (x, y).
  private let sums: [Double]
  private let stride: Int

  /// - Parameter values: side × side of them, row by row.
  init(side: Int, values: [Double]) {
    let stride = side + 1
    var sums = [Double](repeating: 0, count: stride * stride)
    for y in 0..<side {
      var row = 0.0
      for x in 0..<side {
        row += values[y * side + x]
        sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1] + row
      }
    }
    (self.sums, self.stride) = (sums, stride)
  }

  /// The sum over columns × rows around the point (x, y): `columns` and `rows` are offsets from it.
  @inline(__always)
  func sum(x: Int, y: Int, columns: ClosedRange<Int>, rows: ClosedRange<Int>) -> Double {
    let top = (y + rows.lowerBound) * stride + x
    let bottom = (y + rows.upperBound + 1) * stride + x
    let left = columns.lowerBound, right = columns.upperBound + 1
    return (sums[bottom + right] - sums[bottom + left]) - (sums[top + right] - sums[top + left])
  }
}
