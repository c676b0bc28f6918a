import Kernels

/// Where the numbers of a `BlockedTensor` lie, for loops over them: whoever uses it keeps the tensor.
struct BlockedPlanes: @unchecked Sendable {
  let start: UnsafeMutablePointer<Float>
  /// N, ⌈C / 16⌉, H, W.
  let pictures: Int, blocks: Int, height: Int, width: Int

  init(_ tensor: BlockedTensor) {
    (start, pictures, blocks) = (tensor.start, tensor.pictures, tensor.blocks)
    (height, width) = (tensor.height, tensor.width)
  }

  /// How far it is from one sixteen of channels to the next.
  var plane: Int { height * width * 16 }

  /// Sixteen channels of one picture, row after row.
  @inline(__always)
  func plane(_ block: Int, ofPicture n: Int) -> UnsafeMutablePointer<Float> { start + (n * blocks + block) * plane }

  /// A square of places of a plane, and how far it is from row to row; where it reaches over the edge, a copy with zeros there.
  @inline(__always)
  func square(
    of side: Int, _ block: Int, ofPicture n: Int, top: Int, left: Int, room: UnsafeMutablePointer<Float>
  ) -> (start: UnsafePointer<Float>, toRow: Int) {
    let plane = UnsafePointer(plane(block, ofPicture: n))
    if top >= 0, left >= 0, top + side <= height, left + side <= width {
      return (plane + (top * width + left) * 16, width * 16)
    }
    copySquare(of: side, plane, top: top, left: left, to: room)
    return (UnsafePointer(room), side * 16)
  }

  @inline(never)
  private func copySquare(
    of side: Int, _ plane: UnsafePointer<Float>, top: Int, left: Int, to square: UnsafeMutablePointer<Float>
  ) {
    for i in 0..<side {
      for j in 0..<side {
        let isInside = top + i >= 0 && top + i < height && left + j >= 0 && left + j < width
        store(isInside ? load(plane + ((top + i) * width + left + j) * 16) : .zero, to: square + (i * side + j) * 16)
      }
    }
  }
}
