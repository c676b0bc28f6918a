import Foundation
import Grading
import Kernels
import Losses

extension Chapter3 {
  // MARK: - 3.7: the gradient of a batch

  static let gradientOfBatch = CodeTask(
    call: "balancedGradient(logits: q.list(), targets: q.list(), alpha: q.number())",
    questions: { random in
      (0..<12).map { _ in batch(&random, objects: 1...3, backgrounds: 3...8) } + [
        batch(&random, objects: 0...0, backgrounds: 4...4)
      ]
    },
    truth: { q in gradient(q.batch()) },
    laws: [
      .each("oppositePulls") { random in
        (0..<5).map { _ in batch(&random, objects: 2...3, backgrounds: 3...6) }
      } holds: { question, answer in
        var reader = question.reader
        let batch = reader.batch()
        return answer.count == batch.logits.count
          && zip(batch.targets, answer).allSatisfy { $0 == 1 ? $1 < 0 : $1 > 0 }
      }
    ],
    mistakes: [
      CodeTask.Mistake("sum") { q in
        let batch = q.batch()
        return gradient(batch).map { $0 * max(batch.objects, 1) }
      },
      CodeTask.Mistake("mean") { q in
        let batch = q.batch()
        return gradient(batch).map { $0 * max(batch.objects, 1) / Double(batch.logits.count) }
      },
      CodeTask.Mistake("dividedByZero") { q in
        let batch = q.batch()
        return gradient(batch).map { batch.objects == 0 ? $0 / 0 : $0 }
      },
      CodeTask.Mistake("flippedSign") { q in gradient(q.batch()).map { -$0 } },
      CodeTask.Mistake("swappedAlpha") { q in
        var batch = q.batch()
        batch.alpha = 1 - batch.alpha
        return gradient(batch)
      },
      CodeTask.Mistake("byProbability") { q in
        let batch = q.batch()
        return zip(batch.logits, batch.targets).map { x, y in
          (y == 1 ? -batch.alpha / sigmoid(x) : (1 - batch.alpha) / sigmoid(-x)) / max(batch.objects, 1)
        }
      },
    ])

  private static func gradient(_ batch: Batch) -> [Double] {
    zip(batch.logits, batch.targets).map { x, y in
      balancedCrossEntropyDerivative(logit: x, target: target(y == 1), alpha: batch.alpha) / max(batch.objects, 1)
    }
  }

  // MARK: - 3.9: the bias at which both classes pull with the same force

  static let balancingBias = CodeTask(
    call: "[balancingBias(logits: q.list(), targets: q.list(), alpha: q.number())]", precision: 1e-6,
    questions: { random in
      (0..<12).map { _ in batch(&random, objects: 1...4, backgrounds: 5...30) }
    },
    truth: { q in
      let batch = q.batch()
      return [root { batch.pull(bias: $0) }]
    },
    laws: [
      .pairs("shift", shiftedQuestions) { one, other in
        guard let one = one.first, let other = other.first else { return false }
        return (one - other - 1).magnitude <= 1e-6 * max(1, one.magnitude)
      }
    ],
    mistakes: [
      CodeTask.Mistake("countsAlone") { q in
        let batch = q.batch()
        return [log(batch.alpha * batch.objects / ((1 - batch.alpha) * batch.backgrounds))]
      },
      CodeTask.Mistake("noAlpha") { q in
        var batch = q.batch()
        batch.alpha = 0.5
        return [root { batch.pull(bias: $0) }]
      },
      CodeTask.Mistake("swappedAlpha") { q in
        var batch = q.batch()
        batch.alpha = 1 - batch.alpha
        return [root { batch.pull(bias: $0) }]
      },
      CodeTask.Mistake("evenLosses") { q in
        let batch = q.batch()
        return [root { batch.lossBalance(bias: $0) }]
      },
      CodeTask.Mistake("oppositeSign") { q in
        let batch = q.batch()
        return [-root { batch.pull(bias: $0) }]
      },
    ])

  /// The same examples twice, the second time with every logit raised by 1.
  private static func shiftedQuestions(_ random: inout SplitMix64) -> [(Question, Question)] {
    (0..<5).map { _ in
      let question = batch(&random, objects: 1...4, backgrounds: 5...30)
      var reader = question.reader
      var raised = reader.batch()
      raised.logits = raised.logits.map { $0 + 1 }
      return (question, raised.question)
    }
  }

  /// Where a rising function crosses zero, within [−100, 100].
  private static func root(_ function: (Double) -> Double) -> Double {
    var (low, high) = (-100.0, 100.0)
    for _ in 0..<200 {
      let middle = (low + high) / 2
      if function(middle) < 0 { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}

// MARK: - Batches

/// Examples with their classes: 1 for an object, 0 for a background.
private struct Batch {
  var logits: [Double]
  var targets: [Double]
  var alpha: Double

  var objects: Double { Double(targets.count { $0 == 1 }) }
  var backgrounds: Double { Double(targets.count) - objects }

  /// dL/db of the sum, where b is added to every logit.
  func pull(bias: Double) -> Double {
    sum { balancedCrossEntropyDerivative(logit: $0 + bias, target: $1, alpha: alpha) }
  }

  /// What the backgrounds' weighted losses have more than the objects'.
  func lossBalance(bias: Double) -> Double {
    sum { -$1.sign * balancedCrossEntropy(logit: $0 + bias, target: $1, alpha: alpha) }
  }

  private func sum(_ term: (Double, Target) -> Double) -> Double {
    zip(logits, targets).reduce(0) { $0 + term($1.0, target($1.1 == 1)) }
  }

  var question: Question {
    Question {
      $0.list(logits)
      $0.list(targets)
      $0.number(alpha)
    }
  }
}

extension QuestionReader {
  fileprivate mutating func batch() -> Batch { Batch(logits: list(), targets: list(), alpha: number()) }
}

/// A batch in random order, its α other than one half.
private func batch(
  _ random: inout SplitMix64, objects: ClosedRange<Int>, backgrounds: ClosedRange<Int>
) -> Question {
  let (objects, backgrounds) = (random.pick(objects), random.pick(backgrounds))
  var targets = (0..<objects + backgrounds).map { $0 < objects ? 1.0 : 0 }
  random.choose(targets.count, from: &targets)
  let logits = targets.map { _ in random.hundredths(in: -4...4) }
  return Batch(logits: logits, targets: targets, alpha: random.pick([0.2, 0.25, 0.75, 0.9])).question
}
