/// How anchors are cut: into blocks, small enough to lie together in the image, and blocks into the pieces of threads.
public enum AnchorBlocks {
  /// Anchors in a block, a multiple of sixteen.
  public static let size = 128

  /// Blocks that a thread takes at once.
  static let inPiece = 16

  public static func count(_ anchors: Int) -> Int { (anchors + size - 1) / size }

  public static func anchors(ofBlock block: Int, of count: Int) -> Range<Int> {
    block * size..<min((block + 1) * size, count)
  }
}

// MARK: - The best box of every anchor

/// The largest IoU of every anchor with any box, and where it is; and the largest IoU of every box within each block.
///
/// The N × M overlaps are never held: boxes that do not touch the rectangle around a block are passed over, and of the rest only
/// the best is kept. The number of threads changes nothing.
///
/// - Parameters:
///   - anchors: N anchors in four planes: xMin, yMin, xMax, yMax.
///   - boxes: M boxes likewise.
///   - overlaps: overwritten, N numbers: the largest IoU, 0 where an anchor meets none.
///   - indices: overwritten, N numbers: the first box that has it; 0 where an anchor meets none.
///   - blockMaxima: overwritten, M numbers for each of `AnchorBlocks.count(N)` blocks.
///   - threads: how many threads at most, 1 or more.
public func bestOverlaps(
  anchors: Span<Float>, boxes: Span<Float>, overlaps: inout MutableSpan<Float>, indices: inout MutableSpan<Int32>,
  blockMaxima: inout MutableSpan<Float>, threads: Int
) {
  let count = requireBoxes(anchors.count)
  let boxCount = requireBoxes(boxes.count)
  let blocks = AnchorBlocks.count(count)
  require(overlaps.count, ==, count, "one overlap for each anchor")
  require(indices.count, ==, count, "one index for each anchor")
  require(blockMaxima.count, ==, blocks * boxCount, "one maximum for each block and box")
  anchors.withUnsafeBufferPointer { anchors in
    boxes.withUnsafeBufferPointer { boxes in
      overlaps.withUnsafeMutableBufferPointer { overlaps in
        indices.withUnsafeMutableBufferPointer { indices in
          blockMaxima.withUnsafeMutableBufferPointer { maxima in
            guard let anchors = anchors.baseAddress, let overlaps = overlaps.baseAddress,
              let indices = indices.baseAddress
            else { return }
            let spread = UnsafeMutablePointer<Float>.allocate(capacity: boxCount * SpreadBox.size)
            defer { spread.deallocate() }
            for box in 0..<boxCount {
              guard let boxes = boxes.baseAddress else { break }
              SpreadBox.spread(boxes + box, count: boxCount, to: spread + box * SpreadBox.size)
            }
            nonisolated(unsafe) let search = OverlapSearch(
              anchors: anchors, count: count, boxes: boxes.baseAddress, spread: spread, boxCount: boxCount,
              overlaps: overlaps, indices: indices, maxima: maxima)
            let pieces = (blocks + AnchorBlocks.inPiece - 1) / AnchorBlocks.inPiece
            parallelFor(pieces, threads: threads) { piece in
              let first = piece * AnchorBlocks.inPiece
              search.run(first..<min(first + AnchorBlocks.inPiece, blocks))
            }
          }
        }
      }
    }
  }
}
