import Grading
import Kernels
import Literate

extension Chapter3 {
  /// 3.1: how many times the weighted loss of one object do all backgrounds together have?
  static let backgroundsTogether = NumericTask(.relative(0.01)) { random in
    var drawn = NumericTask.Drawn()
    let backgrounds = Double(drawn.numbers.value("backgrounds", random.pick([2000, 4000, 5000, 10_000])))
    let objectLoss = drawn.numbers.value("objectLoss", random.pick([2, 4, 5]), .atMost(3))
    let backgroundLoss = drawn.numbers.value("backgroundLoss", random.pick([0.02, 0.03, 0.05]), .atMost(3))
    let alpha = drawn.numbers.value("alpha", random.pick([0.75, 0.8, 0.9, 0.95]), .atMost(3))

    let unweighted = backgrounds * backgroundLoss / objectLoss
    let weights = (1 - alpha) / alpha
    drawn.numbers.value("objectTotal", alpha * objectLoss, .significant(3))
    drawn.numbers.value("backgroundTotal", (1 - alpha) * backgrounds * backgroundLoss, .significant(3))
    drawn.numbers.value("unweighted", unweighted, .significant(3))
    drawn.numbers.value("weights", alpha / (1 - alpha), .atMost(3))
    drawn.answer = drawn.numbers.value("answer", weights * unweighted, .significant(3))
    drawn.mistakes = [
      "swappedAlpha": unweighted / weights,
      "noWeights": unweighted,
      "upsideDown": 1 / (weights * unweighted),
      "oneBackground": weights * backgroundLoss / objectLoss,
    ]
    return drawn
  }

  /// 3.4: the probability that a model trained with α gives to a window that is an object with probability q.
  static let shiftedProbability = NumericTask(.digits(2)) { random in
    var drawn = NumericTask.Drawn()
    let q = drawn.numbers.value("q", random.pick([0.1, 0.2, 0.3, 0.4]), .fixed(1))
    let alpha = drawn.numbers.value("alpha", random.pick([0.75, 0.8, 0.9]), .atMost(2))

    func probability(odds: Double) -> Double { odds / (1 + odds) }
    let weights = alpha / (1 - alpha)
    let odds = q / (1 - q)
    drawn.numbers.value("odds", odds, .fixed(3))
    drawn.numbers.value("weights", weights, .atMost(3))
    drawn.numbers.value("raisedOdds", weights * odds, .fixed(3))
    drawn.answer = drawn.numbers.value("answer", probability(odds: weights * odds), .fixed(2))
    drawn.mistakes = [
      "unchanged": q,
      "swappedAlpha": probability(odds: odds / weights),
      "stillOdds": weights * odds,
      "product": alpha * q,
    ]
    return drawn
  }
}
