import Kernels

// What else a network does to pictures of sixteen channels side by side, each place of a picture as one vector.

extension BlockedTensor {
  /// The largest number that each window sees in each channel; nothing lies beyond the edge. Not a number where it sees one.
  ///
  /// - Parameters:
  ///   - window: of the side, stride and padding that count here.
  ///   - y: N × C × H′ × W′, overwritten.
  public func maximum(_ window: PoolingShape, into y: BlockedTensor, threads: Int) {
    require(
      y.shape, ==, [pictures, channels, window.outputLength(height), window.outputLength(width)],
      "y has a place for each window")
    y.forEachRow(threads: threads) { n, block, row in
      let from = UnsafePointer(plane(block, ofPicture: n)), to = y.plane(block, ofPicture: n) + row * y.width * 16
      let rows = window.seen(row, of: height)
      for column in 0..<y.width {
        var largest = FloatVector(repeating: -.infinity)
        for i in rows {
          for j in window.seen(column, of: width) {
            let x = load(from + (i * width + j) * 16)
            largest.replace(with: x, where: (x .> largest) .| (x .!= x))
          }
        }
        store(largest, to: to + column * 16)
      }
    }
  }

  /// y = x + this picture, enlarged to the size of x: each place takes the nearest number, ⌊i · H / H′⌋.
  ///
  /// - Parameters:
  ///   - x: N × C × H′ × W′; nothing is added where there is none.
  ///   - y: N × C × H′ × W′, overwritten; it may be x.
  public func enlarge(addedTo x: BlockedTensor?, into y: BlockedTensor, threads: Int) {
    require([y.pictures, y.channels], ==, [pictures, channels], "only height and width change")
    if let x { require(x.shape, ==, y.shape, "what is added has the shape of y") }
    y.forEachRow(threads: threads) { n, block, row in
      let from = UnsafePointer(plane(block, ofPicture: n)) + row * height / y.height * width * 16
      let to = y.plane(block, ofPicture: n) + row * y.width * 16
      let added = x.map { UnsafePointer($0.plane(block, ofPicture: n)) + row * y.width * 16 }
      for column in 0..<y.width {
        let near = load(from + column * width / y.width * 16)
        store(added.map { load($0 + column * 16) + near } ?? near, to: to + column * 16)
      }
    }
  }

  /// y = max(x, 0), or y = x + other, or max(x + other, 0); what is not a number stays so.
  ///
  /// - Parameters:
  ///   - other: in the shape of x.
  ///   - y: in the shape of x, overwritten; it may be x or `other`.
  public func add(_ other: BlockedTensor?, _ activation: Activation, into y: BlockedTensor, threads: Int) {
    require(y.shape, ==, shape, "y has the shape of x")
    if let other { require(other.shape, ==, shape, "what is added has the shape of x") }
    let lowest = FloatVector(repeating: activation == .rectifier ? 0 : -.infinity)
    y.forEachRow(threads: threads) { n, block, row in
      let place = row * width * 16
      let from = UnsafePointer(plane(block, ofPicture: n)) + place, to = y.plane(block, ofPicture: n) + place
      let added = other.map { UnsafePointer($0.plane(block, ofPicture: n)) + place }
      for column in 0..<width {
        var x = load(from + column * 16)
        if let added { x += load(added + column * 16) }
        store(x.replacing(with: lowest, where: x .< lowest), to: to + column * 16)
      }
    }
  }
}

/// A square window of which the largest number is taken.
public struct PoolingShape: Sendable, Hashable {
  public let side: Int, stride: Int, padding: Int

  public init(side: Int, stride: Int, padding: Int = 0) {
    require(side, >=, 1, "a window's side is 1 or more")
    require(stride, >=, 1, "a window moves on by 1 or more")
    require(padding, in: 0...side / 2, "no window sees only what lies beyond the edge")
    (self.side, self.stride, self.padding) = (side, stride, padding)
  }

  /// ⌊(length + 2 · padding − side) / stride⌋ + 1: how many windows stand side by side.
  public func outputLength(_ length: Int) -> Int {
    require(length + 2 * padding, >=, side, "the window fits into the padded picture")
    return (length + 2 * padding - side) / stride + 1
  }

  /// What the window at an index sees of a picture of this length.
  @inline(__always)
  func seen(_ index: Int, of length: Int) -> Range<Int> {
    let first = index * stride - padding
    return max(first, 0)..<min(first + side, length)
  }
}
