/// The tiles of 4 × 4 places that cover the output of a 3×3 convolution, and where each sees the picture.
struct WinogradTiles: Sendable {
  let x: BlockedTensor
  let y: BlockedTensor
  let padding: Int

  private var across: Int { (y.width + 3) / 4 }
  private var down: Int { (y.height + 3) / 4 }
  var count: Int { y.pictures * down * across }

  @inline(__always)
  private func place(_ tile: Int) -> (picture: Int, row: Int, column: Int) {
    (tile / (down * across), tile / across % down * 4, tile % across * 4)
  }

  // MARK: - Into Winograd's room

  /// Bᵀ d B for the 6 × 6 places that a tile sees; beyond the edge there is 0.
  @inline(__always)
  func transformInput(_ tile: Int, block: Int, to v: UnsafeMutablePointer<Float>, apart step: Int) {
    let (picture, row, column) = place(tile)
    let (top, left) = (row - padding, column - padding)
    let plane = UnsafePointer(x.plane(block, ofPicture: picture))
    if top >= 0, left >= 0, top + 6 <= x.height, left + 6 <= x.width {
      Kernels.transformInput(plane + (top * x.width + left) * 16, toRow: x.width * 16, to: v, apart: step)
    } else {
      transformEdge(plane, top, left, to: v, apart: step)
    }
  }

  @inline(never)
  private func transformEdge(
    _ plane: UnsafePointer<Float>, _ top: Int, _ left: Int, to v: UnsafeMutablePointer<Float>, apart step: Int
  ) {
    withUnsafeTemporaryAllocation(byteCount: 36 * 64, alignment: 64) { room in
      guard let base = room.baseAddress else { return }
      let seen = base.bindMemory(to: Float.self, capacity: 36 * 16)
      for i in 0..<6 {
        for j in 0..<6 {
          let isInside = top + i >= 0 && top + i < x.height && left + j >= 0 && left + j < x.width
          store(isInside ? load(plane + ((top + i) * x.width + left + j) * 16) : .zero, to: seen + (i * 6 + j) * 16)
        }
      }
      Kernels.transformInput(seen, toRow: 96, to: v, apart: step)
    }
  }

  // MARK: - And back

  /// Aᵀ m A, finished as the step says and written where the tile lies; what reaches over the edge is dropped.
  @inline(__always)
  func transformOutput(
    _ m: UnsafePointer<Float>, apart step: Int, _ tile: Int, block: Int, of convolution: ConvolutionStep
  ) {
    let (picture, row, column) = place(tile)
    let columns = min(4, y.width - column)
    Kernels.transformOutput(m, apart: step) { index, four in
      guard row + index < y.height else { return }
      let target = convolution.target(
        picture: picture, place: (row + index) * y.width + column, rows: columns, block: block, blocks: 1)
      target.store(four.a, row: 0, block: 0)
      target.store(four.b, row: 1, block: 0)
      target.store(four.c, row: 2, block: 0)
      target.store(four.d, row: 3, block: 0)
    }
  }
}
