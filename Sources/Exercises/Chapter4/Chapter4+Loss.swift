import Foundation
import Grading
import Kernels
import Losses

extension Chapter4 {
  // MARK: - 4.2: the focal loss of a probability

  static let lossOfProbability = CodeTask(
    call: "[focalLoss(p: q.number(), isObject: q.flag(), gamma: q.number())]",
    questions: { random in
      (0..<40).map { index in
        question(random.hundredths(in: 0.02...0.98), isObject: index % 2 == 0, random.pick([0.5, 1, 2, 5]))
      }
    },
    truth: { q in [focalLoss(p: q.number(), target: target(q.flag()), alpha: nil, gamma: q.number())] },
    laws: [
      .each("gammaZero") { random in
        (0..<10).map { question(random.hundredths(in: 0.02...0.98), isObject: $0 % 2 == 0, 0) }
      } holds: { question, answer in
        var q = question.reader
        return answer.agrees(with: [binaryCrossEntropy(p: q.number(), target: target(q.flag()))])
      },
      .same("mirror") { random in
        (0..<10).map { _ in
          let (p, gamma) = (Double(random.pick(1...31)) / 32, random.pick([0.5, 2, 5]))
          return (question(p, isObject: true, gamma), question(1 - p, isObject: false, gamma))
        }
      },
      .each("certainAndRight") { _ in
        [question(1, isObject: true, 0), question(1, isObject: true, 2), question(0, isObject: false, 2)]
      } holds: {
        $0 == [0]
      },
      .each("certainAndWrong") { _ in
        [question(0, isObject: true, 2), question(1, isObject: false, 2)]
      } holds: {
        $0 == [.infinity]
      },
    ],
    mistakes: [
      mistake("casesTwice") { p, _, gamma in -pow(1 - p, gamma) * log(p) },
      mistake("factorOfP") { p, isObject, gamma in -pow(1 - p, gamma) * log(isObject ? p : 1 - p) },
      mistake("gammaAsFactor") { p, isObject, gamma in
        let pt = isObject ? p : 1 - p
        return -gamma * (1 - pt) * log(pt)
      },
      mistake("powerOfPt") { p, isObject, gamma in
        let pt = isObject ? p : 1 - p
        return -pow(pt, gamma) * log(pt)
      },
      mistake("noFactor") { p, isObject, _ in -log(isObject ? p : 1 - p) },
      mistake("noMinus") { p, isObject, gamma in
        let pt = isObject ? p : 1 - p
        return pow(1 - pt, gamma) * log(pt)
      },
      mistake("log10") { p, isObject, gamma in
        let pt = isObject ? p : 1 - p
        return -pow(1 - pt, gamma) * log10(pt)
      },
    ])

  // MARK: - Shared

  static func question(_ number: Double, isObject: Bool, _ gamma: Double) -> Question {
    Question {
      $0.number(number)
      $0.flag(isObject)
      $0.number(gamma)
    }
  }

  /// Of a probability or a logit, the class, and γ.
  static func mistake(
    _ name: String, _ answer: @escaping @Sendable (Double, Bool, _ gamma: Double) -> Double
  ) -> CodeTask.Mistake {
    CodeTask.Mistake(name) { q in [answer(q.number(), q.flag(), q.number())] }
  }
}
