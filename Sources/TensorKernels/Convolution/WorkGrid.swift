/// Rows × columns × planes of tiles, cut into pieces that threads take one by one.
///
/// Every tile is computed by itself, so how they are cut changes nothing but the time it takes.
struct WorkGrid {
  let rows: Int, columns: Int, planes: Int
  private let rowsEach: Int, columnsEach: Int

  /// A piece has at most eight rows, which stay in the second cache. Where those are too few pieces, columns are cut as well.
  init(rows: Int, columns: Int, planes: Int, threads: Int) {
    (self.rows, self.columns, self.planes) = (rows, columns, planes)
    let wanted = threads == 1 ? 1 : 4 * threads
    rowsEach = min(8, max(1, rows * planes / wanted))
    let pieces = (rows + rowsEach - 1) / rowsEach * planes
    columnsEach = pieces >= wanted ? columns : max(1, columns * pieces / wanted)
  }

  private var rowPieces: Int { (rows + rowsEach - 1) / rowsEach }
  private var columnPieces: Int { (columns + columnsEach - 1) / columnsEach }
  var count: Int { rowPieces * columnPieces * planes }

  subscript(index: Int) -> Piece {
    let row = index % rowPieces * rowsEach
    let column = index / rowPieces % columnPieces * columnsEach
    return Piece(
      rows: row..<min(row + rowsEach, rows), columns: column..<min(column + columnsEach, columns),
      plane: index / rowPieces / columnPieces)
  }

  struct Piece {
    let rows: Range<Int>
    let columns: Range<Int>
    let plane: Int
  }

  /// How many tiles come before those of a piece.
  func tilesBefore(_ piece: Piece) -> Int {
    (piece.plane * columns + piece.columns.lowerBound) * rows + piece.rows.lowerBound * piece.columns.count
  }
}
