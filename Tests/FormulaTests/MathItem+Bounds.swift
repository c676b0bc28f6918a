@testable import Formula

extension MathItem {
  /// The rectangle that the item covers: its letters as measured, its curve's control points and pen.
  func bounds(_ measurer: NominalMathMeasurer) -> MathRect {
    switch shape {
    case .run(let text, let style, let size, let x, let y):
      let extent = measurer.extent(ofMath: text, style: style, size: size)
      return MathRect(x: x, y: y - extent.ascent, width: extent.width, height: extent.height)
    case .rule(let rect): return rect
    case .curve(let points, let width):
      return points.map { MathRect(x: $0.x - width / 2, y: $0.y - width / 2, width: width, height: width) }
        .reduce(nil) { $0?.union($1) ?? $1 } ?? MathRect(x: 0, y: 0, width: 0, height: 0)
    }
  }

  var size: Double? {
    if case .run(_, _, let size, _, _) = shape { return size }
    return nil
  }

  var baseline: Double? {
    if case .run(_, _, _, _, let y) = shape { return y }
    return nil
  }

  var style: MathStyle? {
    if case .run(_, let style, _, _, _) = shape { return style }
    return nil
  }

  var isCurve: Bool {
    if case .curve = shape { return true }
    return false
  }
}
