import Boxes

extension PyramidLevel {
  /// How many cells lie along a side of so many pixels: the last one may reach over the edge.
  func cells(along side: Int) -> Int { (side + stride - 1) / stride }
}
