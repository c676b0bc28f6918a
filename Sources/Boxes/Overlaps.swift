import Kernels

// MARK: - The largest overlaps

/// How well anchors and boxes overlap, seen from both sides.
///
/// It also answers why an object is never found: `ofBoxes` is then below the matcher's threshold.
public struct Overlaps: Sendable {
  /// Of each anchor, its largest IoU with any box, in [0, 1].
  public let ofAnchors: [Float]
  /// Of each box, its largest IoU with any anchor, in [0, 1].
  public let ofBoxes: [Float]

  private let boxesOfAnchors: [Int32]
  private let blockMaxima: [Float]
  private let anchors, boxes: BoxList

  /// - Parameters:
  ///   - anchors: any number, in pixels.
  ///   - boxes: any number, in pixels.
  ///   - threads: how many threads at most, 1 or more. Their number changes nothing.
  public init(anchors: BoxList, boxes: BoxList, threads: Int = Processor.threads) {
    var ofAnchors = [Float](repeating: 0, count: anchors.count)
    var boxesOfAnchors = [Int32](repeating: 0, count: anchors.count)
    var maxima = [Float](repeating: 0, count: AnchorBlocks.count(anchors.count) * boxes.count)
    var overlaps = ofAnchors.mutableSpan
    var indices = boxesOfAnchors.mutableSpan
    var blockMaxima = maxima.mutableSpan
    bestOverlaps(
      anchors: anchors.planes.span, boxes: boxes.planes.span, overlaps: &overlaps, indices: &indices,
      blockMaxima: &blockMaxima, threads: threads)
    var ofBoxes = [Float](repeating: 0, count: boxes.count)
    for block in 0..<AnchorBlocks.count(anchors.count) {
      for box in boxes.indices { ofBoxes[box] = max(ofBoxes[box], maxima[block * boxes.count + box]) }
    }
    (self.ofAnchors, self.ofBoxes, self.boxesOfAnchors, self.blockMaxima) = (ofAnchors, ofBoxes, boxesOfAnchors, maxima)
    (self.anchors, self.boxes) = (anchors, boxes)
  }

  /// The box with which an anchor has its largest IoU; of several the first, and where it overlaps none, box 0.
  public func box(of anchor: Int) -> Int { Int(boxesOfAnchors[anchor]) }
}

// MARK: - The best anchors of a box

extension Overlaps {
  /// The first anchor that has a box's largest IoU; nil where no anchor overlaps the box.
  public func bestAnchor(of box: Int) -> Int? {
    guard ofBoxes[box] > 0 else { return nil }
    return (0..<AnchorBlocks.count(anchors.count)).lazy.compactMap { bestAnchors(of: box, inBlock: $0).first }.first
  }

  /// Calls `body` with every anchor that has the largest IoU of some box, which are all anchors where that is 0. Only the blocks
  /// that hold such an anchor are computed again.
  func forEachBestAnchor(_ body: (Int) -> Void) {
    guard !ofBoxes.contains(0) else { return anchors.indices.forEach(body) }
    for box in boxes.indices {
      for block in 0..<AnchorBlocks.count(anchors.count) { bestAnchors(of: box, inBlock: block).forEach(body) }
    }
  }

  /// The anchors of a block that have a box's largest IoU.
  private func bestAnchors(of box: Int, inBlock block: Int) -> [Int] {
    guard blockMaxima[block * boxes.count + box] == ofBoxes[box] else { return [] }
    let range = AnchorBlocks.anchors(ofBlock: block, of: anchors.count)
    let edges = boxes.edges(box)
    let overlaps = filled(range.count) {
      Kernels.overlaps(of: edges.span, with: anchors.planes.span, range: range, into: &$0)
    }
    return zip(range, overlaps).filter { $1 == ofBoxes[box] }.map(\.0)
  }
}
