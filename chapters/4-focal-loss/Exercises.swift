// 4장 연습문제: 초점 손실 · Exercises of chapter 4: focal loss
//
// 함수의 몸통을 채우고 저장한 뒤 `swift run chapter4 check`를 실행하십시오. Foundation만 쓸 수 있습니다.
// Fill in the functions, save, and run `swift run chapter4 check`. Only Foundation can be imported.

import Foundation

// MARK: - 4.2 확률에서 초점 손실로 · From a probability to the focal loss

/// - Parameters:
///   - p: 모델이 객체에 준 확률, 0에서 1까지. · The probability that the model gives to an object, from 0 to 1.
///   - isObject: 정답이 객체이면 true, 배경이면 false. · True for an object, false for a background.
///   - gamma: 초점 매개변수 γ, 0 이상. · The focusing parameter γ, at least 0.
/// - Returns: 손실, 0에서 무한대까지. · The loss, from 0 to infinity.
func focalLoss(p: Double, isObject: Bool, gamma: Double) -> Double {
  // TODO(4.2): 논문의 식 (4)를 옮기십시오. · Write down the paper's Eq. (4).
  .nan
}

// MARK: - 4.5 로짓에서 α-균형 초점 손실로 · From a logit to the α-balanced focal loss

/// - Parameters:
///   - logit: 시그모이드에 넣기 전의 점수, 아무 실수나. · The score before the sigmoid, any real number.
///   - isObject: 정답이 객체이면 true, 배경이면 false. · True for an object, false for a background.
///   - alpha: 객체의 가중치 α, 0에서 1까지. · The weight α of objects, from 0 to 1.
///   - gamma: 초점 매개변수 γ, 0 이상. · The focusing parameter γ, at least 0.
/// - Returns: 손실, 언제나 유한. · The loss, always finite.
func focalLoss(logit: Double, isObject: Bool, alpha: Double, gamma: Double) -> Double {
  // TODO(4.5): 식 (5)를, 로짓이 아무리 크거나 작아도 맞게. · Eq. (5), right however large or small the logit is.
  .nan
}

// MARK: - 4.7 초점 손실의 기울기 · The gradient of the focal loss

/// - Parameters:
///   - logit: 시그모이드에 넣기 전의 점수, 아무 실수나. · The score before the sigmoid, any real number.
///   - isObject: 정답이 객체이면 true, 배경이면 false. · True for an object, false for a background.
///   - gamma: 초점 매개변수 γ, 0 이상. · The focusing parameter γ, at least 0.
/// - Returns: 로짓에 대한 도함수, 객체에서는 0 이하. · The derivative by the logit, at most 0 for an object.
func focalLossGradient(logit: Double, isObject: Bool, gamma: Double) -> Double {
  // TODO(4.7): α 없는 초점 손실을 로짓으로 미분하십시오. · Differentiate the focal loss without α by the logit.
  .nan
}
