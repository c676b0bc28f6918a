// MARK: - The largest number that a window sees

extension TensorScalar {
  /// The largest of what each window sees in each channel; nothing lies beyond the edge. Not a number where it sees one.
  ///
  /// - Parameters:
  ///   - x: C × H × W.
  ///   - y: C × H′ × W′, overwritten.
  public static func maximum(of x: Span<Self>, _ window: SlidingWindow, into y: inout MutableSpan<Self>) {
    require(x.count, ==, window.inputCount, "the picture is C × H × W")
    require(y.count, ==, window.channels * window.positionCount, "one maximum for each window and channel")
    x.withUnsafeBufferPointer { x in
      y.withUnsafeMutableBufferPointer { y in
        window.forEachMaximum(of: x) { place, position in y[position] = x[place] }
      }
    }
  }

  /// The way back: adds each dL/dy to the number that was the largest, the first one where several are.
  ///
  /// - Parameters:
  ///   - dy: C × H′ × W′.
  ///   - x: C × H × W, of which the maxima were taken.
  ///   - dx: C × H × W, added to.
  public static func scatterToMaximum(
    _ dy: Span<Self>, of x: Span<Self>, _ window: SlidingWindow, to dx: inout MutableSpan<Self>
  ) {
    require(x.count, ==, window.inputCount, "the picture is C × H × W")
    require(dy.count, ==, window.channels * window.positionCount, "one slope for each window and channel")
    require(dx.count, ==, x.count, "one slope for each number of the picture")
    x.withUnsafeBufferPointer { x in
      dy.withUnsafeBufferPointer { dy in
        dx.withUnsafeMutableBufferPointer { dx in
          window.forEachMaximum(of: x) { place, position in dx[place] += dy[position] }
        }
      }
    }
  }
}

extension SlidingWindow {
  /// Calls `body` with where the largest number of each window and channel lies in `x`, and the window's number.
  @inline(__always)
  fileprivate func forEachMaximum<Scalar: TensorScalar>(
    of x: UnsafeBufferPointer<Scalar>, _ body: (_ place: Int, _ position: Int) -> Void
  ) {
    var position = 0
    for channel in 0..<channels {
      for top in Swift.stride(from: -padding, to: outputHeight * stride - padding, by: stride) {
        for left in Swift.stride(from: -padding, to: outputWidth * stride - padding, by: stride) {
          var largest = (channel * height + max(top, 0)) * width + max(left, 0)
          for y in max(top, 0)..<min(top + side, height) {
            for x0 in max(left, 0)..<min(left + side, width) {
              let place = (channel * height + y) * width + x0
              if x[place] > x[largest] || x[place].isNaN { largest = place }
            }
          }
          body(largest, position)
          position += 1
        }
      }
    }
  }
}
