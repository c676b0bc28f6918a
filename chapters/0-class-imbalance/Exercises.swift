// 0장 연습문제: 클래스 불균형 · Exercises of chapter 0: class imbalance
//
// 함수의 몸통을 채우고 저장한 뒤 `swift run chapter0 check`를 실행하십시오. Foundation만 쓸 수 있습니다.
// Fill in the functions, save, and run `swift run chapter0 check`. Only Foundation can be imported.

import Foundation

// MARK: - 0.4 확률에서 몫으로 · From probabilities to a share

/// - Parameters:
///   - pt: 후보마다, 모델이 정답에 준 확률. 0보다 크고 1까지. · For each candidate, the probability that the model gives to the truth, above 0 and up to 1.
///   - isObject: 후보마다, 객체이면 true, 배경이면 false. · For each candidate, true for an object, false for a background.
/// - Returns: 손실의 합에서 배경이 차지하는 몫, 0에서 1까지. 합이 0이면 0. · The share of the backgrounds in the summed loss, 0 to 1; 0 if that sum is 0.
func backgroundShare(pt: [Double], isObject: [Bool]) -> Double {
  // TODO(0.4): 손실 −log p_t를 클래스마다 더하십시오. · Add up the losses −log p_t of each class.
  .nan
}

// MARK: - 0.6 추려 내고 뽑기 · Narrow down, then sample

/// - Parameters:
///   - scores: 첫 단계가 후보마다 매긴 점수, 모두 다릅니다. · The first stage's score of each candidate, all different.
///   - isObject: 후보마다, 객체이면 true, 배경이면 false. · For each candidate, true for an object, false for a background.
///   - kept: 첫 단계가 남기는 후보의 수, 1 이상. 후보의 수보다 클 수도 있습니다. · How many candidates the first stage keeps, at least 1; may exceed their number.
///   - ratio: 남은 객체 하나에 뽑을 배경의 수, 1 이상. · How many backgrounds to sample for each object that is left, at least 1.
/// - Returns: 마지막에 남은 객체의 수와 배경의 수, 차례로 둘. · How many objects and how many backgrounds there are in the end: two numbers.
func cascade(scores: [Double], isObject: [Bool], kept: Int, ratio: Int) -> [Int] {
  // TODO(0.6): 점수가 높은 것부터 남기고, 비율에 맞추어 뽑으십시오. · Keep the highest scores, then sample in the ratio.
  []
}
