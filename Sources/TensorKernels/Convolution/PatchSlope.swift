import Kernels

/// dL/dW of convolutions by its definition: for each place u, v of the window
///
/// dW[o, c, u, v] = Σ dy[n, o, i, j] · x[n, c, s i + u − p, s j + v − p],
///
/// summed over K, all places i, j of all pictures n.
struct PatchSlope {
  let shape: ConvolutionShape
  /// What the slopes of an output channel's weights are multiplied with; nil for 1.
  var scales: [Float]?
  let tile: RegisterTile
  let threads: Int

  private var area: Int { shape.side * shape.side }

  /// About so many numbers of x are laid out at a time.
  private static let atOnce = 1 << 21

  /// - Parameter pictures: x and dL/dy of each convolution.
  /// - Returns: C′ × (C / groups) × side².
  func run(_ pictures: [(x: BlockedPlanes, dy: BlockedPlanes)], in workspace: Workspace) -> [Float] {
    let planes = shape.bundles * area, blocks = BlockedTensor.blocks(of: shape.bundleInputs)
    let sums = SlopeSums(
      outputs: shape.bundleOutputs, inputs: shape.bundleInputs, planes: planes, sharing: area, tile: tile,
      in: workspace)
    let atOnce = max(4, min(PanelProduct.blocksAtOnce, Self.atOnce / (256 * planes * blocks)))
    let places = pictures.reduce(0) { $0 + $1.dy.pictures * $1.dy.height * $1.dy.width }
    for first in stride(from: 0, to: (places + 15) / 16, by: atOnce) {
      let portion = sums.portion(innerBlocks: min(atOnce, (places + 15) / 16 - first), in: workspace)
      let range = first * 16..<min((first + portion.innerBlocks) * 16, places)
      layOut(pictures, range, to: portion)
      sums.add(portion, isFirst: first == 0, threads: threads)
    }
    return SlopeWriter(shape: shape, scales: scales, threads: threads).write { bundle, output, block, room in
      for place in 0..<area {
        store(load(sums.sum(plane: bundle * area + place, output: output, block: block)), to: room + place * 16)
      }
    }
  }

  // MARK: - Laying out

  /// Both sides of the products for some places; behind the last one there is 0.
  private func layOut(
    _ pictures: [(x: BlockedPlanes, dy: BlockedPlanes)], _ places: Range<Int>, to portion: SlopeSums.Portion
  ) {
    let outputs = BlockedTensor.blocks(of: shape.bundleOutputs), inputs = BlockedTensor.blocks(of: shape.bundleInputs)
    nonisolated(unsafe) let pictures = pictures
    let slopes = shape.bundles * outputs
    parallelFor(slopes + shape.bundles * area * inputs, threads: threads) { index in
      let isSlope = index < slopes, index = isSlope ? index : index - slopes
      let (plane, block) = isSlope ? (index / outputs, index % outputs) : (index / inputs, index % inputs)
      forEachRow(of: pictures, in: places) { pictures, row, columns, k in
        if isSlope {
          let from = pictures.dy.plane(index, ofPicture: row.picture) + row.index * pictures.dy.width * 16
          for column in columns {
            store(load(from + column * 16), to: portion.left(plane: plane, k: k + column, block: block))
          }
        } else {
          let to = portion.right(plane: plane, k: k + columns.lowerBound, block: block)
          let channels = plane / area * inputs + block
          copySeen(pictures.x, channels, row, columns, place: plane % area, to: to)
        }
      }
      for k in places.count..<portion.innerBlocks * 16 {
        store(
          .zero,
          to: isSlope
            ? portion.left(plane: plane, k: k, block: block) : portion.right(plane: plane, k: k, block: block))
      }
    }
  }

  /// A row of a picture of dy.
  private struct Row { let picture: Int, index: Int }

  /// Calls `body` with each row that has some of the places: its columns, and which of K belongs to column 0.
  @inline(__always)
  private func forEachRow(
    of pictures: [(x: BlockedPlanes, dy: BlockedPlanes)], in places: Range<Int>,
    _ body: ((x: BlockedPlanes, dy: BlockedPlanes), Row, _ columns: Range<Int>, _ k: Int) -> Void
  ) {
    var first = 0
    for pictures in pictures {
      let (height, width) = (pictures.dy.height, pictures.dy.width)
      let here = places.clamped(to: first..<first + pictures.dy.pictures * height * width)
      var next = here.lowerBound
      while next < here.upperBound {
        let (line, column) = ((next - first) / width, (next - first) % width)
        let end = min(column + here.upperBound - next, width)
        body(
          pictures, Row(picture: line / height, index: line % height), column..<end,
          next - column - places.lowerBound)
        next += end - column
      }
      first += pictures.dy.pictures * height * width
    }
  }

  /// Sixteen channels of x, as a place of the window sees them when it stands at these columns.
  @inline(__always)
  private func copySeen(
    _ x: BlockedPlanes, _ channels: Int, _ row: Row, _ columns: Range<Int>, place: Int,
    to: UnsafeMutablePointer<Float>
  ) {
    let line = row.index * shape.stride + place / shape.side - shape.padding
    let from = UnsafePointer(x.plane(channels, ofPicture: row.picture)) + line * x.width * 16
    let left = place % shape.side - shape.padding
    for column in columns {
      let seen = column * shape.stride + left
      let isInside = line >= 0 && line < x.height && seen >= 0 && seen < x.width
      store(isInside ? load(from + seen * 16) : .zero, to: to + (column - columns.lowerBound) * tile.columns)
    }
  }
}
