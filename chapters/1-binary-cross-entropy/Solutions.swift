// 1장 연습문제의 모범 답안 · Model solutions of chapter 1
//
// 먼저 풀어 보십시오. 통과하면 `swift run chapter1 check`가 보여 줍니다.
// Try first: `swift run chapter1 check` shows each of them once you have passed.

import Foundation

// MARK: - 1.2 확률에서 손실로 · From a probability to the loss

func binaryCrossEntropy(p: Double, isObject: Bool) -> Double {
  let pt = isObject ? p : 1 - p
  return -log(pt)
}

// MARK: - 1.5 로짓에서 바로 · Straight from the logit

func binaryCrossEntropy(logit: Double, isObject: Bool) -> Double {
  let xt = isObject ? logit : -logit
  // −log σ(x_t) = log(1 + e^(−x_t)); the exponential is only taken of what is not above 0.
  return max(-xt, 0) + log1p(exp(-abs(xt)))
}

// MARK: - 1.6 로짓에 대한 기울기 · The gradient of a logit

func binaryCrossEntropyGradient(logit: Double, isObject: Bool) -> Double {
  // p − 1 = −σ(−x) for an object, and p = σ(x) for a background; written so, p − 1 keeps its digits.
  isObject ? -1 / (1 + exp(logit)) : 1 / (1 + exp(-logit))
}

// MARK: - 1.7 모두에게 같은 답을 · One answer for all

func bestLogit(isObject: [Bool]) -> Double {
  let objects = Double(isObject.filter { $0 }.count)
  let backgrounds = Double(isObject.count) - objects
  // Σ (p − y) = 0 where p is the share of the objects; its logit is the logarithm of the odds.
  return log(objects / backgrounds)
}
