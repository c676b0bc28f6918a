import Kernels

/// All parameters one after the other, for an optimiser to step through.
extension WindowClassifier.Parameters {
  /// The weights of one feature, one for each hidden unit.
  subscript(weight feature: Int) -> Lanes {
    get { self[keyPath: Self.rows[feature]] }
    set { self[keyPath: Self.rows[feature]] = newValue }
  }

  private static var rows: [WritableKeyPath<Self, Lanes>] {
    [\.w0, \.w1, \.w2, \.w3, \.w4, \.w5, \.w6, \.w7, \.c, \.v]
  }

  /// w₀ … w₇, c, v, each of eight units, and b: 81 in all.
  public internal(set) var flat: [Double] {
    get {
      [w0, w1, w2, w3, w4, w5, w6, w7, c, v].flatMap { row in row.indices.map { row[$0] } } + [b]
    }
    set {
      func row(_ index: Int) -> Lanes { Lanes(newValue[8 * index..<8 * index + 8]) }
      (w0, w1, w2, w3) = (row(0), row(1), row(2), row(3))
      (w4, w5, w6, w7) = (row(4), row(5), row(6), row(7))
      (c, v, b) = (row(8), row(9), newValue[80])
    }
  }
}
