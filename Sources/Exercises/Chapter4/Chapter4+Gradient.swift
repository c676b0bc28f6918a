import Foundation
import Grading
import Kernels
import Losses

extension Chapter4 {
  // MARK: - 4.7: the gradient of the focal loss

  static let gradientOfLogit = CodeTask(
    call: "[focalLossGradient(logit: q.number(), isObject: q.flag(), gamma: q.number())]",
    questions: { random in
      let usual = (0..<20).map { _ in random.hundredths(in: -6...6) }
      return (usual + [-800, -40, 40, 800]).flatMap { logit in
        [true, false].map { question(logit, isObject: $0, random.pick([0.5, 1, 2, 5])) }
      }
    },
    truth: { q in [focalLossDerivative(logit: q.number(), target: target(q.flag()), alpha: nil, gamma: q.number())] },
    laws: [
      .each("gammaZero") { random in
        (0..<10).map { question(random.hundredths(in: -6...6), isObject: $0 % 2 == 0, 0) }
      } holds: { question, answer in
        var q = question.reader
        return answer.agrees(with: [binaryCrossEntropyDerivative(logit: q.number(), target: target(q.flag()))])
      },
      .pairs("oppositeClasses") { random in
        (0..<10).map { _ in
          let logit = random.hundredths(in: -6...6)
          return (question(logit, isObject: true, 2), question(-logit, isObject: false, 2))
        }
      } hold: {
        $0.agrees(with: $1.map { -$0 })
      },
      // Steeper than cross entropy ever is, which no factor of at most 1 alone can make.
      .each("steeperThanOne") { _ in
        [question(-2.8, isObject: true, 2), question(2.8, isObject: false, 2), question(-2.4, isObject: true, 5)]
      } holds: {
        $0.allSatisfy { $0.magnitude > 1.1 }
      },
    ],
    mistakes: [
      mistake("factorOnly") { x, isObject, gamma in
        let target = Exercises.target(isObject)
        return modulatingFactor(logit: x, target: target, gamma: gamma)
          * binaryCrossEntropyDerivative(logit: x, target: target)
      },
      mistake("signOfBackground") { x, isObject, gamma in -abs(slope(x, isObject, gamma)) },
      mistake("oppositeSign") { x, isObject, gamma in -slope(x, isObject, gamma) },
      mistake("minusInside") { x, isObject, gamma in
        let target = Exercises.target(isObject)
        let focusing =
          modulatingFactorDerivative(logit: x, target: target, gamma: gamma)
          * binaryCrossEntropy(logit: x, target: target)
        return slope(x, isObject, gamma) - 2 * focusing
      },
      mistake("zeroTimesInfinity") { x, isObject, gamma in
        let y = isObject ? 1.0 : -1
        let pt = 1 / (1 + exp(-y * x))
        return y * pow(1 - pt, gamma) * (gamma * pt * log(pt) + pt - 1)
      },
      mistake("byProbability") { x, isObject, gamma in
        let pt = sigmoid(isObject ? x : -x)
        return gamma * pow(1 - pt, gamma - 1) * log(pt) - pow(1 - pt, gamma) / pt
      },
    ])

  private static func slope(_ logit: Double, _ isObject: Bool, _ gamma: Double) -> Double {
    focalLossDerivative(logit: logit, target: target(isObject), alpha: nil, gamma: gamma)
  }
}
