// 3장 연습문제의 모범 답안 · Model solutions of chapter 3
//
// 먼저 풀어 보십시오. 통과하면 `swift run chapter3 check`가 보여 줍니다.
// Try first: `swift run chapter3 check` shows each of them once you have passed.

import Foundation

// MARK: - 3.2 확률에서 손실로 · From a probability to the loss

func balancedCrossEntropy(p: Double, isObject: Bool, alpha: Double) -> Double {
  let pt = isObject ? p : 1 - p
  let alphaT = isObject ? alpha : 1 - alpha
  return -alphaT * log(pt)
}

// MARK: - 3.5 로짓에서 바로 · Straight from the logit

func balancedCrossEntropy(logit: Double, isObject: Bool, alpha: Double) -> Double {
  let xt = isObject ? logit : -logit
  let alphaT = isObject ? alpha : 1 - alpha
  // −log σ(x_t) = log(1 + e^(−x_t)); the exponential is only taken of what is not above 0.
  return alphaT * (max(-xt, 0) + log1p(exp(-abs(xt))))
}

// MARK: - 3.7 배치의 기울기 · The gradient of a batch

func balancedGradient(logits: [Double], targets: [Double], alpha: Double) -> [Double] {
  let objects = max(targets.count { $0 == 1 }, 1)
  return zip(logits, targets).map { logit, target in
    let p = 1 / (1 + exp(-logit))
    let pull = target == 1 ? -alpha * (1 - p) : (1 - alpha) * p
    return pull / Double(objects)
  }
}

// MARK: - 3.9 힘이 비기는 편향 · The bias at which the pulls balance

func balancingBias(logits: [Double], targets: [Double], alpha: Double) -> Double {
  /// dL/db, which rises with b: halve the interval in which it crosses zero.
  func pull(_ bias: Double) -> Double {
    zip(logits, targets).reduce(0) { sum, example in
      let p = 1 / (1 + exp(-(example.0 + bias)))
      return sum + (example.1 == 1 ? -alpha * (1 - p) : (1 - alpha) * p)
    }
  }
  var (low, high) = (-100.0, 100.0)
  for _ in 0..<100 {
    let middle = (low + high) / 2
    if pull(middle) < 0 { low = middle } else { high = middle }
  }
  return (low + high) / 2
}
