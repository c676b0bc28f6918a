import Foundation
import Grading
import Kernels
import Literate
import Localization
import Losses

extension Chapter2 {
  /// 2.5: from how many classes on do small doubts, one in a hundred each, leave the background less than a given probability?
  static let smallDoubts = ExplorationTask(
    [Bilingual(ko: "클래스의 수(--classes)", en: "number of classes (--classes)")],
    mistakes: ["productOfSigmoids", "tooFew", "fewerSuffice", "outOfRange"]
  ) { random in
    var drawn = ExplorationTask.Drawn()
    let prior = drawn.numbers.value("prior", 0.01, .atMost(2))  // as in the chapter
    let bound = drawn.numbers.value("bound", random.pick([0.35, 0.4, 0.65, 0.7, 0.8, 0.85]), .atMost(2))

    func background(_ count: Int) -> Double {
      Losses.softmax([0] + Array(repeating: priorBias(prior), count: count))[0]
    }
    func allSure(_ count: Int) -> Double { pow(1 - prior, Double(count)) }
    let fewest = classes.first { background($0) < bound } ?? classes.upperBound
    let fewestSigmoids = classes.first { allSure($0) < bound } ?? classes.upperBound
    drawn.numbers.value("fewest", fewest)
    drawn.numbers.value("fewestSigmoids", fewestSigmoids)
    drawn.numbers.value("background", background(fewest), .fixed(3))
    drawn.numbers.value("sure", 1 - prior, .atMost(3))
    drawn.numbers.value("odds", prior / (1 - prior), .fixed(4))
    drawn.numbers.value("oddsAgainst", (1 - prior) / prior, .integer)
    drawn.example = [Double(fewest)]
    drawn.judge = { reported in
      guard let count = Int(exactly: reported[0]), classes.contains(count) else { return .mistake("outOfRange") }
      if count == fewest { return .found }
      if count == fewestSigmoids { return .mistake("productOfSigmoids") }
      return .mistake(count < fewest ? "tooFew" : "fewerSuffice")
    }
    return drawn
  }

  /// What `--classes` accepts.
  private static let classes = 1...1000
}
