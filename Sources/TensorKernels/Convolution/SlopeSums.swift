import Kernels

/// Products of matrices, summed over K portion by portion: in each of some planes S[o, c] = Σ l[k, o] · r[k, c].
///
/// For the slope of weights o is an output channel, c an input channel, and K runs over the places of pictures, or over tiles of
/// them.
struct SlopeSums: @unchecked Sendable {
  let tile: RegisterTile
  /// How many o, c and planes there are, and how many planes one after the other share the same l.
  let outputs: Int, inputs: Int, planes: Int, sharing: Int
  /// Planes × sixteens of c × o × 16.
  private let sums: AlignedMemory
  private let none = AlignedMemory(zeros: 32)

  init(outputs: Int, inputs: Int, planes: Int, sharing: Int = 1, tile: RegisterTile, in workspace: Workspace) {
    (self.outputs, self.inputs, self.planes, self.sharing, self.tile) = (outputs, inputs, planes, sharing, tile)
    // Not all planes begin in the same set of the cache.
    sums = workspace.memory(for: planes * (BlockedTensor.blocks(of: inputs) * outputs * 16 + 48))
  }

  private var blocks: Int { BlockedTensor.blocks(of: inputs) }
  private var panels: Int { (outputs + tile.rows - 1) / tile.rows }
  private var strips: Int { (inputs + tile.columns - 1) / tile.columns }
  /// How far it is from one plane to the next.
  var toPlane: Int { blocks * outputs * 16 + 48 }

  /// Sixteen neighbouring c of one o.
  func sum(plane: Int, output: Int, block: Int) -> UnsafePointer<Float> {
    UnsafePointer(sums.start + plane * toPlane + (block * outputs + output) * 16)
  }

  // MARK: - A portion of K

  /// Both sides of the products over a portion of K.
  ///
  /// - l: K × `leftWidth`, for each k the numbers of all o side by side;
  /// - r: strips × K × a tile's columns.
  struct Portion: @unchecked Sendable {
    /// K / 16.
    let innerBlocks: Int
    let left: UnsafeMutablePointer<Float>, right: UnsafeMutablePointer<Float>
    let leftWidth: Int, toLeft: Int, toRight: Int
    private let columns: Int

    fileprivate init(_ sums: SlopeSums, innerBlocks: Int, in workspace: Workspace) {
      self.innerBlocks = innerBlocks
      columns = sums.tile.columns
      leftWidth = BlockedTensor.blocks(of: sums.outputs) * 16 + 16
      toLeft = innerBlocks * 16 * leftWidth + 48
      toRight = innerBlocks * 16 * columns * sums.strips + 48
      let leftCount = sums.planes / sums.sharing * toLeft
      left = workspace.room(for: leftCount + sums.planes * toRight)
      right = left + leftCount
    }

    /// Where the numbers of sixteen o for one k go; those of the next plane lie `toLeft` behind.
    @inline(__always)
    func left(plane: Int, k: Int, block: Int) -> UnsafeMutablePointer<Float> {
      left + plane * toLeft + k * leftWidth + block * 16
    }

    /// Where the numbers of sixteen c for one k go; those of the next plane lie `toRight` behind.
    @inline(__always)
    func right(plane: Int, k: Int, block: Int) -> UnsafeMutablePointer<Float> {
      let strip = block * 16 / columns
      return right + plane * toRight + (strip * innerBlocks * 16 + k) * columns + (block * 16 - strip * columns)
    }
  }

  /// Room for both sides, until the workspace is asked for other room.
  func portion(innerBlocks: Int, in workspace: Workspace) -> Portion {
    require(innerBlocks, in: 1...PanelProduct.blocksAtOnce, "a portion is summed in one go")
    return Portion(self, innerBlocks: innerBlocks, in: workspace)
  }

  /// Adds the products of a portion to the sums; the first portion begins them.
  func add(_ portion: Portion, isFirst: Bool, threads: Int) {
    let grid = WorkGrid(rows: panels, columns: strips, planes: planes, threads: threads)
    parallelFor(grid.count, threads: threads) { index in
      let piece = grid[index], plane = sums.start + piece.plane * toPlane
      let product = PanelProduct(
        tile: tile, rows: outputs, runs: portion.innerBlocks,
        panels: portion.left + piece.plane / sharing * portion.toLeft, toPanel: tile.rows,
        toRun: 16 * portion.leftWidth, toNext: portion.leftWidth, toRow: 1,
        strips: portion.right + piece.plane * portion.toRight)
      product.run(panels: piece.rows, strips: piece.columns, partial: plane) { panel, strip in
        let block = strip * tile.columns / 16, y = plane + (block * outputs + panel * tile.rows) * 16
        return TileTarget(
          y: y, plane: outputs * 16, rows: outputs - panel * tile.rows, blocks: min(tile.columns / 16, blocks - block),
          bias: none.start, residual: isFirst ? nil : UnsafePointer(y), lowest: FloatVector(repeating: -.infinity))
      }
    }
  }
}
