// 5장 연습문제: 편향 초기화 · Exercises of chapter 5: starting from the prior
//
// 함수의 몸통을 채우고 저장한 뒤 `swift run chapter5 check`를 실행하십시오. Foundation만 쓸 수 있습니다.
// Fill in the functions, save, and run `swift run chapter5 check`. Only Foundation can be imported.

import Foundation

// MARK: - 5.4 편향을 돌려주는 함수 · The bias as a function

/// - Parameter prior: 사전 확률 π, 0보다 크고 1보다 작은 수. · The prior π, above 0 and below 1.
/// - Returns: 시그모이드가 π가 되는 편향, 언제나 유한. · The bias whose sigmoid is π, always finite.
func priorBias(_ prior: Double) -> Double {
  // TODO(5.4): 아주 작은 π에서도 유한한 편향을 돌려주십시오. · Return the bias, finite even for a tiny π.
  .nan
}

// MARK: - 5.7 편향은 어디까지 밀려날까요 · How far does the bias go?

/// - Parameters:
///   - start: 시작할 때의 편향. · The bias at the start.
///   - objects: 객체의 수, 1 이상. · The number of objects, 1 or more.
///   - backgrounds: 배경의 수, 0 이상. · The number of backgrounds, 0 or more.
///   - rate: 학습률 η. · The learning rate η.
///   - momentum: 모멘텀 μ. · The momentum μ.
///   - steps: 스텝의 수, 0 이상. · The number of steps, 0 or more.
/// - Returns: 스텝마다 옮긴 뒤의 편향, 스텝의 수만큼. · The bias after each step, as many as there are steps.
func biasPath(
  start: Double, objects: Int, backgrounds: Int, rate: Double, momentum: Double, steps: Int
) -> [Double] {
  // TODO(5.7): 스텝마다 기울기를 구해 v와 b를 고치십시오. · In each step find the gradient, then change v and b.
  []
}
