/// Where the anchors, the boxes and the results lie.
struct OverlapSearch {
  let anchors: UnsafePointer<Float>
  let count: Int
  let boxes: UnsafePointer<Float>?
  /// The boxes again, one by one, as `SpreadBox` wants them.
  let spread: UnsafePointer<Float>?
  let boxCount: Int
  let overlaps: UnsafeMutablePointer<Float>
  let indices: UnsafeMutablePointer<Int32>
  let maxima: UnsafeMutableBufferPointer<Float>

  /// Some blocks in turn: of the boxes near all of them, those near each.
  func run(_ blocks: Range<Int>) {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 2 * boxCount) { scratch in
      let piece = blocks.lowerBound * AnchorBlocks.size..<min(blocks.upperBound * AnchorBlocks.size, count)
      let near = UnsafeMutableBufferPointer(rebasing: scratch[..<boxCount])
      let nearer = UnsafeMutableBufferPointer(rebasing: scratch[boxCount...])
      for box in 0..<boxCount { nearer[box] = Int32(truncatingIfNeeded: box) }
      let nearCount = keep(nearer, boxCount, touching: hull(piece), in: near)
      for block in blocks {
        let range = AnchorBlocks.anchors(ofBlock: block, of: count)
        let nearerCount = keep(near, nearCount, touching: hull(range), in: nearer)
        search(
          range, nearer[..<nearerCount],
          UnsafeMutableBufferPointer(rebasing: maxima[block * boxCount..<(block + 1) * boxCount]))
      }
    }
  }

  /// The anchors of one block beside each of a few boxes.
  private func search(
    _ range: Range<Int>, _ near: Slice<UnsafeMutableBufferPointer<Int32>>, _ maxima: UnsafeMutableBufferPointer<Float>
  ) {
    (overlaps + range.lowerBound).initialize(repeating: 0, count: range.count)
    (indices + range.lowerBound).initialize(repeating: 0, count: range.count)
    maxima.initialize(repeating: 0)
    guard let spread else { return }
    for box in near {
      let one = SpreadBox(base: spread + Int(box) * SpreadBox.size)
      var largest = FloatVector.zero
      forEachSixteen(anchors, count, range) { few, stride, places in
        let iou = one.intersectionOverUnion(few, count: stride)
        let start = places.lowerBound
        largest = maximum(largest, iou)
        if places.count == FloatVector.scalarCount {
          let best = load(overlaps + start)
          let better = iou .> best
          store(best.replacing(with: iou, where: better), to: overlaps + start)
          let at = UnsafeMutableRawPointer(indices + start)
          let index = UnsafeRawPointer(at).loadUnaligned(as: SIMD16<Int32>.self)
          at.storeBytes(of: index.replacing(with: SIMD16(repeating: box), where: better), as: SIMD16<Int32>.self)
        } else {
          for j in places where iou[j - start] > overlaps[j] {
            overlaps[j] = iou[j - start]
            indices[j] = box
          }
        }
      }
      maxima[Int(box)] = largest.max()
    }
  }

  // MARK: - What is near

  /// The rectangle around some anchors; edges that are not numbers are passed over.
  private func hull(_ range: Range<Int>) -> (xMin: Float, yMin: Float, xMax: Float, yMax: Float) {
    func outermost(_ plane: Int, _ start: Float, _ outer: (FloatVector, FloatVector) -> FloatVector) -> FloatVector {
      let edges = anchors + plane * count
      var found = FloatVector(repeating: start)
      var index = range.lowerBound
      while index &+ FloatVector.scalarCount <= range.upperBound {
        found = outer(found, load(edges + index))
        index &+= FloatVector.scalarCount
      }
      while index < range.upperBound {
        found = outer(found, FloatVector(repeating: edges[index]))
        index &+= 1
      }
      return found
    }
    return (
      outermost(0, .infinity, minimum).min(), outermost(1, .infinity, minimum).min(),
      outermost(2, -.infinity, maximum).max(), outermost(3, -.infinity, maximum).max()
    )
  }

  /// Copies to `near` those of some boxes that reach into the rectangle, and says how many they are.
  private func keep(
    _ some: UnsafeMutableBufferPointer<Int32>, _ someCount: Int,
    touching hull: (xMin: Float, yMin: Float, xMax: Float, yMax: Float), in near: UnsafeMutableBufferPointer<Int32>
  ) -> Int {
    guard let boxes else { return 0 }
    var kept = 0
    for box in some[..<someCount] {
      let edges = boxes + Int(box)
      if edges[0] < hull.xMax, edges[2 * boxCount] > hull.xMin, edges[boxCount] < hull.yMax,
        edges[3 * boxCount] > hull.yMin
      {
        near[kept] = box
        kept += 1
      }
    }
    return kept
  }
}
