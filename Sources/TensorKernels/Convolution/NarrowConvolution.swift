import Kernels

/// A convolution over pictures of fewer than sixteen channels, as the first one of a network is.
///
/// Where all channels of a place lie side by side, what a window sees of a row of the picture does so as well, side × C numbers, and
/// the next window sees as many, s × C numbers further. So rows of the picture serve as the left side of a product of matrices as
/// they are, with zeros at their ends. A few at a time are laid out, just before they are used.
struct NarrowConvolution: Sendable {
  let shape: ConvolutionShape
  private let weights: PatchWeights
  private var tile: RegisterTile { weights.tile }

  static func serves(_ shape: ConvolutionShape) -> Bool { shape.inputs < 16 && shape.side > 1 }

  init(_ weights: WeightBlocks, tile: RegisterTile, in workspace: Workspace?, threads: Int) {
    require(Self.serves(weights.shape), ==, true, "rows of a picture serve as they are for fewer than 16 channels")
    shape = weights.shape
    self.weights = PatchWeights(weights, inputsEach: shape.inputs, tile: tile, in: workspace, threads: threads)
  }

  // MARK: - Running

  /// Rows of the output at a time.
  private static let rowsAtOnce = 4

  func run(_ step: ConvolutionStep<some PictureRows>, workspace: Workspace, threads: Int) {
    let bands = (step.y.height + Self.rowsAtOnce - 1) / Self.rowsAtOnce
    let rowCount = (step.x.width + 2 * shape.padding) * shape.inputs
    let seen = (Self.rowsAtOnce - 1) * shape.stride + shape.side
    // Tiles at the end of a row read windows beyond it, whose sums are dropped.
    let room = seen * rowCount + (tile.rows * shape.stride + shape.side) * shape.inputs + 16
    nonisolated(unsafe) let rooms = workspace.room(for: threads * room)
    parallelFor(step.x.pictures * bands, threads: threads) { index, worker in
      let picture = index / bands, first = index % bands * Self.rowsAtOnce
      let rows = first..<min(first + Self.rowsAtOnce, step.y.height)
      let x = rooms + worker * room
      layOut((rows.count - 1) * shape.stride + shape.side, from: first, of: step.x, picture, rowCount, to: x)
      for row in rows {
        product(x + (row - first) * shape.stride * rowCount, rowCount, windows: step.y.width).run(
          panels: 0..<(step.y.width + tile.rows - 1) / tile.rows, strips: 0..<weights.strips, partial: x
        ) { panel, strip in
          step.target(
            picture: picture, place: row * step.y.width + panel * tile.rows,
            rows: min(tile.rows, step.y.width - panel * tile.rows), block: strip * tile.columns / 16,
            blocks: tile.columns / 16)
        }
      }
    }
  }

  /// The rows that windows see, from that of an output row on; beyond the edge there is 0.
  private func layOut(
    _ count: Int, from outputRow: Int, of pictures: some PictureRows, _ picture: Int, _ rowCount: Int,
    to x: UnsafeMutablePointer<Float>
  ) {
    let edge = shape.padding * shape.inputs
    for index in 0..<count {
      let row = outputRow * shape.stride - shape.padding + index, to = x + index * rowCount
      if row >= 0, row < pictures.height {
        pictures.writeRow(row, ofPicture: picture, channels: shape.inputs, to: to + edge)
        to.initialize(repeating: 0, count: edge)
        (to + rowCount - edge).initialize(repeating: 0, count: edge)
      } else {
        to.initialize(repeating: 0, count: rowCount)
      }
    }
  }

  /// The product for a row of windows, over each row of the picture that they see.
  private func product(_ x: UnsafePointer<Float>, _ rowCount: Int, windows: Int) -> PanelProduct {
    let toRow = shape.stride * shape.inputs
    return PanelProduct(
      tile: tile, rows: windows, runs: shape.side, runCount: shape.side * shape.inputs, panels: x,
      toPanel: tile.rows * toRow, toRun: rowCount, toRow: toRow, strips: weights.bundle(0))
  }
}
