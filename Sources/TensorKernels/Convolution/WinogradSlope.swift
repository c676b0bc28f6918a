import Kernels

/// dL/dW of 3×3 convolutions with stride 1 in the way of Winograd: K runs over the tiles of 4 × 4 places of all pictures, in each of 36
/// planes; a quarter of the products that the definition asks for.
struct WinogradSlope {
  let shape: ConvolutionShape
  /// What the slopes of an output channel's weights are multiplied with; nil for 1.
  var scales: [Float]?
  let tile: RegisterTile
  let threads: Int

  /// At most so many tiles at a time, as whole sixteens.
  private static let blocksAtOnce = 12

  /// - Parameter pictures: x and dL/dy of each convolution.
  /// - Returns: C′ × C × 3 × 3.
  func run(_ pictures: [(x: BlockedPlanes, dy: BlockedPlanes)], in workspace: Workspace) -> [Float] {
    let sums = SlopeSums(outputs: shape.outputs, inputs: shape.inputs, planes: 36, tile: tile, in: workspace)
    let tiles = WinogradTiles(pictures.map { ($0.x, $0.dy) }, padding: shape.padding)
    let blocks = (tiles.count + 15) / 16
    for first in stride(from: 0, to: blocks, by: Self.blocksAtOnce) {
      let portion = sums.portion(innerBlocks: min(Self.blocksAtOnce, blocks - first), in: workspace)
      transform(tiles, from: first * 16, to: portion)
      sums.add(portion, isFirst: first == 0, threads: threads)
    }
    return SlopeWriter(shape: shape, scales: scales, threads: threads).write { _, output, block, room in
      transformWeightSlope(
        sums.sum(plane: 0, output: output, block: block), apart: sums.toPlane, to: room)
    }
  }

  /// Both sides of the products for the tiles from one on; behind the last tile there is 0.
  private func transform(_ tiles: WinogradTiles, from first: Int, to portion: SlopeSums.Portion) {
    let outputBlocks = BlockedTensor.blocks(of: shape.outputs), inputBlocks = BlockedTensor.blocks(of: shape.inputs)
    parallelFor((outputBlocks + inputBlocks) * portion.innerBlocks, threads: threads) { index in
      let (block, sixteen) = (index / portion.innerBlocks, index % portion.innerBlocks * 16)
      let isSlope = block < outputBlocks, apart = isSlope ? portion.toLeft : portion.toRight
      WinogradTiles.withSquare { square in
        for k in sixteen..<sixteen + 16 {
          let to =
            isSlope
            ? portion.left(plane: 0, k: k, block: block) : portion.right(plane: 0, k: k, block: block - outputBlocks)
          if first + k >= tiles.count {
            for plane in 0..<36 { store(.zero, to: to + plane * apart) }
          } else if isSlope {
            tiles.transformSlope(first + k, block: block, square: square, to: to, apart: apart)
          } else {
            tiles.transformInput(first + k, block: block - outputBlocks, square: square, to: to, apart: apart)
          }
        }
      }
    }
  }
}
