import Boxes
import Kernels
import Testing

/// Boxes in heaps, with scores, many of them equal, and classes.
private let heaps: (boxes: BoxList, scores: [Float], classes: [Int]) = {
  var random = SplitMix64(seed: 12)
  let boxes = (0..<700).map { index in
    Box(
      x: Double(index % 9) * 60 + random.uniform(in: 0...30), y: random.uniform(in: 0...90),
      width: random.uniform(in: 10...80), height: random.uniform(in: 10...80))
  }
  return (
    BoxList(boxes), boxes.map { _ in Float(random.index(below: 200)) / 200 },
    boxes.map { _ in random.index(below: 5) - 2 }
  )
}()

@Suite struct NonMaximumSuppressionTests {
  static let thresholds = [0, 0.05, 0.3, 0.5, 0.7, 1]

  /// The rule, word for word: down the scores, kept unless something kept overlaps it too much.
  static func plain(_ boxes: BoxList, _ scores: [Float], _ threshold: Double) -> [Int] {
    let order = boxes.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
    return order.reduce(into: []) { kept, candidate in
      if !kept.contains(where: { boxes[$0].intersectionOverUnion(boxes[candidate]) > threshold }) {
        kept.append(candidate)
      }
    }
  }

  @Test("suppression is the rule over all pairs", arguments: thresholds)
  func rule(_ threshold: Double) {
    let kept = nonMaximumSuppression(boxes: heaps.boxes, scores: heaps.scores, threshold: threshold)
    #expect(kept == Self.plain(heaps.boxes, heaps.scores, threshold))
  }

  @Test("by class, it is what each class alone would keep", arguments: thresholds)
  func classes(_ threshold: Double) {
    let kept = nonMaximumSuppression(
      boxes: heaps.boxes, scores: heaps.scores, classes: heaps.classes, threshold: threshold)
    let apart = Set(heaps.classes).flatMap { label in
      let own = heaps.boxes.indices.filter { heaps.classes[$0] == label }
      return nonMaximumSuppression(
        boxes: BoxList(own.map { heaps.boxes[$0] }), scores: own.map { heaps.scores[$0] }, threshold: threshold
      ).map { own[$0] }
    }
    #expect(Set(kept) == Set(apart) && kept.count == apart.count)
    #expect(kept == kept.sorted { (heaps.scores[$1], $0) < (heaps.scores[$0], $1) })
  }

  @Test("what is kept is kept again", arguments: thresholds)
  func idempotent(_ threshold: Double) {
    let kept = nonMaximumSuppression(boxes: heaps.boxes, scores: heaps.scores, threshold: threshold)
    let again = nonMaximumSuppression(
      boxes: BoxList(kept.map { heaps.boxes[$0] }), scores: kept.map { heaps.scores[$0] }, threshold: threshold)
    #expect(again == Array(kept.indices))
  }

  @Test("step by step, the same boxes are kept, and every box is kept or struck out once", arguments: thresholds)
  func steps(_ threshold: Double) {
    let steps = suppressionSteps(boxes: heaps.boxes, scores: heaps.scores, threshold: threshold)
    #expect(
      steps.map(\.kept) == nonMaximumSuppression(boxes: heaps.boxes, scores: heaps.scores, threshold: threshold))
    #expect(steps.flatMap { [$0.kept] + $0.struck }.sorted() == Array(heaps.boxes.indices))
    #expect(steps.last?.left == [])
    #expect(suppressionSteps(boxes: [heaps.boxes[0]], scores: [.nan]).isEmpty)
  }

  @Test("at a threshold of 1 all stay; an IoU at the threshold stays, above it goes")
  func strict() {
    let pixel = Box(x: 0, y: 0, width: 1, height: 1)
    let two = Box(x: 0, y: 0, width: 2, height: 1)
    #expect(nonMaximumSuppression(boxes: [pixel, pixel], scores: [1, 1], threshold: 1) == [0, 1])
    #expect(nonMaximumSuppression(boxes: [pixel, two], scores: [1, 2], threshold: 0.5) == [1, 0])
    #expect(nonMaximumSuppression(boxes: [pixel, two], scores: [1, 2], threshold: 0.49) == [1])
  }

  @Test("none, one, and boxes of every kind")
  func strange() {
    #expect(nonMaximumSuppression(boxes: [], scores: []) == [])
    #expect(nonMaximumSuppression(boxes: [], scores: [], classes: []) == [])
    let all = BoxList(everyKind)
    let scores = everyKind.indices.map { Float($0) }
    for threshold in Self.thresholds {
      let kept = nonMaximumSuppression(boxes: all, scores: scores, threshold: threshold)
      #expect(kept == Self.plain(all, scores, threshold))
    }
    let pixel = Box(x: 0, y: 0, width: 1, height: 1)
    #expect(nonMaximumSuppression(boxes: [pixel, pixel, pixel], scores: [.nan, 0.1, -.nan]) == [1])
    #expect(
      nonMaximumSuppression(boxes: [pixel, pixel, pixel], scores: [-0.0, 0, .infinity], threshold: 1) == [2, 0, 1])
  }

  @Test("what is kept is torchvision's, in its order")
  func torchvision() {
    for truth in Truth.torchvision.suppressions.hard {
      let all = boxes(truth.boxes)
      for kept in truth.kept {
        #expect(nonMaximumSuppression(boxes: all, scores: truth.scores, threshold: kept.threshold) == kept.all)
        let byClass = nonMaximumSuppression(
          boxes: all, scores: truth.scores, classes: truth.classes, threshold: kept.threshold)
        #expect(byClass == kept.byClass)
      }
    }
  }
}

@Suite struct SoftSuppressionTests {
  @Test("the first is the best one, scores only fall, and nothing overlaps nothing")
  func falls() {
    for suppression in [SoftSuppression.linear(threshold: 0.3), .gaussian(sigma: 0.5)] {
      let kept = softNonMaximumSuppression(boxes: heaps.boxes, scores: heaps.scores, suppression)
      #expect(Double(heaps.scores.max() ?? 0) == kept.first?.score)
      #expect(zip(kept, kept.dropFirst()).allSatisfy { $0.score >= $1.score })
      #expect(kept.allSatisfy { $0.score <= Double(heaps.scores[$0.index]) })
      #expect(Set(kept.map(\.index)).count == kept.count)
    }
    #expect(SoftSuppression.gaussian(sigma: 0.5).factor(iou: 0) == 1)
    #expect(SoftSuppression.linear(threshold: 0.3).factor(iou: 1) == 0)
  }

  @Test("a narrow Gaussian keeps what hard suppression at 0 keeps")
  func limit() {
    let soft = softNonMaximumSuppression(
      boxes: heaps.boxes, scores: heaps.scores.map { $0 + 1 }, .gaussian(sigma: 1e-12), minimumScore: 0.5)
    let hard = nonMaximumSuppression(boxes: heaps.boxes, scores: heaps.scores, threshold: 0)
    let far = hard.filter { candidate in
      !heaps.boxes.indices.contains {
        (1e-12..<1e-5).contains(heaps.boxes[$0].intersectionOverUnion(heaps.boxes[candidate]))
      }
    }
    #expect(Set(far).isSubset(of: soft.map(\.index)))
  }

  @Test("strange boxes and no boxes end as they should")
  func strange() {
    #expect(softNonMaximumSuppression(boxes: [], scores: [], .gaussian(sigma: 0.5)).isEmpty)
    let scores = everyKind.indices.map { Float($0 + 1) }
    let kept = softNonMaximumSuppression(
      boxes: BoxList(everyKind), scores: scores, .gaussian(sigma: 0.5), minimumScore: 0)
    #expect(Set(kept.map(\.index)) == Set(everyKind.indices))
  }

  @Test("lowered scores are the paper's")
  func paper() {
    let truth = Truth.torchvision.suppressions
    let hard = truth.hard[0]
    for (suppression, expected) in [
      (SoftSuppression.linear(threshold: 0.3), truth.linear), (.gaussian(sigma: 0.5), truth.gaussian),
    ] {
      let kept = softNonMaximumSuppression(
        boxes: boxes(hard.boxes), scores: hard.scores, suppression, minimumScore: 0.05)
      #expect(kept.map(\.index) == expected.map { Int($0[0]) })
      #expect(agree(kept.map(\.score), expected.map { $0[1] }))
    }
  }
}
