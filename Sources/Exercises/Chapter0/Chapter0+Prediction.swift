import Grading
import Kernels
import Literate

extension Chapter0 {
  /// 0.2: which has more right answers, a detector that finds every object or one that always says background?
  static let rightAnswers = PredictionTask(["finder", "same", "never"]) { random in
    var drawn = PredictionTask.Drawn()
    let pixels = drawn.numbers.value("pixels", random.pick([256, 400, 512, 600]))
    let candidates = drawn.numbers.value("candidates", anchors(side: pixels))
    let objects = drawn.numbers.value("objects", random.pick(4...20))
    let falseAlarms = drawn.numbers.value(
      "falseAlarms", random.pick([random.pick(1...objects - 1), objects, random.pick(objects + 1...5 * objects)]))

    func share(wrong: Int) -> Double { Double(candidates - wrong) / Double(candidates) }
    let finder = drawn.numbers.value("finderRight", share(wrong: falseAlarms), .percent(3))
    let never = drawn.numbers.value("neverRight", share(wrong: objects), .percent(3))
    drawn.answer = finder > never ? "finder" : finder < never ? "never" : "same"
    return drawn
  }
}
