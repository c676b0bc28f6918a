import Foundation
import Kernels
import Testing

@testable import Losses

@Suite struct LaneFocalLossTests {
  static let logits = Lanes(-40, -7.5, -2, -0.3, 0, 0.9, 3.25, 36)

  @Test(arguments: [0, 0.5, 1, 2, 5.0], [Target.object, .background])
  func `eight at once are what Losses says one by one`(gamma: Double, target: Target) {
    let y = target == .object ? 1.0 : 0
    let loss = LaneFocalLoss(logit: Self.logits, target: Lanes(repeating: y), gamma: gamma)
    for lane in 0..<8 {
      let logit = Self.logits[lane]
      let value = focalLoss(logit: logit, target: target, alpha: nil, gamma: gamma)
      let slope = focalLossDerivative(logit: logit, target: target, alpha: nil, gamma: gamma)
      #expect(abs(loss.value[lane] - value) <= 1e-13 * abs(value))
      #expect(abs(loss.slope[lane] - slope) <= 1e-13 * abs(slope))
      #expect(abs(loss.pt[lane] - pt(p: sigmoid(logit), target: target)) <= 1e-15)
    }
  }

  @Test func `exp and log agree with the mathematical library`() {
    for step in 0..<2000 {
      let a = Lanes(repeating: Double(step) * 0.35)
      #expect(abs(expOfNegative(a)[3] - exp(-a[3])) <= 5e-16 * exp(-a[3]))
      let u = Lanes(repeating: Double(step) / 1999)
      #expect(abs(logOfOnePlus(u)[5] - log1p(u[5])) <= 1e-15 * log1p(u[5]))
    }
    #expect(expOfNegative(Lanes(repeating: 1e9))[0] == 0)
    #expect(expOfNegative(Lanes(repeating: 1e300))[0] == 0)
  }
}
