// 2장 연습문제의 모범 답안 · Model solutions of chapter 2
//
// 먼저 풀어 보십시오. 통과하면 `swift run chapter2 check`가 보여 줍니다.
// Try first: `swift run chapter2 check` shows each of them once you have passed.

import Foundation

// MARK: - 2.3 소프트맥스 · The softmax

func softmax(_ logits: [Double]) -> [Double] {
  // Only differences count: less the largest logit, nothing positive goes into the exponential.
  let largest = logits.max() ?? 0
  let exponentials = logits.map { exp($0 - largest) }
  let sum = exponentials.reduce(0, +)
  return exponentials.map { $0 / sum }
}

// MARK: - 2.4 피할 수 없는 것과 더 치르는 것 · The unavoidable, and what comes on top

func entropyAndDivergence(p: [Double], q: [Double]) -> [Double] {
  var (entropy, divergence) = (0.0, 0.0)
  for (p, q) in zip(p, q) where p > 0 {  // what never happens adds nothing, whatever its logarithm is
    entropy -= p * log(p)
    divergence += p * log(p / q)
  }
  return [entropy, divergence]
}

// MARK: - 2.6 로짓에서 손실까지 · From the logits to the loss

func crossEntropy(logits: [Double], target: Int) -> Double {
  // −log p_t = log Σ e^x − x_t, the largest logit taken out of the sum.
  let largest = logits.max() ?? 0
  let sum = logits.reduce(0) { $0 + exp($1 - largest) }
  return (largest - logits[target]) + log(sum)
}
