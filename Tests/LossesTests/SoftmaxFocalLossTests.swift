import Foundation
import Losses
import Testing

@Suite struct SoftmaxFocalLossTests {
  @Test("with γ = 0 and α = 1 it is softmax cross entropy")
  func gammaZero() {
    let logits = [0.3, -1.2, 2.0, 0.7]
    for t in logits.indices {
      #expect(
        softmaxFocalLoss(logits: logits, target: t, alpha: 1, gamma: 0) == crossEntropy(logits: logits, target: t))
      #expect(
        softmaxFocalLossGradient(logits: logits, target: t, alpha: 1, gamma: 0)
          == crossEntropyGradient(logits: logits, target: t))
    }
  }

  @Test("it is the focal loss of the softmax probability, times α")
  func fromProbability() {
    let logits = [0.3, -1.2, 2.0, 0.7]
    for t in logits.indices {
      let loss = softmaxFocalLoss(logits: logits, target: t, alpha: 3, gamma: 2)
      #expect(abs(loss - 3 * focalLoss(pt: softmax(logits)[t], gamma: 2)) < 1e-14)
    }
  }

  @Test("analytic gradient matches central difference", arguments: [0, 0.5, 1, 2, 5])
  func gradient(_ gamma: Double) {
    let logits = [0.3, -1.2, 2.0, 0.7]
    for t in logits.indices {
      let difference = centralDifference(
        { softmaxFocalLoss(logits: $0, target: t, alpha: 0.5, gamma: gamma) }, at: logits)
      let gradient = softmaxFocalLossGradient(logits: logits, target: t, alpha: 0.5, gamma: gamma)
      #expect(zip(gradient, difference).allSatisfy { abs($0 - $1) < 1e-9 })
    }
  }

  @Test("it agrees with the truth of many digits")
  func truth() {
    for row in Truth.losses.softmax {
      for (t, target) in row.targets.enumerated() {
        for focal in target.focal {
          let loss = softmaxFocalLoss(logits: row.logits, target: t, alpha: 1, gamma: focal.gamma)
          #expect(agrees(loss, focal.loss), "\(row.logits), t = \(t), γ = \(focal.gamma)")
          let gradient = softmaxFocalLossGradient(logits: row.logits, target: t, alpha: 1, gamma: focal.gamma)
          #expect(
            zip(gradient, focal.gradient).allSatisfy { agrees($0, $1) }, "\(row.logits), t = \(t), γ = \(focal.gamma)")
        }
      }
    }
  }

  @Test("a batch agrees with the post's PyTorch class")
  func pytorch() {
    let truth = PyTorchTruth.losses.softmax
    let loss = softmaxFocalLoss(logits: truth.logits, targets: truth.targets, alpha: truth.alpha, gamma: truth.gamma)
    #expect(agrees(loss, truth.meanFocal))
    let gradient = softmaxFocalLossGradient(
      logits: truth.logits, targets: truth.targets, alpha: truth.alpha, gamma: truth.gamma)
    for (ours, theirs) in zip(gradient, truth.focalGradient) {
      #expect(zip(ours, theirs).allSatisfy { abs($0 - $1) < 1e-15 })
    }
  }
}
