import Foundation
import Grading
import Kernels
import Literate
import Losses

extension Chapter1 {
  /// 1.1: the loss of a background that was called an object with probability p.
  static let lossOfBackground = NumericTask(.digits(3)) { random in
    var drawn = NumericTask.Drawn()
    let p = drawn.numbers.value("p", random.pick([0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4]), .atMost(2))
    let pt = drawn.numbers.value("pt", pt(p: p, target: .background), .atMost(2))
    drawn.answer = drawn.numbers.value("answer", crossEntropy(pt: pt), .fixed(3))
    let ifObject = drawn.numbers.value("ifObject", crossEntropy(pt: p), .fixed(3))
    drawn.mistakes = [
      "pForPt": ifObject,
      "noMinus": log(pt),
      "log10": -log10(pt),
      "log2": -log2(pt),
    ]
    return drawn
  }
}
