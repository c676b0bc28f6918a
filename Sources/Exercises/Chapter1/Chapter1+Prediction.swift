import Grading
import Kernels
import Literate
import Losses

extension Chapter1 {
  /// 1.3: which side is heavier in the summed loss, and which pulls harder? Three outcomes are possible, not four.
  static let lossAndPull = PredictionTask(["objects", "lossObjects", "pullObjects", "backgrounds"]) { random in
    var drawn = PredictionTask.Drawn()
    let objects = Double(drawn.numbers.value("objects", 3))  // as in the chapter
    let p = drawn.numbers.value("p", random.pick([0.1, 0.2]), .atMost(2))
    let easyP = drawn.numbers.value("easyP", random.pick([0.02, 0.05]), .atMost(2))
    let objectLoss = drawn.numbers.value(
      "objectLoss", objects * binaryCrossEntropy(p: p, target: .object), .significant(3))
    let objectPull = drawn.numbers.value("objectPull", objects * (1 - p), .significant(3))

    let weight = random.pick([
      objectPull * random.pick([0.4, 0.6]), (objectPull * objectLoss).squareRoot(), objectLoss * random.pick([1.5, 2]),
    ])
    let negatives = Double(drawn.numbers.value("negatives", 10 * Int((weight / easyP / 10).rounded())))
    let backgroundLoss = drawn.numbers.value(
      "backgroundLoss", negatives * binaryCrossEntropy(p: easyP, target: .background), .significant(3))
    let backgroundPull = drawn.numbers.value("backgroundPull", negatives * easyP, .significant(3))
    drawn.answer =
      switch (objectLoss > backgroundLoss, objectPull > backgroundPull) {
      case (true, true): "objects"
      case (true, false): "lossObjects"
      case (false, true): "pullObjects"
      case (false, false): "backgrounds"
      }
    return drawn
  }
}
