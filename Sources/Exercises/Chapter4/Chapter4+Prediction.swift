import Grading
import Kernels
import Literate
import Losses

extension Chapter4 {
  /// 4.3: which loss pulls harder at the logit of an example?
  static let strongerPull = PredictionTask(["focal", "same", "crossEntropy"]) { random in
    var drawn = PredictionTask.Drawn()
    let gamma = drawn.numbers.value("gamma", random.pick([0, 1, 2, 2, 5]), .integer)
    let pt = drawn.numbers.value("pt", random.pick([0.05, 0.1, 0.15, 0.25, 0.6, 0.8, 0.9]), .atMost(2))
    let logit = priorBias(pt)  // σ(x_t) = p_t

    func loss(_ gamma: Double) -> Double { focalLoss(logit: logit, target: .object, alpha: nil, gamma: gamma) }
    func pull(_ gamma: Double) -> Double {
      abs(focalLossDerivative(logit: logit, target: .object, alpha: nil, gamma: gamma))
    }
    drawn.numbers.value("focalLoss", loss(gamma), .significant(3))
    drawn.numbers.value("ceLoss", loss(0), .significant(3))
    drawn.numbers.value("factor", modulatingFactor(pt: pt, gamma: gamma), .significant(3))
    drawn.numbers.value("bracket", pull(gamma) / modulatingFactor(pt: pt, gamma: gamma), .significant(3))
    let focal = drawn.numbers.value("focalPull", pull(gamma), .significant(3))
    let ce = drawn.numbers.value("cePull", pull(0), .significant(3))
    drawn.answer = focal.isNear(ce) ? "same" : focal > ce ? "focal" : "crossEntropy"
    return drawn
  }
}
