/// G g Gᵀ for all weights: 36 matrices, each in strips of C × columns.
struct WinogradWeights: Sendable {
  let tile: RegisterTile
  let strips: Int
  private let memory: AlignedMemory
  private let toPlane: Int
  private let none = AlignedMemory(zeros: 32)

  init(_ weights: WeightBlocks, tile: RegisterTile, threads: Int) {
    let shape = weights.shape, columns = tile.columns, strips = (shape.outputs + columns - 1) / columns
    let stripCount = BlockedTensor.blocks(of: shape.inputs) * 16 * columns
    let toPlane = strips * stripCount + 48  // as in a run: not all into the same set of the cache
    let memory = AlignedMemory(count: 36 * toPlane)
    parallelFor(BlockedTensor.blocks(of: shape.outputs), threads: threads) { block in
      let (strip, column) = (block * 16 / columns, block * 16 % columns)
      let to = memory.start + strip * stripCount + column
      weights.forEachInput(bundle: 0, outputs: block) { input, weights, toPlace in
        transformWeights(weights, toPlace: toPlace, to: to + input * columns, apart: toPlane)
      }
    }
    (self.tile, self.strips, self.memory, self.toPlane) = (tile, strips, memory, toPlane)
  }

  func plane(_ index: Int) -> UnsafePointer<Float> { UnsafePointer(memory.start + index * toPlane) }
  var zeros: UnsafePointer<Float> { UnsafePointer(none.start) }
}
