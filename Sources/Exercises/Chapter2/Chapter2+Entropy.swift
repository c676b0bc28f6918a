import Foundation
import Grading
import Kernels
import Losses

extension Chapter2 {
  // MARK: - 2.4: what nobody can avoid, and what comes on top

  static let entropyAndDivergence = CodeTask(
    call: "entropyAndDivergence(p: q.list(), q: q.list())",
    questions: { random in (0..<30).map { pair(&random, oneHot: $0 % 5 == 0) } },
    truth: { q in
      let (p, model) = (q.list(), q.list())
      return [entropy(p), klDivergence(p: p, q: model)]
    },
    laws: [
      .each("nothingToLearn") { random in
        (0..<10).map { _ in
          let p = distribution(&random, count: random.pick(2...5))
          return distributions(p, p)
        }
      } holds: {
        $0.count == 2 && $0[1].magnitude < 1e-12
      },
      .each("evenTruth") { random in
        (2...6).map { count in
          distributions(Array(repeating: 1 / Double(count), count: count), distribution(&random, count: count))
        }
      } holds: {
        $1.prefix(1).map { $0 }.agrees(with: [log($0.numbers[0])])
      },
      .each("heldImpossible") { _ in
        [distributions([0.5, 0.5], [1, 0]), distributions([0.2, 0.8, 0], [0, 0.5, 0.5])]
      } holds: {
        $0.count == 2 && $0[1] == .infinity
      },
      .each("bothImpossible") { _ in
        [distributions([0.5, 0.5, 0], [0.5, 0.5, 0]), distributions([1, 0], [1, 0])]
      } holds: {
        $0.count == 2 && $0[1] == 0
      },
    ],
    mistakes: [
      mistake("wrongWayRound") { p, q in [entropy(p), klDivergence(p: q, q: p)] },
      mistake("crossEntropyInstead") { p, q in [entropy(p), crossEntropy(p: p, q: q)] },
      mistake("entropyOfModel") { p, q in [entropy(q), klDivergence(p: p, q: q)] },
      mistake("noMinus") { p, q in [-entropy(p), klDivergence(p: p, q: q)] },
      mistake("oppositeSign") { p, q in [entropy(p), -klDivergence(p: p, q: q)] },
      mistake("otherOrder") { p, q in [klDivergence(p: p, q: q), entropy(p)] },
      mistake("bits") { p, q in [entropy(p), klDivergence(p: p, q: q)].map { $0 / log(2) } },
      mistake("logOfZero") { p, q in
        [-p.map { $0 * log($0) }.sum, zip(p, q).map { $0 * log($0 / $1) }.sum]
      },
    ])

  private static func mistake(
    _ name: String, _ answer: @escaping @Sendable (_ p: [Double], _ q: [Double]) -> [Double]
  ) -> CodeTask.Mistake {
    CodeTask.Mistake(name) { q in answer(q.list(), q.list()) }
  }

  // MARK: - Distributions

  /// A truth, which may be certain, and a model, which never is.
  private static func pair(_ random: inout SplitMix64, oneHot: Bool) -> Question {
    let count = random.pick(2...5)
    let sure = random.index(below: count)
    let p = oneHot ? (0..<count).map { $0 == sure ? 1 : 0 } : distribution(&random, count: count)
    return distributions(p, distribution(&random, count: count))
  }

  private static func distribution(_ random: inout SplitMix64, count: Int) -> [Double] {
    // Parts of a hundred, none of which is nothing.
    let cuts = ([0, 100] + random.choose(count - 1, below: 99).map { $0 + 1 }).sorted()
    return zip(cuts, cuts.dropFirst()).map { Double($1 - $0) / 100 }
  }

  private static func distributions(_ p: [Double], _ q: [Double]) -> Question {
    Question {
      $0.list(p)
      $0.list(q)
    }
  }
}
