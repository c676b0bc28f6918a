import Foundation
import Grading
import Kernels
import Losses

extension Chapter1 {
  // MARK: - 1.6: the gradient of a logit

  static let gradientOfLogit = CodeTask(
    call: "[binaryCrossEntropyGradient(logit: q.number(), isObject: q.flag())]", questions: logits,
    truth: { q in [binaryCrossEntropyDerivative(logit: q.number(), target: target(q.flag()))] },
    laws: [
      .pairs("oneApart") { random in
        (0..<10).map { _ in
          let logit = random.hundredths(in: -6...6)
          return (question(logit, isObject: false), question(logit, isObject: true))
        }
      } hold: {
        $0.agrees(with: $1.map { $0 + 1 })
      },
      .each("bounded") { random in
        ([-800, 800] + (0..<10).map { _ in random.hundredths(in: -10...10) }).flatMap {
          [question($0, isObject: true), question($0, isObject: false)]
        }
      } holds: {
        $0.allSatisfy { $0.magnitude <= 1 }
      },
    ],
    mistakes: [
      mistake("paperSign") { x, isObject in sigmoid(x) - (isObject ? 1 : -1) },
      mistake("oppositeSign") { x, isObject in (isObject ? 1 : 0) - sigmoid(x) },
      mistake("noTarget") { x, _ in sigmoid(x) },
      mistake("overflow") { x, isObject in exp(x) / (1 + exp(x)) - (isObject ? 1 : 0) },
      mistake("infinityTimesZero") { x, isObject in
        let p = 1 / (1 + exp(-x))
        return (isObject ? -1 / p : 1 / (1 - p)) * (p * (1 - p))
      },
      mistake("byProbability") { x, isObject in
        let p = 1 / (1 + exp(-x))
        return isObject ? -1 / p : 1 / (1 - p)
      },
      mistake("squaredError") { x, isObject in 2 * (sigmoid(x) - (isObject ? 1 : 0)) * sigmoidDerivative(x) },
    ])
}
