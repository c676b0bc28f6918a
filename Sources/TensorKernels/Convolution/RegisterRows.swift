import Kernels

// The innermost loop of every convolution and matrix product: a tile of sums that stays in registers.
//
// Each step takes one number of every row and one weight of every column, and adds all their products. The more rows and
// columns, the fewer numbers are fetched for each product, as long as the sums fit into the processor's registers.

/// Some rows of sums, each 16 or 32 columns wide.
protocol RegisterRows {
  /// One weight for each column.
  associatedtype Weights
  static var count: Int { get }
  static var columns: Int { get }

  /// All sums are 0.
  init()
  /// Sums that were left at `sums`, row after row.
  init(leftAt sums: UnsafePointer<Float>)
  static func weights(at pointer: UnsafePointer<Float>) -> Weights

  /// Adds x · weights to each row, where the rows' numbers x lie `toRow` apart.
  mutating func add(_ x: UnsafePointer<Float>, toRow: Int, _ weights: Weights)
  func leave(at sums: UnsafeMutablePointer<Float>)
  /// Finishes the rows from `row` on.
  func store(to target: TileTarget, row: Int)
}

// MARK: - One row

/// One row of 16 columns.
struct NarrowRow: RegisterRows {
  static var count: Int { 1 }
  static var columns: Int { 16 }
  private var sum: FloatVector

  @inline(__always) init() { sum = .zero }
  @inline(__always) init(leftAt sums: UnsafePointer<Float>) { sum = load(sums) }
  @inline(__always) static func weights(at pointer: UnsafePointer<Float>) -> FloatVector { load(pointer) }

  @inline(__always) mutating func add(_ x: UnsafePointer<Float>, toRow: Int, _ weights: FloatVector) {
    sum = multiplyAdd(FloatVector(repeating: x.pointee), weights, sum)
  }

  @inline(__always) func leave(at sums: UnsafeMutablePointer<Float>) { Kernels.store(sum, to: sums) }
  @inline(__always) func store(to target: TileTarget, row: Int) { target.store(sum, row: row, block: 0) }
}

/// One row of 32 columns.
struct WideRow: RegisterRows {
  static var count: Int { 1 }
  static var columns: Int { 32 }
  private var left: FloatVector
  private var right: FloatVector

  @inline(__always) init() { (left, right) = (.zero, .zero) }
  @inline(__always) init(leftAt sums: UnsafePointer<Float>) { (left, right) = (load(sums), load(sums + 16)) }

  @inline(__always) static func weights(at pointer: UnsafePointer<Float>) -> (FloatVector, FloatVector) {
    (load(pointer), load(pointer + 16))
  }

  @inline(__always) mutating func add(_ x: UnsafePointer<Float>, toRow: Int, _ weights: (FloatVector, FloatVector)) {
    let x = FloatVector(repeating: x.pointee)
    left = multiplyAdd(x, weights.0, left)
    right = multiplyAdd(x, weights.1, right)
  }

  @inline(__always) func leave(at sums: UnsafeMutablePointer<Float>) {
    Kernels.store(left, to: sums)
    Kernels.store(right, to: sums + 16)
  }

  @inline(__always) func store(to target: TileTarget, row: Int) {
    target.store(left, row: row, block: 0)
    target.store(right, row: row, block: 1)
  }
}

// MARK: - More rows

/// The rows of `Upper` above those of `Lower`.
struct Stacked<Upper: RegisterRows, Lower: RegisterRows>: RegisterRows where Upper.Weights == Lower.Weights {
  static var count: Int { @inline(__always) get { Upper.count + Lower.count } }
  static var columns: Int { @inline(__always) get { Upper.columns } }
  private var upper: Upper
  private var lower: Lower

  @inline(__always) init() { (upper, lower) = (Upper(), Lower()) }

  @inline(__always) init(leftAt sums: UnsafePointer<Float>) {
    (upper, lower) = (Upper(leftAt: sums), Lower(leftAt: sums + Upper.count * Self.columns))
  }

  @inline(__always) static func weights(at pointer: UnsafePointer<Float>) -> Upper.Weights {
    Upper.weights(at: pointer)
  }

  @inline(__always) mutating func add(_ x: UnsafePointer<Float>, toRow: Int, _ weights: Upper.Weights) {
    upper.add(x, toRow: toRow, weights)
    lower.add(x + toRow * Upper.count, toRow: toRow, weights)
  }

  @inline(__always) func leave(at sums: UnsafeMutablePointer<Float>) {
    upper.leave(at: sums)
    lower.leave(at: sums + Upper.count * Self.columns)
  }

  @inline(__always) func store(to target: TileTarget, row: Int) {
    upper.store(to: target, row: row)
    lower.store(to: target, row: row + Upper.count)
  }
}
