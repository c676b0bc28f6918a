import Boxes
import Foundation
import Grading
import Kernels
import Literate
import Localization

// MARK: - 6.3: what becomes of the number of anchors when the side is doubled?

extension Chapter6 {
  static let doubled = PredictionTask(["fewer", "exactly", "more"]) { random in
    var drawn = PredictionTask.Drawn()
    let side = drawn.numbers.value(
      "side", random.pick([random.pick([384, 512, 640, 768]), random.pick([400, 500, 600, 700, 800])]))
    let before = drawn.numbers.value("before", count(side: side, AnchorGenerator.paper))
    let after = drawn.numbers.value("after", count(side: drawn.numbers.value("twice", 2 * side), AnchorGenerator.paper))
    drawn.numbers.value("fourfold", 4 * before)
    drawn.numbers.value("coarsest", PyramidLevel.p7.stride)
    for level in PyramidLevel.allCases {
      drawn.numbers.value("p\(level.rawValue)Before", level.cells(along: side))
      drawn.numbers.value("p\(level.rawValue)After", level.cells(along: 2 * side))
    }
    drawn.answer = after < 4 * before ? "fewer" : after > 4 * before ? "more" : "exactly"
    return drawn
  }

  private static func count(side: Int, _ generator: AnchorGenerator) -> Int {
    let cells = generator.levels.reduce(0) { $0 + $1.cells(along: side) * $1.cells(along: side) }
    return generator.anchorsPerCell * cells
  }
}

// MARK: - 6.7: how many scales hold IoU above a limit, and how many anchors is that?

extension Chapter6 {
  static let scalesNeeded = ExplorationTask(
    [
      Bilingual(ko: "옥타브 배율의 수(--scales)", en: "octave scales (--scales)"),
      Bilingual(ko: "앵커의 수", en: "anchors"),
    ], mistakes: ["outOfRange", "tooFew", "moreThanNeeded", "otherRatios", "threeScales", "otherCount"]
  ) { random in
    var drawn = ExplorationTask.Drawn()
    let limit = drawn.numbers.value("limit", random.pick([0.6, 0.65, 0.72, 0.75, 0.8, 0.82]), .atMost(2))
    let side = drawn.numbers.value("side", 20 * random.pick(20...49))
    // A square midway between two scales, on a scale of logarithms, has a √step of either.
    @Sendable func overlap(_ scales: Int) -> Double { pow(2, -1 / Double(scales)) }
    @Sendable func anchors(_ scales: Int) -> Int {
      (try? AnchorGenerator.regular(scales: scales, ratios: 3)).map { count(side: side, $0) } ?? 0
    }
    let fewest = (1...4).first { overlap($0) >= limit } ?? 4
    drawn.numbers.value("fewest", fewest)
    drawn.numbers.value("overlap", overlap(fewest), .fixed(2))
    drawn.numbers.value("overlapBefore", overlap(fewest - 1), .fixed(2))
    drawn.numbers.value("anchors", anchors(fewest))
    drawn.numbers.value("anchorsMore", anchors(fewest + 1) - anchors(fewest))

    drawn.judge = { reported in
      guard let scales = Int(exactly: reported[0]), (1...4).contains(scales) else { return .mistake("outOfRange") }
      if overlap(scales) < limit { return .mistake("tooFew") }
      if scales > fewest { return .mistake("moreThanNeeded") }
      if reported[1] == Double(anchors(scales)) { return .found }
      if reported[1] == Double(3 * anchors(scales)) || reported[1] == Double(anchors(scales) / 3) {
        return .mistake("otherRatios")
      }
      if scales != 3, reported[1] == Double(anchors(3)) { return .mistake("threeScales") }
      return .mistake("otherCount")
    }
    drawn.example = [Double(fewest), Double(anchors(fewest))]
    return drawn
  }
}
