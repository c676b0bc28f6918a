// 5장 연습문제의 모범 답안 · Model solutions of chapter 5
//
// 먼저 풀어 보십시오. 통과하면 `swift run chapter5 check`가 보여 줍니다.
// Try first: `swift run chapter5 check` shows each of them once you have passed.

import Foundation

// MARK: - 5.4 편향을 돌려주는 함수 · The bias as a function

func priorBias(_ prior: Double) -> Double {
  log(prior) - log1p(-prior)
}

// MARK: - 5.7 편향은 어디까지 밀려날까요 · How far does the bias go?

func biasPath(
  start: Double, objects: Int, backgrounds: Int, rate: Double, momentum: Double, steps: Int
) -> [Double] {
  var (bias, velocity) = (start, 0.0)
  var path: [Double] = []
  for _ in 0..<steps {
    let p = 1 / (1 + exp(-bias))
    let gradient = (Double(backgrounds) * p - Double(objects) * (1 - p)) / Double(objects)
    velocity = momentum * velocity + gradient
    bias -= rate * velocity
    path.append(bias)
  }
  return path
}
