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

  // MARK: - 1.7: the one logit that answers all examples best

  static let bestLogit = CodeTask(
    call: "[bestLogit(isObject: q.list().map { $0 == 1 })]",
    questions: { random in
      (0..<40).map { _ in
        let count = random.pick(3...12)
        return examples(objects: random.pick(1...count - 1), of: count, &random)
      }
    },
    truth: { q in
      let isObject = q.list()
      let share = isObject.sum / Double(isObject.count)
      return [share == 0 ? -.infinity : share == 1 ? .infinity : priorBias(share)]
    },
    laws: [
      // Σ (p − y) = 0: objects and backgrounds pull with the same force.
      CodeTask.Law(
        "evenPulls",
        questions: { random in (0..<10).map { _ in examples(objects: random.pick(1...9), of: 10, &random) } },
        holds: { questions, answers in
          zip(questions, answers).allSatisfy { question, answer in
            var reader = question.reader
            let isObject = reader.list()
            return answer.map { Double(isObject.count) * sigmoid($0) }.agrees(with: [isObject.sum])
          }
        }),
      .pairs("otherNames") { random in
        (0..<10).map { _ in
          let question = examples(objects: random.pick(1...9), of: 10, &random)
          var reader = question.reader
          let isObject = reader.list()
          return (question, Question { $0.list(isObject.map { 1 - $0 }) })
        }
      } hold: {
        $0.agrees(with: $1.map { -$0 })
      },
      .each("onlyBackgrounds") { _ in
        [Question { $0.list([0, 0, 0]) }]
      } holds: {
        $0 == [-.infinity]
      },
    ],
    mistakes: [
      mistake("probability") { $0 },
      mistake("logOfShare") { log($0) },
      mistake("oppositeSign") { -priorBias($0) },
      mistake("odds") { $0 / (1 - $0) },
      mistake("log10") { log10($0 / (1 - $0)) },
    ])

  /// Of the share of objects.
  private static func mistake(_ name: String, _ answer: @escaping @Sendable (Double) -> Double) -> CodeTask.Mistake {
    CodeTask.Mistake(name) { q in
      let isObject = q.list()
      return [answer(isObject.sum / Double(isObject.count))]
    }
  }

  private static func examples(objects: Int, of count: Int, _ random: inout SplitMix64) -> Question {
    var isObject = (0..<count).map { $0 < objects ? 1.0 : 0 }
    random.choose(count, from: &isObject)
    return Question { $0.list(isObject) }
  }
}
