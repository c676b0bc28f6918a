import Grading
import Kernels
import Literate
import Losses

extension Chapter2 {
  /// 2.2: what happens to a probability where all logits are multiplied by one number, and another is added?
  static let stretchedLogits = PredictionTask(["lower", "same", "higher"]) { random in
    var drawn = PredictionTask.Drawn()
    let others = random.pick([[0.5, 1.5], [1, 0.5], [1.5, 1]])
    let logits = [random.pick([0, 2])] + others  // the first is the smallest, or the largest
    let factor = drawn.numbers.value("factor", random.pick([0.5, 1, 2]), .atMost(2))
    let added = Double(drawn.numbers.value("added", random.pick([3, 5, 10])))
    for (name, logit) in zip(["x1", "x2", "x3"], logits) { drawn.numbers.value(name, logit, .atMost(2)) }

    let before = drawn.numbers.value("before", Losses.softmax(logits)[0], .fixed(3))
    let after = drawn.numbers.value("after", Losses.softmax(logits.map { factor * $0 + added })[0], .fixed(3))
    drawn.answer = after.isNear(before) ? "same" : after < before ? "lower" : "higher"
    return drawn
  }
}
