import Foundation
import Losses
import Testing

@Suite struct FocalLossStarTests {
  @Test("with γ = 1 and β = 0 it is cross entropy", arguments: Target.allCases)
  func crossEntropy(_ target: Target) {
    for x in stride(from: -50.0, through: 50, by: 2.5) {
      #expect(
        focalLossStar(logit: x, target: target, gamma: 1, beta: 0) == binaryCrossEntropy(logit: x, target: target))
    }
  }

  @Test("analytic derivative matches central difference", arguments: [(2.0, 1.0), (4.0, 0.0), (0.5, -2.0)])
  func derivative(_ gamma: Double, _ beta: Double) {
    for target in Target.allCases {
      for x in stride(from: -10.0, through: 10, by: 0.5) {
        let difference = centralDifference(
          { focalLossStar(logit: $0, target: target, gamma: gamma, beta: beta) }, at: x)
        let slope = focalLossStarDerivative(logit: x, target: target, gamma: gamma, beta: beta)
        #expect(abs(slope - difference) < 1e-9)
      }
    }
  }

  @Test("it agrees with the truth of many digits", arguments: Target.allCases)
  func truth(_ target: Target) {
    for row in Truth.losses.binary {
      for star in row.star {
        let x = target.sign * row.xt
        let loss = focalLossStar(logit: x, target: target, gamma: star.gamma, beta: star.beta)
        let slope = focalLossStarDerivative(logit: x, target: target, gamma: star.gamma, beta: star.beta)
        #expect(agrees(loss, star.loss), "x_t = \(row.xt), γ = \(star.gamma), β = \(star.beta)")
        #expect(agrees(slope, target.sign * star.slope), "x_t = \(row.xt), γ = \(star.gamma), β = \(star.beta)")
      }
    }
  }

  @Test("γ = 0 is the programmer's error: the loss divides by it")
  func gammaZero() async {
    await #expect(processExitsWith: .failure) {
      _ = focalLossStar(logit: 0, target: .object, gamma: 0, beta: 0)
    }
  }
}
