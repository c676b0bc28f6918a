import Kernels

// MARK: - All anchors of an image

extension AnchorGenerator {
  /// Every anchor of an image, also those that reach beyond it: level by level, row by row.
  ///
  /// Each edge is a centre plus an edge of the cell's anchors. In a row the same xMin come again in every row, and yMin moves on
  /// as a whole: four planes, each an outer sum of an outer sum.
  ///
  /// - Returns: `count(for:)` boxes.
  public func anchors(for image: ImageSize) -> BoxList {
    let count = count(for: image)
    return BoxList(
      planes: filled(4 * count) { planes in
        var start = 0
        for level in levels {
          let cell = cellAnchors(at: level)
          let (x, y) = centers(level, image)
          for (plane, across) in [(0, true), (1, false), (2, true), (3, false)] {
            let edges = Array(cell.planes[plane * cell.count..<(plane + 1) * cell.count])
            let zeros = [Float](repeating: 0, count: across ? y.count : x.count)
            let row = filled(x.count * edges.count) { outerSum(across ? x.span : zeros.span, edges.span, into: &$0) }
            outerSum(across ? zeros.span : y.span, row.span, into: &planes, at: plane * count + start)
          }
          start += x.count * y.count * cell.count
        }
      })
  }
}

// MARK: - One anchor and where it comes from

/// An anchor with the reasons for its place and its shape.
public struct Anchor: Sendable, Hashable {
  public let level: PyramidLevel
  public let row, column: Int
  /// Height / width.
  public let aspectRatio: Double
  public let octaveScale: Double
}

extension AnchorGenerator {
  /// Which anchor stands at a place of `anchors(for:)`.
  ///
  /// - Parameter index: in 0 ..< `count(for: image)`.
  public func anchor(at index: Int, for image: ImageSize) -> Anchor {
    require(index, in: 0...self.count(for: image) - 1, "an anchor is one of the image's")
    var place = index
    var level = levels[0]
    for candidate in levels {
      level = candidate
      let here = anchorsPerCell * candidate.grid(for: image).cells
      if place < here { break }
      place -= here
    }
    let (cell, shape) = place.quotientAndRemainder(dividingBy: anchorsPerCell)
    let (row, column) = cell.quotientAndRemainder(dividingBy: level.grid(for: image).columns)
    let (ratio, scale) = shape.quotientAndRemainder(dividingBy: octaveScales.count)
    return Anchor(
      level: level, row: row, column: column, aspectRatio: aspectRatios[ratio], octaveScale: octaveScales[scale])
  }
}
