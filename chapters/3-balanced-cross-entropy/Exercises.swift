// 3장 연습문제: 균형 교차 엔트로피 · Exercises of chapter 3: balanced cross entropy
//
// 함수의 몸통을 채우고 저장한 뒤 `swift run chapter3 check`를 실행하십시오. Foundation만 쓸 수 있습니다.
// Fill in the functions, save, and run `swift run chapter3 check`. Only Foundation can be imported.

import Foundation

// MARK: - 3.2 확률에서 손실로 · From a probability to the loss

/// - Parameters:
///   - p: 모델이 객체에 준 확률, 0에서 1까지. · The probability that the model gives to an object, 0 to 1.
///   - isObject: 정답이 객체이면 true, 배경이면 false. · True for an object, false for a background.
///   - alpha: 객체의 가중치 α, 0에서 1까지. · The weight α of objects, 0 to 1.
func balancedCrossEntropy(p: Double, isObject: Bool, alpha: Double) -> Double {
  // TODO(3.2): 논문의 식 (3)을 옮기십시오. · Write down the paper's Eq. (3).
  .nan
}

// MARK: - 3.5 로짓에서 바로 · Straight from the logit

/// - Parameters:
///   - logit: 시그모이드에 넣기 전의 점수, 아무 실수나. · The score before the sigmoid, any real number.
///   - isObject: 정답이 객체이면 true, 배경이면 false. · True for an object, false for a background.
///   - alpha: 객체의 가중치 α, 0에서 1까지. · The weight α of objects, 0 to 1.
func balancedCrossEntropy(logit: Double, isObject: Bool, alpha: Double) -> Double {
  // TODO(3.5): 로짓이 아무리 크거나 작아도 맞는 값을 돌려주십시오. · Be right however large or small the logit is.
  .nan
}

// MARK: - 3.7 배치의 기울기 · The gradient of a batch

/// - Parameters:
///   - logits: 샘플마다 하나씩. · One for each example.
///   - targets: 정답: 객체이면 1, 배경이면 0. · 1 for an object, 0 for a background.
///   - alpha: 객체의 가중치 α, 0에서 1까지. · The weight α of objects, 0 to 1.
/// - Returns: 로짓마다 도함수 하나. 객체가 없으면 1로 나눕니다. · A derivative for each logit; divided by 1 if there is no object.
func balancedGradient(logits: [Double], targets: [Double], alpha: Double) -> [Double] {
  // TODO(3.7): 손실의 합을 객체의 수로 나눈 것을 미분하십시오. · Differentiate the sum of the losses over the number of objects.
  []
}

// MARK: - 3.9 힘이 비기는 편향 · The bias at which the pulls balance

/// - Parameters:
///   - logits: 샘플마다 하나씩. · One for each example.
///   - targets: 정답: 객체이면 1, 배경이면 0. · 1 for an object, 0 for a background.
///   - alpha: 객체의 가중치 α, 0에서 1까지. · The weight α of objects, 0 to 1.
/// - Returns: 모든 로짓에 더할 수. 객체도 배경도 하나는 있습니다. · What is to be added to every logit; there is at least one object and one background.
func balancingBias(logits: [Double], targets: [Double], alpha: Double) -> Double {
  // TODO(3.9): 두 클래스가 당기는 힘이 같아지는 편향을 찾으십시오. · Find the bias at which both classes pull alike.
  .nan
}
