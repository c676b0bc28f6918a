import CProcessor
import Kernels

/// Where the sums of a tile go, and what is done to them on the way: y = max(sum + bias + residual, lowest), and 0 where a mask is not
/// above 0.
struct TileTarget {
  /// Of the tile's first row and first 16 columns; rows lie 16 apart.
  let y: UnsafeMutablePointer<Float>
  /// How far it is from 16 columns to the next 16.
  let plane: Int
  /// How many rows of the tile there are in y; those behind them are dropped,
  let rows: Int
  /// and how many sixteens of columns.
  let blocks: Int
  /// One for each column.
  let bias: UnsafePointer<Float>
  /// What is added, laid out as y is.
  let residual: UnsafePointer<Float>?
  /// Laid out as y is.
  var mask: UnsafePointer<Float>?
  /// 0 behind a rectifier, else −infinity.
  let lowest: FloatVector

  /// Has what will be overwritten and added fetched, while sums are still computed.
  @inline(__always)
  func fetch() {
    for block in 0..<blocks {
      for row in 0..<rows {
        let place = block * plane + row * 16
        workbook_fetch_to_write(y + place)
        if let residual { workbook_fetch_to_read(residual + place) }
        if let mask { workbook_fetch_to_read(mask + place) }
      }
    }
  }

  @inline(__always)
  func store(_ sum: FloatVector, row: Int, block: Int) {
    guard row < rows, block < blocks else { return }
    let place = block * plane + row * 16
    var sum = sum + load(bias + 16 * block)
    if let residual { sum += load(residual + place) }
    if let mask { sum.replace(with: FloatVector.zero, where: load(mask + place) .<= 0) }
    Kernels.store(sum.replacing(with: lowest, where: sum .< lowest), to: y + place)
  }
}
