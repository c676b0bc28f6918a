// Functions with the known mistakes of chapter 7: each has to get its own message.

// MARK: - 7.6 kernelFlipped

func convolve(_ image: [[Double]], kernel: [[Double]], stride: Int, padding: Int) -> [[Double]] {
  let (rows, columns, window) = (image.count, image[0].count, kernel.count)
  func places(_ length: Int) -> Range<Int> {
    let room = length + 2 * padding - window
    return 0..<(room < 0 ? 0 : room / stride + 1)
  }
  return places(rows).map { i in
    places(columns).map { j in
      var sum = 0.0
      for u in 0..<window {
        for v in 0..<window {
          let (y, x) = (stride * i + u - padding, stride * j + v - padding)
          if (0..<rows).contains(y), (0..<columns).contains(x) {
            sum += kernel[window - 1 - u][window - 1 - v] * image[y][x]
          }
        }
      }
      return sum
    }
  }
}

// MARK: - 7.6 kernelTransposed

func convolve(_ image: [[Double]], kernel: [[Double]], stride: Int, padding: Int) -> [[Double]] {
  let (rows, columns, window) = (image.count, image[0].count, kernel.count)
  func places(_ length: Int) -> Range<Int> {
    let room = length + 2 * padding - window
    return 0..<(room < 0 ? 0 : room / stride + 1)
  }
  return places(rows).map { i in
    places(columns).map { j in
      var sum = 0.0
      for u in 0..<window {
        for v in 0..<window {
          let (y, x) = (stride * i + u - padding, stride * j + v - padding)
          if (0..<rows).contains(y), (0..<columns).contains(x) { sum += kernel[v][u] * image[y][x] }
        }
      }
      return sum
    }
  }
}

// MARK: - 7.6 noPadding

func convolve(_ image: [[Double]], kernel: [[Double]], stride: Int, padding: Int) -> [[Double]] {
  let (rows, columns, window) = (image.count, image[0].count, kernel.count)
  func places(_ length: Int) -> Range<Int> {
    let room = length + 2 * 0 - window
    return 0..<(room < 0 ? 0 : room / stride + 1)
  }
  return places(rows).map { i in
    places(columns).map { j in
      var sum = 0.0
      for u in 0..<window {
        for v in 0..<window {
          let (y, x) = (stride * i + u - 0, stride * j + v - 0)
          if (0..<rows).contains(y), (0..<columns).contains(x) { sum += kernel[u][v] * image[y][x] }
        }
      }
      return sum
    }
  }
}

// MARK: - 7.6 noStride

func convolve(_ image: [[Double]], kernel: [[Double]], stride: Int, padding: Int) -> [[Double]] {
  let (rows, columns, window) = (image.count, image[0].count, kernel.count)
  func places(_ length: Int) -> Range<Int> {
    let room = length + 2 * padding - window
    return 0..<(room < 0 ? 0 : room / 1 + 1)
  }
  return places(rows).map { i in
    places(columns).map { j in
      var sum = 0.0
      for u in 0..<window {
        for v in 0..<window {
          let (y, x) = (1 * i + u - padding, 1 * j + v - padding)
          if (0..<rows).contains(y), (0..<columns).contains(x) { sum += kernel[u][v] * image[y][x] }
        }
      }
      return sum
    }
  }
}

// MARK: - 7.6 edgeRepeated

func convolve(_ image: [[Double]], kernel: [[Double]], stride: Int, padding: Int) -> [[Double]] {
  let (rows, columns, window) = (image.count, image[0].count, kernel.count)
  func places(_ length: Int) -> Range<Int> {
    let room = length + 2 * padding - window
    return 0..<(room < 0 ? 0 : room / stride + 1)
  }
  return places(rows).map { i in
    places(columns).map { j in
      var sum = 0.0
      for u in 0..<window {
        for v in 0..<window {
          let (y, x) = (stride * i + u - padding, stride * j + v - padding)
          sum += kernel[u][v] * image[min(max(y, 0), rows - 1)][min(max(x, 0), columns - 1)]
        }
      }
      return sum
    }
  }
}

// MARK: - 7.6 lastPlaceMissing

func convolve(_ image: [[Double]], kernel: [[Double]], stride: Int, padding: Int) -> [[Double]] {
  let (rows, columns, window) = (image.count, image[0].count, kernel.count)
  func places(_ length: Int) -> Range<Int> {
    let room = length + 2 * padding - window
    return 0..<(room < 0 ? 0 : room / stride)
  }
  return places(rows).map { i in
    places(columns).map { j in
      var sum = 0.0
      for u in 0..<window {
        for v in 0..<window {
          let (y, x) = (stride * i + u - padding, stride * j + v - padding)
          if (0..<rows).contains(y), (0..<columns).contains(x) { sum += kernel[u][v] * image[y][x] }
        }
      }
      return sum
    }
  }
}

// MARK: - 7.8 noExponential

func decodeBox(offset: [Double], anchor: [Double], width: Int, height: Int) -> [Double] {
  let (anchorWidth, anchorHeight) = (anchor[2] - anchor[0], anchor[3] - anchor[1])
  let most = log(1000.0 / 16)
  let x = (anchor[0] + anchor[2]) / 2 + offset[0] * anchorWidth
  let y = (anchor[1] + anchor[3]) / 2 + offset[1] * anchorHeight
  let boxWidth = anchorWidth * (1 + min(offset[2], most))
  let boxHeight = anchorHeight * (1 + min(offset[3], most))
  return [
    min(max(x - boxWidth / 2, 0), Double(width)), min(max(y - boxHeight / 2, 0), Double(height)),
    min(max(x + boxWidth / 2, 0), Double(width)), min(max(y + boxHeight / 2, 0), Double(height)),
  ]
}

// MARK: - 7.8 notClipped

func decodeBox(offset: [Double], anchor: [Double], width: Int, height: Int) -> [Double] {
  let (anchorWidth, anchorHeight) = (anchor[2] - anchor[0], anchor[3] - anchor[1])
  let most = log(1000.0 / 16)
  let x = (anchor[0] + anchor[2]) / 2 + offset[0] * anchorWidth
  let y = (anchor[1] + anchor[3]) / 2 + offset[1] * anchorHeight
  let boxWidth = anchorWidth * exp(min(offset[2], most))
  let boxHeight = anchorHeight * exp(min(offset[3], most))
  return [x - boxWidth / 2, y - boxHeight / 2, x + boxWidth / 2, y + boxHeight / 2]
}

// MARK: - 7.8 noLimit

func decodeBox(offset: [Double], anchor: [Double], width: Int, height: Int) -> [Double] {
  let (anchorWidth, anchorHeight) = (anchor[2] - anchor[0], anchor[3] - anchor[1])
  let x = (anchor[0] + anchor[2]) / 2 + offset[0] * anchorWidth
  let y = (anchor[1] + anchor[3]) / 2 + offset[1] * anchorHeight
  let boxWidth = anchorWidth * exp(offset[2])
  let boxHeight = anchorHeight * exp(offset[3])
  return [
    min(max(x - boxWidth / 2, 0), Double(width)), min(max(y - boxHeight / 2, 0), Double(height)),
    min(max(x + boxWidth / 2, 0), Double(width)), min(max(y + boxHeight / 2, 0), Double(height)),
  ]
}

// MARK: - 7.8 fromCorner

func decodeBox(offset: [Double], anchor: [Double], width: Int, height: Int) -> [Double] {
  let (anchorWidth, anchorHeight) = (anchor[2] - anchor[0], anchor[3] - anchor[1])
  let most = log(1000.0 / 16)
  let x = anchor[0] + offset[0] * anchorWidth
  let y = anchor[1] + offset[1] * anchorHeight
  let boxWidth = anchorWidth * exp(min(offset[2], most))
  let boxHeight = anchorHeight * exp(min(offset[3], most))
  return [
    min(max(x, 0), Double(width)), min(max(y, 0), Double(height)), min(max(x + boxWidth, 0), Double(width)),
    min(max(y + boxHeight, 0), Double(height)),
  ]
}

// MARK: - 7.8 inPixels

func decodeBox(offset: [Double], anchor: [Double], width: Int, height: Int) -> [Double] {
  let (anchorWidth, anchorHeight) = (anchor[2] - anchor[0], anchor[3] - anchor[1])
  let most = log(1000.0 / 16)
  let x = (anchor[0] + anchor[2]) / 2 + offset[0] * 1
  let y = (anchor[1] + anchor[3]) / 2 + offset[1] * 1
  let boxWidth = anchorWidth * exp(min(offset[2], most))
  let boxHeight = anchorHeight * exp(min(offset[3], most))
  return [
    min(max(x - boxWidth / 2, 0), Double(width)), min(max(y - boxHeight / 2, 0), Double(height)),
    min(max(x + boxWidth / 2, 0), Double(width)), min(max(y + boxHeight / 2, 0), Double(height)),
  ]
}

// MARK: - 7.8 swappedSides

func decodeBox(offset: [Double], anchor: [Double], width: Int, height: Int) -> [Double] {
  let (anchorWidth, anchorHeight) = (anchor[3] - anchor[1], anchor[2] - anchor[0])
  let most = log(1000.0 / 16)
  let x = (anchor[0] + anchor[2]) / 2 + offset[0] * anchorWidth
  let y = (anchor[1] + anchor[3]) / 2 + offset[1] * anchorHeight
  let boxWidth = anchorWidth * exp(min(offset[2], most))
  let boxHeight = anchorHeight * exp(min(offset[3], most))
  return [
    min(max(x - boxWidth / 2, 0), Double(width)), min(max(y - boxHeight / 2, 0), Double(height)),
    min(max(x + boxWidth / 2, 0), Double(width)), min(max(y + boxHeight / 2, 0), Double(height)),
  ]
}

// MARK: - 7.8 swappedImage

func decodeBox(offset: [Double], anchor: [Double], width: Int, height: Int) -> [Double] {
  let (anchorWidth, anchorHeight) = (anchor[2] - anchor[0], anchor[3] - anchor[1])
  let most = log(1000.0 / 16)
  let x = (anchor[0] + anchor[2]) / 2 + offset[0] * anchorWidth
  let y = (anchor[1] + anchor[3]) / 2 + offset[1] * anchorHeight
  let boxWidth = anchorWidth * exp(min(offset[2], most))
  let boxHeight = anchorHeight * exp(min(offset[3], most))
  return [
    min(max(x - boxWidth / 2, 0), Double(height)), min(max(y - boxHeight / 2, 0), Double(width)),
    min(max(x + boxWidth / 2, 0), Double(height)), min(max(y + boxHeight / 2, 0), Double(width)),
  ]
}

// MARK: - 7.9 acrossClasses

func overlap(_ a: [Double], _ b: [Double]) -> Double {
  let width = max(0, min(a[2], b[2]) - max(a[0], b[0]))
  let height = max(0, min(a[3], b[3]) - max(a[1], b[1]))
  let common = width * height
  let union = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - common
  return common > 0 ? common / union : 0
}

func suppress(boxes: [[Double]], scores: [Double], labels: [Int], threshold: Double) -> [Int] {
  let order = boxes.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
  var kept: [Int] = []
  for box in order where !kept.contains(where: { overlap(boxes[$0], boxes[box]) > threshold }) { kept.append(box) }
  return kept
}

// MARK: - 7.9 notSorted

func overlap(_ a: [Double], _ b: [Double]) -> Double {
  let width = max(0, min(a[2], b[2]) - max(a[0], b[0]))
  let height = max(0, min(a[3], b[3]) - max(a[1], b[1]))
  let common = width * height
  let union = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - common
  return common > 0 ? common / union : 0
}

func suppress(boxes: [[Double]], scores: [Double], labels: [Int], threshold: Double) -> [Int] {
  let order = boxes.indices
  var kept: [Int] = []
  for box in order
  where !kept.contains(where: { labels[$0] == labels[box] && overlap(boxes[$0], boxes[box]) > threshold }) {
    kept.append(box)
  }
  return kept
}

// MARK: - 7.9 lowestFirst

func overlap(_ a: [Double], _ b: [Double]) -> Double {
  let width = max(0, min(a[2], b[2]) - max(a[0], b[0]))
  let height = max(0, min(a[3], b[3]) - max(a[1], b[1]))
  let common = width * height
  let union = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - common
  return common > 0 ? common / union : 0
}

func suppress(boxes: [[Double]], scores: [Double], labels: [Int], threshold: Double) -> [Int] {
  let order = boxes.indices.sorted { (scores[$0], $0) < (scores[$1], $1) }
  var kept: [Int] = []
  for box in order
  where !kept.contains(where: { labels[$0] == labels[box] && overlap(boxes[$0], boxes[box]) > threshold }) {
    kept.append(box)
  }
  return kept
}

// MARK: - 7.9 atThreshold

func overlap(_ a: [Double], _ b: [Double]) -> Double {
  let width = max(0, min(a[2], b[2]) - max(a[0], b[0]))
  let height = max(0, min(a[3], b[3]) - max(a[1], b[1]))
  let common = width * height
  let union = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - common
  return common > 0 ? common / union : 0
}

func suppress(boxes: [[Double]], scores: [Double], labels: [Int], threshold: Double) -> [Int] {
  let order = boxes.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
  var kept: [Int] = []
  for box in order
  where !kept.contains(where: { labels[$0] == labels[box] && overlap(boxes[$0], boxes[box]) >= threshold }) {
    kept.append(box)
  }
  return kept
}

// MARK: - 7.9 struckStrike

func overlap(_ a: [Double], _ b: [Double]) -> Double {
  let width = max(0, min(a[2], b[2]) - max(a[0], b[0]))
  let height = max(0, min(a[3], b[3]) - max(a[1], b[1]))
  let common = width * height
  let union = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - common
  return common > 0 ? common / union : 0
}

func suppress(boxes: [[Double]], scores: [Double], labels: [Int], threshold: Double) -> [Int] {
  let order = boxes.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
  var kept: [Int] = []
  for (rank, box) in order.enumerated() {
    let isStruckOut = order[..<rank].contains {
      labels[$0] == labels[box] && overlap(boxes[$0], boxes[box]) > threshold
    }
    if !isStruckOut { kept.append(box) }
  }
  return kept
}

// MARK: - 7.9 orderOfPlaces

func overlap(_ a: [Double], _ b: [Double]) -> Double {
  let width = max(0, min(a[2], b[2]) - max(a[0], b[0]))
  let height = max(0, min(a[3], b[3]) - max(a[1], b[1]))
  let common = width * height
  let union = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - common
  return common > 0 ? common / union : 0
}

func suppress(boxes: [[Double]], scores: [Double], labels: [Int], threshold: Double) -> [Int] {
  let order = boxes.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
  var kept: [Int] = []
  for box in order
  where !kept.contains(where: { labels[$0] == labels[box] && overlap(boxes[$0], boxes[box]) > threshold }) {
    kept.append(box)
  }
  return kept.sorted()
}

// MARK: - 7.10 notSorted

func averagePrecision(scores: [Double], hits: [Bool], objects: Int) -> Double {
  let order = Array(scores.indices)
  var found = 0
  var points: [(recall: Double, precision: Double)] = []
  for (rank, box) in order.enumerated() {
    if hits[box] { found += 1 }
    points.append((Double(found) / Double(objects), Double(found) / Double(rank + 1)))
  }
  for rank in points.indices.dropLast().reversed() {
    points[rank].precision = max(points[rank].precision, points[rank + 1].precision)
  }
  let read = (0...100).map { k in points.first { $0.recall >= Double(k) / 100 }?.precision ?? 0 }
  return read.reduce(0, +) / 101
}

// MARK: - 7.10 notLifted

func averagePrecision(scores: [Double], hits: [Bool], objects: Int) -> Double {
  let order = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
  var found = 0
  var points: [(recall: Double, precision: Double)] = []
  for (rank, box) in order.enumerated() {
    if hits[box] { found += 1 }
    points.append((Double(found) / Double(objects), Double(found) / Double(rank + 1)))
  }
  let read = (0...100).map { k in points.first { $0.recall >= Double(k) / 100 }?.precision ?? 0 }
  return read.reduce(0, +) / 101
}

// MARK: - 7.10 recallOfFound

func averagePrecision(scores: [Double], hits: [Bool], objects: Int) -> Double {
  let order = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
  var found = 0
  var points: [(recall: Double, precision: Double)] = []
  for (rank, box) in order.enumerated() {
    if hits[box] { found += 1 }
    points.append((Double(found) / Double(max(hits.count { $0 }, 1)), Double(found) / Double(rank + 1)))
  }
  for rank in points.indices.dropLast().reversed() {
    points[rank].precision = max(points[rank].precision, points[rank + 1].precision)
  }
  let read = (0...100).map { k in points.first { $0.recall >= Double(k) / 100 }?.precision ?? 0 }
  return read.reduce(0, +) / 101
}

// MARK: - 7.10 area

func averagePrecision(scores: [Double], hits: [Bool], objects: Int) -> Double {
  let order = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
  var found = 0
  var points: [(recall: Double, precision: Double)] = []
  for (rank, box) in order.enumerated() {
    if hits[box] { found += 1 }
    points.append((Double(found) / Double(objects), Double(found) / Double(rank + 1)))
  }
  for rank in points.indices.dropLast().reversed() {
    points[rank].precision = max(points[rank].precision, points[rank + 1].precision)
  }
  var (area, recall) = (0.0, 0.0)
  for point in points {
    area += (point.recall - recall) * point.precision
    recall = point.recall
  }
  return area
}

// MARK: - 7.10 eleven

func averagePrecision(scores: [Double], hits: [Bool], objects: Int) -> Double {
  let order = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
  var found = 0
  var points: [(recall: Double, precision: Double)] = []
  for (rank, box) in order.enumerated() {
    if hits[box] { found += 1 }
    points.append((Double(found) / Double(objects), Double(found) / Double(rank + 1)))
  }
  for rank in points.indices.dropLast().reversed() {
    points[rank].precision = max(points[rank].precision, points[rank + 1].precision)
  }
  let read = (0...10).map { k in points.first { $0.recall >= Double(k) / 10 }?.precision ?? 0 }
  return read.reduce(0, +) / 11
}

// MARK: - 7.10 meanOfHits

func averagePrecision(scores: [Double], hits: [Bool], objects: Int) -> Double {
  let order = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
  var found = 0
  var points: [(recall: Double, precision: Double)] = []
  for (rank, box) in order.enumerated() {
    if hits[box] { found += 1 }
    points.append((Double(found) / Double(objects), Double(found) / Double(rank + 1)))
  }
  let read = order.indices.filter { hits[order[$0]] }.map { points[$0].precision }
  return read.isEmpty ? 0 : read.reduce(0, +) / Double(read.count)
}

// MARK: - 7.10 readPointsAlone

func averagePrecision(scores: [Double], hits: [Bool], objects: Int) -> Double {
  let order = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
  var found = 0
  var points: [(recall: Double, precision: Double)] = []
  for (rank, box) in order.enumerated() {
    if hits[box] { found += 1 }
    points.append((Double(found) / Double(objects), Double(found) / Double(rank + 1)))
  }
  for rank in points.indices.dropLast().reversed() {
    points[rank].precision = max(points[rank].precision, points[rank + 1].precision)
  }
  let read = (0...100).compactMap { k in points.first { $0.recall >= Double(k) / 100 }?.precision }
  return read.isEmpty ? 0 : read.reduce(0, +) / Double(read.count)
}
