import Foundation
import Grading
import Kernels
import Literate
import Localization

extension Chapter3 {
  /// 3.6: backgrounds that have less than half of the object's loss, and pull at the logits more than twice as hard.
  static let lightButStrong = ExplorationTask(
    [
      Bilingual(ko: "배경의 수(--negatives)", en: "number of backgrounds (--negatives)"),
      Bilingual(ko: "배경 하나의 손실(--background-loss)", en: "loss of one background (--background-loss)"),
    ], mistakes: ["tooHeavy", "tooWeak", "outOfRange"], results: ["totalRatio", "pullRatio"]
  ) { random in
    var drawn = ExplorationTask.Drawn()
    let objectLoss = drawn.numbers.value("objectLoss", random.pick([5, 6, 8, 10]), .atMost(3))
    drawn.judge = { reported in
      let (backgrounds, backgroundLoss) = (reported[0], reported[1])
      guard (1...1e6).contains(backgrounds), backgrounds == backgrounds.rounded(), (1e-6...100).contains(backgroundLoss)
      else { return .mistake("outOfRange") }
      let totalRatio = backgrounds * backgroundLoss / objectLoss
      let pullRatio = backgrounds * (1 - exp(-backgroundLoss)) / (1 - exp(-objectLoss))
      switch (totalRatio < 0.5, pullRatio > 2) {
      case (true, true): return .found
      case (false, true): return .mistake("tooHeavy")
      case (true, false): return .mistake("tooWeak")
      case (false, false): return .missed(["totalRatio": totalRatio, "pullRatio": pullRatio])
      }
    }
    drawn.example = [48 * objectLoss, 0.01]
    return drawn
  }
}
