// MARK: - One number in, one number out

/// yⱼ = e^(xⱼ), within 3e-7 of itself. x and y have the same length.
///
/// Above 88.722 it is infinity; below −87.3365, where it would not be a normal number any more, 0; of NaN it is NaN.
public func exp(_ x: Span<Float>, into y: inout MutableSpan<Float>) {
  map(x, into: &y) { $0 > 88.722_84 ? .infinity : exponential($0) }
}

/// yⱼ = log xⱼ, within 3e-7 of itself. x and y have the same length.
///
/// It is −infinity for 0 and for what is too small to be normal, infinity for infinity, NaN below 0 and of NaN.
public func log(_ x: Span<Float>, into y: inout MutableSpan<Float>) {
  map(x, into: &y) { logarithm($0) }
}

/// yⱼ = log(1 + e^(xⱼ)), within 5e-7 of itself. x and y have the same length.
public func softplus(_ x: Span<Float>, into y: inout MutableSpan<Float>) {
  map(x, into: &y) { softplus($0) }
}

/// yⱼ = f(xⱼ).
private func map(_ x: Span<Float>, into y: inout MutableSpan<Float>, _ f: (Float) -> Float) {
  require(x.count, ==, y.count, "one result for each number")
  x.withUnsafeBufferPointer { x in
    y.withUnsafeMutableBufferPointer { y in
      guard let from = x.baseAddress, let to = y.baseAddress else { return }
      for j in 0..<x.count { to[j] = f(from[j]) }
    }
  }
}
