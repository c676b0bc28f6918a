import Foundation
import Kernels
import Losses
import TestSupport
import Testing

@Suite struct FocalLossAnchorsTests {
  static let gammas = [0, 0.1, 0.5, 1, 1.5, 2, 3, 5, 50, 1000]

  /// Logits of every size, rightly and wrongly signed, three classes an anchor.
  static let logits: [Float] = {
    var random = SplitMix64(seed: 4)
    let wide: [Float] = [0, -0.0, 1e-9, -1e-9, 30, -30, 43, 60, 86, 87.4, -87.4, 89, 104, -104, 1e4, -1e4, 700, -700]
    return wide + (0..<6003).map { _ in Float.random(in: -20...20, using: &random) }
  }()

  static let targets: [AnchorTarget] = {
    var random = SplitMix64(seed: 5)
    return (0..<logits.count / 3).map { _ in
      switch Int.random(in: 0..<5, using: &random) {
      case 0: .object(Int.random(in: 0..<3, using: &random))
      case 1: .ignored
      default: .background
      }
    }
  }()

  /// What the scalar function says about one logit of an anchor, value and derivative.
  func scalar(_ index: Int, alpha: Double?, gamma: Double) -> (loss: Double, slope: Double) {
    let target: Target
    switch Self.targets[index / 3] {
    case .ignored: return (0, 0)
    case .background: target = .background
    case .object(let label): target = label == index % 3 ? .object : .background
    }
    let x = Double(Self.logits[index])
    return (
      focalLoss(logit: x, target: target, alpha: alpha, gamma: gamma),
      focalLossDerivative(logit: x, target: target, alpha: alpha, gamma: gamma)
    )
  }

  /// Within 2e-6, relatively, where the truth is a normal `Float`; elsewhere within 1e-37.
  func agrees(_ found: Double, _ truth: Double) -> Bool {
    let normal = truth.magnitude >= Double(Float.leastNormalMagnitude)
    return abs(found - truth) <= (normal ? 2e-6 * truth.magnitude : 1e-37)
  }

  @Test("each gradient is that of the scalar function, and the sum is its sum", arguments: gammas)
  func scalar(_ gamma: Double) {
    for alpha in [nil, 0.25] {
      var gradient = [Float](repeating: .nan, count: Self.logits.count)
      var span = gradient.mutableSpan
      let sum = focalLoss(
        logits: Self.logits.span, targets: Self.targets, classes: 3, alpha: alpha, gamma: gamma, gradient: &span)
      var expected = 0.0
      for i in Self.logits.indices {
        let (loss, slope) = scalar(i, alpha: alpha, gamma: gamma)
        #expect(agrees(Double(gradient[i]), slope), "x = \(Self.logits[i]), γ = \(gamma): \(gradient[i]) for \(slope)")
        expected += loss
      }
      #expect(abs(sum / expected - 1) < 1e-6)
    }
  }

  @Test("each single loss is that of the scalar function", arguments: gammas)
  func single(_ gamma: Double) {
    for x in Self.logits.prefix(1500) {
      for (anchor, target) in [(AnchorTarget.object(0), Target.object), (.background, .background)] {
        let loss = focalLoss(logits: [x].span, targets: [anchor], classes: 1, alpha: 0.25, gamma: gamma, threads: 1)
        let expected = focalLoss(logit: Double(x), target: target, alpha: 0.25, gamma: gamma)
        #expect(agrees(loss, expected), "x = \(x), γ = \(gamma), \(target): \(loss) for \(expected)")
      }
    }
  }

  @Test("one, two and three threads give the same bits", arguments: [0.5, 2])
  func threads(_ gamma: Double) {
    var results: [(Double, [Float])] = []
    for threads in 1...3 {
      var gradient = [Float](repeating: 0, count: Self.logits.count)
      var span = gradient.mutableSpan
      let sum = focalLoss(
        logits: Self.logits.span, targets: Self.targets, classes: 3, alpha: 0.25, gamma: gamma, gradient: &span,
        threads: threads)
      results.append((sum, gradient))
      let forward = focalLoss(
        logits: Self.logits.span, targets: Self.targets, classes: 3, alpha: 0.25, gamma: gamma, threads: threads)
      #expect(forward == sum)
    }
    #expect(results.allSatisfy { $0.0 == results[0].0 && $0.1 == results[0].1 })
  }

  @Test("an ignored anchor adds nothing, even where its logits are no numbers")
  func ignored() {
    let logits: [Float] = [0.5, .nan, .infinity, 0.25]
    var gradient = [Float](repeating: 9, count: 4)
    var span = gradient.mutableSpan
    let sum = focalLoss(
      logits: logits.span, targets: [.object(0), .ignored, .ignored, .background], classes: 1, alpha: nil, gamma: 2,
      gradient: &span)
    let expected =
      focalLoss(logit: 0.5, target: .object, alpha: nil, gamma: 2)
      + focalLoss(logit: 0.25, target: .background, alpha: nil, gamma: 2)
    #expect(abs(sum / expected - 1) < 1e-6)
    #expect(gradient[1] == 0 && gradient[2] == 0)
  }

  @Test("no anchors cost nothing")
  func none() {
    #expect(focalLoss(logits: [Float]().span, targets: [], classes: 80, alpha: 0.25, gamma: 2) == 0)
  }

  @Test("shapes that do not fit, and classes that do not exist, are the programmer's errors")
  func shapes() async {
    let shape = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = focalLoss(
        logits: [Float](repeating: 0, count: 5).span, targets: [.background], classes: 4, alpha: nil, gamma: 2)
    }
    #expect(shape.said.contains("one logit for each anchor and class: found 5, against 4"))
    let label = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = focalLoss(
        logits: [Float](repeating: 0, count: 4).span, targets: [.object(4)], classes: 4, alpha: nil, gamma: 2)
    }
    #expect(label.said.contains("the target is one of the classes: found 4, expected 0...3"))
    await #expect(processExitsWith: .failure) {
      var gradient: [Float] = [0]
      var span = gradient.mutableSpan
      _ = focalLoss(
        logits: [Float](repeating: 0, count: 4).span, targets: [.background], classes: 4, alpha: nil, gamma: 2,
        gradient: &span)
    }
  }
}
