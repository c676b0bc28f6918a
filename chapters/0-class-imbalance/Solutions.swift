// 0장 연습문제의 모범 답안 · Model solutions of chapter 0
//
// 먼저 풀어 보십시오. 통과하면 `swift run chapter0 check`가 보여 줍니다.
// Try first: `swift run chapter0 check` shows each of them once you have passed.

import Foundation

// MARK: - 0.4 확률에서 몫으로 · From probabilities to a share

func backgroundShare(pt: [Double], isObject: [Bool]) -> Double {
  var (objects, backgrounds) = (0.0, 0.0)
  for (pt, isObject) in zip(pt, isObject) {
    if isObject { objects -= log(pt) } else { backgrounds -= log(pt) }
  }
  let total = objects + backgrounds
  return total == 0 ? 0 : backgrounds / total
}

// MARK: - 0.6 추려 내고 뽑기 · Narrow down, then sample

func cascade(scores: [Double], isObject: [Bool], kept: Int, ratio: Int) -> [Int] {
  // First stage: the places of the highest scores.
  let left = scores.indices.sorted { scores[$0] > scores[$1] }.prefix(kept)
  let objects = left.filter { isObject[$0] }.count

  // Sampling: never more backgrounds than are left.
  return [objects, min(ratio * objects, left.count - objects)]
}
