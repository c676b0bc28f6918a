/// zᵢⱼ = xᵢ + yⱼ, row after row: a pattern y, repeated once for each x and moved by it.
///
/// - Parameters:
///   - x: n numbers.
///   - y: m numbers.
///   - z: n × m numbers of it are overwritten,
///   - start: from this place on.
public func outerSum(_ x: Span<Float>, _ y: Span<Float>, into z: inout MutableSpan<Float>, at start: Int = 0) {
  require(start, >=, 0, "places are counted from 0")
  require(start + x.count * y.count, <=, z.count, "a place for the sum of each pair")
  x.withUnsafeBufferPointer { x in
    y.withUnsafeBufferPointer { y in
      z.withUnsafeMutableBufferPointer { z in
        guard let from = y.baseAddress, let first = z.baseAddress else { return }
        var to = first + start
        let whole = y.count / FloatVector.scalarCount * FloatVector.scalarCount
        for shift in x {
          let shifts = FloatVector(repeating: shift)
          var j = 0
          while j < whole {
            store(load(from + j) + shifts, to: to + j)
            j &+= FloatVector.scalarCount
          }
          while j < y.count {
            to[j] = from[j] + shift
            j &+= 1
          }
          to += y.count
        }
      }
    }
  }
}
