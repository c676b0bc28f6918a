import Kernels

/// Turns 16 × 16 numbers: rows become columns.
///
/// As cards are shuffled: of rows i and i + 8 the numbers are taken in turn, which gives rows 2i and 2i + 1. After four such
/// shuffles every number stands where row and column have changed places.
///
/// - Parameters:
///   - x: sixteen rows, each `xStep` behind the one before.
///   - y: sixteen columns, as rows each `yStep` behind the one before; they are written in order, so that a row may begin before
///     the end of the one before it.
@inline(__always)
func transpose(_ x: UnsafePointer<Float>, _ xStep: Int, to y: UnsafeMutablePointer<Float>, _ yStep: Int) {
  typealias Eight = Pair<Pair<Pair<FloatVector>>>
  let x = Pair<Eight>(x, apart: xStep)
  let once = Eight.shuffled(x.upper, x.lower)
  let twice = Eight.shuffled(once.upper, once.lower)
  let thrice = Eight.shuffled(twice.upper, twice.lower)
  Eight.shuffled(thrice.upper, thrice.lower).store(to: y, apart: yStep)
}

/// Rows of sixteen numbers, one below the other.
private protocol Rows {
  static var count: Int { get }
  init(_ pointer: UnsafePointer<Float>, apart step: Int)
  func store(to pointer: UnsafeMutablePointer<Float>, apart step: Int)

  /// The rows of a and b in turn, of each two rows first the numbers of their first halves in turn, then those of the second ones.
  static func shuffled(_ a: Self, _ b: Self) -> Pair<Self>
}

extension FloatVector: Rows {
  fileprivate static var count: Int { 1 }

  @inline(__always)
  fileprivate init(_ pointer: UnsafePointer<Float>, apart step: Int) { self = load(pointer) }

  @inline(__always)
  fileprivate func store(to pointer: UnsafeMutablePointer<Float>, apart step: Int) { Kernels.store(self, to: pointer) }

  @inline(__always)
  fileprivate static func shuffled(_ a: Self, _ b: Self) -> Pair<Self> {
    Pair(upper: inTurn(a.lowHalf, b.lowHalf), lower: inTurn(a.highHalf, b.highHalf))
  }

  /// a₀, b₀, a₁, b₁, …
  @inline(__always)
  private static func inTurn(_ a: SIMD8<Float>, _ b: SIMD8<Float>) -> Self {
    var both = Self.zero
    both.evenHalf = a
    both.oddHalf = b
    return both
  }
}

/// Some rows above as many others.
private struct Pair<Half: Rows>: Rows {
  var upper: Half
  var lower: Half

  static var count: Int { @inline(__always) get { 2 * Half.count } }

  @inline(__always)
  init(upper: Half, lower: Half) { (self.upper, self.lower) = (upper, lower) }

  @inline(__always)
  init(_ pointer: UnsafePointer<Float>, apart step: Int) {
    upper = Half(pointer, apart: step)
    lower = Half(pointer + Half.count * step, apart: step)
  }

  @inline(__always)
  func store(to pointer: UnsafeMutablePointer<Float>, apart step: Int) {
    upper.store(to: pointer, apart: step)
    lower.store(to: pointer + Half.count * step, apart: step)
  }

  @inline(__always)
  static func shuffled(_ a: Self, _ b: Self) -> Pair<Self> {
    Pair<Self>(upper: Half.shuffled(a.upper, b.upper), lower: Half.shuffled(a.lower, b.lower))
  }
}
