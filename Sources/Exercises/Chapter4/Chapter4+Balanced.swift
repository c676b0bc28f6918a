import Foundation
import Grading
import Kernels
import Losses

extension Chapter4 {
  // MARK: - 4.5: the α-balanced focal loss of a logit

  static let lossOfLogit = CodeTask(
    call: "[focalLoss(logit: q.number(), isObject: q.flag(), alpha: q.number(), gamma: q.number())]",
    questions: { random in
      let usual = (0..<20).map { _ in random.hundredths(in: -6...6) }
      return (usual + [-800, -40, 40, 800]).flatMap { logit in
        [true, false].map {
          Question(logit, isObject: $0, alpha: random.pick([0.1, 0.25, 0.75]), gamma: random.pick([0.5, 1, 2, 5]))
        }
      }
    },
    truth: { q in
      let (logit, target, alpha) = (q.number(), target(q.flag()), q.number())
      return [focalLoss(logit: logit, target: target, alpha: alpha, gamma: q.number())]
    },
    laws: [
      .each("gammaZero") { random in
        (0..<10).map { Question(random.hundredths(in: -6...6), isObject: $0 % 2 == 0, alpha: 0.75, gamma: 0) }
      } holds: { question, answer in
        var q = question.reader
        return answer.agrees(with: [balancedCrossEntropy(logit: q.number(), target: target(q.flag()), alpha: 0.75)])
      },
      // α_t and 1 − α_t share one whole: either weight of 1/2 twice, or α and 1 − α.
      CodeTask.Law(
        "weightsAddUp",
        groups: { random in
          (0..<10).map { index in
            let logit = random.hundredths(in: -6...6)
            return [0.25, 0.75, 0.5].map { Question(logit, isObject: index % 2 == 0, alpha: $0, gamma: 2) }
          }
        },
        holds: { _, answers in
          zip(answers[0], answers[1]).map { $0 + $1 }.agrees(with: answers[2].map { 2 * $0 })
        }),
      // Far on the wrong side the factor is 1, and the curve a straight line: 100 further cost 100 α_t more.
      .pairs("straightTail") { _ in
        [100.0, 300, 700].map {
          (
            Question($0, isObject: false, alpha: 0.25, gamma: 2),
            Question($0 + 100, isObject: false, alpha: 0.25, gamma: 2)
          )
        }
      } hold: {
        $1.agrees(with: $0.map { $0 + 75 })
      },
    ],
    mistakes: [
      mistake("logOfZero") { x, isObject, alpha, gamma in
        let p = 1 / (1 + exp(-x))
        let pt = isObject ? p : 1 - p
        return -(isObject ? alpha : 1 - alpha) * pow(1 - pt, gamma) * log(pt)
      },
      mistake("alphaOnBoth") { x, isObject, alpha, gamma in
        alpha * focalLoss(logit: x, target: target(isObject), alpha: nil, gamma: gamma)
      },
      mistake("swappedAlpha") { x, isObject, alpha, gamma in
        focalLoss(logit: x, target: target(isObject), alpha: 1 - alpha, gamma: gamma)
      },
      mistake("noAlpha") { x, isObject, _, gamma in
        focalLoss(logit: x, target: target(isObject), alpha: nil, gamma: gamma)
      },
      mistake("noFactor") { x, isObject, alpha, _ in
        balancedCrossEntropy(logit: x, target: target(isObject), alpha: alpha)
      },
      mistake("signOfLogit") { x, isObject, alpha, gamma in
        focalLoss(logit: -x, target: target(isObject), alpha: alpha, gamma: gamma)
      },
      mistake("powerOfPt") { x, isObject, alpha, gamma in
        let factor = modulatingFactor(logit: -x, target: target(isObject), gamma: gamma)
        return factor * balancedCrossEntropy(logit: x, target: target(isObject), alpha: alpha)
      },
    ])

  private static func mistake(
    _ name: String, _ answer: @escaping @Sendable (Double, Bool, _ alpha: Double, _ gamma: Double) -> Double
  ) -> CodeTask.Mistake {
    CodeTask.Mistake(name) { q in [answer(q.number(), q.flag(), q.number(), q.number())] }
  }
}

extension Question {
  fileprivate init(_ logit: Double, isObject: Bool, alpha: Double, gamma: Double) {
    self.init {
      $0.number(logit)
      $0.flag(isObject)
      $0.number(alpha)
      $0.number(gamma)
    }
  }
}
