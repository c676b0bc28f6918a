import Kernels

/// What is done after a convolution.
public enum Activation: Sendable, Hashable {
  case none
  /// y = max(y, 0).
  case rectifier
}

/// One run of a convolution: y = activation(convolution(x) + bias + residual), and 0 where a mask is not above 0.
struct ConvolutionStep<Pictures>: @unchecked Sendable {
  let x: Pictures
  let y: BlockedPlanes
  /// One for each channel of y, filled up to whole sixteens.
  let bias: UnsafePointer<Float>
  let residual: BlockedPlanes?
  var mask: BlockedPlanes?
  let activation: Activation

  /// Where a tile of places × channels goes: the places from `place` on, the sixteens of channels from `block` on.
  @inline(__always)
  func target(picture: Int, place: Int, rows: Int, block: Int, blocks: Int) -> TileTarget {
    TileTarget(
      y: y.plane(block, ofPicture: picture) + place * 16, plane: y.plane,
      rows: min(rows, y.height * y.width - place), blocks: min(blocks, y.blocks - block), bias: bias + block * 16,
      residual: residual.map { UnsafePointer($0.plane(block, ofPicture: picture) + place * 16) },
      mask: mask.map { UnsafePointer($0.plane(block, ofPicture: picture) + place * 16) },
      lowest: lowest)
  }

  /// y is not less.
  var lowest: FloatVector { FloatVector(repeating: activation == .rectifier ? 0 : -.infinity) }
}
