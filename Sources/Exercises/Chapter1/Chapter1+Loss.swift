import Foundation
import Grading
import Kernels
import Losses

extension Chapter1 {
  // MARK: - 1.2: the loss of a probability

  static let lossOfProbability = CodeTask(
    call: "[binaryCrossEntropy(p: q.number(), isObject: q.flag())]",
    questions: { random in
      (0..<40).map { question(random.hundredths(in: 0.02...0.98), isObject: $0 % 2 == 0) }
    },
    truth: { q in [binaryCrossEntropy(p: q.number(), target: target(q.flag()))] },
    laws: [
      .same("mirror") { random in
        (0..<10).map { _ in
          let p = Double(random.pick(1...31)) / 32
          return (question(p, isObject: true), question(1 - p, isObject: false))
        }
      },
      .pairs("halving") { random in
        (0..<10).map { _ in
          let p = random.hundredths(in: 0.05...1)
          return (question(p, isObject: true), question(p / 2, isObject: true))
        }
      } hold: {
        $1.agrees(with: $0.map { $0 + log(2) })
      },
      .each("certainAndRight") { _ in
        [question(1, isObject: true), question(0, isObject: false)]
      } holds: {
        $0 == [0]
      },
      .each("certainAndWrong") { _ in
        [question(0, isObject: true), question(1, isObject: false)]
      } holds: {
        $0 == [.infinity]
      },
    ],
    mistakes: [
      mistake("pForPt") { p, _ in -log(p) },
      mistake("swappedClasses") { p, isObject in -log(isObject ? 1 - p : p) },
      mistake("noMinus") { p, isObject in log(isObject ? p : 1 - p) },
      mistake("log10") { p, isObject in -log10(isObject ? p : 1 - p) },
      mistake("log2") { p, isObject in -log2(isObject ? p : 1 - p) },
      mistake("noLogarithm") { p, isObject in isObject ? 1 - p : p },
    ])

  // MARK: - 1.5: the loss of a logit

  static let lossOfLogit = CodeTask(
    call: "[binaryCrossEntropy(logit: q.number(), isObject: q.flag())]", questions: logits,
    truth: { q in [binaryCrossEntropy(logit: q.number(), target: target(q.flag()))] },
    laws: [
      .same("mirror") { random in
        (0..<10).map { _ in
          let logit = random.hundredths(in: -6...6)
          return (question(logit, isObject: true), question(-logit, isObject: false))
        }
      },
      // log(1 + eˣ) − log(1 + e⁻ˣ) = x.
      CodeTask.Law(
        "difference",
        groups: { _ in
          [800, -800, 500, -100, 100, -20, 20, -3, 3, 0].map { logit in
            [question(logit, isObject: false), question(logit, isObject: true)]
          }
        },
        holds: { questions, answers in
          zip(answers[0], answers[1]).map { $0 - $1 }.agrees(with: [questions[0].numbers[0]])
        }),
    ],
    mistakes: [
      mistake("logOfZero") { x, isObject in
        let p = 1 / (1 + exp(-x))
        return -log(isObject ? p : 1 - p)
      },
      mistake("zeroTimesInfinity") { x, isObject in
        let (p, y) = (1 / (1 + exp(-x)), isObject ? 1.0 : 0)
        return -(y * log(p) + (1 - y) * log(1 - p))
      },
      mistake("overflow") { x, isObject in log(1 + exp(isObject ? -x : x)) },
      mistake("clipped") { x, isObject in
        let p = min(max(1 / (1 + exp(-x)), 1e-7), 1 - 1e-7)
        return -log(isObject ? p : 1 - p)
      },
      mistake("noMaximum") { x, _ in log1p(exp(-abs(x))) },
      mistake("sameForBoth") { x, _ in softplus(-x) },
      mistake("signOfLogit") { x, isObject in softplus(isObject ? x : -x) },
    ])

  // MARK: - Shared

  /// Logits of both classes, some of them so large that a probability rounds to 0 or 1.
  @Sendable static func logits(_ random: inout SplitMix64) -> [Question] {
    let usual = (0..<20).map { _ in random.hundredths(in: -6...6) }
    return (usual + [-800, -40, 40, 800]).flatMap { [question($0, isObject: true), question($0, isObject: false)] }
  }

  static func question(_ number: Double, isObject: Bool) -> Question {
    Question {
      $0.number(number)
      $0.flag(isObject)
    }
  }

  /// Of a probability or a logit, and the class.
  static func mistake(_ name: String, _ answer: @escaping @Sendable (Double, Bool) -> Double) -> CodeTask.Mistake {
    CodeTask.Mistake(name) { q in [answer(q.number(), q.flag())] }
  }
}
