/// The weights of a convolution in strips, as `PatchConvolution` multiplies with them: for each bundle of groups and each strip of
/// output channels K × columns numbers.
struct PatchWeights: Sendable {
  let tile: RegisterTile
  /// K / 16.
  let innerBlocks: Int
  /// Of each bundle.
  let strips: Int
  private let memory: AlignedMemory

  /// - Parameter weights: C′ × (C / groups) × side².
  init(_ weights: UnsafePointer<Float>, shape: ConvolutionShape, tile: RegisterTile, threads: Int) {
    let area = shape.side * shape.side, columns = tile.columns
    let isNarrow = PatchConvolution.isNarrow(shape)
    let (toPlace, innerBlocks) =
      isNarrow
      ? (shape.inputs, BlockedTensor.blocks(of: area * shape.inputs))
      : (BlockedTensor.blocks(of: shape.bundleInputs) * 16, area * BlockedTensor.blocks(of: shape.bundleInputs))
    let strips = (shape.bundleOutputs + columns - 1) / columns
    let memory = AlignedMemory(zeros: shape.bundles * strips * innerBlocks * 16 * columns)

    nonisolated(unsafe) let weights = weights
    parallelFor(shape.bundles * strips, threads: threads) { index in
      let (bundle, strip) = (index / strips, index % strips)
      let to = memory.start + index * innerBlocks * 16 * columns
      for column in 0..<min(columns, shape.bundleOutputs - strip * columns) {
        let (inputs, first) = shape.weights(bundle: bundle, output: strip * columns + column)
        for (index, input) in inputs.enumerated() {
          let from = weights + first + index * area
          for place in 0..<area { to[(place * toPlace + input) * columns + column] = from[place] }
        }
      }
    }
    (self.tile, self.innerBlocks, self.strips, self.memory) = (tile, innerBlocks, strips, memory)
  }

  func bundle(_ index: Int) -> UnsafePointer<Float> {
    UnsafePointer(memory.start + index * strips * innerBlocks * 16 * tile.columns)
  }
}
