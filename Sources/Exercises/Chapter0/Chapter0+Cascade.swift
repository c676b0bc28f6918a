import Grading
import Kernels

extension Chapter0 {
  // MARK: - 0.6: a first stage that keeps what scores highest, then sampling in a fixed ratio

  static let cascade = CodeTask(
    call: "cascade(scores: q.list(), isObject: q.list().map { $0 == 1 }, kept: q.whole(), ratio: q.whole())"
      + ".map { Double($0) }",
    questions: { random in (0..<40).map { _ in scene(&random).question } },
    truth: { q in q.scene().sampled },
    laws: [
      .each("allKept") { random in
        (0..<10).map { _ in
          var scene = scene(&random)
          scene.kept = scene.scores.count + random.pick(0...5)
          return scene.question
        }
      } holds: { question, answer in
        var reader = question.reader
        return answer.first == reader.scene().isObject.sum
      },
      .pairs("keepingMoreLosesNothing") { random in
        (0..<5).flatMap { _ in
          let scene = scene(&random)
          return (1..<scene.scores.count).map { (scene.keeping($0).question, scene.keeping($0 + 1).question) }
        }
      } hold: {
        $0.count == 2 && $1.count == 2 && $0[0] <= $1[0]
      },
      .same("onlyTheOrderCounts") { random in
        (0..<10).map { _ in
          var scene = scene(&random)
          let question = scene.question
          scene.scores = scene.scores.map { 3 * $0 - 100 }
          return (question, scene.question)
        }
      },
    ],
    mistakes: [
      mistake("lowestFirst") { scene in
        var scene = scene
        scene.scores = scene.scores.map { -$0 }
        return scene.sampled
      },
      mistake("notSorted") { scene in
        var scene = scene
        scene.scores = scene.scores.indices.map { -Double($0) }
        return scene.sampled
      },
      mistake("notSampled") { scene in [scene.objectsLeft, scene.backgroundsLeft] },
      mistake("moreThanThereAre") { scene in [scene.objectsLeft, scene.ratio * scene.objectsLeft] },
      mistake("ratioOfAllObjects") { scene in
        [scene.objectsLeft, min(scene.ratio * scene.isObject.sum, scene.backgroundsLeft)]
      },
    ])

  private static func mistake(
    _ name: String, _ counts: @escaping @Sendable (Scene) -> [Double]
  ) -> CodeTask.Mistake {
    CodeTask.Mistake(name) { q in counts(q.scene()) }
  }

  /// A few objects, most of which score high.
  private static func scene(_ random: inout SplitMix64) -> Scene {
    let scores = random.choose(random.pick(6...12), below: 100).map { Double($0) / 100 }
    let isObject = scores.indices.map { $0 == 3 || random.uniform() < 0.5 * scores[$0] ? 1.0 : 0 }
    return Scene(
      scores: scores, isObject: isObject, kept: random.pick(3...scores.count), ratio: Double(random.pick(1...4)))
  }
}

// MARK: - Scenes

/// Candidates with the score that the first stage gives them, and which are objects: 1, and 0 for a background.
private struct Scene {
  var scores: [Double]
  var isObject: [Double]
  var kept: Int
  /// Backgrounds to be sampled for each object.
  var ratio: Double

  var objectsLeft: Double {
    scores.indices.sorted { scores[$0] > scores[$1] }.prefix(kept).map { isObject[$0] }.sum
  }
  var backgroundsLeft: Double { Double(min(kept, scores.count)) - objectsLeft }

  /// How many objects and backgrounds there are in the end.
  var sampled: [Double] { [objectsLeft, min(ratio * objectsLeft, backgroundsLeft)] }

  func keeping(_ kept: Int) -> Scene {
    var scene = self
    scene.kept = kept
    return scene
  }

  var question: Question {
    Question {
      $0.list(scores)
      $0.list(isObject)
      $0.whole(kept)
      $0.number(ratio)
    }
  }
}

extension QuestionReader {
  fileprivate mutating func scene() -> Scene {
    Scene(scores: list(), isObject: list(), kept: whole(), ratio: number())
  }
}
