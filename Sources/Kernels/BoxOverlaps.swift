// MARK: - One box and many

/// IoU of one box with each box of a range.
///
/// - Parameters:
///   - box: xMin, yMin, xMax, yMax.
///   - planes: N boxes in four planes: all xMin, all yMin, all xMax, all yMax.
///   - range: some of 0 ..< N.
///   - overlaps: overwritten, one number for each place in the range; 0 or NaN where an edge is none or no box has an area.
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
        withSpread(box, count: 1) { write(overlapsOf: $0, planes, count, range, out) }
      }
    }
  }
}

@inline(never)
private func write(
  overlapsOf one: SpreadBox, _ planes: UnsafePointer<Float>, _ count: Int, _ range: Range<Int>,
  _ out: UnsafeMutablePointer<Float>
) {
  forEachSixteen(planes, count, range) { boxes, stride, places in
    let iou = one.intersectionOverUnion(boxes, count: stride)
    let to = out + (places.lowerBound - range.lowerBound)
    if places.count == FloatVector.scalarCount {
      store(iou, to: to)
    } else {
      for j in places { to[j - places.lowerBound] = iou[j - places.lowerBound] }
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
      withSpread(planes + box, count: count) { mark(overlapsOf: $0, planes, count, range, threshold, marks) }
    }
  }
}

@inline(never)
private func mark(
  overlapsOf one: SpreadBox, _ planes: UnsafePointer<Float>, _ count: Int, _ range: Range<Int>, _ threshold: Float,
  _ marks: UnsafeMutablePointer<Int32>
) {
  forEachSixteen(planes, count, range) { boxes, stride, places in
    let above = one.intersectionOverUnion(boxes, count: stride) .> FloatVector(repeating: threshold)
    if places.count == FloatVector.scalarCount {
      let at = UnsafeMutableRawPointer(marks + places.lowerBound)
      let old = UnsafeRawPointer(at).loadUnaligned(as: SIMD16<Int32>.self)
      at.storeBytes(of: old.replacing(with: SIMD16(repeating: -1), where: above), as: SIMD16<Int32>.self)
    } else {
      for j in places where above[j - places.lowerBound] { marks[j] = -1 }
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

/// Calls `body` with sixteen boxes after the other to load, the length of their planes, and their places. The last few are copied
/// and filled up with boxes that meet none.
@inline(__always)
func forEachSixteen(
  _ planes: UnsafePointer<Float>, _ count: Int, _ range: Range<Int>,
  _ body: (UnsafePointer<Float>, Int, Range<Int>) -> Void
) {
  let lanes = FloatVector.scalarCount
  var start = range.lowerBound
  while start &+ lanes <= range.upperBound {
    body(planes + start, count, start..<start &+ lanes)
    start &+= lanes
  }
  guard start < range.upperBound else { return }
  withUnsafeTemporaryAllocation(of: Float.self, capacity: 4 * lanes) { copy in
    guard let copied = copy.baseAddress else { return }
    copy.initialize(repeating: .nan)
    for plane in 0..<4 {
      (copied + plane * lanes).update(from: planes + plane * count + start, count: range.upperBound - start)
    }
    body(copied, lanes, start..<range.upperBound)
  }
}

/// Gives `body` the box that lies at `box` in planes of `count` numbers.
@inline(__always)
private func withSpread(_ box: UnsafePointer<Float>, count: Int, _ body: (SpreadBox) -> Void) {
  withUnsafeTemporaryAllocation(of: Float.self, capacity: SpreadBox.size) { spread in
    guard let base = spread.baseAddress else { return }
    SpreadBox.spread(box, count: count, to: base)
    body(SpreadBox(base: base))
  }
}
