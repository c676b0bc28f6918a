/// Turns 16 × 16 numbers: rows become columns.
///
/// As cards are shuffled: of rows i and i + 8 the numbers are taken in turn, which gives rows 2i and 2i + 1. After four such
/// shuffles every number stands where row and column have changed places.
///
/// - Parameters:
///   - x: sixteen rows, each `xStep` behind the one before.
///   - y: sixteen columns, as rows each `yStep` behind the one before.
///   - room: for twice 256 numbers.
@inline(__always)
func transpose(
  _ x: UnsafePointer<Float>, _ xStep: Int, to y: UnsafeMutablePointer<Float>, _ yStep: Int,
  room: UnsafeMutablePointer<Float>
) {
  shuffle(x, xStep, to: room, 16)
  shuffle(room, 16, to: room + 256, 16)
  shuffle(room + 256, 16, to: room, 16)
  shuffle(room, 16, to: y, yStep)
}

@inline(__always)
private func shuffle(
  _ x: UnsafePointer<Float>, _ xStep: Int, to y: UnsafeMutablePointer<Float>, _ yStep: Int
) {
  for row in 0..<8 {
    let (a, b) = (load(x + row * xStep), load(x + (row + 8) * xStep))
    store(inTurn(a.lowHalf, b.lowHalf), to: y + 2 * row * yStep)
    store(inTurn(a.highHalf, b.highHalf), to: y + (2 * row + 1) * yStep)
  }
}

/// a₀, b₀, a₁, b₁, …
@inline(__always)
private func inTurn(_ a: SIMD8<Float>, _ b: SIMD8<Float>) -> FloatVector {
  var both = FloatVector.zero
  both.evenHalf = a
  both.oddHalf = b
  return both
}

/// Room for `transpose`.
@inline(__always)
func withSquareRoom(_ body: (UnsafeMutablePointer<Float>) -> Void) {
  withUnsafeTemporaryAllocation(byteCount: 2048, alignment: 64) { room in
    guard let base = room.baseAddress else { return }
    body(base.bindMemory(to: Float.self, capacity: 512))
  }
}
