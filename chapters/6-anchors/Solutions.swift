// 6장 연습문제의 모범 답안 · Model solutions of chapter 6
//
// 먼저 풀어 보십시오. 통과하면 `swift run chapter6 check`가 보여 줍니다.
// Try first: `swift run chapter6 check` shows each of them once you have passed.

import Foundation

// MARK: - 6.5 IoU를 돌려주는 함수 · IoU as a function

func intersectionOverUnion(_ a: [Double], _ b: [Double]) -> Double {
  let width = max(0, min(a[2], b[2]) - max(a[0], b[0]))
  let height = max(0, min(a[3], b[3]) - max(a[1], b[1]))
  let common = width * height
  let union = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - common
  return common > 0 ? common / union : 0
}

// MARK: - 6.6 한 칸의 앵커 아홉 개 · The nine anchors of a cell

func cellAnchors(level: Int, row: Int, column: Int) -> [[Double]] {
  let stride = pow(2, Double(level))
  let (x, y) = ((Double(column) + 0.5) * stride, (Double(row) + 0.5) * stride)
  var anchors: [[Double]] = []
  for ratio in [0.5, 1, 2] {
    for octave in 0..<3 {
      let size = 4 * stride * pow(2, Double(octave) / 3)
      let (width, height) = (size / ratio.squareRoot(), size * ratio.squareRoot())
      anchors.append([x - width / 2, y - height / 2, x + width / 2, y + height / 2])
    }
  }
  return anchors
}

// MARK: - 6.8 앵커에서 상자까지의 오프셋 · The offset from an anchor to a box

func boxOffset(box: [Double], anchor: [Double]) -> [Double] {
  func center(_ box: [Double]) -> (x: Double, y: Double) { ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2) }
  func size(_ box: [Double]) -> (width: Double, height: Double) { (box[2] - box[0], box[3] - box[1]) }
  return [
    (center(box).x - center(anchor).x) / size(anchor).width,
    (center(box).y - center(anchor).y) / size(anchor).height,
    log(size(box).width / size(anchor).width),
    log(size(box).height / size(anchor).height),
  ]
}

// MARK: - 6.9 객체, 배경, 무시 · Object, background, ignored

let background = -1
let ignored = -2

func assignAnchors(overlaps: [[Double]], keepsLowQuality: Bool) -> [Int] {
  /// Where the largest number of a row first stands.
  func best(_ row: [Double]) -> Int? { row.firstIndex(of: row.max() ?? 0) }

  var matches = overlaps.map { row in
    guard let object = best(row) else { return background }
    return row[object] >= 0.5 ? object : row[object] < 0.4 ? background : ignored
  }
  guard keepsLowQuality, let objects = overlaps.first?.indices else { return matches }
  for object in objects {
    let highest = overlaps.map { $0[object] }.max()
    for anchor in overlaps.indices where overlaps[anchor][object] == highest {
      matches[anchor] = best(overlaps[anchor]) ?? object
    }
  }
  return matches
}
