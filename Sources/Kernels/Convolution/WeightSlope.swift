/// dL/dW of a convolution as products of matrices: for each place u, v of the window
///
/// dW[o, c, u, v] = Σ dy[n, o, i, j] · x[n, c, s i + u − p, s j + v − p],
///
/// summed over K, all places i, j of all pictures n. Rows are output channels, columns input channels; panels of dy serve every
/// place of the window, strips of x are laid out for each.
struct WeightSlope {
  private let sizes: ConvolutionSizes
  private let threads: Int
  private let tile: RegisterTile
  private let area: Int
  /// W′ and H′ · W′, and how many sixteens each picture fills.
  private let width: Int, places: Int, blocksEach: Int
  /// K / 16.
  private let inner: Int
  /// Of each bundle of groups.
  private let panels: Int, strips: Int

  init(sizes: ConvolutionSizes, threads: Int, tile: RegisterTile) {
    (self.sizes, self.threads, self.tile) = (sizes, threads, tile)
    let output = sizes.output, shape = sizes.shape
    area = shape.side * shape.side
    (width, places) = (output[3], output[2] * output[3])
    blocksEach = (places + 15) / 16
    inner = sizes.pictures * blocksEach
    panels = (shape.bundleOutputs + tile.rows - 1) / tile.rows
    strips = (shape.bundleInputs + tile.columns - 1) / tile.columns
  }

  private var shape: ConvolutionShape { sizes.shape }
  private var panelCount: Int { inner * tile.rows * 16 }
  private var stripCount: Int { inner * tile.columns * 16 }

  /// About so many numbers of x are laid out at a time.
  private static let atOnce = 1 << 21

  /// - Returns: C′ × (C / groups) × side².
  func run(_ dy: UnsafePointer<Float>, x: BlockedTensor, workspace: Workspace) -> [Float] {
    let blocks = BlockedTensor.blocks(of: shape.bundleInputs), rows = panels * tile.rows
    let planes = area * shape.bundles
    let atOnce = min(planes, max(1, Self.atOnce / (strips * stripCount)))
    let (dyCount, xCount) = (shape.bundles * panels * panelCount, atOnce * strips * stripCount)
    let sumCount = planes * blocks * rows * 16
    let partialCount = PanelProduct.partialCount(innerBlocks: inner, tiles: atOnce * strips * panels, tile)
    nonisolated(unsafe) let left = workspace.room(for: dyCount + xCount + sumCount + partialCount + 32)
    nonisolated(unsafe) let right = left + dyCount, sums = right + xCount, partial = sums + sumCount
    nonisolated(unsafe) let none = partial + partialCount
    none.initialize(repeating: 0, count: 32)

    nonisolated(unsafe) let dy = dy
    parallelFor(shape.bundles * panels, threads: threads) { index in
      writePanel(index % panels, bundle: index / panels, of: dy, to: left + index * panelCount)
    }
    for first in stride(from: 0, to: planes, by: atOnce) {
      let count = min(atOnce, planes - first)
      parallelFor(count * strips, threads: threads) { index in
        let (plane, strip) = (first + index / strips, index % strips)
        writeStrip(strip, bundle: plane / area, place: plane % area, of: x, to: right + index * stripCount)
      }
      let grid = WorkGrid(rows: panels, columns: strips, planes: count, threads: threads)
      parallelFor(grid.count, threads: threads) { index in
        let piece = grid[index], plane = first + piece.plane
        let product = PanelProduct(
          tile: tile, rows: shape.bundleOutputs, innerBlocks: inner, panels: left + plane / area * panels * panelCount,
          toPanel: panelCount,
          toInner: tile.rows * 16, strips: right + piece.plane * strips * stripCount)
        product.run(
          panels: piece.rows, strips: piece.columns,
          partial: partial + grid.tilesBefore(piece) * tile.rows * tile.columns
        ) { panel, strip in
          TileTarget(
            y: sums + ((plane * blocks + strip * tile.columns / 16) * rows + panel * tile.rows) * 16, plane: rows * 16,
            rows: tile.rows, blocks: min(tile.columns / 16, blocks - strip * tile.columns / 16), bias: none,
            residual: nil, lowest: FloatVector(repeating: -.infinity))
        }
      }
    }
    return collected(sums, rows: rows, blocks: blocks)
  }

  // MARK: - Laying out

  /// Output channels of dy, sixteen places of a picture at a time; behind the last place and channel there is 0.
  private func writePanel(_ panel: Int, bundle: Int, of dy: UnsafePointer<Float>, to: UnsafeMutablePointer<Float>) {
    for row in 0..<tile.rows {
      let channel = panel * tile.rows + row
      for k in 0..<inner {
        let first = k % blocksEach * 16
        let from = dy + ((k / blocksEach * shape.outputs + bundle * shape.bundleOutputs + channel) * places + first)
        let to = to + (k * tile.rows + row) * 16
        let count = channel < shape.bundleOutputs ? min(16, places - first) : 0
        if count == 16 {
          store(load(from), to: to)
        } else {
          for i in 0..<16 { to[i] = i < count ? from[i] : 0 }
        }
      }
    }
  }

  /// Input channels of x, as a place of the window sees them when it stands at each of K.
  private func writeStrip(
    _ strip: Int, bundle: Int, place: Int, of x: BlockedTensor, to: UnsafeMutablePointer<Float>
  ) {
    let blocks = BlockedTensor.blocks(of: shape.bundleInputs)
    for block in 0..<tile.columns / 16 {
      let channels = strip * tile.columns / 16 + block
      for n in 0..<sizes.pictures {
        let plane = UnsafePointer(x.plane(bundle * blocks + min(channels, blocks - 1), ofPicture: n))
        for position in 0..<blocksEach * 16 {
          let row = position / width * shape.stride + place / shape.side - shape.padding
          let column = position % width * shape.stride + place % shape.side - shape.padding
          let isSeen =
            channels < blocks && position < places && row >= 0 && row < x.height && column >= 0 && column < x.width
          store(
            isSeen ? load(plane + (row * x.width + column) * 16) : .zero,
            to: to + (n * blocksEach * 16 + position) * tile.columns + block * 16)
        }
      }
    }
  }

  // MARK: - And back

  /// From places × input channels × output channels to C′ × (C / groups) × side².
  private func collected(_ sums: UnsafePointer<Float>, rows: Int, blocks: Int) -> [Float] {
    nonisolated(unsafe) let sums = sums
    return filled(shape.weightCount) { slopes in
      slopes.withUnsafeMutableBufferPointer { slopes in
        nonisolated(unsafe) let slopes = slopes
        parallelFor(shape.outputs, threads: threads) { channel in
          let (bundle, output) = (channel / shape.bundleOutputs, channel % shape.bundleOutputs)
          let (inputs, first) = shape.weights(bundle: bundle, output: output)
          for (index, input) in inputs.enumerated() {
            for place in 0..<area {
              let plane = bundle * area + place
              slopes[first + index * area + place] =
                sums[((plane * blocks + input / 16) * rows + output) * 16 + input % 16]
            }
          }
        }
      }
    }
  }
}

extension ConvolutionTraining {
  /// dL/dW.
  func weightSlope(_ dy: Span<Float>, x: Span<Float>) -> [Float] {
    require(dy.count, ==, sizes.output.reduce(1, *), "dL/dy is N × C′ × H′ × W′")
    let input = BlockedTensor(shape: sizes.input)
    input.fill(from: x, threads: threads)
    return dy.withUnsafeBufferPointer { dy in
      guard let dy = dy.baseAddress else { return [] }
      return Workspace.borrowed { workspace in
        WeightSlope(sizes: sizes, threads: threads, tile: tile).run(dy, x: input, workspace: workspace)
      }
    }
  }
}
