import Foundation
import Grading
import Kernels
import Losses

extension Chapter1 {
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
      .each("evenPulls") { random in
        (0..<10).map { _ in examples(objects: random.pick(1...9), of: 10, &random) }
      } holds: { question, answer in
        var reader = question.reader
        let isObject = reader.list()
        return answer.map { Double(isObject.count) * sigmoid($0) }.agrees(with: [isObject.sum])
      },
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
      mistake("probability") { objects, backgrounds in objects / (objects + backgrounds) },
      mistake("logOfShare") { objects, backgrounds in log(objects / (objects + backgrounds)) },
      mistake("oppositeSign") { objects, backgrounds in log(backgrounds / objects) },
      mistake("odds") { objects, backgrounds in objects / backgrounds },
      mistake("wholeNumbers") { objects, backgrounds in log((objects / backgrounds).rounded(.down)) },
      mistake("log10") { objects, backgrounds in log10(objects / backgrounds) },
    ])

  /// Of the number of objects and of backgrounds.
  private static func mistake(
    _ name: String, _ answer: @escaping @Sendable (_ objects: Double, _ backgrounds: Double) -> Double
  ) -> CodeTask.Mistake {
    CodeTask.Mistake(name) { q in
      let isObject = q.list()
      return [answer(isObject.sum, Double(isObject.count) - isObject.sum)]
    }
  }

  private static func examples(objects: Int, of count: Int, _ random: inout SplitMix64) -> Question {
    var isObject = (0..<count).map { $0 < objects ? 1.0 : 0 }
    random.choose(count, from: &isObject)
    return Question { $0.list(isObject) }
  }
}
