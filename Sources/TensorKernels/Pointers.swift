// Loops over numbers in memory. Where there are none, there is nothing to do.

/// Calls `body` with where numbers lie that are read, and others that are written.
@inline(__always)
func withPointers<Number>(
  _ x: Span<Number>, _ y: inout MutableSpan<Number>,
  _ body: (UnsafePointer<Number>, UnsafeMutablePointer<Number>) -> Void
) {
  x.withUnsafeBufferPointer { x in
    y.withUnsafeMutableBufferPointer { y in
      if let x = x.baseAddress, let y = y.baseAddress { body(x, y) }
    }
  }
}

/// The same for two kinds that are read.
@inline(__always)
func withPointers<Number>(
  _ u: Span<Number>, _ v: Span<Number>, _ y: inout MutableSpan<Number>,
  _ body: (UnsafePointer<Number>, UnsafePointer<Number>, UnsafeMutablePointer<Number>) -> Void
) {
  v.withUnsafeBufferPointer { v in
    withPointers(u, &y) { u, y in
      if let v = v.baseAddress { body(u, v, y) }
    }
  }
}
