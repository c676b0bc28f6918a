// 1장 연습문제: 이진 교차 엔트로피 · Exercises of chapter 1: binary cross entropy
//
// 함수의 몸통을 채우고 저장한 뒤 `swift run chapter1 check`를 실행하십시오. Foundation만 쓸 수 있습니다.
// Fill in the functions, save, and run `swift run chapter1 check`. Only Foundation can be imported.

import Foundation

// MARK: - 1.2 확률에서 손실로 · From a probability to the loss

/// - Parameters:
///   - p: 모델이 객체에 준 확률, 0에서 1까지. · The probability that the model gives to an object, 0 to 1.
///   - isObject: 정답이 객체이면 true, 배경이면 false. · True for an object, false for a background.
func binaryCrossEntropy(p: Double, isObject: Bool) -> Double {
  // TODO(1.2): 논문의 식 (1)과 (2)를 옮기십시오. · Write down the paper's Eq. (1) and (2).
  .nan
}

// MARK: - 1.5 로짓에서 바로 · Straight from the logit

/// - Parameters:
///   - logit: 시그모이드에 넣기 전의 점수, 아무 실수나. · The score before the sigmoid, any real number.
///   - isObject: 정답이 객체이면 true, 배경이면 false. · True for an object, false for a background.
func binaryCrossEntropy(logit: Double, isObject: Bool) -> Double {
  // TODO(1.5): 로짓이 아무리 크거나 작아도 맞는 값을 돌려주십시오. · Be right however large or small the logit is.
  .nan
}

// MARK: - 1.6 로짓에 대한 기울기 · The gradient of a logit

/// - Parameters:
///   - logit: 시그모이드에 넣기 전의 점수, 아무 실수나. · The score before the sigmoid, any real number.
///   - isObject: 정답이 객체이면 true, 배경이면 false. · True for an object, false for a background.
func binaryCrossEntropyGradient(logit: Double, isObject: Bool) -> Double {
  // TODO(1.6): 1.5의 손실을 로짓으로 미분하십시오. · Differentiate the loss of 1.5 by the logit.
  .nan
}

// MARK: - 1.7 모두에게 같은 답을 · One answer for all

/// - Parameter isObject: 자리마다, 객체이면 true, 배경이면 false. · For each place, true for an object, false for a background.
/// - Returns: 손실의 평균이 가장 작아지는 로짓 하나. 한 클래스뿐이면 ±∞. · The one logit with the least mean loss; ±∞ where there is one class only.
func bestLogit(isObject: [Bool]) -> Double {
  // TODO(1.7): 모든 자리에 같은 로짓으로 답한다면? · What if every place gets the same logit?
  .nan
}
