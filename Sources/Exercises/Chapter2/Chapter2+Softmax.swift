import Foundation
import Grading
import Kernels
import Losses

extension Chapter2 {
  // MARK: - 2.3: the softmax

  static let softmax = CodeTask(
    call: "softmax(q.list())",
    questions: { random in (0..<30).map { _ in list(logits(&random)) } + far.map { list($0) } },
    truth: { q in Losses.softmax(q.list()) },
    laws: [
      .each("sumsToOne") { random in
        (0..<10).map { _ in list(logits(&random)) } + far.map { list($0) }
      } holds: {
        $0.sum.isNear(1)
      },
      .same("onlyDifferencesCount") { random in
        (0..<10).map { _ in
          let logits = logits(&random)
          return (list(logits), list(logits.map { $0 + 900 }))
        }
      },
      // Two classes: a sigmoid of the difference.
      .each("twoClasses") { random in
        (0..<10).map { _ in list([random.hundredths(in: -5...5), random.hundredths(in: -5...5)]) }
      } holds: { question, answer in
        var reader = question.reader
        let logits = reader.list()
        return answer.prefix(1).map { $0 }.agrees(with: [sigmoid(logits[0] - logits[1])])
      },
    ],
    mistakes: [
      mistake("overflow") { logits in
        let exponentials = logits.map { exp($0) }
        return exponentials.map { $0 / exponentials.sum }
      },
      mistake("sigmoids") { logits in logits.map(sigmoid) },
      mistake("noExponential") { logits in logits.map { $0 / logits.sum } },
      mistake("notDivided") { logits in logits.map { exp($0 - (logits.max() ?? 0)) } },
      mistake("dividedByCount") { logits in logits.map { exp($0 - (logits.max() ?? 0)) / Double(logits.count) } },
      mistake("winnerTakesAll") { logits in logits.map { $0 == logits.max() ? 1 : 0 } },
    ])

  private static func mistake(_ name: String, _ answer: @escaping @Sendable ([Double]) -> [Double]) -> CodeTask.Mistake
  {
    CodeTask.Mistake(name) { q in answer(q.list()) }
  }

  // MARK: - Shared

  static func logits(_ random: inout SplitMix64) -> [Double] {
    (0..<random.pick(2...5)).map { _ in random.hundredths(in: -5...5) }
  }

  /// Logits whose exponentials are too large, or all of them 0.
  static let far: [[Double]] = [[800, 0], [1000, 1001, 999], [-1000, -1001], [0, -800, 3], [1000, -1000, 0]]

  static func list(_ list: [Double]) -> Question { Question { $0.list(list) } }
}
