import Kernels

/// G g Gᵀ for all weights: 36 matrices in strips of C × columns. A strip of the first matrix is followed by that of the second one:
/// so they are multiplied with.
struct WinogradWeights: Sendable {
  let tile: RegisterTile
  let strips: Int
  private let memory: AlignedMemory
  private let toPlane: Int

  init(_ weights: WeightBlocks, tile: RegisterTile, in workspace: Workspace?, threads: Int) {
    let shape = weights.shape, columns = tile.columns, strips = (shape.outputs + columns - 1) / columns
    // Each of the 36 begins a few lines of the cache further than its size would have it: writes to all of them at once then
    // go to different sets of the cache.
    let toPlane = BlockedTensor.blocks(of: shape.inputs) * 16 * columns + 48
    let memory = workspace.memory(for: strips * 36 * toPlane)
    parallelFor(BlockedTensor.blocks(of: shape.outputs), threads: threads) { block in
      let (strip, column) = (block * 16 / columns, block * 16 % columns)
      let to = memory.start + strip * 36 * toPlane + column
      weights.forEachInput(bundle: 0, outputs: block) { input, weights, toPlace in
        transformWeights(weights, toPlace: toPlace, to: to + input * columns, apart: toPlane)
      }
    }
    (self.tile, self.strips, self.memory, self.toPlane) = (tile, strips, memory, toPlane)
  }

  func strip(_ strip: Int, plane: Int) -> UnsafePointer<Float> {
    UnsafePointer(memory.start + (strip * 36 + plane) * toPlane)
  }
}
