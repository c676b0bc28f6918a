// MARK: - Boxes from left to right

/// Boxes sorted by class, and within a class by columns of the image in which they begin: those that can overlap one box lie
/// next to each other.
struct BoxSweep {
  /// The sorted boxes, in four planes.
  let planes: [Float]
  /// Where each box went.
  let places: [Int]

  private let threshold: Double
  private let columns: BoxColumns
  /// The bin of each place: class · columns + column.
  private let bins: [Int]
  /// Where each bin starts, and at last where all end.
  private let starts: [Int]

  init(_ boxes: BoxList, classes: [Int]?, threshold: Double) {
    self.threshold = threshold
    let count = boxes.count
    let (dense, classCount) = Self.numbered(classes, count)
    let columns = BoxColumns(boxes, count: max(1, 2 * count / classCount))
    let ofBoxes = (0..<count).map { dense[$0] * columns.count + columns.column(boxes.planes[$0]) }

    // A counting sort: how many in each bin, where each bin starts, and then every box to the next place of its bin.
    var starts = [Int](repeating: 0, count: classCount * columns.count + 1)
    for bin in ofBoxes { starts[bin + 1] += 1 }
    for bin in 1..<starts.count { starts[bin] += starts[bin - 1] }
    var next = starts
    let places = ofBoxes.map { bin in
      defer { next[bin] += 1 }
      return next[bin]
    }
    var planes = [Float](repeating: 0, count: 4 * count)
    var bins = [Int](repeating: 0, count: count)
    for (index, place) in places.enumerated() {
      bins[place] = ofBoxes[index]
      for plane in 0..<4 { planes[plane * count + place] = boxes.planes[plane * count + index] }
    }
    (self.columns, self.starts, self.places, self.planes, self.bins) = (columns, starts, places, planes, bins)
  }

  /// Classes numbered from 0 on, and how many there are.
  private static func numbered(_ classes: [Int]?, _ count: Int) -> ([Int], Int) {
    guard let classes, count > 0 else { return (Array(repeating: 0, count: count), 1) }
    var numbers: [Int: Int] = [:]
    let dense = classes.map { label in
      if let number = numbers[label] { return number }
      let number = numbers.count
      numbers[label] = number
      return number
    }
    return (dense, numbers.count)
  }
}

// MARK: - What can overlap

extension BoxSweep {
  /// The places of all boxes whose IoU with one box can be above the threshold t.
  ///
  /// Let the box be w wide. What both have in common is at least t w wide, so the other begins before xMax − t w. It is at most w / t
  /// wide itself, of which at most (1 − t) w / t lie to the left of xMin. The bounds are taken a little wider, for rounding.
  func neighbours(of place: Int) -> Range<Int> {
    let xMin = Double(planes[place])
    let xMax = Double(planes[planes.count / 2 + place])
    let width = xMax - xMin
    let slack = 1e-5 * (abs(xMin) + abs(xMax))
    let overhang = min(columns.largestWidth, width * (1 - threshold) / threshold)
    let first = bins[place] / columns.count * columns.count
    let from = first + columns.column(Float(xMin - overhang - slack))
    let to = first + columns.column(Float(xMax - threshold * width + slack))
    return starts[from]..<max(starts[from], starts[to + 1])
  }
}

/// Columns of equal width between the first and the last place where a box begins.
struct BoxColumns {
  let count: Int
  let largestWidth: Double
  private let first: Float
  private let perPixel: Float

  init(_ boxes: BoxList, count: Int) {
    self.count = count
    var (first, last, widest) = (Float.infinity, -Float.infinity, Float(0))
    for index in boxes.indices {
      let xMin = boxes.planes[index]
      if xMin < first { first = xMin }
      if xMin > last { last = xMin }
      widest = max(widest, boxes.planes[2 * boxes.count + index] - xMin)
    }
    let perPixel = Float(count) / (last - first)
    (self.first, largestWidth) = (first, Double(widest))
    self.perPixel = perPixel.isFinite ? perPixel : 0
  }

  /// The column of a place in the image, in 0 ..< count, never smaller for a place further right; 0 for what is not a number.
  @inline(__always)
  func column(_ x: Float) -> Int {
    let column = (x - first) * perPixel
    return column > 0 ? Int(min(column, Float(count - 1))) : 0
  }
}
