import Kernels

// MARK: - What each window sees

extension TensorScalar {
  /// Lays out what each window sees as one column; a convolution is then a product of matrices.
  ///
  /// - Parameter x: C × H × W.
  /// - Returns: C · side² × H′ · W′; 0 where the window stands over the edge.
  public static func patches(of x: Span<Self>, _ window: SlidingWindow) -> [Self] {
    require(x.count, ==, window.inputCount, "the picture is C × H × W")
    let count = window.patchCount * window.positionCount
    return [Self](unsafeUninitializedCapacity: count) { patches, initialized in
      patches.initialize(repeating: 0)
      x.withUnsafeBufferPointer { x in
        window.forEachRun { place, position, count in
          for i in 0..<count { patches[position + i] = x[place + i * window.stride] }
        }
      }
      initialized = count
    }
  }

  /// The way back: adds every number of the patches to the place that it was taken from.
  ///
  /// - Parameters:
  ///   - patches: C · side² × H′ · W′.
  ///   - x: C × H × W, added to.
  public static func scatterPatches(
    _ patches: Span<Self>, _ window: SlidingWindow, to x: inout MutableSpan<Self>
  ) {
    require(x.count, ==, window.inputCount, "the picture is C × H × W")
    require(patches.count, ==, window.patchCount * window.positionCount, "one column for each window")
    patches.withUnsafeBufferPointer { patches in
      x.withUnsafeMutableBufferPointer { x in
        window.forEachRun { place, position, count in
          for i in 0..<count { x[place + i * window.stride] += patches[position + i] }
        }
      }
    }
  }
}

extension SlidingWindow {
  /// Calls `body` for each run of numbers in a row of the picture that stand side by side in a row of the patches, with where
  /// it starts in the picture (its numbers are `stride` apart), where in the patches, and how many they are.
  @inline(__always)
  fileprivate func forEachRun(_ body: (_ place: Int, _ position: Int, _ count: Int) -> Void) {
    var patchRow = 0
    for channel in 0..<channels {
      for dy in 0..<side {
        for dx in 0..<side {
          let columns = columnsInside(dx)
          for row in rowsInside(dy) where !columns.isEmpty {
            let y = row * stride + dy - padding
            let x = columns.lowerBound * stride + dx - padding
            body(
              (channel * height + y) * width + x,
              patchRow * positionCount + row * outputWidth + columns.lowerBound, columns.count)
          }
          patchRow += 1
        }
      }
    }
  }
}
