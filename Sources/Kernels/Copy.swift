/// Copies x to y: one read and one write, the least that any pass over two buffers costs. Benchmarks measure against it.
///
/// - Parameters:
///   - x: any number of numbers; as many as in y.
///   - threads: how many threads at most, 1 or more; each copies one piece.
public func copy(_ x: Span<Float>, into y: inout MutableSpan<Float>, threads: Int) {
  require(x.count, ==, y.count, "one place for each number")
  x.withUnsafeBufferPointer { x in
    y.withUnsafeMutableBufferPointer { y in
      nonisolated(unsafe) let (x, y) = (x, y)
      parallelFor(threads, threads: threads) { thread in
        let piece = x.count * thread / threads..<x.count * (thread + 1) / threads
        _ = UnsafeMutableBufferPointer(rebasing: y[piece]).update(fromContentsOf: x[piece])
      }
    }
  }
}
