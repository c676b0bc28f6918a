import Boxes
import Grading
import Kernels
import Literate

extension Chapter6 {
  /// 6.1: the IoU of two boxes that overlap at a corner.
  static let overlap = NumericTask.clear(.digits(3)) { random in
    var drawn = NumericTask.Drawn()
    func side(_ name: String, _ low: Int, _ length: Int) -> (low: Double, high: Double) {
      (
        Double(drawn.numbers.value(name + "1", low)),
        Double(drawn.numbers.value(name + "2", low + length))
      )
    }
    // The second box begins inside the first one and ends beyond it. Sides of 5 to 9, of which 2 to 4 are common.
    let (width, height) = (random.pick(5...7), random.pick(5...7))
    let (left, top) = (random.pick(1...6), random.pick(1...6))
    let (across, down) = (random.pick(2...4), random.pick(2...4))
    let (ax, ay) = (side("ax", left, width), side("ay", top, height))
    let (bx, by) = (side("bx", left + width - across, width + 1), side("by", top + height - down, height + 2))
    let a = Box(xMin: ax.low, yMin: ay.low, xMax: ax.high, yMax: ay.high)
    let b = Box(xMin: bx.low, yMin: by.low, xMax: bx.high, yMax: by.high)

    let common = drawn.numbers.value("common", a.intersection(b).area, .integer)
    drawn.numbers.value("commonWidth", across)
    drawn.numbers.value("commonHeight", down)
    drawn.numbers.value("areaA", a.area, .integer)
    drawn.numbers.value("areaB", b.area, .integer)
    drawn.numbers.value("union", a.area + b.area - common, .integer)
    drawn.answer = drawn.numbers.value("answer", a.intersectionOverUnion(b), .fixed(3))
    func grown(_ box: Box) -> Box { Box(x: box.xMin, y: box.yMin, width: box.width + 1, height: box.height + 1) }
    drawn.mistakes = [
      "unionIsSum": common / (a.area + b.area),
      "overSmaller": common / a.area,
      "overRest": common / (a.area + b.area - 2 * common),
      "commonAlone": common,
      "pixelMore": grown(a).intersectionOverUnion(grown(b)),
    ]
    return drawn
  }

  /// 6.2: how many anchors does an image have whose sides do not halve evenly?
  static let anchorCount = NumericTask.clear(.exact) { random in
    var drawn = NumericTask.Drawn()
    // Neither a multiple of 16, so that rounding counts on several levels.
    let width = drawn.numbers.value("width", 16 * random.pick(25...60) + random.pick(1...15))
    let height = drawn.numbers.value("height", 16 * random.pick(20...40) + random.pick(1...15))

    func cells(_ levels: [PyramidLevel], _ along: (Int, PyramidLevel) -> Int) -> Int {
      levels.reduce(0) { $0 + along(width, $1) * along(height, $1) }
    }
    func up(_ side: Int, _ level: PyramidLevel) -> Int { level.cells(along: side) }
    func down(_ side: Int, _ level: PyramidLevel) -> Int { side / level.stride }
    let perCell = drawn.numbers.value("perCell", AnchorGenerator.paper.anchorsPerCell)
    for level in PyramidLevel.allCases {
      drawn.numbers.value("columns\(level.rawValue)", up(width, level))
      drawn.numbers.value("rows\(level.rawValue)", up(height, level))
    }
    drawn.numbers.value("cells", cells(PyramidLevel.allCases, up))
    drawn.numbers.value("down", perCell * cells(PyramidLevel.allCases, down))
    drawn.answer = Double(drawn.numbers.value("answer", perCell * cells(PyramidLevel.allCases, up)))
    drawn.mistakes = [
      "roundedDown": Double(perCell * cells(PyramidLevel.allCases, down)),
      "onePerCell": Double(cells(PyramidLevel.allCases, up)),
      "threePerCell": Double(3 * cells(PyramidLevel.allCases, up)),
      "threeLevels": Double(perCell * cells([.p3, .p4, .p5], up)),
      "finestAlone": Double(perCell * cells([.p3], up)),
    ]
    return drawn
  }

  /// 6.4: the area below the interpolated curve of three hits.
  static let areaOfCurve = NumericTask.clear(.digits(3)) { random in
    var drawn = NumericTask.Drawn()
    let objects = drawn.numbers.value("objects", random.pick(4...6))
    let boxes = drawn.numbers.value("boxes", 10)
    // Three hits of which the second stands best, so that it lifts the first and not the third.
    var ranks: [Int] = []
    repeat {
      ranks = random.choose(3, below: boxes).map { $0 + 1 }.sorted()
    } while 2 * ranks[0] <= ranks[1] || 2 * ranks[2] <= 3 * ranks[1]
    for (name, rank) in zip(["first", "second", "third"], ranks) { drawn.numbers.value(name, rank) }

    let precisions = ranks.enumerated().map { Double($0 + 1) / Double($1) }
    let lifted = precisions.indices.map { precisions[$0...].max() ?? 0 }
    for (name, index) in [("One", 0), ("Two", 1), ("Three", 2)] {
      drawn.numbers.value("precision\(name)", precisions[index], .fixed(3))
      drawn.numbers.value("lifted\(name)", lifted[index], .fixed(3))
    }
    drawn.numbers.value("lastRecall", 3 / Double(objects), .atMost(3))
    func area(_ heights: [Double]) -> Double { heights.reduce(0, +) / Double(objects) }
    drawn.numbers.value("raw", area(precisions), .fixed(3))
    drawn.answer = drawn.numbers.value("answer", area(lifted), .fixed(3))
    drawn.mistakes = [
      "notLifted": area(precisions),
      "foundAlone": lifted.reduce(0, +) / 3,
      "foundAloneNotLifted": precisions.reduce(0, +) / 3,
      "lastPrecision": precisions[2],
      "liftedFromLeft": area(precisions.indices.map { precisions[...$0].max() ?? 0 }),
    ]
    return drawn
  }
}
