// 2장 연습문제: 교차 엔트로피 · Exercises of chapter 2: cross entropy
//
// 함수의 몸통을 채우고 저장한 뒤 `swift run chapter2 check`를 실행하십시오. Foundation만 쓸 수 있습니다.
// Fill in the functions, save, and run `swift run chapter2 check`. Only Foundation can be imported.

import Foundation

// MARK: - 2.3 소프트맥스 · The softmax

/// - Parameter logits: 클래스마다 하나씩, 적어도 하나, 아무 실수나. · One for each class, at least one, any real numbers.
/// - Returns: 클래스마다의 확률, 로짓과 같은 차례로. · A probability for each class, in the order of the logits.
func softmax(_ logits: [Double]) -> [Double] {
  // TODO(2.3): 로짓이 아무리 커도 맞는 확률을 돌려주십시오. · Be right however large the logits are.
  []
}

// MARK: - 2.4 피할 수 없는 것과 더 치르는 것 · The unavoidable, and what comes on top

/// - Parameters:
///   - p: 정답의 분포: 클래스마다의 확률. · The distribution of the truth: a probability for each class.
///   - q: 모델의 분포, 같은 차례로. · The distribution of the model, in the same order.
/// - Returns: H(p), KL(p‖q). 두 수를 차례로. · The two numbers in this order.
func entropyAndDivergence(p: [Double], q: [Double]) -> [Double] {
  // TODO(2.4): p가 0인 클래스를 조심하십시오. · Mind classes whose p is 0.
  []
}

// MARK: - 2.6 로짓에서 손실까지 · From the logits to the loss

/// - Parameters:
///   - logits: 클래스마다 하나씩, 아무 실수나. · One for each class, any real numbers.
///   - target: 정답 클래스의 번호, 0부터. · The true class, counted from 0.
func crossEntropy(logits: [Double], target: Int) -> Double {
  // TODO(2.6): 확률을 거치지 말고 −log p_t를 구하십시오. · Find −log p_t without going through a probability.
  .nan
}
