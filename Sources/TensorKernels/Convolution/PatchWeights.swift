import Kernels

/// The weights of a convolution in strips, as `PatchConvolution` multiplies with them: for each bundle of groups and each strip of
/// output channels K × columns numbers.
struct PatchWeights: Sendable {
  let tile: RegisterTile
  /// K: the places of the window × the input channels of a bundle, or a little more.
  let inner: Int
  /// Of each bundle.
  let strips: Int
  private let memory: AlignedMemory

  /// - Parameter inputsEach: how many input channels there are for each place of the window, those that only fill up included.
  init(_ weights: WeightBlocks, inputsEach: Int, tile: RegisterTile, in workspace: Workspace?, threads: Int) {
    let shape = weights.shape, area = shape.side * shape.side, columns = tile.columns
    let strips = (shape.bundleOutputs + columns - 1) / columns
    let inner = area * inputsEach, stripCount = inner * columns
    let memory = workspace.memory(for: shape.bundles * strips * stripCount)

    let blocks = BlockedTensor.blocks(of: shape.bundleOutputs)
    parallelFor(shape.bundles * blocks, threads: threads) { index in
      let (bundle, block) = (index / blocks, index % blocks)
      let (strip, column) = (block * 16 / columns, block * 16 % columns)
      let to = memory.start + (bundle * strips + strip) * stripCount + column
      weights.forEachInput(bundle: bundle, outputs: block) { input, weights, toNext in
        guard input < inputsEach else { return }
        for place in 0..<area {
          store(load(weights + place * toNext), to: to + (place * inputsEach + input) * columns)
        }
      }
    }
    (self.tile, self.inner, self.strips, self.memory) = (tile, inner, strips, memory)
  }

  func bundle(_ index: Int) -> UnsafePointer<Float> {
    UnsafePointer(memory.start + index * strips * inner * tile.columns)
  }
}
