/// A 3×3 convolution with stride 1 in the way of Winograd, F(4×4, 3×3): for tiles of 4 × 4 places the products are as many as for a
/// 1×1 convolution with 36 pictures for every 16 places, a quarter of what the definition asks for.
///
/// 192 tiles at a time: all are transformed, then come 36 products of matrices, tiles × C times C × C′, then the way back.
struct WinogradConvolution: Sendable {
  let shape: ConvolutionShape
  private let weights: WinogradWeights
  private var tile: RegisterTile { weights.tile }

  static func serves(_ shape: ConvolutionShape) -> Bool {
    shape.side == 3 && shape.stride == 1 && shape.groups == 1 && shape.inputs >= 16
  }

  init(_ weights: WeightBlocks, tile: RegisterTile, threads: Int) {
    require(Self.serves(weights.shape), ==, true, "Winograd's way is for 3×3 windows that move on by 1")
    shape = weights.shape
    self.weights = WinogradWeights(weights, tile: tile, threads: threads)
  }

  // MARK: - Running

  private static let tilesAtOnce = 192

  func run(_ step: ConvolutionStep, workspace: Workspace, threads: Int) {
    let (inputBlocks, outputBlocks) = (step.x.blocks, step.y.blocks)
    let tiles = WinogradTiles(x: step.x, y: step.y, padding: shape.padding)
    let atOnce = min(Self.tilesAtOnce, (tiles.count + tile.rows - 1) / tile.rows * tile.rows)
    // Each of the 36 matrices begins a few lines of the cache further than the sizes alone would have it: writes to all of
    // them at once then go to different sets of the cache.
    let toInput = atOnce * inputBlocks * 16 + 48, toOutput = atOnce * outputBlocks * 16 + 48
    let partialCount = PanelProduct.partialCount(
      innerBlocks: inputBlocks, tiles: 36 * atOnce / tile.rows * weights.strips, tile)
    nonisolated(unsafe) let v = workspace.room(for: 36 * (toInput + toOutput) + partialCount)
    nonisolated(unsafe) let m = v + 36 * toInput

    for first in stride(from: 0, to: tiles.count, by: atOnce) {
      let count = min(atOnce, tiles.count - first)
      let panels = (count + tile.rows - 1) / tile.rows
      parallelFor(panels * inputBlocks, threads: threads) { index in
        let (block, panel) = (index / panels, index % panels)
        for row in 0..<tile.rows where panel * tile.rows + row < count {
          tiles.transformInput(
            first + panel * tile.rows + row, block: block,
            to: v + ((panel * inputBlocks + block) * tile.rows + row) * 16, apart: toInput)
        }
      }
      let grid = WorkGrid(rows: panels, columns: weights.strips, planes: 36, threads: threads)
      parallelFor(grid.count, threads: threads) { index in
        let piece = grid[index]
        let product = PanelProduct(
          tile: tile, rows: count, innerBlocks: inputBlocks, panels: v + piece.plane * toInput,
          toPanel: inputBlocks * tile.rows * 16, toInner: tile.rows * 16, strips: weights.plane(piece.plane))
        let partial = m + 36 * toOutput + grid.tilesBefore(piece) * tile.rows * tile.columns
        product.run(panels: piece.rows, strips: piece.columns, partial: partial) { panel, strip in
          TileTarget(
            y: m + piece.plane * toOutput + (strip * tile.columns * atOnce + panel * tile.rows * 16),
            plane: atOnce * 16,
            rows: tile.rows, blocks: min(tile.columns / 16, outputBlocks - strip * tile.columns / 16),
            bias: weights.zeros, residual: nil, lowest: FloatVector(repeating: -.infinity))
        }
      }
      parallelFor(panels * outputBlocks, threads: threads) { index in
        let (block, panel) = (index / panels, index % panels)
        for tile in panel * tile.rows..<min((panel + 1) * tile.rows, count) {
          tiles.transformOutput(m + (block * atOnce + tile) * 16, apart: toOutput, first + tile, block: block, of: step)
        }
      }
    }
  }
}
