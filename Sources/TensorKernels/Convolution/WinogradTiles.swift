import CProcessor

/// The tiles of 4 × 4 places that cover what some 3×3 convolutions give, one after the other, and where each sees what goes in.
struct WinogradTiles: @unchecked Sendable {
  /// How many there are.
  let count: Int
  private let covers: [Cover]

  /// The tiles of one convolution's pictures.
  private struct Cover {
    /// How many tiles come before.
    let first: Int
    let x: BlockedPlanes, y: BlockedPlanes
    let padding: Int

    var across: Int { (y.width + 3) / 4 }
    var down: Int { (y.height + 3) / 4 }
    var count: Int { y.pictures * down * across }

    @inline(__always)
    func place(_ tile: Int) -> (picture: Int, row: Int, column: Int) {
      let tile = tile - first
      return (tile / (down * across), tile / across % down * 4, tile % across * 4)
    }
  }

  /// - Parameter pictures: what goes into each convolution and what comes out.
  init(_ pictures: [(x: BlockedPlanes, y: BlockedPlanes)], padding: Int) {
    var covers: [Cover] = []
    for (x, y) in pictures {
      let first = covers.last.map { $0.first + $0.count } ?? 0
      covers.append(Cover(first: first, x: x, y: y, padding: padding))
    }
    self.covers = covers
    count = covers.last.map { $0.first + $0.count } ?? 0
  }

  /// To which of the convolutions a tile belongs.
  @inline(__always)
  private func index(of tile: Int) -> Int {
    var index = covers.count - 1
    while covers[index].first > tile { index -= 1 }
    return index
  }

  // MARK: - Into Winograd's room

  /// Room for the square of places that a tile sees.
  static func withSquare(_ body: (UnsafeMutablePointer<Float>) -> Void) {
    withUnsafeTemporaryAllocation(byteCount: 36 * 64, alignment: 64) { room in
      guard let square = room.baseAddress?.bindMemory(to: Float.self, capacity: 36 * 16) else { return }
      body(square)
    }
  }

  /// Bᵀ d B for the 6 × 6 places that a tile sees; beyond the edge there is 0.
  ///
  /// - Parameter square: see `withSquare`.
  @inline(__always)
  func transformInput(
    _ tile: Int, block: Int, square: UnsafeMutablePointer<Float>, to v: UnsafeMutablePointer<Float>, apart step: Int
  ) {
    let cover = covers[index(of: tile)], (picture, row, column) = cover.place(tile)
    let (seen, toRow) = cover.x.square(
      of: 6, block, ofPicture: picture, top: row - cover.padding, left: column - cover.padding, room: square)
    TensorKernels.transformInput(seen, toRow: toRow, to: v, apart: step)
  }

  /// Has what `transformInput` will see fetched, apart from what the tile before sees as well.
  @inline(__always)
  func fetchInput(_ tile: Int, block: Int) {
    let cover = covers[index(of: tile)], (picture, row, column) = cover.place(tile), x = cover.x
    let from = x.plane(block, ofPicture: picture) + (column - cover.padding + 2) * 16
    for i in max(row - cover.padding, 0)..<min(row - cover.padding + 6, x.height) {
      for j in 0..<4 { workbook_fetch_to_read(from + (i * x.width + j) * 16) }
    }
  }

  /// A dy Aᵀ for the 4 × 4 slopes of a tile, where dy take the places of y.
  @inline(__always)
  func transformSlope(
    _ tile: Int, block: Int, square: UnsafeMutablePointer<Float>, to v: UnsafeMutablePointer<Float>, apart step: Int
  ) {
    let cover = covers[index(of: tile)], (picture, row, column) = cover.place(tile)
    let (seen, toRow) = cover.y.square(of: 4, block, ofPicture: picture, top: row, left: column, room: square)
    TensorKernels.transformSlope(seen, toRow: toRow, to: v, apart: step)
  }

  // MARK: - And back

  /// Has what `transformOutput` will overwrite fetched.
  @inline(__always)
  func fetchOutput(_ tile: Int, block: Int) {
    let cover = covers[index(of: tile)], (picture, row, column) = cover.place(tile), y = cover.y
    let to = y.plane(block, ofPicture: picture) + column * 16
    for i in row..<min(row + 4, y.height) {
      for j in 0..<4 { workbook_fetch_to_write(to + (i * y.width + j) * 16) }
    }
  }

  /// Aᵀ m A, finished as its step says and written where the tile lies; what reaches over the edge is dropped.
  ///
  /// - Parameter steps: the convolutions, in the order in which the tiles were given theirs.
  @inline(__always)
  func transformOutput(
    _ m: UnsafePointer<Float>, apart step: Int, _ tile: Int, block: Int, of steps: [ConvolutionStep<BlockedPlanes>]
  ) {
    let index = index(of: tile), cover = covers[index], (picture, top, column) = cover.place(tile)
    let columns = min(4, cover.y.width - column)
    TensorKernels.transformOutput(m, apart: step) { row, four in
      guard top + row < cover.y.height else { return }
      let target = steps[index].target(
        picture: picture, place: (top + row) * cover.y.width + column, rows: columns, block: block, blocks: 1)
      target.store(four.a, row: 0, block: 0)
      target.store(four.b, row: 1, block: 0)
      target.store(four.c, row: 2, block: 0)
      target.store(four.d, row: 3, block: 0)
    }
  }
}
