// MARK: - One box and many

/// IoU of one box with each box of a range.
///
/// - Parameters:
///   - box: its place among the boxes.
///   - planes: N boxes in four planes: xMin, yMin, xMax, yMax.
///   - range: some of 0 ..< N.
///   - overlaps: overwritten, one number for each place in the range; NaN where an edge is not a number or no box has an area.
public func overlaps(
  of box: Int, in planes: Span<Float>, range: Range<Int>, into overlaps: inout MutableSpan<Float>
) {
  var one = [Float](repeating: 0, count: 4)
  for plane in 0..<4 { one[plane] = planes[plane * (planes.count / 4) + box] }
  Kernels.overlaps(of: one.span, with: planes, range: range, into: &overlaps)
}

/// IoU of one box with each box of a range.
///
/// - Parameter box: xMin, yMin, xMax, yMax.
public func overlaps(
  of box: Span<Float>, with planes: Span<Float>, range: Range<Int>, into overlaps: inout MutableSpan<Float>
) {
  let count = requireBoxes(planes.count)
  require(box.count, ==, 4, "a box has four edges")
  requirePlaces(range, count)
  require(overlaps.count, ==, range.count, "one overlap for each box")
  box.withUnsafeBufferPointer { box in
    planes.withUnsafeBufferPointer { planes in
      overlaps.withUnsafeMutableBufferPointer { overlaps in
        guard let box = box.baseAddress, let planes = planes.baseAddress, let out = overlaps.baseAddress else { return }
        let one = BoxVector(repeating: box, count: 1)
        for start in stride(from: range.lowerBound, to: range.upperBound, by: FloatVector.scalarCount) {
          let here = min(FloatVector.scalarCount, range.upperBound - start)
          withBoxes(planes + start, count: count, here) { boxes, stride in
            let iou = one.intersectionOverUnion(BoxVector(boxes, count: stride))
            let to = out + (start - range.lowerBound)
            if here == FloatVector.scalarCount { store(iou, to: to) } else { for j in 0..<here { to[j] = iou[j] } }
          }
        }
      }
    }
  }
}

// MARK: - Suppressing

/// Marks every box of a range whose IoU with one box is above a threshold.
///
/// - Parameters:
///   - box: its place among the boxes.
///   - planes: N boxes in four planes.
///   - range: some of 0 ..< N.
///   - threshold: IoU above it, not at it, is marked.
///   - marks: N numbers; −1 is written where a box is marked, the others stay.
public func markOverlaps(
  of box: Int, in planes: Span<Float>, range: Range<Int>, above threshold: Float, marks: inout MutableSpan<Int32>
) {
  let count = requireBoxes(planes.count)
  require(marks.count, ==, count, "one mark for each box")
  requirePlaces(box..<box + 1, count)
  requirePlaces(range, count)
  planes.withUnsafeBufferPointer { planes in
    marks.withUnsafeMutableBufferPointer { marks in
      guard let planes = planes.baseAddress, let marks = marks.baseAddress else { return }
      let one = BoxVector(repeating: planes + box, count: count)
      var start = range.lowerBound
      while start &+ FloatVector.scalarCount <= range.upperBound {
        let above = one.intersectionOverUnion(BoxVector(planes + start, count: count)) .> FloatVector(repeating: threshold)
        let at = UnsafeMutableRawPointer(marks + start)
        let old = UnsafeRawPointer(at).loadUnaligned(as: SIMD16<Int32>.self)
        at.storeBytes(of: old.replacing(with: SIMD16(repeating: -1), where: above), as: SIMD16<Int32>.self)
        start &+= FloatVector.scalarCount
      }
      guard start < range.upperBound else { return }
      withBoxes(planes + start, count: count, range.upperBound - start) { boxes, stride in
        let above = one.intersectionOverUnion(BoxVector(boxes, count: stride)) .> FloatVector(repeating: threshold)
        for j in start..<range.upperBound where above[j - start] { marks[j] = -1 }
      }
    }
  }
}

// MARK: - Planes

/// How many boxes four planes hold.
func requireBoxes(_ numbers: Int) -> Int {
  require(numbers % 4, ==, 0, "boxes come in four planes of equal length")
  return numbers / 4
}

func requirePlaces(_ places: Range<Int>, _ count: Int) {
  require(places.lowerBound, >=, 0, "places are counted from 0")
  require(places.upperBound, <=, count, "a place is one of the boxes")
}

/// Gives `body` sixteen boxes to load, and the length of their planes: those at `base`, or, where only `here` are left, a copy
/// filled up with boxes that meet none.
@inline(__always)
func withBoxes(
  _ base: UnsafePointer<Float>, count: Int, _ here: Int, _ body: (UnsafePointer<Float>, Int) -> Void
) {
  let lanes = FloatVector.scalarCount
  guard here < lanes else { return body(base, count) }
  withUnsafeTemporaryAllocation(of: Float.self, capacity: 4 * lanes) { copy in
    copy.initialize(repeating: .nan)
    for plane in 0..<4 {
      for j in 0..<here { copy[plane * lanes + j] = base[plane * count + j] }
    }
    if let copied = copy.baseAddress { body(copied, lanes) }
  }
}
