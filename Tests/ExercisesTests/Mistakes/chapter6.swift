// Functions with the known mistakes of chapter 6: each has to get its own message.

// MARK: - 6.5 notClamped

func intersectionOverUnion(_ a: [Double], _ b: [Double]) -> Double {
  let width = min(a[2], b[2]) - max(a[0], b[0])
  let height = min(a[3], b[3]) - max(a[1], b[1])
  let common = width * height
  let areaA = (a[2] - a[0]) * (a[3] - a[1])
  let areaB = (b[2] - b[0]) * (b[3] - b[1])
  return common / (areaA + areaB - common)
}

// MARK: - 6.5 unionIsSum

func intersectionOverUnion(_ a: [Double], _ b: [Double]) -> Double {
  let width = max(0, min(a[2], b[2]) - max(a[0], b[0]))
  let height = max(0, min(a[3], b[3]) - max(a[1], b[1]))
  let common = width * height
  let areaA = (a[2] - a[0]) * (a[3] - a[1])
  let areaB = (b[2] - b[0]) * (b[3] - b[1])
  return common / (areaA + areaB)
}

// MARK: - 6.5 overSmaller

func intersectionOverUnion(_ a: [Double], _ b: [Double]) -> Double {
  let width = max(0, min(a[2], b[2]) - max(a[0], b[0]))
  let height = max(0, min(a[3], b[3]) - max(a[1], b[1]))
  let common = width * height
  let areaA = (a[2] - a[0]) * (a[3] - a[1])
  let areaB = (b[2] - b[0]) * (b[3] - b[1])
  return common / min(areaA, areaB)
}

// MARK: - 6.5 pixelMore

func intersectionOverUnion(_ a: [Double], _ b: [Double]) -> Double {
  let width = max(0, min(a[2], b[2]) - max(a[0], b[0]) + 1)
  let height = max(0, min(a[3], b[3]) - max(a[1], b[1]) + 1)
  let common = width * height
  let areaA = (a[2] - a[0] + 1) * (a[3] - a[1] + 1)
  let areaB = (b[2] - b[0] + 1) * (b[3] - b[1] + 1)
  return common > 0 ? common / (areaA + areaB - common) : 0
}

// MARK: - 6.5 cornerAndSize

func intersectionOverUnion(_ a: [Double], _ b: [Double]) -> Double {
  let width = max(0, min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0]))
  let height = max(0, min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1]))
  let common = width * height
  let areaA = a[2] * a[3]
  let areaB = b[2] * b[3]
  return common > 0 ? common / (areaA + areaB - common) : 0
}

// MARK: - 6.5 zeroByZero

func intersectionOverUnion(_ a: [Double], _ b: [Double]) -> Double {
  let width = max(0, min(a[2], b[2]) - max(a[0], b[0]))
  let height = max(0, min(a[3], b[3]) - max(a[1], b[1]))
  let common = width * height
  let areaA = (a[2] - a[0]) * (a[3] - a[1])
  let areaB = (b[2] - b[0]) * (b[3] - b[1])
  return common / (areaA + areaB - common)
}

// MARK: - 6.6 swappedSides

func cellAnchors(level: Int, row: Int, column: Int) -> [[Double]] {
  let stride = pow(2, Double(level))
  let (x, y) = ((Double(column) + 0.5) * stride, (Double(row) + 0.5) * stride)
  let scales = [1, pow(2, 1.0 / 3), pow(2, 2.0 / 3)]
  var anchors: [[Double]] = []
  for ratio in [0.5, 1, 2] {
    for scale in scales {
      let size = 4 * stride * scale
      let (width, height) = (size * ratio.squareRoot(), size / ratio.squareRoot())
      anchors.append([x - width / 2, y - height / 2, x + width / 2, y + height / 2])
    }
  }
  return anchors
}

// MARK: - 6.6 noRoot

func cellAnchors(level: Int, row: Int, column: Int) -> [[Double]] {
  let stride = pow(2, Double(level))
  let (x, y) = ((Double(column) + 0.5) * stride, (Double(row) + 0.5) * stride)
  let scales = [1, pow(2, 1.0 / 3), pow(2, 2.0 / 3)]
  var anchors: [[Double]] = []
  for ratio in [0.5, 1, 2] {
    for scale in scales {
      let size = 4 * stride * scale
      let (width, height) = (size, size * ratio)
      anchors.append([x - width / 2, y - height / 2, x + width / 2, y + height / 2])
    }
  }
  return anchors
}

// MARK: - 6.6 corner

func cellAnchors(level: Int, row: Int, column: Int) -> [[Double]] {
  let stride = pow(2, Double(level))
  let (x, y) = (Double(column) * stride, Double(row) * stride)
  let scales = [1, pow(2, 1.0 / 3), pow(2, 2.0 / 3)]
  var anchors: [[Double]] = []
  for ratio in [0.5, 1, 2] {
    for scale in scales {
      let size = 4 * stride * scale
      let (width, height) = (size / ratio.squareRoot(), size * ratio.squareRoot())
      anchors.append([x - width / 2, y - height / 2, x + width / 2, y + height / 2])
    }
  }
  return anchors
}

// MARK: - 6.6 swappedCell

func cellAnchors(level: Int, row: Int, column: Int) -> [[Double]] {
  let stride = pow(2, Double(level))
  let (x, y) = ((Double(row) + 0.5) * stride, (Double(column) + 0.5) * stride)
  let scales = [1, pow(2, 1.0 / 3), pow(2, 2.0 / 3)]
  var anchors: [[Double]] = []
  for ratio in [0.5, 1, 2] {
    for scale in scales {
      let size = 4 * stride * scale
      let (width, height) = (size / ratio.squareRoot(), size * ratio.squareRoot())
      anchors.append([x - width / 2, y - height / 2, x + width / 2, y + height / 2])
    }
  }
  return anchors
}

// MARK: - 6.6 strideForSize

func cellAnchors(level: Int, row: Int, column: Int) -> [[Double]] {
  let stride = pow(2, Double(level))
  let (x, y) = ((Double(column) + 0.5) * stride, (Double(row) + 0.5) * stride)
  let scales = [1, pow(2, 1.0 / 3), pow(2, 2.0 / 3)]
  var anchors: [[Double]] = []
  for ratio in [0.5, 1, 2] {
    for scale in scales {
      let size = stride * scale
      let (width, height) = (size / ratio.squareRoot(), size * ratio.squareRoot())
      anchors.append([x - width / 2, y - height / 2, x + width / 2, y + height / 2])
    }
  }
  return anchors
}

// MARK: - 6.6 scalesOutside

func cellAnchors(level: Int, row: Int, column: Int) -> [[Double]] {
  let stride = pow(2, Double(level))
  let (x, y) = ((Double(column) + 0.5) * stride, (Double(row) + 0.5) * stride)
  let scales = [1, pow(2, 1.0 / 3), pow(2, 2.0 / 3)]
  var anchors: [[Double]] = []
  for scale in scales {
    for ratio in [0.5, 1, 2] {
      let size = 4 * stride * scale
      let (width, height) = (size / ratio.squareRoot(), size * ratio.squareRoot())
      anchors.append([x - width / 2, y - height / 2, x + width / 2, y + height / 2])
    }
  }
  return anchors
}

// MARK: - 6.6 reviewedScales

func cellAnchors(level: Int, row: Int, column: Int) -> [[Double]] {
  let stride = pow(2, Double(level))
  let (x, y) = ((Double(column) + 0.5) * stride, (Double(row) + 0.5) * stride)
  let scales = [2, 2 + 1.0 / 3, 2 + 2.0 / 3]
  var anchors: [[Double]] = []
  for ratio in [0.5, 1, 2] {
    for scale in scales {
      let size = 4 * stride * scale
      let (width, height) = (size / ratio.squareRoot(), size * ratio.squareRoot())
      anchors.append([x - width / 2, y - height / 2, x + width / 2, y + height / 2])
    }
  }
  return anchors
}

// MARK: - 6.8 corners

func boxOffset(box: [Double], anchor: [Double]) -> [Double] {
  let (width, height) = (box[2] - box[0], box[3] - box[1])
  let (anchorWidth, anchorHeight) = (anchor[2] - anchor[0], anchor[3] - anchor[1])
  return [
    (box[0] - anchor[0]) / anchorWidth, (box[1] - anchor[1]) / anchorHeight, log(width / anchorWidth),
    log(height / anchorHeight),
  ]
}

// MARK: - 6.8 noLogarithm

func boxOffset(box: [Double], anchor: [Double]) -> [Double] {
  let (width, height) = (box[2] - box[0], box[3] - box[1])
  let (anchorWidth, anchorHeight) = (anchor[2] - anchor[0], anchor[3] - anchor[1])
  let x = (box[0] + box[2] - anchor[0] - anchor[2]) / 2
  let y = (box[1] + box[3] - anchor[1] - anchor[3]) / 2
  return [x / anchorWidth, y / anchorHeight, width / anchorWidth, height / anchorHeight]
}

// MARK: - 6.8 noLogarithmDifference

func boxOffset(box: [Double], anchor: [Double]) -> [Double] {
  let (width, height) = (box[2] - box[0], box[3] - box[1])
  let (anchorWidth, anchorHeight) = (anchor[2] - anchor[0], anchor[3] - anchor[1])
  let x = (box[0] + box[2] - anchor[0] - anchor[2]) / 2
  let y = (box[1] + box[3] - anchor[1] - anchor[3]) / 2
  return [
    x / anchorWidth, y / anchorHeight, (width - anchorWidth) / anchorWidth, (height - anchorHeight) / anchorHeight,
  ]
}

// MARK: - 6.8 otherLogarithm

func boxOffset(box: [Double], anchor: [Double]) -> [Double] {
  let (width, height) = (box[2] - box[0], box[3] - box[1])
  let (anchorWidth, anchorHeight) = (anchor[2] - anchor[0], anchor[3] - anchor[1])
  let x = (box[0] + box[2] - anchor[0] - anchor[2]) / 2
  let y = (box[1] + box[3] - anchor[1] - anchor[3]) / 2
  return [x / anchorWidth, y / anchorHeight, log2(width / anchorWidth), log2(height / anchorHeight)]
}

// MARK: - 6.8 inPixels

func boxOffset(box: [Double], anchor: [Double]) -> [Double] {
  let (width, height) = (box[2] - box[0], box[3] - box[1])
  let (anchorWidth, anchorHeight) = (anchor[2] - anchor[0], anchor[3] - anchor[1])
  let x = (box[0] + box[2] - anchor[0] - anchor[2]) / 2
  let y = (box[1] + box[3] - anchor[1] - anchor[3]) / 2
  return [x, y, log(width / anchorWidth), log(height / anchorHeight)]
}

// MARK: - 6.8 dividedByBox

func boxOffset(box: [Double], anchor: [Double]) -> [Double] {
  let (width, height) = (box[2] - box[0], box[3] - box[1])
  let (anchorWidth, anchorHeight) = (anchor[2] - anchor[0], anchor[3] - anchor[1])
  let x = (box[0] + box[2] - anchor[0] - anchor[2]) / 2
  let y = (box[1] + box[3] - anchor[1] - anchor[3]) / 2
  return [x / width, y / height, log(width / anchorWidth), log(height / anchorHeight)]
}

// MARK: - 6.8 backwards

func boxOffset(box: [Double], anchor: [Double]) -> [Double] {
  let (width, height) = (box[2] - box[0], box[3] - box[1])
  let (anchorWidth, anchorHeight) = (anchor[2] - anchor[0], anchor[3] - anchor[1])
  let x = (box[0] + box[2] - anchor[0] - anchor[2]) / 2
  let y = (box[1] + box[3] - anchor[1] - anchor[3]) / 2
  return [-x / width, -y / height, -log(width / anchorWidth), -log(height / anchorHeight)]
}

// MARK: - 6.8 swappedSides

func boxOffset(box: [Double], anchor: [Double]) -> [Double] {
  let (width, height) = (box[2] - box[0], box[3] - box[1])
  let (anchorWidth, anchorHeight) = (anchor[2] - anchor[0], anchor[3] - anchor[1])
  let x = (box[0] + box[2] - anchor[0] - anchor[2]) / 2
  let y = (box[1] + box[3] - anchor[1] - anchor[3]) / 2
  return [x / anchorHeight, y / anchorWidth, log(height / anchorHeight), log(width / anchorWidth)]
}

// MARK: - 6.9 noIgnored

let background = -1
let ignored = -2

func assignAnchors(overlaps: [[Double]], keepsLowQuality: Bool) -> [Int] {
  func best(_ row: [Double]) -> Int? { row.firstIndex(of: row.max() ?? 0) }
  var matches = overlaps.map { row in
    guard let object = best(row) else { return background }
    return row[object] >= 0.5 ? object : row[object] < 0.5 ? background : ignored
  }
  for object in overlaps.first?.indices ?? 0..<0 where keepsLowQuality {
    let highest = overlaps.map { $0[object] }.max()
    for anchor in overlaps.indices where overlaps[anchor][object] == highest {
      matches[anchor] = best(overlaps[anchor]) ?? object
    }
  }
  return matches
}

// MARK: - 6.9 allBelowIgnored

let background = -1
let ignored = -2

func assignAnchors(overlaps: [[Double]], keepsLowQuality: Bool) -> [Int] {
  func best(_ row: [Double]) -> Int? { row.firstIndex(of: row.max() ?? 0) }
  var matches = overlaps.map { row in
    guard let object = best(row) else { return background }
    return row[object] >= 0.5 ? object : row[object] < 0 ? background : ignored
  }
  for object in overlaps.first?.indices ?? 0..<0 where keepsLowQuality {
    let highest = overlaps.map { $0[object] }.max()
    for anchor in overlaps.indices where overlaps[anchor][object] == highest {
      matches[anchor] = best(overlaps[anchor]) ?? object
    }
  }
  return matches
}

// MARK: - 6.9 limitsExcluded

let background = -1
let ignored = -2

func assignAnchors(overlaps: [[Double]], keepsLowQuality: Bool) -> [Int] {
  func best(_ row: [Double]) -> Int? { row.firstIndex(of: row.max() ?? 0) }
  var matches = overlaps.map { row in
    guard let object = best(row) else { return background }
    return row[object] > 0.5 ? object : row[object] <= 0.4 ? background : ignored
  }
  for object in overlaps.first?.indices ?? 0..<0 where keepsLowQuality {
    let highest = overlaps.map { $0[object] }.max()
    for anchor in overlaps.indices where overlaps[anchor][object] == highest {
      matches[anchor] = best(overlaps[anchor]) ?? object
    }
  }
  return matches
}

// MARK: - 6.9 otherWayRound

let background = -2
let ignored = -1

func assignAnchors(overlaps: [[Double]], keepsLowQuality: Bool) -> [Int] {
  func best(_ row: [Double]) -> Int? { row.firstIndex(of: row.max() ?? 0) }
  var matches = overlaps.map { row in
    guard let object = best(row) else { return background }
    return row[object] >= 0.5 ? object : row[object] < 0.4 ? background : ignored
  }
  for object in overlaps.first?.indices ?? 0..<0 where keepsLowQuality {
    let highest = overlaps.map { $0[object] }.max()
    for anchor in overlaps.indices where overlaps[anchor][object] == highest {
      matches[anchor] = best(overlaps[anchor]) ?? object
    }
  }
  return matches
}

// MARK: - 6.9 countedFromOne

let background = -1
let ignored = -2

func assignAnchors(overlaps: [[Double]], keepsLowQuality: Bool) -> [Int] {
  func best(_ row: [Double]) -> Int? { row.firstIndex(of: row.max() ?? 0) }
  var matches = overlaps.map { row in
    guard let object = best(row) else { return background }
    return row[object] >= 0.5 ? object + 1 : row[object] < 0.4 ? background : ignored
  }
  for object in overlaps.first?.indices ?? 0..<0 where keepsLowQuality {
    let highest = overlaps.map { $0[object] }.max()
    for anchor in overlaps.indices where overlaps[anchor][object] == highest {
      matches[anchor] = (best(overlaps[anchor]) ?? object) + 1
    }
  }
  return matches
}

// MARK: - 6.9 lastOfEqual

let background = -1
let ignored = -2

func assignAnchors(overlaps: [[Double]], keepsLowQuality: Bool) -> [Int] {
  func best(_ row: [Double]) -> Int? { row.lastIndex(of: row.max() ?? 0) }
  var matches = overlaps.map { row in
    guard let object = best(row) else { return background }
    return row[object] >= 0.5 ? object : row[object] < 0.4 ? background : ignored
  }
  for object in overlaps.first?.indices ?? 0..<0 where keepsLowQuality {
    let highest = overlaps.map { $0[object] }.max()
    for anchor in overlaps.indices where overlaps[anchor][object] == highest {
      matches[anchor] = best(overlaps[anchor]) ?? object
    }
  }
  return matches
}

// MARK: - 6.9 objectTakesAnchor

let background = -1
let ignored = -2

func assignAnchors(overlaps: [[Double]], keepsLowQuality: Bool) -> [Int] {
  func best(_ row: [Double]) -> Int? { row.firstIndex(of: row.max() ?? 0) }
  var matches = overlaps.map { row in
    guard let object = best(row) else { return background }
    return row[object] >= 0.5 ? object : row[object] < 0.4 ? background : ignored
  }
  for object in overlaps.first?.indices ?? 0..<0 where keepsLowQuality {
    let highest = overlaps.map { $0[object] }.max()
    for anchor in overlaps.indices where overlaps[anchor][object] == highest { matches[anchor] = object }
  }
  return matches
}

// MARK: - 6.9 firstAlone

let background = -1
let ignored = -2

func assignAnchors(overlaps: [[Double]], keepsLowQuality: Bool) -> [Int] {
  func best(_ row: [Double]) -> Int? { row.firstIndex(of: row.max() ?? 0) }
  var matches = overlaps.map { row in
    guard let object = best(row) else { return background }
    return row[object] >= 0.5 ? object : row[object] < 0.4 ? background : ignored
  }
  for object in overlaps.first?.indices ?? 0..<0 where keepsLowQuality {
    let highest = overlaps.map { $0[object] }.max()
    if let anchor = overlaps.firstIndex(where: { $0[object] == highest }) {
      matches[anchor] = best(overlaps[anchor]) ?? object
    }
  }
  return matches
}

// MARK: - 6.9 lowQualityForgotten

let background = -1
let ignored = -2

func assignAnchors(overlaps: [[Double]], keepsLowQuality: Bool) -> [Int] {
  func best(_ row: [Double]) -> Int? { row.firstIndex(of: row.max() ?? 0) }
  let matches = overlaps.map { row in
    guard let object = best(row) else { return background }
    return row[object] >= 0.5 ? object : row[object] < 0.4 ? background : ignored
  }
  return matches
}
