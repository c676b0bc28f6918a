import Boxes
import Kernels

extension Box {
  /// A box as readers write it: x₁, y₁, x₂, y₂. With fewer numbers it is degenerate.
  init(edges: [Double]) {
    let edges = edges + Array(repeating: .nan, count: max(0, 4 - edges.count))
    self.init(xMin: edges[0], yMin: edges[1], xMax: edges[2], yMax: edges[3])
  }

  var edges: [Double] { [xMin, yMin, xMax, yMax] }

  func moved(x: Double, y: Double) -> Box { Box(xMin: xMin + x, yMin: yMin + y, xMax: xMax + x, yMax: yMax + y) }
}

extension SplitMix64 {
  /// A box inside a square of the given side, its own sides within `sizes`, all in quarters of a pixel.
  mutating func box(sizes: ClosedRange<Int>, within side: Int) -> Box {
    let (width, height) = (
      Double(pick(4 * sizes.lowerBound...4 * sizes.upperBound)) / 4,
      Double(pick(4 * sizes.lowerBound...4 * sizes.upperBound)) / 4
    )
    func place(_ length: Double) -> Double { Double(pick(0...Int(4 * (Double(side) - length)))) / 4 }
    return Box(x: place(width), y: place(height), width: width, height: height)
  }
}
