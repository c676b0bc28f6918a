// 7장 연습문제의 모범 답안 · Model solutions of chapter 7
//
// 먼저 풀어 보십시오. 통과하면 `swift run chapter7 check`가 보여 줍니다.
// Try first: `swift run chapter7 check` shows each of them once you have passed.

import Foundation

// MARK: - 7.6 합성곱을 반복문으로 · A convolution as a loop

func convolve(_ image: [[Double]], kernel: [[Double]], stride: Int, padding: Int) -> [[Double]] {
  func places(_ length: Int) -> Int {
    let room = length + 2 * padding - kernel.count
    return room < 0 ? 0 : room / stride + 1
  }
  let (rows, columns) = (image.count, image.first?.count ?? 0)
  var output: [[Double]] = []
  for i in 0..<places(rows) {
    var row: [Double] = []
    for j in 0..<places(columns) {
      var sum = 0.0
      for u in kernel.indices {
        for v in kernel[u].indices {
          let (y, x) = (stride * i + u - padding, stride * j + v - padding)
          if (0..<rows).contains(y), (0..<columns).contains(x) { sum += kernel[u][v] * image[y][x] }
        }
      }
      row.append(sum)
    }
    output.append(row)
  }
  return output
}

// MARK: - 7.8 오프셋에서 이미지 안의 상자로 · From an offset to a box in the image

func decodeBox(offset: [Double], anchor: [Double], width: Int, height: Int) -> [Double] {
  let (anchorWidth, anchorHeight) = (anchor[2] - anchor[0], anchor[3] - anchor[1])
  let x = (anchor[0] + anchor[2]) / 2 + offset[0] * anchorWidth
  let y = (anchor[1] + anchor[3]) / 2 + offset[1] * anchorHeight
  let most = log(1000.0 / 16)
  let boxWidth = anchorWidth * exp(min(offset[2], most))
  let boxHeight = anchorHeight * exp(min(offset[3], most))
  func clipped(_ edge: Double, _ side: Int) -> Double { min(max(edge, 0), Double(side)) }
  return [
    clipped(x - boxWidth / 2, width), clipped(y - boxHeight / 2, height),
    clipped(x + boxWidth / 2, width), clipped(y + boxHeight / 2, height),
  ]
}

// MARK: - 7.9 클래스마다 따로 하는 NMS · NMS for each class

func overlap(_ a: [Double], _ b: [Double]) -> Double {
  let width = max(0, min(a[2], b[2]) - max(a[0], b[0]))
  let height = max(0, min(a[3], b[3]) - max(a[1], b[1]))
  let common = width * height
  let union = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - common
  return common > 0 ? common / union : 0
}

func suppress(boxes: [[Double]], scores: [Double], labels: [Int], threshold: Double) -> [Int] {
  // By descending score; of equal scores the smaller number comes first.
  let order = boxes.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
  var kept: [Int] = []
  for box in order {
    let isStruckOut = kept.contains { labels[$0] == labels[box] && overlap(boxes[$0], boxes[box]) > threshold }
    if !isStruckOut { kept.append(box) }
  }
  return kept
}

// MARK: - 7.10 COCO가 읽는 AP · AP as COCO reads it

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
  let read = (0...100).map { k in points.first { $0.recall >= Double(k) / 100 }?.precision ?? 0 }
  return read.reduce(0, +) / 101
}
