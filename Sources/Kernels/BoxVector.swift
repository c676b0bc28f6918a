// Boxes lie in memory as planes: all left edges, then all upper, all right, all lower ones. Sixteen neighbours of a plane
// are one vector.

/// Sixteen boxes at a time, with their areas.
struct BoxVector {
  var xMin, yMin, xMax, yMax, area: FloatVector

  /// Boxes that lie in planes of `count` numbers, from `base` on.
  @inline(__always)
  init(_ base: UnsafePointer<Float>, count: Int) {
    self.init(load(base), load(base + count), load(base + 2 * count), load(base + 3 * count))
  }

  /// Sixteen times the box at `base`.
  @inline(__always)
  init(repeating base: UnsafePointer<Float>, count: Int) {
    self.init(
      FloatVector(repeating: base[0]), FloatVector(repeating: base[count]), FloatVector(repeating: base[2 * count]),
      FloatVector(repeating: base[3 * count]))
  }

  @inline(__always)
  private init(_ xMin: FloatVector, _ yMin: FloatVector, _ xMax: FloatVector, _ yMax: FloatVector) {
    (self.xMin, self.yMin, self.xMax, self.yMax) = (xMin, yMin, xMax, yMax)
    area = positive(xMax - xMin) * positive(yMax - yMin)
  }

  /// IoU = |A ∩ B| / (|A| + |B| − |A ∩ B|), in this order of operations, as torchvision rounds it.
  ///
  /// - Returns: not a number, and so above no threshold, where an edge is none or both areas are 0.
  @inline(__always)
  func intersectionOverUnion(_ other: BoxVector) -> FloatVector {
    let width = positive(minimum(xMax, other.xMax) - maximum(xMin, other.xMin))
    let height = positive(minimum(yMax, other.yMax) - maximum(yMin, other.yMin))
    let common = width * height
    return common / (area + other.area - common)
  }
}

// MARK: - The smaller, the larger

/// The smaller of two; `a` where one of them is not a number.
@inline(__always)
func minimum(_ a: FloatVector, _ b: FloatVector) -> FloatVector { a.replacing(with: b, where: b .< a) }

/// The larger of two; `a` where one of them is not a number.
@inline(__always)
func maximum(_ a: FloatVector, _ b: FloatVector) -> FloatVector { a.replacing(with: b, where: b .> a) }

/// max(x, 0); what is not a number stays so.
@inline(__always)
private func positive(_ x: FloatVector) -> FloatVector {
  x.replacing(with: FloatVector.zero, where: x .< FloatVector.zero)
}
