import Foundation
import Kernels
import Losses
import TestSupport
import Testing

@Suite struct FocalLossAnchorsTests {
  /// On both sides of 2 and of 8, where the way to compute changes, as well.
  static let gammas = [
    0, 1e-30, 0.1, 0.2, 0.5, 1, 1.5, 1.7, 2.0.nextDown, 2, 2.0.nextUp, 3, 5, 8, 8.0.nextUp, 12, 30, 50, 130, 1000, 1e9,
  ]

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

  /// One logit by itself.
  func alone(_ x: Float, _ target: Target, alpha: Double?, gamma: Double) -> (loss: Double, slope: Float) {
    var gradient: [Float] = [.nan]
    var span = gradient.mutableSpan
    let anchor = target == .object ? AnchorTarget.object(0) : .background
    let loss = focalLoss(
      logits: [x].span, targets: [anchor], classes: 1, alpha: alpha, gamma: gamma, gradient: &span, threads: 1)
    return (loss, gradient[0])
  }

  @Test("each single loss is that of the scalar function", arguments: gammas)
  func single(_ gamma: Double) {
    for x in Self.logits.prefix(1500) {
      for target in Target.allCases {
        let loss = alone(x, target, alpha: 0.25, gamma: gamma).loss
        let expected = focalLoss(logit: Double(x), target: target, alpha: 0.25, gamma: gamma)
        #expect(agrees(loss, expected), "x = \(x), γ = \(gamma), \(target): \(loss) for \(expected)")
      }
    }
  }

  @Test("over the whole range of logits and of γ it is a number", arguments: gammas + [1e36, 1e300])
  func wholeRange(_ gamma: Double) {
    var logits = sequence(first: Float.leastNonzeroMagnitude) { $0 < 1e38 ? $0 * 1.37 + .leastNonzeroMagnitude : nil }
      .flatMap { [$0, -$0] }
    logits += [.greatestFiniteMagnitude, -.greatestFiniteMagnitude]
    for x in logits {
      for target in Target.allCases {
        let (loss, slope) = alone(x, target, alpha: nil, gamma: gamma)
        let truth = focalLoss(logit: Double(x), target: target, alpha: nil, gamma: gamma)
        #expect(loss.isFinite && slope.isFinite, "x = \(x), γ = \(gamma), \(target): \(loss), \(slope)")
        if gamma <= 1e9 { #expect(agrees(loss, truth), "x = \(x), γ = \(gamma), \(target): \(loss) for \(truth)") }
      }
    }
  }

  @Test("it agrees with the truth of many digits", arguments: Target.allCases)
  func truth(_ target: Target) {
    // Those logits that `Float` holds exactly.
    let rows = Truth.losses.binary.filter { Double(Float($0.xt)) == $0.xt }
    #expect(rows.count > 20)
    for row in rows {
      for focal in row.focal {
        let (loss, slope) = alone(Float(target.sign * row.xt), target, alpha: nil, gamma: focal.gamma)
        #expect(agrees(loss, focal.loss), "x_t = \(row.xt), γ = \(focal.gamma): \(loss) for \(focal.loss)")
        #expect(
          agrees(Double(slope), target.sign * focal.slope),
          "x_t = \(row.xt), γ = \(focal.gamma): \(slope) for \(focal.slope)")
      }
    }
  }

  @Test("one, two and three threads give the same bits", arguments: [0, 0.5, 1, 1.7, 2, 5, 12])
  func threads(_ gamma: Double) {
    // So many that a thread takes several blocks at a time.
    let repeats = 60
    let logits = Array(repeatElement(Self.logits, count: repeats).joined())
    let targets = Array(repeatElement(Self.targets, count: repeats).joined())
    var results: [(Double, [Float])] = []
    for threads in 1...3 {
      var gradient = [Float](repeating: 0, count: logits.count)
      var span = gradient.mutableSpan
      let sum = focalLoss(
        logits: logits.span, targets: targets, classes: 3, alpha: 0.25, gamma: gamma, gradient: &span, threads: threads)
      results.append((sum, gradient))
      let forward = focalLoss(
        logits: logits.span, targets: targets, classes: 3, alpha: 0.25, gamma: gamma, threads: threads)
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
