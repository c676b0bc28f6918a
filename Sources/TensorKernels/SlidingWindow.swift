import Kernels

/// Where a square window stands as it slides over C × H × W numbers: in rows from the top left, `stride` places apart.
public struct SlidingWindow: Sendable, Hashable {
  /// C.
  public let channels: Int
  /// H and W.
  public let height: Int, width: Int
  /// The side of the window.
  public let side: Int
  public let stride: Int
  /// How far the window may stand over each edge.
  public let padding: Int
  /// H′ = ⌊(H + 2 · padding − side) / stride⌋ + 1, and W′ alike: how often the window stands.
  public let outputHeight: Int, outputWidth: Int

  public init(channels: Int, height: Int, width: Int, side: Int, stride: Int, padding: Int) {
    require(side, >=, 1, "a window's side is 1 or more")
    require(stride, >=, 1, "a window moves on by 1 or more")
    require(padding, in: 0...side - 1, "no window stands wholly over the edge")
    require(channels, >=, 0, "channels are counted from 0")
    require(min(height, width) + 2 * padding, >=, side, "the window fits into the padded picture")
    (self.channels, self.height, self.width) = (channels, height, width)
    (self.side, self.stride, self.padding) = (side, stride, padding)
    outputHeight = (height + 2 * padding - side) / stride + 1
    outputWidth = (width + 2 * padding - side) / stride + 1
  }

  /// C · H · W.
  public var inputCount: Int { channels * height * width }
  /// C · side², the numbers that one window sees.
  public var patchCount: Int { channels * side * side }
  /// H′ · W′.
  public var positionCount: Int { outputHeight * outputWidth }

  /// Which columns of windows have what lies `offset` from their left side inside the picture.
  @inline(__always)
  func columnsInside(_ offset: Int) -> Range<Int> { inside(offset, width, outputWidth) }

  /// Which rows of windows have what lies `offset` from their top inside the picture.
  @inline(__always)
  func rowsInside(_ offset: Int) -> Range<Int> { inside(offset, height, outputHeight) }

  /// All i in 0 ..< count with 0 ≤ i · stride + offset − padding < length.
  @inline(__always)
  private func inside(_ offset: Int, _ length: Int, _ count: Int) -> Range<Int> {
    let first = max(0, padding - offset + stride - 1) / stride
    let end = max(0, length + padding - offset + stride - 1) / stride
    return min(first, count)..<max(min(first, count), min(end, count))
  }
}
