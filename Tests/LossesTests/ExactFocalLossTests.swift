import Testing

@testable import Losses

@Suite struct ExactFocalLossTests {
  static let logits = [-30, -4.5, -1, 0, 0.25, 3, 20, 2, -2, 0.5, -0.75, 7]
  static let targets: [AnchorTarget] = [.object(1), .background, .ignored, .object(0)]

  @Test("the sum over anchors is the sum one by one", arguments: [nil, 0.25], [0, 0.5, 2.0])
  func oneByOne(alpha: Double?, gamma: Double) {
    let found = focalLoss(
      logits: Self.logits.span, targets: Self.targets, classes: 3, alpha: alpha, gamma: gamma)
    var sum = 0.0
    for (place, logit) in Self.logits.enumerated() {
      let anchor = Self.targets[place / 3]
      let target = anchor == .object(place % 3) ? Target.object : .background
      let counts = anchor != .ignored
      sum += counts ? focalLoss(logit: logit, target: target, alpha: alpha, gamma: gamma) : 0
      let slope = counts ? focalLossDerivative(logit: logit, target: target, alpha: alpha, gamma: gamma) : 0
      #expect(abs(found.gradient[place] - slope) <= 1e-13 * abs(slope))
    }
    #expect(found.gradient.count == 12)
    #expect(abs(found.sum - sum) <= 1e-13 * sum)
  }

  @Test("a logit that is no number shows in the sum; an ignored one does not count")
  func notANumber() {
    func sum(_ target: AnchorTarget) -> Double {
      focalLoss(logits: [.nan, 1].span, targets: [target, .background], classes: 1, alpha: nil, gamma: 2).sum
    }
    #expect(sum(.background).isNaN)
    #expect(sum(.ignored).isFinite)
  }
}
