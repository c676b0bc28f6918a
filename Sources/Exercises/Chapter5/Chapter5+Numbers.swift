import Foundation
import Grading
import Kernels
import Literate
import Losses

extension Chapter5 {
  /// 5.1: how many answers are background for each one that is an object?
  static let answersPerObject = NumericTask.clear(.exact) { random in
    var drawn = NumericTask.Drawn()
    // All object counts divide 400, so that the ratio is whole.
    let anchors = drawn.numbers.value("anchors", 400 * random.pick(3...10))
    let classes = drawn.numbers.value("classes", random.pick([10, 20, 25, 40, 50]))
    let objects = drawn.numbers.value("objects", random.pick([2, 4, 5, 8, 10, 20]))

    let answers = drawn.numbers.value("answers", anchors * classes)
    let backgrounds = drawn.numbers.value("backgrounds", answers - objects)
    drawn.numbers.value("anchorRatio", anchors / objects - 1)
    drawn.answer = Double(drawn.numbers.value("answer", backgrounds / objects))
    drawn.mistakes = [
      "anchorsAlone": Double(anchors / objects - 1),
      "objectsIncluded": Double(answers / objects),
      "wholeAnchors": Double((anchors - objects) * classes / objects),
      "notPerObject": Double(backgrounds),
    ]
    return drawn
  }

  /// 5.2: the bias that makes a fresh classifier answer π.
  static let biasOfPrior = NumericTask.clear(.digits(2)) { random in
    var drawn = NumericTask.Drawn()
    let prior = drawn.numbers.value(
      "prior", random.pick([0.02, 0.025, 0.03, 0.04, 0.05, 0.06, 0.08, 0.1, 0.15]), .atMost(2))

    drawn.numbers.value("odds", (1 - prior) / prior, .atMost(3))
    drawn.answer = drawn.numbers.value("answer", priorBias(prior), .fixed(3))
    drawn.mistakes = [
      "signFlipped": -priorBias(prior),
      "commonLogarithm": log10(prior / (1 - prior)),
      "withoutComplement": log(prior),
      "ratioOutside": -log(1 - prior) / prior,
    ]
    return drawn
  }

  /// 5.3: the first cross entropy of an image, divided by the number of object anchors, when every answer is π.
  static let firstLoss = NumericTask.clear(.relative(0.005)) { random in
    var drawn = NumericTask.Drawn()
    let anchors = drawn.numbers.value("anchors", random.pick([2000, 3000, 4000, 5000]))
    let classes = drawn.numbers.value("classes", random.pick([5, 10, 20]))
    let objects = Double(drawn.numbers.value("objects", random.pick([20, 25, 40, 50])))
    let prior = drawn.numbers.value("prior", random.pick([0.01, 0.02, 0.03]), .fixed(2))

    let (object, background) = (-log(prior), -log1p(-prior))
    let answers = Double(drawn.numbers.value("answers", anchors * classes))
    let backgrounds = drawn.numbers.value("backgrounds", answers - objects, .integer)
    drawn.numbers.value("objectLoss", object, .fixed(3))
    drawn.numbers.value("backgroundLoss", background, .fixed(5))
    drawn.numbers.value("objectTotal", objects * object, .fixed(1))
    drawn.numbers.value("backgroundTotal", backgrounds * background, .fixed(1))
    drawn.numbers.value("fromHalf", answers * log(2) / objects, .significant(3))
    drawn.answer = drawn.numbers.value(
      "answer", (objects * object + backgrounds * background) / objects, .significant(4))
    drawn.mistakes = [
      "fromHalf": answers * log(2) / objects,
      "notDivided": objects * object + backgrounds * background,
      "dividedByAnswers": (objects * object + backgrounds * background) / answers,
      "anchorsAlone": (objects * object + (Double(anchors) - objects) * background) / objects,
      "objectsForgotten": backgrounds * background / objects,
      "swapped": (objects * background + backgrounds * object) / objects,
    ]
    return drawn
  }
}
