import Foundation
import Grading
import Kernels
import Losses

extension Chapter3 {
  // MARK: - 3.2: the balanced cross entropy of a probability

  static let lossOfProbability = CodeTask(
    call: "[balancedCrossEntropy(p: q.number(), isObject: q.flag(), alpha: q.number())]",
    questions: { random in
      (0..<40).map { _ in
        probabilityQuestion(
          p: random.hundredths(in: 0.02...0.98), isObject: random.index(below: 2) == 1,
          alpha: random.pick([0.1, 0.25, 0.75, 0.9]))
      }
    },
    truth: { q in
      [balancedCrossEntropy(p: q.number(), target: target(q.flag()), alpha: q.number())]
    },
    laws: [
      .same("mirror", mirroredQuestions),
      .each("certain") { _ in
        [
          probabilityQuestion(p: 1, isObject: true, alpha: 0.75),
          probabilityQuestion(p: 0, isObject: false, alpha: 0.75),
        ]
      } holds: {
        $0 == [0]
      },
    ],
    mistakes: [
      mistake("pForPt") { p, isObject, alpha in -(isObject ? alpha : 1 - alpha) * log(p) },
      mistake("swappedAlpha") { p, isObject, alpha in -(isObject ? 1 - alpha : alpha) * log(isObject ? p : 1 - p) },
      mistake("alphaOnBoth") { p, isObject, alpha in -alpha * log(isObject ? p : 1 - p) },
      mistake("noAlpha") { p, isObject, _ in -log(isObject ? p : 1 - p) },
      mistake("noMinus") { p, isObject, alpha in (isObject ? alpha : 1 - alpha) * log(isObject ? p : 1 - p) },
      mistake("log10") { p, isObject, alpha in -(isObject ? alpha : 1 - alpha) * log10(isObject ? p : 1 - p) },
    ])

  /// An object of p and a background of 1 − p, with α and 1 − α: the names of the classes are exchanged, nothing else.
  private static func mirroredQuestions(_ random: inout SplitMix64) -> [(Question, Question)] {
    (0..<10).map { _ in
      let (p, alpha) = (Double(random.pick(1...31)) / 32, Double(random.pick(1...7)) / 8)
      return (
        probabilityQuestion(p: p, isObject: true, alpha: alpha),
        probabilityQuestion(p: 1 - p, isObject: false, alpha: 1 - alpha)
      )
    }
  }

  private static func probabilityQuestion(p: Double, isObject: Bool, alpha: Double) -> Question {
    Question {
      $0.number(p)
      $0.flag(isObject)
      $0.number(alpha)
    }
  }

  // MARK: - 3.5: the balanced cross entropy of a logit

  static let lossOfLogit = CodeTask(
    call: "[balancedCrossEntropy(logit: q.number(), isObject: q.flag(), alpha: q.number())]",
    questions: { random in
      let usual = (0..<30).map { _ in random.hundredths(in: -6...6) }
      return (usual + [-1000, -40, 40, 1000]).flatMap { logit in
        [true, false].map { probabilityQuestion(p: logit, isObject: $0, alpha: 0.75) }
      }
    },
    truth: { q in
      [balancedCrossEntropy(logit: q.number(), target: target(q.flag()), alpha: q.number())]
    },
    laws: [
      // Far on the wrong side the curve is a straight line: 100 further cost 100 α_t more.
      CodeTask.Law(
        "straightTail",
        groups: { _ in
          [(-200.0, -100.0), (-300, -200), (200, 100), (300, 200)].map { far, near in
            [far, near].map { probabilityQuestion(p: $0, isObject: far < 0, alpha: 0.75) }
          }
        },
        holds: { questions, answers in
          var farther = questions[0].reader
          let step = farther.number() < 0 ? 75.0 : 25
          return answers[0].agrees(with: answers[1].map { $0 + step })
        })
    ],
    mistakes: [
      mistake("logOfZero") { x, isObject, alpha in
        let p = 1 / (1 + exp(-x))
        return -(isObject ? alpha : 1 - alpha) * log(isObject ? p : 1 - p)
      },
      mistake("overflow") { x, isObject, alpha in
        (isObject ? alpha : 1 - alpha) * log(1 + exp(isObject ? -x : x))
      },
      mistake("sameForBoth") { x, isObject, alpha in (isObject ? alpha : 1 - alpha) * softplus(-x) },
      mistake("signOfLogit") { x, isObject, alpha in (isObject ? alpha : 1 - alpha) * softplus(isObject ? x : -x) },
      mistake("swappedAlpha") { x, isObject, alpha in (isObject ? 1 - alpha : alpha) * softplus(isObject ? -x : x) },
      mistake("noAlpha") { x, isObject, _ in softplus(isObject ? -x : x) },
    ])

  private static func mistake(
    _ name: String, _ loss: @escaping @Sendable (Double, Bool, Double) -> Double
  ) -> CodeTask.Mistake {
    CodeTask.Mistake(name) { q in [loss(q.number(), q.flag(), q.number())] }
  }
}
