import Foundation
import Losses
import Testing

@Suite struct FocalLossTests {
  @Test("focal loss with γ = 0 is cross entropy")
  func gammaZero() {
    for logit in stride(from: -40.0, through: 40, by: 0.5) {
      for target in Target.allCases {
        #expect(
          focalLoss(logit: logit, target: target, alpha: nil, gamma: 0)
            == binaryCrossEntropy(logit: logit, target: target))
      }
    }
  }

  @Test("an example with p_t = 0.9 counts a hundred times less than in cross entropy")
  func hundredTimes() {
    #expect(abs(crossEntropy(pt: 0.9) / focalLoss(pt: 0.9, gamma: 2) - 100) < 1e-9)
  }
}
