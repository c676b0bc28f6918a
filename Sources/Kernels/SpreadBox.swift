// Boxes lie in memory as planes: all left edges, then all upper, all right, all lower ones. Sixteen neighbours of a plane
// are one vector.

/// One box, to be compared with sixteen at a time: each edge, and the area, stands sixteen times in memory.
///
/// From memory they are vectors. Spread where they are used, the compiler took comparisons with them apart, lane by lane.
struct SpreadBox {
  /// How many numbers a box takes.
  static let size = 5 * FloatVector.scalarCount

  let base: UnsafePointer<Float>

  /// Spreads a box that lies in planes of `count` numbers.
  static func spread(_ box: UnsafePointer<Float>, count: Int, to base: UnsafeMutablePointer<Float>) {
    let (xMin, yMin, xMax, yMax) = (box[0], box[count], box[2 * count], box[3 * count])
    let (width, height) = (xMax - xMin, yMax - yMin)
    let area = (width < 0 ? 0 : width) * (height < 0 ? 0 : height)
    for (index, number) in [xMin, yMin, xMax, yMax, area].enumerated() {
      store(FloatVector(repeating: number), to: base + index * FloatVector.scalarCount)
    }
  }

  /// IoU = |A ∩ B| / (|A| + |B| − |A ∩ B|) with the sixteen boxes from `others` on, in this order of operations, as torchvision
  /// rounds it.
  ///
  /// - Returns: 0 or not a number, and so above no threshold, where an edge is none or both areas are 0.
  @inline(__always)
  func intersectionOverUnion(_ others: UnsafePointer<Float>, count: Int) -> FloatVector {
    let lanes = FloatVector.scalarCount
    let left = load(others)
    let top = load(others + count)
    let right = load(others + 2 * count)
    let bottom = load(others + 3 * count)
    let area = positive(right - left) * positive(bottom - top)
    let width = positive(minimum(right, load(base + 2 * lanes)) - maximum(left, load(base)))
    let height = positive(minimum(bottom, load(base + 3 * lanes)) - maximum(top, load(base + lanes)))
    let common = width * height
    return common / (load(base + 4 * lanes) + area - common)
  }
}

// MARK: - The smaller, the larger

/// The smaller of two; `a` where one of them is not a number.
@inlinable @inline(__always)
package func minimum(_ a: FloatVector, _ b: FloatVector) -> FloatVector { a.replacing(with: b, where: b .< a) }

/// The larger of two; `a` where one of them is not a number.
@inlinable @inline(__always)
package func maximum(_ a: FloatVector, _ b: FloatVector) -> FloatVector { a.replacing(with: b, where: b .> a) }

/// max(x, 0): the sign, spread over all bits, clears what is below 0. (Comparing with 0 was taken apart lane by lane.)
@inline(__always)
private func positive(_ x: FloatVector) -> FloatVector {
  let signs = unsafeBitCast(x, to: SIMD16<Int32>.self) &>> 31
  return unsafeBitCast(
    unsafeBitCast(x, to: FloatVectorBits.self) & ~unsafeBitCast(signs, to: FloatVectorBits.self), to: FloatVector.self)
}
