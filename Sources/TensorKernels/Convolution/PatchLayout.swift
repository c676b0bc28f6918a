import CProcessor
import Kernels

/// Lays out what windows see as panels of a product of matrices: row after row a window, K over its places and channels.
struct PatchLayout: Sendable {
  let shape: ConvolutionShape
  /// Of a panel.
  let rows: Int
  let x: BlockedPlanes
  let picture: Int
  let outputWidth: Int

  /// What the windows at some places see, panel after panel; rows behind the last place hold anything.
  ///
  /// - Parameter panels: each K / 16 × rows × 16, overwritten.
  func write(_ places: Range<Int>, bundle: Int, to panels: UnsafeMutablePointer<Float>) {
    let blocks = BlockedTensor.blocks(of: shape.bundleInputs)
    let plane = UnsafePointer(x.plane(bundle * blocks, ofPicture: picture))
    let panelCount = shape.side * shape.side * blocks * rows * 16
    for (index, first) in stride(from: places.lowerBound, to: places.upperBound, by: rows).enumerated() {
      for dy in 0..<shape.side {
        for dx in 0..<shape.side {
          let to = panels + index * panelCount + (dy * shape.side + dx) * blocks * rows * 16
          write(first..<min(first + rows, places.upperBound), dy, dx, plane, blocks: blocks, to: to)
        }
      }
    }
  }

  /// What one place of the window sees, in all windows of a panel.
  private func write(
    _ places: Range<Int>, _ dy: Int, _ dx: Int, _ plane: UnsafePointer<Float>, blocks: Int,
    to panel: UnsafeMutablePointer<Float>
  ) {
    for (row, place) in places.enumerated() {
      let i = place / outputWidth * shape.stride - shape.padding + dy
      let j = place % outputWidth * shape.stride - shape.padding + dx
      let to = panel + row * 16
      if i >= 0, i < x.height, j >= 0, j < x.width {
        let from = plane + (i * x.width + j) * 16
        for block in 0..<blocks {
          workbook_fetch_to_read(from + block * x.plane + rows * shape.stride * 16)
          store(load(from + block * x.plane), to: to + block * rows * 16)
        }
      } else {
        for block in 0..<blocks { store(.zero, to: to + block * rows * 16) }
      }
    }
  }
}
