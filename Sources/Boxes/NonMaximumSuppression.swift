import Kernels

// MARK: - Keeping the best of those that overlap

/// Goes through boxes from the highest score down, keeps each one that is left, and strikes out all that overlap it too much.
///
/// ```swift
/// let same = Box(x: 0, y: 0, width: 10, height: 10)
/// nonMaximumSuppression(boxes: [same, same], scores: [0.8, 0.9])   // [1]
/// ```
///
/// - Parameters:
///   - boxes: N boxes, in pixels. One that is degenerate or has a NaN edge overlaps nothing, and stays.
///   - scores: N scores; of equal ones the first comes first. A box whose score is not a number is left out.
///   - threshold: in [0, 1]; an IoU above it, not at it, strikes out.
/// - Returns: the places of the boxes that are kept, by descending score; exactly torchvision's `nms`.
/// - Complexity: each kept box is compared with those that begin near it, sixteen at a time; at worst O(N²).
public func nonMaximumSuppression(boxes: BoxList, scores: [Float], threshold: Double = 0.5) -> [Int] {
  suppressed(boxes, scores, classes: nil, threshold)
}

/// The same for each class apart: a cat does not strike out the dog it sits on.
///
/// - Parameters:
///   - boxes: N boxes, in pixels.
///   - scores: N scores.
///   - classes: N classes, any numbers.
/// - Returns: the places of the boxes that are kept, by descending score over all classes; torchvision's `batched_nms` for
///   more than 1000 boxes, up to the order of equal scores, which it then leaves open; with fewer, it moves the classes apart in
///   `Float`, and rounds.
public func nonMaximumSuppression(
  boxes: BoxList, scores: [Float], classes: [Int], threshold: Double = 0.5
) -> [Int] {
  require(classes.count, ==, boxes.count, "one class for each box")
  return suppressed(boxes, scores, classes: classes, threshold)
}

// MARK: - From the highest score down

private func suppressed(_ boxes: BoxList, _ scores: [Float], classes: [Int]?, _ threshold: Double) -> [Int] {
  require(scores.count, ==, boxes.count, "one score for each box")
  require(threshold, in: 0...1, "a threshold of IoU")
  let sweep = BoxSweep(boxes, classes: classes, threshold: threshold)
  // The largest `Float` that is not above the threshold: an IoU in `Float` is above the one where it is above the other.
  let nearest = Float(threshold)
  let below = Double(nearest) > threshold ? nearest.nextDown : nearest
  var isStruckOut = [Int32](repeating: 0, count: boxes.count)
  var marks = isStruckOut.mutableSpan
  var kept: [Int] = []
  for candidate in stableDescendingOrder(scores.span) {
    let index = Int(candidate)
    let place = sweep.places[index]
    guard marks[place] == 0, !scores[index].isNaN else { continue }
    kept.append(index)
    markOverlaps(of: place, in: sweep.planes.span, range: sweep.neighbours(of: place), above: below, marks: &marks)
  }
  return kept
}
