/// Lays out what windows see as panels of a product of matrices: row after row a window, K over its places and channels.
struct PatchLayout: Sendable {
  let shape: ConvolutionShape
  /// Of a panel.
  let rows: Int
  let x: BlockedPlanes
  let picture: Int
  let outputWidth: Int

  /// One panel of windows; those behind the last one see nothing.
  ///
  /// - Parameter panel: K / 16 × rows × 16, overwritten.
  func write(panel index: Int, of places: Int, bundle: Int, to panel: UnsafeMutablePointer<Float>) {
    if PatchConvolution.isNarrow(shape) {
      for row in 0..<rows { writeNarrow(place: index * rows + row, of: places, to: panel + row * 16) }
      return
    }
    let blocks = BlockedTensor.blocks(of: shape.bundleInputs)
    let plane = UnsafePointer(x.plane(bundle * blocks, ofPicture: picture))
    for row in 0..<rows {
      let place = index * rows + row
      let (top, left) = corner(place)
      for dy in 0..<shape.side {
        for dx in 0..<shape.side {
          let to = panel + ((dy * shape.side + dx) * blocks * rows + row) * 16
          if place < places, isInside(top + dy, left + dx) {
            let from = plane + ((top + dy) * x.width + left + dx) * 16
            for block in 0..<blocks { store(load(from + block * x.plane), to: to + block * rows * 16) }
          } else {
            for block in 0..<blocks { store(.zero, to: to + block * rows * 16) }
          }
        }
      }
    }
  }

  /// One window over fewer than sixteen channels: each place is written as a whole vector, of which the next one overwrites
  /// what is not a channel.
  private func writeNarrow(place: Int, of places: Int, to row: UnsafeMutablePointer<Float>) {
    let count = shape.side * shape.side * shape.inputs
    let plane = UnsafePointer(x.plane(0, ofPicture: picture))
    let (top, left) = corner(place)
    withUnsafeTemporaryAllocation(of: Float.self, capacity: count + 32) { window in
      guard let window = window.baseAddress else { return }
      var next = window
      for dy in 0..<shape.side {
        for dx in 0..<shape.side {
          let isSeen = place < places && isInside(top + dy, left + dx)
          store(isSeen ? load(plane + ((top + dy) * x.width + left + dx) * 16) : .zero, to: next)
          next += shape.inputs
        }
      }
      store(.zero, to: next)
      for k in stride(from: 0, to: count, by: 16) { store(load(window + k), to: row + k * rows) }
    }
  }

  @inline(__always)
  private func corner(_ place: Int) -> (top: Int, left: Int) {
    (
      place / outputWidth * shape.stride - shape.padding,
      place % outputWidth * shape.stride - shape.padding
    )
  }

  @inline(__always)
  private func isInside(_ row: Int, _ column: Int) -> Bool {
    row >= 0 && row < x.height && column >= 0 && column < x.width
  }
}
