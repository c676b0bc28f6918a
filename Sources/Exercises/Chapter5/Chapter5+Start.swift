import Foundation
import Grading
import Kernels
import Literate
import Localization
import Losses

// MARK: - An image before the first step

/// The focal loss and its pull in an image whose every answer is π.
private struct FreshImage {
  static let (prior, alpha, gamma) = (0.01, 0.25, 2.0)

  let answers: Int

  init(anchors: Int, classes: Int) { answers = anchors * classes }

  /// The loss of all objects together, and of all backgrounds.
  func loss(objects: Int) -> (objects: Double, backgrounds: Double) { sums(objects, Self.loss) }

  /// The forces with which all objects together pull their logits up, and all backgrounds theirs down.
  func pull(objects: Int) -> (objects: Double, backgrounds: Double) { sums(objects, Self.pull) }

  private func sums(_ objects: Int, _ each: (Target) -> Double) -> (objects: Double, backgrounds: Double) {
    (Double(objects) * each(.object), Double(answers - objects) * each(.background))
  }

  static func loss(_ target: Target) -> Double {
    focalLoss(p: prior, target: target, alpha: alpha, gamma: gamma)
  }

  static func pull(_ target: Target) -> Double {
    focalLossDerivative(logit: priorBias(prior), target: target, alpha: alpha, gamma: gamma).magnitude
  }

  /// The smallest number of objects that are not outweighed where each object and each background count `each`.
  func evenObjects(_ each: (Target) -> Double) -> Int {
    Int((Double(answers) * each(.background) / (each(.object) + each(.background))).rounded(.up))
  }
}

// MARK: - 5.5: which side is heavier, by loss and by pull?

extension Chapter5 {
  static let heavierSide = PredictionTask(["objects", "lossAlone", "pullAlone", "backgrounds"]) { random in
    var drawn = PredictionTask.Drawn()
    let thousands = drawn.numbers.value("thousands", random.pick([30, 40, 50, 80, 100]))
    let anchors = drawn.numbers.value("anchors", 1000 * thousands)
    let classes = drawn.numbers.value("classes", random.pick([60, 80, 100]))
    let image = FreshImage(anchors: anchors, classes: classes)

    // By loss the objects outweigh from a few on, by pull only from more than ten times as many.
    let (byLoss, byPull) = (image.evenObjects(FreshImage.loss), image.evenObjects(FreshImage.pull))
    let between = (Double(byLoss) * Double(byPull)).squareRoot()
    let objects = drawn.numbers.value("objects", random.pick([max(byLoss / 2, 1), Int(between), 2 * byPull]))
    drawn.numbers.value("byLoss", byLoss)
    drawn.numbers.value("byPull", byPull)

    let (loss, pull) = (image.loss(objects: objects), image.pull(objects: objects))
    drawn.numbers.value("objectLoss", loss.objects, .significant(3))
    drawn.numbers.value("backgroundLoss", loss.backgrounds, .significant(3))
    drawn.numbers.value("objectPull", pull.objects, .significant(3))
    drawn.numbers.value("backgroundPull", pull.backgrounds, .significant(3))
    drawn.numbers.value("prior", FreshImage.prior, .atMost(2))
    drawn.numbers.value("alpha", FreshImage.alpha, .atMost(2))
    drawn.numbers.value("gamma", FreshImage.gamma, .integer)

    drawn.answer =
      switch (loss.objects > loss.backgrounds, pull.objects > pull.backgrounds) {
      case (true, true): "objects"
      case (true, false): "lossAlone"
      case (false, true): "pullAlone"
      case (false, false): "backgrounds"
      }
    return drawn
  }
}

// MARK: - 5.6: from how many objects on do they pull as hard as the backgrounds?

extension Chapter5 {
  static let evenPull = ExplorationTask(
    [
      Bilingual(ko: "객체에 할당된 앵커의 수(--objects)", en: "anchors assigned to objects (--objects)")
    ], mistakes: ["outOfRange", "notSmallest", "byLoss", "crossEntropy"],
    results: ["pullOfObjects", "pullOfBackgrounds"]
  ) { random in
    var drawn = ExplorationTask.Drawn()
    let thousands = drawn.numbers.value("thousands", random.pick(40...90))
    let anchors = drawn.numbers.value("anchors", 1000 * thousands)
    let classes = drawn.numbers.value("classes", random.pick([50, 60, 80, 90]))
    let image = FreshImage(anchors: anchors, classes: classes)
    let even = image.evenObjects(FreshImage.pull)
    let prior = FreshImage.prior
    let evenByLoss = image.evenObjects(FreshImage.loss)
    let evenByCrossEntropy = image.evenObjects { $0 == .object ? 1 - prior : prior }

    drawn.numbers.value("even", even)
    drawn.numbers.value("evenByLoss", evenByLoss)
    drawn.numbers.value("evenByCrossEntropy", evenByCrossEntropy)
    let pull = image.pull(objects: even)
    drawn.numbers.value("objectPull", pull.objects, .fixed(3))
    drawn.numbers.value("backgroundPull", pull.backgrounds, .fixed(3))

    drawn.judge = { reported in
      guard let objects = Int(exactly: reported[0]), (1...image.answers / 2).contains(objects) else {
        return .mistake("outOfRange")
      }
      func isEven(_ objects: Int) -> Bool {
        let pull = image.pull(objects: objects)
        return pull.objects >= pull.backgrounds
      }
      switch (isEven(objects), isEven(objects - 1)) {
      case (true, false): return .found
      case (true, true): return .mistake(objects == evenByCrossEntropy ? "crossEntropy" : "notSmallest")
      case (false, _):
        if objects == evenByLoss { return .mistake("byLoss") }
        let pull = image.pull(objects: objects)
        return .missed(["pullOfObjects": pull.objects, "pullOfBackgrounds": pull.backgrounds])
      }
    }
    drawn.example = [Double(even)]
    return drawn
  }
}
