import Foundation
import Grading
import Kernels
import Literate
import Losses

extension Chapter2 {
  /// 2.1: the loss of three softmax probabilities, of which the second is that of the true class.
  static let lossOfSoftmax = NumericTask(.digits(3)) { random in
    var q = random.pick([
      [0.1, 0.3, 0.6], [0.15, 0.25, 0.6], [0.1, 0.4, 0.5], [0.2, 0.35, 0.45], [0.05, 0.15, 0.8],
    ])
    random.choose(q.count, from: &q)
    var drawn = NumericTask.Drawn()
    for (name, q) in zip(["q1", "q2", "q3"], q) { drawn.numbers.value(name, q, .atMost(2)) }
    drawn.answer = drawn.numbers.value("answer", crossEntropy(p: [0, 1, 0], q: q), .fixed(3))
    drawn.numbers.value("bits", drawn.answer / log(2), .fixed(3))
    drawn.mistakes = [
      "noMinus": log(q[1]),
      "log2": drawn.answer / log(2),
      "log10": drawn.answer / log(10),
      "allClasses": -q.map { log($0) }.sum,
      "entropyOfModel": entropy(q),
      "noLogarithm": 1 - q[1],
    ]
    return drawn
  }
}
