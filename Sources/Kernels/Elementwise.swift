// MARK: - One number in, one number out

/// yⱼ = e^(xⱼ); see `exp` of a vector for its range. x and y have the same length.
public func exp(_ x: Span<Float>, into y: inout MutableSpan<Float>) {
  map(x, into: &y) { exp($0) }
}

/// yⱼ = log xⱼ; see `log` of a vector for its range. x and y have the same length.
public func log(_ x: Span<Float>, into y: inout MutableSpan<Float>) {
  map(x, into: &y) { log($0) }
}

/// yⱼ = log(1 + e^(xⱼ)). x and y have the same length.
public func softplus(_ x: Span<Float>, into y: inout MutableSpan<Float>) {
  map(x, into: &y) { softplus($0) }
}

/// yⱼ = f(xⱼ), sixteen at a time; the last ones are filled up with zeros, whose results are dropped.
@inlinable
public func map(
  _ x: Span<Float>, into y: inout MutableSpan<Float>, _ f: (FloatVector) -> FloatVector
) {
  require(x.count, ==, y.count, "one result for each number")
  x.withUnsafeBufferPointer { x in
    y.withUnsafeMutableBufferPointer { y in
      guard let from = x.baseAddress, let to = y.baseAddress else { return }
      var start = 0
      while start < x.count {
        store(f(load(from, from: start, count: x.count)), to: to, from: start, count: x.count)
        start += FloatVector.scalarCount
      }
    }
  }
}
