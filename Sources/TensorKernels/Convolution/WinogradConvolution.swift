import Kernels

/// A 3×3 convolution with stride 1 in the way of Winograd, F(4×4, 3×3): for tiles of 4 × 4 places the products are as many as for a
/// 1×1 convolution with 36 pictures for every 16 places, a quarter of what the definition asks for.
///
/// Some tiles at a time go all the way, while what becomes of them stays near the processor: all their channels are transformed, then
/// for each strip of output channels come 36 products of matrices, tiles × C times C × columns, and the way back.
struct WinogradConvolution: Sendable {
  let shape: ConvolutionShape
  private let weights: WinogradWeights
  private var tile: RegisterTile { weights.tile }

  static func serves(_ shape: ConvolutionShape) -> Bool {
    shape.side == 3 && shape.stride == 1 && shape.groups == 1 && shape.inputs >= 16
  }

  init(_ weights: WeightBlocks, tile: RegisterTile, in workspace: Workspace?, threads: Int) {
    require(Self.serves(weights.shape), ==, true, "Winograd's way is for 3×3 windows that move on by 1")
    shape = weights.shape
    self.weights = WinogradWeights(weights, tile: tile, in: workspace, threads: threads)
  }

  // MARK: - Running

  /// What 24 tiles become stays in the second cache, and weights fetched from the third one are used often enough.
  private static let tilesAtOnce = 24

  func run(_ steps: [ConvolutionStep<BlockedPlanes>], workspace: Workspace, threads: Int) {
    let tiles = WinogradTiles(steps.map { ($0.x, $0.y) }, padding: shape.padding)
    let pieces = ProductPieces(
      rows: tiles.count, panel: tile.rows, panelsAtOnce: max(1, Self.tilesAtOnce / tile.rows), strips: weights.strips,
      threads: threads)
    let room = Room(tiles: pieces.largest.rows, inputBlocks: inputBlocks, tile)
    nonisolated(unsafe) let rooms = workspace.room(for: threads * room.count)
    parallelFor(pieces.count, threads: threads) { index, worker in
      let piece = pieces[index]
      let v = rooms + worker * room.count, m = v + 36 * room.toInput
      transformInput(piece.rows, tiles, to: v, room)
      for strip in piece.strips {
        multiply(piece.rows, tiles, strip, v, to: m, room)
        transformOutput(piece.rows, tiles, strip, m, room, of: steps)
      }
    }
  }

  /// Where the 36 matrices of a piece lie. Each begins a few lines of the cache further than the sizes alone would have it: writes to
  /// all of them at once then go to different sets of the cache.
  private struct Room {
    /// From one matrix of what goes into the products to the next one, and of what comes out of them.
    let toInput: Int, toOutput: Int

    init(tiles: Int, inputBlocks: Int, _ tile: RegisterTile) {
      let rows = (tiles + tile.rows - 1) / tile.rows * tile.rows
      (toInput, toOutput) = (rows * inputBlocks * 16 + 48, rows * tile.columns + 48)
    }

    var count: Int { 36 * (toInput + toOutput) }
  }

  private func transformInput(
    _ piece: Range<Int>, _ tiles: WinogradTiles, to v: UnsafeMutablePointer<Float>, _ room: Room
  ) {
    WinogradTiles.withSquare { square in
      for first in stride(from: 0, to: piece.count, by: tile.rows) {
        for block in 0..<inputBlocks {
          let to = v + (first * inputBlocks + block * tile.rows) * 16
          for row in 0..<min(tile.rows, piece.count - first) {
            let tile = piece.lowerBound + first + row
            if block + 1 < inputBlocks { tiles.fetchInput(tile, block: block + 1) }
            tiles.transformInput(tile, block: block, square: square, to: to + row * 16, apart: room.toInput)
          }
        }
      }
    }
  }

  private func multiply(
    _ piece: Range<Int>, _ tiles: WinogradTiles, _ strip: Int, _ v: UnsafePointer<Float>,
    to m: UnsafeMutablePointer<Float>, _ room: Room
  ) {
    let blocks = outputBlocks(of: strip), targets = piece.count * blocks.count
    for plane in 0..<36 {
      // Meanwhile a part of what the way back will overwrite is fetched.
      for target in plane * targets / 36..<(plane + 1) * targets / 36 {
        tiles.fetchOutput(piece.lowerBound + target % piece.count, block: blocks.lowerBound + target / piece.count)
      }
      PanelProduct(
        tile: tile, rows: piece.count, runs: inputBlocks, panels: v + plane * room.toInput,
        toPanel: inputBlocks * tile.rows * 16, toRun: tile.rows * 16, strips: weights.strip(strip, plane: plane)
      ).leave(strip: 0, at: m + plane * room.toOutput)
    }
  }

  private func transformOutput(
    _ piece: Range<Int>, _ tiles: WinogradTiles, _ strip: Int, _ m: UnsafePointer<Float>, _ room: Room,
    of steps: [ConvolutionStep<BlockedPlanes>]
  ) {
    for (index, block) in outputBlocks(of: strip).enumerated() {
      for row in 0..<piece.count {
        tiles.transformOutput(
          m + row * tile.columns + index * 16, apart: room.toOutput, piece.lowerBound + row, block: block, of: steps)
      }
    }
  }

  private var inputBlocks: Int { BlockedTensor.blocks(of: shape.inputs) }

  /// The sixteens of output channels that a strip gives.
  private func outputBlocks(of strip: Int) -> Range<Int> {
    let each = tile.columns / 16
    return strip * each..<min((strip + 1) * each, BlockedTensor.blocks(of: shape.outputs))
  }
}
