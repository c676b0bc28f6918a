import Kernels

/// A convolution as a product of matrices: what each window sees, times the weights.
///
/// Rows are the places of the output, K runs over the places of the window and over the channels that come in. What some windows see
/// is laid out in panels just before it is used; for a 1×1 window the picture itself lies so.
struct PatchConvolution: Sendable {
  let shape: ConvolutionShape
  let weights: PatchWeights
  private var tile: RegisterTile { weights.tile }

  init(_ weights: WeightBlocks, tile: RegisterTile, in workspace: Workspace?, threads: Int) {
    shape = weights.shape
    let inputsEach = BlockedTensor.blocks(of: shape.bundleInputs) * 16
    self.weights = PatchWeights(weights, inputsEach: inputsEach, tile: tile, in: workspace, threads: threads)
  }

  /// Whether the picture itself lies as panels do.
  private var readsInPlace: Bool { shape.side == 1 && shape.stride == 1 }
  private var panelCount: Int { tile.rows * weights.inner }

  // MARK: - Running

  /// Panels of about so many numbers stay in the second cache.
  private static let patchesAtOnce = 1 << 17

  private var panelsAtOnce: Int { readsInPlace ? 8 : min(8, max(2, Self.patchesAtOnce / panelCount)) }

  func run(_ step: ConvolutionStep<BlockedPlanes>, workspace: Workspace, threads: Int) {
    let places = step.y.height * step.y.width
    let pieces = ProductPieces(
      rows: places, panel: tile.rows, panelsAtOnce: panelsAtOnce, strips: weights.strips, threads: threads)
    let panels = (pieces.largest.rows + tile.rows - 1) / tile.rows
    let patchCount = readsInPlace ? 0 : panels * panelCount
    let partialCount = PanelProduct.partialCount(
      inner: weights.inner, tiles: panels * pieces.largest.strips, tile)
    nonisolated(unsafe) let rooms = workspace.room(for: threads * (patchCount + partialCount))

    parallelFor(step.x.pictures * shape.bundles * pieces.count, threads: threads) { index, worker in
      let piece = pieces[index % pieces.count]
      let bundle = index / pieces.count % shape.bundles, picture = index / pieces.count / shape.bundles
      let patches = rooms + worker * (patchCount + partialCount)
      if !readsInPlace {
        let layout = PatchLayout(shape: shape, rows: tile.rows, x: step.x, picture: picture, outputWidth: step.y.width)
        layout.write(piece.rows, bundle: bundle, to: patches)
      }
      product(piece.rows, of: step.x, picture: picture, bundle: bundle, patches: patches).run(
        panels: 0..<(piece.rows.count + tile.rows - 1) / tile.rows, strips: piece.strips, partial: patches + patchCount
      ) { panel, strip in
        step.target(
          picture: picture, place: piece.rows.lowerBound + panel * tile.rows, rows: tile.rows,
          block: bundle * shape.bundleOutputs / 16 + strip * tile.columns / 16,
          blocks: min(tile.columns, shape.bundleOutputs - strip * tile.columns + 15) / 16)
      }
    }
  }

  /// The product for some places and one bundle of groups.
  private func product(
    _ places: Range<Int>, of x: BlockedPlanes, picture: Int, bundle: Int, patches: UnsafePointer<Float>
  ) -> PanelProduct {
    let block = bundle * BlockedTensor.blocks(of: shape.bundleInputs)
    return PanelProduct(
      tile: tile, rows: places.count, runs: weights.inner / 16,
      panels: readsInPlace ? UnsafePointer(x.plane(block, ofPicture: picture)) + places.lowerBound * 16 : patches,
      toPanel: readsInPlace ? tile.rows * 16 : panelCount, toRun: readsInPlace ? x.plane : tile.rows * 16,
      strips: weights.bundle(bundle))
  }
}
