import Grading
import Kernels
import Losses

extension Chapter0 {
  // MARK: - 0.4: the share of the backgrounds in the summed loss

  static let shareFromProbabilities = CodeTask(
    call: "[backgroundShare(pt: q.list(), isObject: q.list().map { $0 == 1 })]",
    questions: { random in (0..<40).map { _ in candidates(&random).question } },
    truth: { q in
      let (objects, backgrounds) = q.candidates().totals()
      return [objects + backgrounds == 0 ? 0 : backgrounds / (objects + backgrounds)]
    },
    laws: [
      .pairs("complement") { random in
        (0..<10).map { _ in
          var candidates = candidates(&random)
          let question = candidates.question
          candidates.isObject = candidates.isObject.map { 1 - $0 }
          return (question, candidates.question)
        }
      } hold: {
        ($0 + $1).sum.isNear(1)
      },
      .same("certainAddNothing") { random in
        (0..<10).map { _ in
          let candidates = candidates(&random)
          let more = Candidates(pt: candidates.pt + [1, 1, 1], isObject: candidates.isObject + [0, 0, 1])
          return (candidates.question, more.question)
        }
      },
      .each("nothingToShare") { _ in
        [Candidates(pt: [1, 1, 1], isObject: [1, 0, 0]), Candidates(pt: [1], isObject: [0])].map(\.question)
      } holds: {
        $0 == [0]
      },
    ],
    mistakes: [
      mistake("countShare") { candidates in
        let objects = candidates.isObject.sum
        return 1 - objects / Double(candidates.pt.count)
      },
      mistake("objectShare") { candidates in
        let (objects, backgrounds) = candidates.totals()
        return objects / (objects + backgrounds)
      },
      mistake("ratio") { candidates in
        let (objects, backgrounds) = candidates.totals()
        return backgrounds / objects
      },
      mistake("means") { candidates in
        let (objects, backgrounds) = candidates.totals()
        let count = candidates.isObject.sum
        let (object, background) = (objects / count, backgrounds / (Double(candidates.pt.count) - count))
        return background / (object + background)
      },
      mistake("noLogarithm") { candidates in
        let (objects, backgrounds) = candidates.totals { 1 - $0 }
        return backgrounds / (objects + backgrounds)
      },
      mistake("sumsProbabilities") { candidates in
        let (objects, backgrounds) = candidates.totals { $0 }
        return backgrounds / (objects + backgrounds)
      },
    ])

  private static func mistake(
    _ name: String, _ share: @escaping @Sendable (Candidates) -> Double
  ) -> CodeTask.Mistake {
    CodeTask.Mistake(name) { q in [share(q.candidates())] }
  }

  /// At least one object and one background in any order, the backgrounds mostly easy.
  private static func candidates(_ random: inout SplitMix64) -> Candidates {
    var isObject = (0..<random.pick(3...10)).map { $0 == 0 || $0 > 1 && random.uniform() < 0.2 ? 1.0 : 0 }
    random.choose(isObject.count, from: &isObject)
    return Candidates(
      pt: isObject.map { random.hundredths(in: $0 == 1 ? 0.01...0.6 : 0.5...0.99) }, isObject: isObject)
  }
}

// MARK: - Candidates

/// The probability of the true class of some candidates, and which are objects: 1, and 0 for a background.
private struct Candidates {
  var pt: [Double]
  var isObject: [Double]

  /// The summed losses of objects and of backgrounds.
  func totals(_ loss: (Double) -> Double = { crossEntropy(pt: $0) }) -> (objects: Double, backgrounds: Double) {
    let losses = zip(pt.map(loss), isObject)
    return (losses.map { $0 * $1 }.sum, losses.map { $0 * (1 - $1) }.sum)
  }

  var question: Question {
    Question {
      $0.list(pt)
      $0.list(isObject)
    }
  }
}

extension QuestionReader {
  fileprivate mutating func candidates() -> Candidates { Candidates(pt: list(), isObject: list()) }
}
