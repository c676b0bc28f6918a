import Foundation
import Grading
import Kernels
import Losses

// MARK: - 5.4: the bias as a function

extension Chapter5 {
  static let biasFunction = CodeTask(
    call: "[priorBias(q.number())]",
    questions: { random in
      let usual = (0..<20).map { _ in random.hundredths(in: 0.01...0.99) }
      let rare = (0..<10).map { _ in pow(10, -Double(random.pick(4...300))) }
      return (usual + rare + [0.5, .leastNonzeroMagnitude, 1 - 1e-12]).map(question)
    },
    truth: { q in [priorBias(q.number())] },
    laws: [
      CodeTask.Law(
        "half", groups: 1, of: { _ in [question(0.5)] }, hold: { _, answers in answers[0].agrees(with: [0]) }),
      CodeTask.Law(
        "mirror",
        of: { random in
          let prior = Double(random.pick(1...63)) / 64
          return [question(prior), question(1 - prior)]
        },
        hold: { _, answers in answers[0].agrees(with: answers[1].map { -$0 }) }),
    ],
    mistakes: [
      mistake("signFlipped") { -priorBias($0) },
      mistake("commonLogarithm") { log10($0) - log10(1 - $0) },
      mistake("withoutComplement") { log($0) },
      mistake("ratioOutside") { -log(1 - $0) / $0 },
      mistake("overflow") { -log((1 - $0) / $0) },
    ])

  private static func question(_ prior: Double) -> Question { Question { $0.number(prior) } }

  private static func mistake(
    _ name: String, _ bias: @escaping @Sendable (Double) -> Double
  ) -> CodeTask.Mistake {
    CodeTask.Mistake(name) { q in [bias(q.number())] }
  }
}

// MARK: - 5.7: where the first steps carry the bias

extension Chapter5 {
  static let pathOfBias = CodeTask(
    call: """
      biasPath(start: q.number(), objects: q.whole(), backgrounds: q.whole(), rate: q.number(), momentum: q.number(), \
      steps: q.whole())
      """,
    precision: 1e-6,
    questions: { random in
      let usual = (0..<20).map { _ in
        training(
          start: random.pick([0, -4.6, random.hundredths(in: -4...1)]), objects: random.pick(1...5),
          backgrounds: random.pick(20...400), rate: random.pick([0.001, 0.003, 0.01]),
          momentum: random.pick([0, 0.5, 0.9]), steps: random.pick(3...12))
      }
      return usual + [training(start: 0, objects: 1, backgrounds: 100, rate: 0.01, momentum: 0.9, steps: 0)]
    },
    truth: { q in path(&q) },
    laws: [
      CodeTask.Law(
        "noRate",
        of: { random in
          let start = random.hundredths(in: -4...1), steps = random.pick(2...6)
          return [training(start: start, objects: 2, backgrounds: 50, rate: 0, momentum: 0.9, steps: steps)]
        },
        hold: { questions, answers in
          let (start, steps) = (questions[0].numbers[0], Int(questions[0].numbers[5]))
          return answers[0].agrees(with: Array(repeating: start, count: steps))
        }),
      // Where the answer is the true share of objects, both sides pull alike.
      CodeTask.Law(
        "trueShare",
        of: { random in
          let (objects, backgrounds) = (random.pick(1...5), random.pick(20...400))
          let start = priorBias(Double(objects) / Double(objects + backgrounds))
          return [
            training(start: start, objects: objects, backgrounds: backgrounds, rate: 0.01, momentum: 0.9, steps: 5)
          ]
        },
        hold: { questions, answers in
          answers[0].allSatisfy { ($0 - questions[0].numbers[0]).magnitude < 1e-6 }
        }),
      // The first step knows nothing of steps before it.
      CodeTask.Law(
        "firstStep",
        of: { random in
          let (backgrounds, rate) = (random.pick(50...400), random.pick([0.001, 0.003]))
          return [0, 0.9].map {
            training(start: 0, objects: 1, backgrounds: backgrounds, rate: rate, momentum: $0, steps: 1)
          }
        },
        hold: { _, answers in answers[0].agrees(with: answers[1]) }),
    ],
    mistakes: [
      CodeTask.Mistake("uphill") { q in path(&q) { $0.gradient = { -gradient($0) } } },
      CodeTask.Mistake("notDivided") { q in path(&q) { $0.gradient = { Double($0.objects) * gradient($0) } } },
      CodeTask.Mistake("dividedByAll") { q in
        path(&q) { $0.gradient = { Double($0.objects) / Double($0.objects + $0.backgrounds) * gradient($0) } }
      },
      CodeTask.Mistake("backgroundsAlone") { q in
        path(&q) { $0.gradient = { Double($0.backgrounds) * sigmoid($0.bias) / Double($0.objects) } }
      },
      CodeTask.Mistake("noMomentum") { q in path(&q) { $0.momentum = 0 } },
      CodeTask.Mistake("average") { q in
        path(&q) { path in path.gradient = { (1 - $0.momentum) * gradient($0) } }
      },
    ])

  private static func training(
    start: Double, objects: Int, backgrounds: Int, rate: Double, momentum: Double, steps: Int
  ) -> Question {
    Question {
      $0.number(start)
      $0.whole(objects)
      $0.whole(backgrounds)
      $0.number(rate)
      $0.number(momentum)
      $0.whole(steps)
    }
  }

  /// Gradient descent on nothing but the bias.
  private struct BiasPath {
    var bias: Double
    let objects, backgrounds: Int
    let rate: Double
    var momentum: Double
    var gradient: (BiasPath) -> Double = Chapter5.gradient
  }

  /// Each background pulls the bias down by σ(b), each object up by 1 − σ(b); the sum is divided by the objects.
  private static func gradient(_ path: BiasPath) -> Double {
    let (objects, backgrounds) = (Double(path.objects), Double(path.backgrounds))
    return (backgrounds * sigmoid(path.bias) - objects * sigmoid(-path.bias)) / objects
  }

  private static func path(_ q: inout QuestionReader, wrongly change: (inout BiasPath) -> Void = { _ in }) -> [Double] {
    var path = BiasPath(
      bias: q.number(), objects: q.whole(), backgrounds: q.whole(), rate: q.number(), momentum: q.number())
    change(&path)
    var velocity = 0.0
    return (0..<q.whole()).map { _ in
      velocity = path.momentum * velocity + path.gradient(path)
      path.bias -= path.rate * velocity
      return path.bias
    }
  }
}
