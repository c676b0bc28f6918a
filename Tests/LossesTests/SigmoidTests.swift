import Foundation
import Losses
import TestSupport
import Testing

@Suite struct SigmoidTests {
  let logits = stride(from: -30.0, through: 30, by: 0.75)

  @Test("σ(x) + σ(−x) = 1")
  func complement() {
    for x in logits { #expect(abs(sigmoid(x) + sigmoid(-x) - 1) < 1e-15) }
  }

  @Test("softplus(x) − softplus(−x) = x")
  func softplusIsOddUpToAnIdentity() {
    for x in logits { #expect(abs(softplus(x) - softplus(-x) - x) < 1e-14) }
  }

  @Test("analytic derivatives match central differences")
  func derivatives() {
    for x in logits {
      #expect(abs(sigmoidDerivative(x) - centralDifference(sigmoid, at: x)) < 1e-9)
      #expect(abs(softplusDerivative(x) - centralDifference(softplus, at: x)) < 1e-9)
      #expect(abs(logSigmoidDerivative(x) - centralDifference(logSigmoid, at: x)) < 1e-9)
    }
  }

  @Test("sigmoid, its logarithm and softplus agree with the truth of many digits")
  func truth() {
    for row in Truth.losses.binary {
      #expect(agrees(sigmoid(row.xt), row.sigmoid), "x = \(row.xt)")
      #expect(agrees(logSigmoid(row.xt), row.logSigmoid), "x = \(row.xt)")
      #expect(agrees(softplus(row.xt), row.softplus), "x = \(row.xt)")
    }
  }

  @Test("σ(priorBias(π)) = π", arguments: [1e-300, 1e-6, 0.01, 0.5, 0.99])
  func prior(_ prior: Double) {
    #expect(abs(sigmoid(priorBias(prior)) / prior - 1) < 1e-12)
  }

  @Test("the paper's prior of 0.01 gives a bias of −4.59511985013459")
  func paperPrior() {
    #expect(abs(priorBias(0.01) - -4.59511985013459) < 1e-14)
  }

  @Test("a prior of 0 is the programmer's error, and is named with its range")
  func priorOfZero() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = priorBias(0)
    }
    #expect(result.said.contains("the prior lies between 0 and 1: found 0.0"))
  }
}
