/// The weights of a convolution in strips, as `PatchConvolution` multiplies with them: for each bundle of groups and each strip of
/// output channels K × columns numbers.
struct PatchWeights: Sendable {
  let tile: RegisterTile
  /// K / 16.
  let innerBlocks: Int
  /// Of each bundle.
  let strips: Int
  private let memory: AlignedMemory

  init(_ weights: WeightBlocks, tile: RegisterTile, threads: Int) {
    let shape = weights.shape, area = shape.side * shape.side, columns = tile.columns
    let isNarrow = PatchConvolution.isNarrow(shape), inputBlocks = BlockedTensor.blocks(of: shape.bundleInputs)
    let toPlace = isNarrow ? shape.inputs : inputBlocks * 16
    let innerBlocks = BlockedTensor.blocks(of: area * toPlace)
    let strips = (shape.bundleOutputs + columns - 1) / columns
    let stripCount = innerBlocks * 16 * columns
    let memory = AlignedMemory(count: shape.bundles * strips * stripCount)

    let blocks = BlockedTensor.blocks(of: shape.bundleOutputs)
    parallelFor(shape.bundles * blocks, threads: threads) { index in
      let (bundle, block) = (index / blocks, index % blocks)
      let (strip, column) = (block * 16 / columns, block * 16 % columns)
      let to = memory.start + (bundle * strips + strip) * stripCount + column
      weights.forEachInput(bundle: bundle, outputs: block) { input, weights, toNext in
        guard input < toPlace else { return }
        for place in 0..<area {
          store(load(weights + place * toNext), to: to + (place * toPlace + input) * columns)
        }
      }
      for k in area * toPlace..<innerBlocks * 16 { store(.zero, to: to + k * columns) }
    }
    (self.tile, self.innerBlocks, self.strips, self.memory) = (tile, innerBlocks, strips, memory)
  }

  func bundle(_ index: Int) -> UnsafePointer<Float> {
    UnsafePointer(memory.start + index * strips * innerBlocks * 16 * tile.columns)
  }
}
