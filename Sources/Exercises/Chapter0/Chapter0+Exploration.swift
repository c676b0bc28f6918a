import Boxes
import Grading
import Kernels
import Literate
import Localization

extension Chapter0 {
  /// 0.5: the largest square image whose anchors stay within a budget.
  static let anchorBudget = ExplorationTask(
    [Bilingual(ko: "이미지 한 변의 픽셀 수(--pixels)", en: "side of the image in pixels (--pixels)")],
    mistakes: ["overBudget", "roomLeft", "outOfRange"]
  ) { random in
    var drawn = ExplorationTask.Drawn()
    let budget = drawn.numbers.value("budget", 1000 * random.pick(20...95))
    let largest = sides.last { anchors(side: $0) <= budget } ?? sides.lowerBound
    drawn.numbers.value("side", largest)
    let most = drawn.numbers.value("anchors", anchors(side: largest))
    drawn.numbers.value("oneMore", anchors(side: largest + 1))
    drawn.numbers.value("doubled", anchors(side: 2 * largest))
    drawn.numbers.value("growth", Double(anchors(side: 2 * largest)) / Double(most), .fixed(1))
    drawn.example = [Double(largest)]
    drawn.judge = { reported in
      guard let side = Int(exactly: reported[0]), sides.contains(side) else { return .mistake("outOfRange") }
      guard anchors(side: side) <= budget else { return .mistake("overBudget") }
      return side == largest ? .found : .mistake("roomLeft")
    }
    return drawn
  }

  /// What `--pixels` accepts.
  private static let sides = 64...4096

  /// How many anchors RetinaNet lays over a square image.
  static func anchors(side: Int) -> Int {
    (try? ImageSize(width: side, height: side)).map { AnchorGenerator.paper.count(for: $0) } ?? 0
  }
}
