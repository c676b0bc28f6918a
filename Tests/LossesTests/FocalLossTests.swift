import Foundation
import Losses
import TestSupport
import Testing

@Suite struct FocalLossTests {
  static let gammas = [0, 0.25, 0.5, 1, 2, 5]
  let logits = Array(stride(from: -15.0, through: 15, by: 0.5))

  @Test("with γ = 0 it is cross entropy, to the last bit", arguments: Target.allCases)
  func gammaZero(_ target: Target) {
    for x in logits + [-1e4, -800, 40, 800, 1e4] {
      let loss = focalLoss(logit: x, target: target, alpha: nil, gamma: 0)
      let slope = focalLossDerivative(logit: x, target: target, alpha: nil, gamma: 0)
      #expect(loss == binaryCrossEntropy(logit: x, target: target))
      #expect(slope == binaryCrossEntropyDerivative(logit: x, target: target))
    }
    for p in [0, 0.1, 0.5, 0.9, 1] {
      #expect(focalLoss(pt: p, gamma: 0) == crossEntropy(pt: p))
      #expect(focalLossDerivative(pt: p, gamma: 0) == crossEntropyDerivative(pt: p))
      #expect(focalLoss(p: p, target: target, alpha: nil, gamma: 0) == binaryCrossEntropy(p: p, target: target))
    }
  }

  @Test("it never exceeds cross entropy, and falls as γ rises")
  func belowCrossEntropy() {
    for x in logits {
      let losses = Self.gammas.map { focalLoss(logit: x, target: .object, alpha: nil, gamma: $0) }
      #expect(losses[0] == binaryCrossEntropy(logit: x, target: .object))
      #expect(zip(losses, losses.dropFirst()).allSatisfy { $0 > $1 })
    }
  }

  @Test("object at x is background at −x, with the opposite slope", arguments: gammas)
  func symmetry(_ gamma: Double) {
    for x in logits {
      #expect(
        focalLoss(logit: x, target: .object, alpha: nil, gamma: gamma)
          == focalLoss(logit: -x, target: .background, alpha: nil, gamma: gamma))
      #expect(
        focalLossDerivative(logit: x, target: .object, alpha: nil, gamma: gamma)
          == -focalLossDerivative(logit: -x, target: .background, alpha: nil, gamma: gamma))
    }
  }

  @Test("analytic derivatives match central differences", arguments: gammas)
  func derivatives(_ gamma: Double) {
    for target in Target.allCases {
      for x in logits {
        let difference = centralDifference({ focalLoss(logit: $0, target: target, alpha: 0.25, gamma: gamma) }, at: x)
        let slope = focalLossDerivative(logit: x, target: target, alpha: 0.25, gamma: gamma)
        #expect(abs(slope - difference) < 1e-9)
        let factor = centralDifference({ modulatingFactor(logit: $0, target: target, gamma: gamma) }, at: x)
        #expect(abs(modulatingFactorDerivative(logit: x, target: target, gamma: gamma) - factor) < 1e-9)
      }
      for p in stride(from: 0.05, through: 0.95, by: 0.05) {
        let ofP = centralDifference({ focalLoss(p: $0, target: target, alpha: 0.25, gamma: gamma) }, at: p)
        #expect(abs(focalLossDerivative(p: p, target: target, alpha: 0.25, gamma: gamma) - ofP) < 1e-6)
        let ofPt = centralDifference({ focalLoss(pt: $0, gamma: gamma) }, at: p)
        #expect(abs(focalLossDerivative(pt: p, gamma: gamma) - ofPt) < 1e-6)
        let factor = centralDifference({ modulatingFactor(pt: $0, gamma: gamma) }, at: p)
        #expect(abs(modulatingFactorDerivative(pt: p, gamma: gamma) - factor) < 1e-6)
      }
    }
  }

  @Test("probability, p_t and logit give the same loss", arguments: gammas)
  func threeForms(_ gamma: Double) {
    for target in Target.allCases {
      for x in logits {
        let loss = focalLoss(logit: x, target: target, alpha: 0.25, gamma: gamma)
        let weight = alphaT(alpha: 0.25, target: target)
        let factor = modulatingFactor(logit: x, target: target, gamma: gamma)
        #expect(abs(weight * factor * binaryCrossEntropy(logit: x, target: target) - loss) < 1e-14)
        let p = sigmoid(x)
        #expect(abs(focalLoss(p: p, target: target, alpha: 0.25, gamma: gamma) - loss) < 1e-9)
        #expect(abs(weight * focalLoss(pt: pt(p: p, target: target), gamma: gamma) - loss) < 1e-9)
      }
    }
  }

  @Test("at the ends of p everything is defined", arguments: gammas)
  func ends(_ gamma: Double) {
    #expect(focalLoss(pt: 1, gamma: gamma) == 0)
    #expect(focalLoss(pt: 0, gamma: gamma) == .infinity)
    #expect(focalLossDerivative(pt: 0, gamma: gamma) == -.infinity)
    #expect(focalLossDerivative(pt: 1, gamma: gamma) == (gamma == 0 ? -1 : 0))
    #expect(focalLoss(p: 0, target: .background, alpha: 0.25, gamma: gamma) == 0)
    #expect(focalLoss(p: 1, target: .background, alpha: 0.25, gamma: gamma) == .infinity)
    #expect(focalLoss(p: 1, target: .background, alpha: 1, gamma: gamma) == 0)
    #expect(focalLossDerivative(p: 1, target: .background, alpha: nil, gamma: gamma) == .infinity)
  }

  @Test("from logits it agrees with the truth of many digits, whatever γ is", arguments: Target.allCases)
  func truth(_ target: Target) {
    for row in Truth.losses.binary {
      for focal in row.focal {
        let x = target.sign * row.xt
        let loss = focalLoss(logit: x, target: target, alpha: nil, gamma: focal.gamma)
        let slope = focalLossDerivative(logit: x, target: target, alpha: nil, gamma: focal.gamma)
        #expect(agrees(loss, focal.loss), "x_t = \(row.xt), γ = \(focal.gamma)")
        #expect(agrees(slope, target.sign * focal.slope), "x_t = \(row.xt), γ = \(focal.gamma)")
      }
    }
  }

  @Test("α or γ out of range is the programmer's error, and is named with its value")
  func outOfRange() async {
    let alpha = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = focalLoss(logit: 0, target: .object, alpha: 2, gamma: 2)
    }
    #expect(alpha.said.contains("found 2.0, expected 0.0...1.0"))
    let gamma = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = focalLossDerivative(logit: 0, target: .object, alpha: nil, gamma: -1)
    }
    #expect(gamma.said.contains("gamma is at least 0: found -1.0"))
    await #expect(processExitsWith: .failure) {
      _ = focalLoss(pt: 0.5, gamma: .nan)
    }
  }
}
