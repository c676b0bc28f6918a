// 4장 연습문제의 모범 답안 · Model solutions of chapter 4
//
// 먼저 풀어 보십시오. 통과하면 `swift run chapter4 check`가 보여 줍니다.
// Try first: `swift run chapter4 check` shows each of them once you have passed.

import Foundation

// MARK: - 4.2 확률에서 초점 손실로 · From a probability to the focal loss

func focalLoss(p: Double, isObject: Bool, gamma: Double) -> Double {
  let pt = isObject ? p : 1 - p
  return -pow(1 - pt, gamma) * log(pt)
}

// MARK: - 4.5 로짓에서 α-균형 초점 손실로 · From a logit to the α-balanced focal loss

func focalLoss(logit: Double, isObject: Bool, alpha: Double, gamma: Double) -> Double {
  /// log(1 + e^z), without anything positive in the exponential.
  func softplus(_ z: Double) -> Double { max(z, 0) + log1p(exp(-abs(z))) }

  let xt = isObject ? logit : -logit
  let alphaT = isObject ? alpha : 1 - alpha
  // −log p_t = softplus(−x_t), and −log(1 − p_t) = softplus(x_t).
  return alphaT * exp(-gamma * softplus(xt)) * softplus(-xt)
}

// MARK: - 4.7 초점 손실의 기울기 · The gradient of the focal loss

func focalLossGradient(logit: Double, isObject: Bool, gamma: Double) -> Double {
  /// log(1 + e^z), without anything positive in the exponential.
  func softplus(_ z: Double) -> Double { max(z, 0) + log1p(exp(-abs(z))) }

  let y = isObject ? 1.0 : -1
  let xt = y * logit
  let (pt, missing) = (1 / (1 + exp(-xt)), 1 / (1 + exp(xt)))  // p_t and 1 − p_t
  let factor = exp(-gamma * softplus(xt))
  return -y * factor * (gamma * pt * softplus(-xt) + missing)
}
