import Kernels

/// How the planes of pictures grow from H × W to H′ × W′, every place the nearest that there is: place (i, j) takes what stands at
/// (⌊i · H / H′⌋, ⌊j · W / W′⌋).
///
/// PyTorch rounds H / H′ to 32 bits first and so takes a neighbour now and then; for H′ from 2H − 1 to 2H + 1 it takes the same
/// places (tried for all H below 1,500).
public struct Upsampling: Sendable, Hashable {
  public let planes: Int
  public let height: Int, width: Int
  public let outputHeight: Int, outputWidth: Int

  /// - Parameters:
  ///   - planes: N · C.
  ///   - height, width: of what goes in, 1 or more.
  ///   - outputHeight, outputWidth: of what comes out, 1 or more.
  public init(planes: Int, height: Int, width: Int, outputHeight: Int, outputWidth: Int) {
    require(planes, >=, 0, "planes are counted from 0")
    require(min(height, width, outputHeight, outputWidth), >=, 1, "a picture has rows and columns")
    (self.planes, self.height, self.width) = (planes, height, width)
    (self.outputHeight, self.outputWidth) = (outputHeight, outputWidth)
  }

  public var inputCount: Int { planes * height * width }
  public var outputCount: Int { planes * outputHeight * outputWidth }

  /// Calls `body` with where each row of the output begins, and the row of the input that it repeats; the rows of one plane one after
  /// the other, those of different planes at the same time.
  @inline(__always)
  fileprivate func forEachRow(_ body: @Sendable (_ output: Int, _ input: Int) -> Void) {
    let (height, width, outputHeight, outputWidth) = (height, width, outputHeight, outputWidth)
    parallelFor(planes, threads: outputCount < fewNumbers ? 1 : Processor.threads) { plane in
      for row in 0..<outputHeight {
        body(
          (plane * outputHeight + row) * outputWidth, (plane * height + row * height / outputHeight) * width)
      }
    }
  }

  /// For each column of the output, the column of the input that it repeats.
  fileprivate var columns: [Int] { (0..<outputWidth).map { $0 * width / outputWidth } }
}

extension TensorScalar {
  /// y[p, i, j] = x[p, ⌊i H / H′⌋, ⌊j W / W′⌋] for every plane p.
  ///
  /// - Parameters:
  ///   - x: planes × H × W.
  ///   - y: planes × H′ × W′, overwritten.
  public static func upsample(_ x: Span<Self>, _ size: Upsampling, into y: inout MutableSpan<Self>) {
    require(x.count, ==, size.inputCount, "what goes in is planes × H × W")
    require(y.count, ==, size.outputCount, "what comes out is planes × H′ × W′")
    let columns = size.columns
    withPointers(x, &y) { x, y in
      nonisolated(unsafe) let (x, y) = (x, y)
      size.forEachRow { to, from in
        for (column, source) in columns.enumerated() { y[to + column] = x[from + source] }
      }
    }
  }

  /// The way back: adds each dL/dy to the place that it was taken from.
  ///
  /// - Parameters:
  ///   - dy: planes × H′ × W′.
  ///   - dx: planes × H × W, added to.
  public static func scatterUpsampled(_ dy: Span<Self>, _ size: Upsampling, to dx: inout MutableSpan<Self>) {
    require(dx.count, ==, size.inputCount, "what went in is planes × H × W")
    require(dy.count, ==, size.outputCount, "what came out is planes × H′ × W′")
    let columns = size.columns
    withPointers(dy, &dx) { dy, dx in
      nonisolated(unsafe) let (dy, dx) = (dy, dx)
      size.forEachRow { from, to in
        for (column, source) in columns.enumerated() { dx[to + source] += dy[from + column] }
      }
    }
  }
}
