import Foundation
import Losses
import Testing

@Suite struct BinaryCrossEntropyTests {
  @Test("probability, p_t and logit give the same loss", arguments: Target.allCases)
  func threeForms(_ target: Target) {
    for x in stride(from: -12.0, through: 12, by: 0.5) {
      let p = sigmoid(x)
      let loss = binaryCrossEntropy(logit: x, target: target)
      #expect(abs(binaryCrossEntropy(p: p, target: target) - loss) < 1e-10)
      #expect(abs(crossEntropy(pt: pt(p: p, target: target)) - loss) < 1e-10)
    }
  }

  @Test("object at x is background at −x, with the opposite slope")
  func symmetry() {
    for x in stride(from: -50.0, through: 50, by: 2.5) {
      #expect(binaryCrossEntropy(logit: x, target: .object) == binaryCrossEntropy(logit: -x, target: .background))
      #expect(
        binaryCrossEntropyDerivative(logit: x, target: .object)
          == -binaryCrossEntropyDerivative(logit: -x, target: .background))
    }
  }

  @Test("analytic derivatives match central differences", arguments: Target.allCases)
  func derivatives(_ target: Target) {
    for x in stride(from: -20.0, through: 20, by: 0.5) {
      let difference = centralDifference({ binaryCrossEntropy(logit: $0, target: target) }, at: x)
      #expect(abs(binaryCrossEntropyDerivative(logit: x, target: target) - difference) < 1e-9)
    }
    for p in stride(from: 0.05, through: 0.95, by: 0.05) {
      let ofP = centralDifference({ binaryCrossEntropy(p: $0, target: target) }, at: p)
      #expect(abs(binaryCrossEntropyDerivative(p: p, target: target) - ofP) < 1e-6)
      let ofPt = centralDifference({ crossEntropy(pt: $0) }, at: p)
      #expect(abs(crossEntropyDerivative(pt: p) - ofPt) < 1e-6)
    }
  }

  @Test("certain and right costs nothing, certain and wrong is unforgivable")
  func ends() {
    #expect(binaryCrossEntropy(p: 1, target: .object) == 0)
    #expect(binaryCrossEntropy(p: 0, target: .background) == 0)
    #expect(binaryCrossEntropy(p: 0, target: .object) == .infinity)
    #expect(binaryCrossEntropy(p: 1, target: .background) == .infinity)
    #expect(crossEntropy(pt: 1) == 0)
    #expect(crossEntropy(pt: 0) == .infinity)
  }

  @Test("a small probability keeps its digits where background is true")
  func smallProbability() {
    #expect(binaryCrossEntropy(p: 1e-20, target: .background) == 1e-20)
  }

  @Test("it agrees with the truth of many digits", arguments: Target.allCases)
  func truth(_ target: Target) {
    for row in Truth.losses.binary {
      let x = target.sign * row.xt
      #expect(agrees(binaryCrossEntropy(logit: x, target: target), row.crossEntropy), "x_t = \(row.xt)")
      let slope = binaryCrossEntropyDerivative(logit: x, target: target)
      #expect(agrees(slope, target.sign * row.crossEntropySlope), "x_t = \(row.xt)")
    }
  }

  @Test("it agrees with PyTorch's binary_cross_entropy_with_logits")
  func pytorch() throws {
    let truth = PyTorchTruth.losses.binary
    for (i, x) in truth.logits.enumerated() {
      let target = try #require(Target(rawValue: truth.targets[i]))
      #expect(agrees(binaryCrossEntropy(logit: x, target: target), truth.losses[i]))
      // PyTorch takes 1 − σ(x) as a difference: absolute digits are all that its gradient has.
      #expect(abs(binaryCrossEntropyDerivative(logit: x, target: target) - truth.gradient[i]) < 1e-15)
    }
  }

  @Test("balanced cross entropy weighs objects by α and backgrounds by 1 − α")
  func balanced() {
    for x in stride(from: -9.0, through: 9, by: 1.5) {
      let object = binaryCrossEntropy(logit: x, target: .object)
      let background = binaryCrossEntropy(logit: x, target: .background)
      #expect(balancedCrossEntropy(logit: x, target: .object, alpha: 0.25) == 0.25 * object)
      #expect(balancedCrossEntropy(logit: x, target: .background, alpha: 0.25) == 0.75 * background)
      let p = sigmoid(x)
      #expect(abs(balancedCrossEntropy(p: p, target: .background, alpha: 0.25) - 0.75 * background) < 1e-12)
      for target in Target.allCases {
        let ofX = centralDifference({ balancedCrossEntropy(logit: $0, target: target, alpha: 0.9) }, at: x)
        #expect(abs(balancedCrossEntropyDerivative(logit: x, target: target, alpha: 0.9) - ofX) < 1e-9)
        let ofP = centralDifference({ balancedCrossEntropy(p: $0, target: target, alpha: 0.9) }, at: p, step: 1e-6)
        #expect(abs(balancedCrossEntropyDerivative(p: p, target: target, alpha: 0.9) / ofP - 1) < 1e-3)
      }
    }
  }

  @Test("a class without weight costs nothing, even certain and wrong")
  func weightless() {
    #expect(balancedCrossEntropy(p: 0, target: .object, alpha: 0) == 0)
    #expect(balancedCrossEntropy(p: 1, target: .background, alpha: 1) == 0)
    #expect(balancedCrossEntropy(p: 0, target: .object, alpha: 1) == .infinity)
  }
}
