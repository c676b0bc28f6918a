import Kernels

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
    withPointers(x, &y) { x, y in
      nonisolated(unsafe) let (x, y) = (x, y)
      parallelFor(window.channels, threads: window.threads) { channel in
        withUnsafeTemporaryAllocation(of: Self.self, capacity: window.width) { highest in
          let from = x + channel * window.height * window.width, to = y + channel * window.positionCount
          for row in 0..<window.outputHeight {
            let rows = window.placesInside(row, window.height)
            for j in 0..<window.width { highest[j] = from[rows.lowerBound * window.width + j] }
            for i in rows.dropFirst() {
              for j in 0..<window.width { highest[j] = larger(from[i * window.width + j], highest[j]) }
            }
            for column in 0..<window.outputWidth {
              let columns = window.placesInside(column, window.width)
              var maximum = highest[columns.lowerBound]
              for j in columns.dropFirst() { maximum = larger(highest[j], maximum) }
              to[row * window.outputWidth + column] = maximum
            }
          }
        }
      }
    }
  }

  /// The larger of two numbers, or the one that is none.
  @inline(__always)
  private static func larger(_ a: Self, _ b: Self) -> Self { a > b || a != a ? a : b }

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
    withPointers(x, dy, &dx) { x, dy, dx in
      nonisolated(unsafe) let (x, dy, dx) = (x, dy, dx)
      window.forEachMaximum(of: x) { place, position in dx[place] += dy[position] }
    }
  }
}

extension SlidingWindow {
  fileprivate var threads: Int { inputCount < fewNumbers ? 1 : Processor.threads }

  /// Calls `body` with where the largest number of each window and channel lies in `x`, and the window's number; for the windows of
  /// one channel one after the other, for different channels at the same time.
  @inline(__always)
  fileprivate func forEachMaximum<Scalar: TensorScalar>(
    of x: UnsafePointer<Scalar>, _ body: @Sendable (_ place: Int, _ position: Int) -> Void
  ) {
    nonisolated(unsafe) let x = x
    parallelFor(channels, threads: threads) { channel in
      var position = channel * positionCount
      for row in 0..<outputHeight {
        let rows = placesInside(row, height)
        for column in 0..<outputWidth {
          let columns = placesInside(column, width)
          var largest = (channel * height + rows.lowerBound) * width + columns.lowerBound
          var maximum = x[largest]
          for y in rows {
            let start = (channel * height + y) * width
            for place in start + columns.lowerBound..<start + columns.upperBound {
              let number = x[place]
              let isLarger = number > maximum || number.isNaN
              (maximum, largest) = (isLarger ? number : maximum, isLarger ? place : largest)
            }
          }
          body(largest, position)
          position += 1
        }
      }
    }
  }

  /// Which places of a row or column of the picture the window with this number stands on.
  @inline(__always)
  fileprivate func placesInside(_ number: Int, _ length: Int) -> Range<Int> {
    let first = number * stride - padding
    return max(first, 0)..<min(first + side, length)
  }
}
