// 7장 연습문제: RetinaNet · Exercises of chapter 7: RetinaNet
//
// 함수의 몸통을 채우고 저장한 뒤 `swift run chapter7 check`를 실행하십시오. Foundation만 쓸 수 있습니다.
// Fill in the functions, save, and run `swift run chapter7 check`. Only Foundation can be imported.

import Foundation

// MARK: - 7.6 합성곱을 반복문으로 · A convolution as a loop

/// - Parameters:
///   - image: 특징 맵, 길이가 같은 행의 배열. · The feature map, an array of rows of one length.
///   - kernel: 정사각형 창의 가중치, 행의 배열. · The weights of a square window, an array of rows.
///   - stride: 창을 옮기는 칸의 수, 1 이상. · How many cells the window is moved, 1 or more.
///   - padding: 가장자리마다 덧대는 칸의 수, 0 이상. · How many cells each edge is padded with, 0 or more.
/// - Returns: 출력, 행의 배열; 창이 놓일 자리가 없으면 빈 배열. · The output, an array of rows; empty where the window has no place.
func convolve(_ image: [[Double]], kernel: [[Double]], stride: Int, padding: Int) -> [[Double]] {
  // TODO(7.6): 출력의 자리마다 창이 보는 수와 가중치를 곱해 더하십시오. · At each place multiply what the window sees by the weights, and add up.
  []
}

// MARK: - 7.8 오프셋에서 이미지 안의 상자로 · From an offset to a box in the image

/// - Parameters:
///   - offset: [dx, dy, dw, dh].
///   - anchor: 앵커 [x₁, y₁, x₂, y₂]. · An anchor [x₁, y₁, x₂, y₂].
///   - width: 이미지의 너비(픽셀). · The width of the image, in pixels.
///   - height: 이미지의 높이(픽셀). · The height of the image, in pixels.
/// - Returns: 이미지 안으로 자른 상자 [x₁, y₁, x₂, y₂]. · A box [x₁, y₁, x₂, y₂], clipped to the image.
func decodeBox(offset: [Double], anchor: [Double], width: Int, height: Int) -> [Double] {
  // TODO(7.8): 앵커를 오프셋만큼 옮기고 늘린 다음 이미지 안으로 자르십시오. · Move and scale the anchor by the offset, then clip it to the image.
  []
}

// MARK: - 7.9 클래스마다 따로 하는 NMS · NMS for each class

/// 두 상자의 IoU, 6.5에서 만든 것과 같습니다. · The IoU of two boxes, as in 6.5.
func overlap(_ a: [Double], _ b: [Double]) -> Double {
  let width = max(0, min(a[2], b[2]) - max(a[0], b[0]))
  let height = max(0, min(a[3], b[3]) - max(a[1], b[1]))
  let common = width * height
  let union = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - common
  return common > 0 ? common / union : 0
}

/// - Parameters:
///   - boxes: 상자 [x₁, y₁, x₂, y₂]마다 한 줄. · A row [x₁, y₁, x₂, y₂] for each box.
///   - scores: 상자마다 점수 하나. · A score for each box.
///   - labels: 상자마다 클래스 하나. · A class for each box.
///   - threshold: IoU의 임곗값. · The threshold of IoU.
/// - Returns: 0부터 센 남는 상자의 번호, 점수가 높은 차례로. · The numbers, from 0 on, of the kept boxes, by descending score.
func suppress(boxes: [[Double]], scores: [Double], labels: [Int], threshold: Double) -> [Int] {
  // TODO(7.9): 점수가 높은 상자부터 남기고, 그것과 많이 겹치는 같은 클래스의 상자를 지우십시오. · Keep boxes from the highest score down, and strike out those of their class that overlap them too much.
  []
}

// MARK: - 7.10 COCO가 읽는 AP · AP as COCO reads it

/// - Parameters:
///   - scores: 상자마다 점수 하나. · A score for each box.
///   - hits: 객체를 맞힌 상자이면 true, 오탐이면 false. · True for a box that hits an object, false for a false alarm.
///   - objects: 객체의 수, 1 이상. · The number of objects, 1 or more.
/// - Returns: AP, 0에서 1까지. · AP, from 0 to 1.
func averagePrecision(scores: [Double], hits: [Bool], objects: Int) -> Double {
  // TODO(7.10): 재현율 101개에서 정밀도를 읽어 평균하십시오. · Read the precision at 101 recalls, and average.
  .nan
}
