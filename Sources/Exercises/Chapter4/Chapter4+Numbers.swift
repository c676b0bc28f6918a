import Foundation
import Grading
import Kernels
import Literate
import Losses

extension Chapter4 {
  /// 4.1: how many times smaller than cross entropy is the focal loss of an easy example?
  static let timesSmaller = NumericTask(.relative(0.01)) { random in
    var drawn = NumericTask.Drawn()
    let pt = drawn.numbers.value("pt", random.pick([0.6, 0.75, 0.8, 0.9, 0.95]), .atMost(2))
    let gamma = Double(drawn.numbers.value("gamma", random.pick([2, 3])))
    let factor = drawn.numbers.value("factor", modulatingFactor(pt: pt, gamma: gamma), .atMost(5))
    drawn.numbers.value("missing", 1 - pt, .atMost(2))
    drawn.answer = drawn.numbers.value("answer", 1 / factor, .atMost(5))
    let typed = drawn.numbers.value("typedGamma", gamma / 10, .atMost(1))
    let typedRatio = drawn.numbers.value("typedRatio", 1 / modulatingFactor(pt: pt, gamma: typed), .fixed(2))
    drawn.numbers.value("hundredAt", 1 - pow(100, -1 / gamma), .fixed(3))
    drawn.numbers.value("thousandAt", 1 - pow(1000, -1 / gamma), .fixed(3))
    let paperGamma = drawn.numbers.value("paperGamma", 2, .integer)
    drawn.numbers.value("paperHundredAt", 1 - pow(100, -1 / paperGamma), .atMost(3))
    drawn.numbers.value("paperThousandAt", 1 - pow(1000, -1 / paperGamma), .atMost(3))
    drawn.mistakes = [
      "gammaAsFactor": 1 / (gamma * (1 - pt)),
      "powerOfPt": 1 / pow(pt, gamma),
      "theFactor": factor,
      "noExponent": 1 / (1 - pt),
      "tenthOfGamma": typedRatio,
    ]
    return drawn
  }

  /// 4.4: FL*, the paper's other form, of an example near the border.
  static let otherForm = NumericTask(.digits(3)) { random in
    var drawn = NumericTask.Drawn()
    let gamma = drawn.numbers.value("gamma", random.pick([2, 3, 4]), .integer)
    let beta = drawn.numbers.value("beta", 1, .integer)
    let logit = drawn.numbers.value("xt", random.pick([-1.5, -0.75, 0.25]), .atMost(3))
    let stretched = drawn.numbers.value("stretched", gamma * logit + beta, .atMost(3))
    drawn.numbers.value("ptStar", sigmoid(stretched), .fixed(4))
    drawn.numbers.value("notDivided", softplus(-stretched), .fixed(3))
    drawn.answer = drawn.numbers.value(
      "answer", focalLossStar(logit: logit, target: .object, gamma: gamma, beta: beta), .fixed(3))
    let ce = drawn.numbers.value("ce", binaryCrossEntropy(logit: logit, target: .object), .fixed(3))
    let slope = focalLossStarDerivative(logit: logit, target: .object, gamma: gamma, beta: beta)
    drawn.numbers.value("slope", slope, .fixed(3))
    drawn.numbers.value("ceSlope", binaryCrossEntropyDerivative(logit: logit, target: .object), .fixed(3))
    drawn.mistakes = [
      "notDivided": gamma * drawn.answer,
      "betaStretched": softplus(-gamma * (logit + beta)) / gamma,
      "focalForm": focalLoss(logit: logit, target: .object, alpha: nil, gamma: gamma),
      "crossEntropy": ce,
      "noMinus": -drawn.answer,
      "log10": drawn.answer / log(10),
    ]
    return drawn
  }
}
