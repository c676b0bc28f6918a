import Foundation
import Losses
import Testing

/// What the paper says about its losses, and what it leaves for a second reading, recomputed.
@Suite struct PaperFactsTests {
  @Test("an example with p_t = 0.9 counts 100 times less, with 0.968 nearly 1000 times")
  func easyExamples() {
    #expect(abs(crossEntropy(pt: 0.9) / focalLoss(pt: 0.9, gamma: 2) - 100) < 1e-9)
    #expect(abs(crossEntropy(pt: 0.968) / focalLoss(pt: 0.968, gamma: 2) - 976.5625) < 1e-6)
    #expect(abs(crossEntropy(pt: 0.968377223398316) / focalLoss(pt: 0.968377223398316, gamma: 2) - 1000) < 1e-6)
  }

  @Test("a misclassified example counts at most 4 times less")
  func hardExamples() {
    for pt in stride(from: 0.01, through: 0.5, by: 0.01) {
      #expect(crossEntropy(pt: pt) / focalLoss(pt: pt, gamma: 2) <= 4 + 1e-12)
    }
  }

  @Test(
    "the gradient of focal loss exceeds that of cross entropy for hard examples",
    arguments: [(0.5, 0.4214), (1.0, 0.3679), (2.0, 0.2976), (5.0, 0.1968)])
  func steeperThanCrossEntropy(_ gamma: Double, _ below: Double) {
    func ratio(_ pt: Double) -> Double {
      let x = priorBias(pt)
      return focalLossDerivative(logit: x, target: .object, alpha: nil, gamma: gamma)
        / binaryCrossEntropyDerivative(logit: x, target: .object)
    }
    #expect(ratio(below - 1e-4) > 1)
    #expect(ratio(below + 1e-4) < 1)
  }

  @Test("it is steepest at x_t = −2.79 for γ = 2, with a slope of −1.12898, and −1.3146 for γ = 5")
  func steepest() throws {
    func slope(_ x: Double, _ gamma: Double) -> Double {
      focalLossDerivative(logit: x, target: .object, alpha: nil, gamma: gamma)
    }
    let logits = stride(from: -10.0, through: 5, by: 0.01)
    let x = try #require(logits.min { slope($0, 2) < slope($1, 2) })
    #expect(abs(x - -2.79) < 0.015)
    #expect(abs(sigmoid(x) - 0.0579) < 0.001)
    #expect(abs(slope(x, 2) - -1.12898) < 1e-5)
    #expect(abs((logits.map { slope($0, 5) }.min() ?? 0) - -1.3146) < 1e-4)
  }

  @Test("one object with loss 10 and 1000 backgrounds with loss 0.1 change places under focal loss")
  func oneObjectAndAThousandBackgrounds() {
    let object = exp(-10.0)
    let background = exp(-0.1)
    #expect(abs(focalLoss(pt: object, gamma: 2) - 9.999) < 1e-3)
    #expect(abs(1000 * focalLoss(pt: background, gamma: 2) - 0.906) < 1e-3)
  }

  @Test("67,995 anchors of 80 classes start with these sums of losses")
  func startOfTraining() {
    let logits = 67_995.0 * 80
    let bias = priorBias(0.01)
    func sum(_ loss: Double) -> Double { (logits * loss).rounded() }
    #expect(sum(binaryCrossEntropy(logit: 0, target: .background)) == 3_770_443)
    #expect(sum(binaryCrossEntropy(logit: bias, target: .background)) == 54_670)
    #expect(sum(focalLoss(logit: 0, target: .background, alpha: 0.25, gamma: 2)) == 706_958)
    #expect(abs(logits * focalLoss(logit: bias, target: .background, alpha: 0.25, gamma: 2) - 4.10) < 0.005)
    #expect(abs(focalLoss(logit: bias, target: .object, alpha: 0.25, gamma: 2) - 1.128) < 0.0005)
  }
}
