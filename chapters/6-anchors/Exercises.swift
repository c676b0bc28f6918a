// 6장 연습문제: 앵커 · Exercises of chapter 6: anchors
//
// 함수의 몸통을 채우고 저장한 뒤 `swift run chapter6 check`를 실행하십시오. Foundation만 쓸 수 있습니다.
// Fill in the functions, save, and run `swift run chapter6 check`. Only Foundation can be imported.

import Foundation

// MARK: - 6.5 IoU를 돌려주는 함수 · IoU as a function

/// - Parameters:
///   - a: 상자 [x₁, y₁, x₂, y₂]. · A box [x₁, y₁, x₂, y₂].
///   - b: 다른 상자. · Another box.
/// - Returns: 0에서 1까지, 겹친 넓이가 없으면 0. · From 0 to 1; 0 where no area is common.
func intersectionOverUnion(_ a: [Double], _ b: [Double]) -> Double {
  // TODO(6.5): 교집합의 넓이를 합집합의 넓이로 나누십시오. · Divide the common area by that of the union.
  .nan
}

// MARK: - 6.6 한 칸의 앵커 아홉 개 · The nine anchors of a cell

/// - Parameters:
///   - level: 레벨 l, 3에서 7까지. · The level l, from 3 to 7.
///   - row: 칸의 행, 0부터. · The cell's row, from 0 on.
///   - column: 칸의 열, 0부터. · The cell's column, from 0 on.
/// - Returns: 픽셀로 적은 앵커 [x₁, y₁, x₂, y₂] 아홉 개. · Nine anchors [x₁, y₁, x₂, y₂], in pixels.
func cellAnchors(level: Int, row: Int, column: Int) -> [[Double]] {
  // TODO(6.6): 종횡비마다 옥타브 배율의 차례로 앵커를 만드십시오. · For each aspect ratio, make an anchor of each octave scale.
  []
}

// MARK: - 6.8 앵커에서 상자까지의 오프셋 · The offset from an anchor to a box

/// - Parameters:
///   - box: 상자 [x₁, y₁, x₂, y₂]. · A box [x₁, y₁, x₂, y₂].
///   - anchor: 앵커 [x₁, y₁, x₂, y₂]. · An anchor [x₁, y₁, x₂, y₂].
/// - Returns: [dx, dy, dw, dh].
func boxOffset(box: [Double], anchor: [Double]) -> [Double] {
  // TODO(6.8): 가운데의 차와 변의 비를 앵커를 기준으로 적으십시오. · Measure centres and sides by the anchor's.
  []
}

// MARK: - 6.9 객체, 배경, 무시 · Object, background, ignored

let background = -1
let ignored = -2

/// - Parameters:
///   - overlaps: 앵커마다 한 줄, 그 안에 객체마다 IoU 하나. · A row for each anchor, in it an IoU for each object.
///   - keepsLowQuality: torchvision의 규칙을 덧붙이면 true. · True to add torchvision's rule.
/// - Returns: 앵커마다 객체의 번호, `background`, `ignored` 가운데 하나. · For each anchor an object's number, `background` or `ignored`.
func assignAnchors(overlaps: [[Double]], keepsLowQuality: Bool) -> [Int] {
  // TODO(6.9): 앵커마다 가장 높은 IoU로 정하십시오. · Decide by the highest IoU of each anchor.
  []
}
