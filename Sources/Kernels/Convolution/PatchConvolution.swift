/// A convolution as a product of matrices: what each window sees, times the weights.
///
/// Rows are the places of the output, K runs over the places of the window and over the channels that come in. What windows see
/// is laid out in panels just before it is used; for a 1×1 window the picture itself lies so.
struct PatchConvolution: Sendable {
  let shape: ConvolutionShape
  let weights: PatchWeights
  private var tile: RegisterTile { weights.tile }

  init(_ weights: WeightBlocks, tile: RegisterTile, threads: Int) {
    shape = weights.shape
    self.weights = PatchWeights(weights, tile: tile, threads: threads)
  }

  /// Pictures of fewer than sixteen channels have the channels of the next place behind those of one place.
  static func isNarrow(_ shape: ConvolutionShape) -> Bool { shape.inputs < 16 && shape.side > 1 }

  /// Whether the picture itself lies as panels do.
  private var readsInPlace: Bool { shape.side == 1 && shape.stride == 1 }

  // MARK: - Running

  /// About so many numbers are laid out at a time.
  private static let patchesAtOnce = 1 << 20

  func run(_ step: ConvolutionStep, workspace: Workspace, threads: Int) {
    let places = step.y.height * step.y.width
    let panels = (places + tile.rows - 1) / tile.rows
    let panelCount = tile.rows * 16 * weights.innerBlocks
    let atOnce =
      readsInPlace ? panels : min(panels, max(8 * threads, Self.patchesAtOnce / (panelCount * shape.bundles)))
    let patchCount = readsInPlace ? 0 : atOnce * panelCount * shape.bundles
    let partialCount = PanelProduct.partialCount(
      innerBlocks: weights.innerBlocks, tiles: atOnce * weights.strips * shape.bundles, tile)
    nonisolated(unsafe) let patches = workspace.room(for: patchCount + partialCount)

    for n in 0..<step.x.pictures {
      for first in stride(from: 0, to: panels, by: atOnce) {
        let count = min(atOnce, panels - first)
        if !readsInPlace {
          let layout = PatchLayout(shape: shape, rows: tile.rows, x: step.x, picture: n, outputWidth: step.y.width)
          parallelFor(count * shape.bundles, threads: threads) { index in
            let (bundle, panel) = (index / count, index % count)
            layout.write(
              panel: first + panel, of: places, bundle: bundle, to: patches + (bundle * atOnce + panel) * panelCount)
          }
        }
        let grid = WorkGrid(rows: count, columns: weights.strips, planes: shape.bundles, threads: threads)
        parallelFor(grid.count, threads: threads) { index in
          let piece = grid[index]
          product(
            step, picture: n, from: first, bundle: piece.plane, patches: patches + piece.plane * atOnce * panelCount
          ).run(
            panels: piece.rows, strips: piece.columns,
            partial: patches + patchCount + grid.tilesBefore(piece) * tile.rows * tile.columns
          ) { panel, strip in
            step.target(
              picture: n, place: (first + panel) * tile.rows, rows: tile.rows,
              block: piece.plane * shape.bundleOutputs / 16 + strip * tile.columns / 16,
              blocks: min(tile.columns, shape.bundleOutputs - strip * tile.columns + 15) / 16)
          }
        }
      }
    }
  }

  /// The product for one bundle of groups, from a panel on.
  private func product(
    _ step: ConvolutionStep, picture: Int, from first: Int, bundle: Int, patches: UnsafePointer<Float>
  ) -> PanelProduct {
    let block = bundle * BlockedTensor.blocks(of: shape.bundleInputs)
    return PanelProduct(
      tile: tile, rows: step.y.height * step.y.width - first * tile.rows, innerBlocks: weights.innerBlocks,
      panels: readsInPlace ? UnsafePointer(step.x.plane(block, ofPicture: picture)) : patches,
      toPanel: tile.rows * 16 * (readsInPlace ? 1 : weights.innerBlocks),
      toInner: readsInPlace ? step.x.plane : tile.rows * 16,
      strips: weights.bundle(bundle))
  }
}
