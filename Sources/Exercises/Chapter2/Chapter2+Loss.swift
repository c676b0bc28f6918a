import Foundation
import Grading
import Kernels
import Losses

extension Chapter2 {
  // MARK: - 2.6: the loss straight from the logits

  static let lossOfLogits = CodeTask(
    call: "[crossEntropy(logits: q.list(), target: q.whole())]",
    questions: { random in
      (0..<30).map { _ in
        let logits = logits(&random)
        return question(logits, target: random.index(below: logits.count))
      } + far.flatMap { everyTarget($0) }
    },
    truth: { q in [crossEntropy(logits: q.list(), target: q.whole())] },
    laws: [
      .same("onlyDifferencesCount") { random in
        (0..<10).map { _ in
          let logits = logits(&random)
          return (question(logits, target: 0), question(logits.map { $0 - 900 }, target: 0))
        }
      },
      // The loss of one class less that of another is the difference of their logits, the other way round.
      CodeTask.Law(
        "difference",
        groups: { random in
          (far + (0..<10).map { _ in logits(&random) }).map { [question($0, target: 0), question($0, target: 1)] }
        },
        holds: { questions, answers in
          var reader = questions[0].reader
          let logits = reader.list()
          return zip(answers[0], answers[1]).map { $0 - $1 }.agrees(with: [logits[1] - logits[0]])
        }),
      .each("allAlike") { _ in
        [2, 3, 80].map { question(Array(repeating: 0.5, count: $0), target: 1) }
      } holds: {
        $1.agrees(with: [log($0.numbers[0])])
      },
    ],
    mistakes: [
      mistake("overflow") { logits, target in
        let exponentials = logits.map { exp($0) }
        return -log(exponentials[target] / exponentials.sum)
      },
      mistake("logSumOverflow") { logits, target in log(logits.map { exp($0) }.sum) - logits[target] },
      mistake("throughProbability") { logits, target in -log(Losses.softmax(logits)[target]) },
      mistake("forgottenLogit") { logits, _ in logSumExp(logits) },
      mistake("forgottenMaximum") { logits, target in
        logSumExp(logits) - (logits.max() ?? 0) - logits[target]
      },
      mistake("noMinus") { logits, target in logits[target] - logSumExp(logits) },
      mistake("bits") { logits, target in crossEntropy(logits: logits, target: target) / log(2) },
    ])

  private static func mistake(
    _ name: String, _ answer: @escaping @Sendable (_ logits: [Double], _ target: Int) -> Double
  ) -> CodeTask.Mistake {
    CodeTask.Mistake(name) { q in [answer(q.list(), q.whole())] }
  }

  private static func everyTarget(_ logits: [Double]) -> [Question] {
    logits.indices.map { question(logits, target: $0) }
  }

  private static func question(_ logits: [Double], target: Int) -> Question {
    Question {
      $0.list(logits)
      $0.whole(target)
    }
  }
}
