// MARK: - What you may change
import Boxes
import DetectionScenes
import Evaluation
import Foundation
import Kernels
import Workbook

struct Parameters: ChapterParameters {
  @Option(in: 64...2048, ko: "이미지의 짧은 변(픽셀)", en: "shorter side of the image, in pixels") var imageSize = 600
  @Option(in: 1...4, ko: "옥타브 배율의 수", en: "octave scales") var scales = 3
  @Option(in: 1...5, ko: "종횡비의 수", en: "aspect ratios") var ratios = 3
  @Option(in: 0.05...0.95, ko: "객체로 할당하는 IoU", en: "IoU from which an anchor is an object's") var objectIou = 0.5
  @Option(in: 0...0.5, ko: "그 아래 무시하는 구간의 폭", en: "width of the ignored stretch below it") var ignored = 0.1
  @Option(in: 0...1, ko: "NMS의 IoU 임곗값", en: "IoU threshold of NMS") var nms = 0.5
  @Option(in: 1...20, ko: "그림에 있는 객체의 수", en: "objects in the picture") var objects = 12
  @Option(file: "PNG, JPEG", ko: "그림 대신 쓸 내 사진", en: "your own picture instead") var image: String?
  @Option(file: "COCO JSON", ko: "내 사진의 정답 상자", en: "the ground truth of your picture") var boxes: String?
}

let page = Page(Parameters.self)
let own = page.input { () throws(SceneError) in
  try DetectionScene(image: page.parameters.image, boxes: page.parameters.boxes)
}
let side = page.value("side", page.parameters.imageSize)
let square = try ImageSize(width: side, height: side)

// MARK: - Cells
let levels = PyramidLevel.allCases
let (roundedUp, roundedDown) = (levels.map { $0.grid(for: square).rows }, levels.map { side / $0.stride })
var halved = [side]  // by the seven steps up to P7
for _ in 1...PyramidLevel.p7.rawValue { halved.append((halved[halved.count - 1] - 1) / 2 + 1) }
func list(_ numbers: [Int]) -> Bilingual { Bilingual(stringLiteral: numbers.map(String.init).joined(separator: ", ")) }
page.value("roundedUp", list(roundedUp))
page.value("halved", list(halved))
page.values(["p3Stride": PyramidLevel.p3.stride, "baseSize": PyramidLevel.p3.baseSize])

let (scales, ratios) = (page.value("scales", page.parameters.scales), page.value("ratios", page.parameters.ratios))
let generator = try AnchorGenerator.regular(scales: scales, ratios: ratios)
let perCell = page.value("perCell", generator.anchorsPerCell)
let total = page.value("total", generator.count(for: square))

// What the review prints: 002-28, 002-29
let (reviewSizes, reviewPerCell) = ([75, 37, 18, 9, 4], page.value("reviewPerCell", 9))
let (reviewP3, reviewTotal) = (page.value("reviewP3", 50_625), page.value("reviewTotal", 67_995))
page.value("reviewSizes", list(reviewSizes))
let totalDown = page.value("totalDown", reviewPerCell * reviewSizes.reduce(0) { $0 + $1 * $1 })
page.value("lost", reviewTotal - totalDown)
page.claim("rounding up gives the review's total", total == reviewTotal, brokenBy: "--image-size 512")
page.claim("rounding down gives the review's sizes", roundedDown == reviewSizes, brokenBy: "--image-size 512")
page.claim(
  "the review counts a cell and P3 as we do",
  perCell == reviewPerCell && perCell * roundedUp[0] * roundedUp[0] == reviewP3,
  brokenBy: "--scales 1")

func levelName(_ level: PyramidLevel) -> Bilingual { Bilingual(stringLiteral: "P\(level.rawValue)") }
page.table(
  "levels",
  columns: [
    .level, .stride, Bilingual(ko: "칸(올림)", en: "cells, up"), Bilingual(ko: "칸(내림)", en: "cells, down"),
    Bilingual(ko: "앵커의 기본 크기", en: "base size of anchors"), Bilingual(ko: "앵커의 수", en: "anchors"),
  ],
  rows: zip(levels, zip(roundedUp, roundedDown)).map { level, cells in
    [.text(levelName(level))]
      + [level.stride, cells.0, cells.1, level.baseSize, perCell * cells.0 * cells.0].map(Datum.count)
  })

// MARK: - The shapes of a cell
let shapes = generator.cellAnchors(at: .p3)
page.table(
  "shapes",
  columns: [.aspectRatio, .octaveScale, .width, .height, Bilingual(ko: "크기", en: "size")],
  rows: shapes.indices.map { index in
    let (ratio, scale) = index.quotientAndRemainder(dividingBy: scales), shape = shapes[index]
    return [.number(generator.aspectRatios[ratio], .atMost(3)), .number(generator.octaveScales[scale], .fixed(3))]
      + [shape.width, shape.height, shape.area.squareRoot()].map { .number($0, .fixed(1)) }
  })
let largest = page.value("largest", Double(PyramidLevel.p7.baseSize) * (generator.octaveScales.last ?? 1), .fixed(1))
let step = page.value("step", pow(2, 1 / Double(scales)), .fixed(2))
page.value("betweenScales", 1 / step, .fixed(2))  // IoU of squares whose sides differ by √step
page.claim("the sizes reach as far as the paper says", abs(largest - 813) < 1, brokenBy: "--scales 1")
page.claim("between two scales IoU stays high", 1 / step > 0.75, brokenBy: "--scales 2")

// MARK: - The shapes, drawn
page.figure(
  "anchorsOfACell",
  Bilingual(
    ko: "한 칸의 앵커 \(perCell)개: 종횡비는 모양만 바꾸고 넓이는 그대로 둔다 (P3, 픽셀)",
    en: "The \(perCell) anchors of a cell: the aspect ratio changes the shape, not the area (P3, pixels)"),
  note: Bilingual(
    ko: "회색: P3의 한 칸 (\(PyramidLevel.p3.stride) × \(PyramidLevel.p3.stride))",
    en: "grey: a cell of P3 (\(PyramidLevel.p3.stride) × \(PyramidLevel.p3.stride))")
) { anchorShapesChart(generator, at: .p3) }

// MARK: - A picture with objects of many sizes
let landscape = Landscape(radii: (0..<page.parameters.objects).map { 62 * pow(0.76, Double($0)) })
let scene = try own ?? DetectionScene(landscape, height: side)
let (objects, anchors) = (scene.objects, generator.anchors(for: scene.size))
page.value(
  "inPicture",
  own == nil
    ? Bilingual(ko: "크기가 여러 가지인 열기구 \(objects.count)개", en: "\(objects.count) hot-air balloons of many sizes")
    : Bilingual(ko: "정답 상자 \(objects.count)개", en: "\(objects.count) ground-truth boxes"))
let largeImage = try ImageSize(width: 1333, height: 800)
page.values([
  "photoWidth": scene.size.width, "photoHeight": scene.size.height, "objects": objects.count,
  "photoAnchors": anchors.count, "largeImageAnchors": generator.count(for: largeImage),
  "largeWidth": largeImage.width, "largeHeight": largeImage.height,
])
page.claim("about a hundred thousand anchors", (8e4...1.2e5).contains(Double(anchors.count)), brokenBy: "--scales 1")

// MARK: - The levels, drawn
page.figure(
  "anchorsOverLevels",
  Bilingual(
    ko: "레벨이 하나 오르면 앵커의 한 변은 두 배가 되고 칸은 약 4분의 1로 준다",
    en: "One level up, anchors have twice the side, and about one cell in four remains"),
  note: Bilingual(
    ko: "주황: 가운데 칸 하나의 앵커 \(perCell)개. 높은 레벨의 앵커는 이미지 밖까지 나간다.",
    en: "orange: the \(perCell) anchors of the cell in the middle; those of high levels reach beyond the image")
) {
  Panels(columns: 3) {
    for level in levels {
      let grid = level.grid(for: scene.size)
      let name = Bilingual(ko: "\(grid.columns) × \(grid.rows)칸", en: "\(grid.columns) × \(grid.rows) cells")
      Panel(name.map { "P\(level.rawValue): \($0)" }) { scene.middleCell(of: level, generator) }
    }
    Panel(Bilingual(ko: "앵커의 수", en: "anchors")) {
      let counts = levels.map { Double(perCell * $0.grid(for: scene.size).cells) }
      return Chart(
        x: Axis(scale: .band(levels.map(levelName))), y: Axis(scale: .fitting(counts.map { 1.15 * $0 }, including: 0))
      ) { Bar(counts, values: .fixed(0)) }
    }
  }
}

// MARK: - Another convention
let padded = try square.padded(toMultipleOf: 32)
let theirs = try AnchorGenerator.regular(.torchvision, scales: scales, ratios: ratios)
page.values(["padded": padded.width, "theirTotal": theirs.count(for: padded)])
let overlapsOfShapes = levels.map { level in
  zip(generator.cellAnchors(at: level), theirs.cellAnchors(at: level)).map { $0.intersectionOverUnion($1) }.min() ?? 1
}
page.table(
  "conventions",
  columns: [
    .level, Bilingual(ko: "크기", en: "sizes"), Bilingual(ko: "그들의 크기", en: "theirs"), .stride,
    Bilingual(ko: "그들의 보폭", en: "theirs"), Bilingual(ko: "최저 IoU", en: "lowest IoU"),
  ],
  rows: zip(levels, overlapsOfShapes).map { level, lowest in
    let sizes = generator.octaveScales.map { Double(level.baseSize) * $0 }
    func joined(_ sizes: [Double], _ format: Format) -> Datum {
      .text(Bilingual(stringLiteral: sizes.map { format.text(of: $0, in: .prose) }.joined(separator: ", ")))
    }
    return [
      .text(levelName(level)), joined(sizes, .fixed(1)), joined(sizes.map { $0.rounded(.towardZero) }, .integer),
      .count(level.stride), .count(padded.width / level.grid(for: padded).columns), .number(lowest, .fixed(3)),
    ]
  })
let lowestShape = page.value("lowestShape", overlapsOfShapes.min() ?? 1, .fixed(3))
let smallest = Box(centerX: 0, centerY: 0, width: 32, height: 32)
let shift = Double(page.value("shift", PyramidLevel.p3.stride / 2))
let shifted = Box(centerX: shift, centerY: shift, width: 32, height: 32)
page.value("shiftedOverlap", smallest.intersectionOverUnion(shifted), .fixed(2))
page.claim(
  "rounding changes shapes only a little", lowestShape > 0.9 && lowestShape < 1, brokenBy: "--scales 1 --ratios 1")

// MARK: - Objects to be covered
let seed: UInt64 = 6
let smallestSize = 16.0
page.value("smallestSize", smallestSize, .integer)
var random = SplitMix64(seed: seed)
var samples: [Box] = []
while samples.count < 400 {
  let size = smallestSize * pow(Double(side) / smallestSize, random.uniform(in: 0...1))
  let root = pow(2, random.uniform(in: -0.75...0.75))  // of height / width
  let (width, height) = (size / root, size * root)
  let (x, y) = (random.uniform(in: 0...1), random.uniform(in: 0...1))
  guard width <= Double(side), height <= Double(side) else { continue }
  samples.append(Box(x: x * (Double(side) - width), y: y * (Double(side) - height), width: width, height: height))
}
page.value("samples", samples.count)
page.value("flattest", pow(2, 1.5), .fixed(1))

// MARK: - How many are covered
let objectIoU = page.value("objectIoU", page.parameters.objectIou, .atMost(3))
let stricter = page.value("stricter", min(objectIoU + 0.2, 1), .atMost(3))
func bestOverlaps(_ generator: AnchorGenerator) -> [Double] {
  Overlaps(anchors: generator.anchors(for: square), boxes: BoxList(samples)).ofBoxes.map(Double.init)
}
func share(_ overlaps: [Double], from threshold: Double) -> Double {
  Double(overlaps.count { $0 >= threshold }) / Double(overlaps.count)
}
struct Density {
  var scales: Int, ratios: Int, ap: Double
  var anchors: Int, covered: Double, strictly: Double, mean: Double
}
let densities = try Paper.anchorTable.map { row in
  let generator = try AnchorGenerator.regular(scales: row.scales, ratios: row.ratios)
  let overlaps = bestOverlaps(generator)
  return Density(
    scales: row.scales, ratios: row.ratios, ap: row.ap, anchors: generator.count(for: square),
    covered: share(overlaps, from: objectIoU), strictly: share(overlaps, from: stricter),
    mean: overlaps.reduce(0, +) / Double(overlaps.count))
}
page.table(
  "coverage",
  columns: [
    Bilingual(ko: "배율 × 종횡비", en: "scales × ratios"), .anchorsPerCell, .anchors,
    Bilingual(ko: "덮임", en: "covered"), Bilingual(ko: "평균 IoU", en: "mean IoU"),
    Bilingual(ko: "\(stricter, .atMost(3), in: .prose) 이상", en: "from \(stricter, .atMost(3), in: .prose)"),
    Bilingual(ko: "논문 AP", en: "paper's AP"),
  ],
  rows: densities.map { density in
    [
      .text("\(density.scales) × \(density.ratios)"), .count(density.scales * density.ratios), .count(density.anchors),
      .number(density.covered, .percent(1)), .number(density.mean, .fixed(3)), .number(density.strictly, .percent(1)),
      .number(density.ap, .fixed(1)),
    ]
  })
func density(_ scales: Int, _ ratios: Int) -> Density {
  densities.first { $0.scales == scales && $0.ratios == ratios } ?? densities[0]
}
let (single, threeRatios, six, nine) = (density(1, 1), density(1, 3), density(2, 3), density(3, 3))
page.values(
  .percent(1),
  [
    "coveredByOne": single.covered, "coveredByThreeScales": density(3, 1).covered,
    "coveredByThreeRatios": threeRatios.covered, "coveredBySix": six.covered, "coveredByNine": nine.covered,
    "strictlyByThreeRatios": threeRatios.strictly, "strictlyBySix": six.strictly, "strictlyByNine": nine.strictly,
  ])
page.claim("one anchor per cell leaves many objects out", single.covered < 0.9, brokenBy: "--object-iou 0.1")
page.claim(
  "three ratios cover more than three scales", threeRatios.covered > density(3, 1).covered,
  brokenBy: "--object-iou 0.05")
page.claim(
  "from six on the same objects are covered, only closer",
  six.covered == nine.covered && nine.covered == density(4, 3).covered && six.mean < nine.mean,
  brokenBy: "--object-iou 0.8")
page.claim(
  "a stricter threshold needs scales", six.strictly - threeRatios.strictly > 0.2 && nine.strictly > six.strictly,
  brokenBy: "--object-iou 0.1")
let missed = zip(samples, bestOverlaps(generator)).filter { $0.1 < objectIoU }.map { $0.0.area.squareRoot() }
let smallestArea = page.value("smallestArea", PyramidLevel.p3.baseSize * PyramidLevel.p3.baseSize)
page.value("neededArea", objectIoU * Double(smallestArea), .atMost(4))
let neededSize = page.value("neededSize", (objectIoU * Double(smallestArea)).squareRoot(), .fixed(1))
page.value("missed", missed.count)
page.claim(
  "what stays uncovered is too small for any density", !missed.isEmpty && missed.allSatisfy { $0 < neededSize },
  brokenBy: "--object-iou 0.8")

// MARK: - The coverage, drawn
func byDensity(_ axis: Axis, _ measure: @escaping (Density) -> Double) -> Chart {
  Chart(
    x: Axis(
      label: Bilingual(ko: "칸마다 앵커의 수", en: "anchors per cell"), scale: .linear(0...13),
      ticks: .at([1, 2, 3, 6, 9, 12])), y: axis, legend: .top
  ) {
    for count in [1, 3] {
      let name = Bilingual(ko: "종횡비 \(count)개", en: count == 1 ? "one aspect ratio" : "three aspect ratios")
      let points = densities.filter { $0.ratios == count }.map { (Double($0.scales * $0.ratios), measure($0)) }
      Line(points).tint(.series(count)).label(name)
      Dot(points).tint(.series(count)).marker(.series(count)).label(name)
    }
  }
}
page.figure(
  "coverageByDensity",
  Bilingual(
    ko: "종횡비 셋이면 덮을 수 있는 객체는 거의 다 덮이고, 배율은 기준을 높여야 차이를 낸다",
    en: "Three ratios cover nearly all that can be covered; scales matter at a higher IoU"),
  note: Bilingual(
    ko: "오른쪽: 논문 표 1(c), COCO minival. 세로축이 0에서 시작하지 않는다.",
    en: "right: the paper's Table 1(c), COCO minival, on an axis that does not begin at zero")
) {
  let shares = Axis(scale: .linear(0...1), format: .percent(0))
  return Panels(columns: 3) {
    for (threshold, measure) in [(objectIoU, \Density.covered), (stricter, \.strictly)] {
      Panel(
        Bilingual(
          ko: "IoU \(threshold, .atMost(3), in: .prose) 이상", en: "IoU from \(threshold, .atMost(3), in: .prose)")
      ) { byDensity(shares) { $0[keyPath: measure] } }
    }
    Panel(Bilingual(ko: "논문의 AP(%)", en: "the paper's AP, in %")) {
      byDensity(Axis(scale: .linear(30...35), format: .fixed(0)), \.ap)
    }
  }
}

// MARK: - Object, background, or neither
let backgroundIoU = page.value("backgroundIoU", max(objectIoU - page.parameters.ignored, 0), .atMost(3))
func assigned(_ rule: Matcher.LowQualityMatches) throws -> [AnchorMatch] {
  try Matcher(objectThreshold: objectIoU, backgroundThreshold: backgroundIoU, lowQualityMatches: rule)
    .match(anchors: anchors, to: BoxList(objects))
}
let matches = try assigned(.dropped)
let counts = AssignmentCounts(matches, objects: objects.count)
let countsKept = AssignmentCounts(try assigned(.kept), objects: objects.count)
page.table(
  "assignment",
  columns: [
    Bilingual(ko: "규칙", en: "rule"), Bilingual(ko: "객체 앵커", en: "object"), Bilingual(ko: "무시", en: "ignored"),
    Bilingual(ko: "배경 앵커", en: "background"), Bilingual(ko: "배경/객체", en: "ratio"),
    Bilingual(ko: "앵커 없는 객체", en: "objects without"),
  ],
  rows: [(Bilingual(ko: "논문", en: "paper"), counts), ("torchvision", countsKept)].map { name, counts in
    [.text(name)] + [counts.object, counts.ignored, counts.background].map(Datum.count)
      + [.number(counts.backgroundsPerObject, .integer), .count(counts.orphans.count)]
  })
let overlaps = Overlaps(anchors: anchors, boxes: BoxList(objects)), best = overlaps.ofBoxes.map(Double.init)
page.table(
  "objectsAndAnchors",
  columns: [
    .object, .width, .height, .bestIoU, .anchors, Bilingual(ko: "낮은 품질 포함", en: "with low quality"),
    Bilingual(ko: "없는 까닭", en: "why none"),
  ],
  rows: objects.indices.map { index in
    let why = generator.whyMissing(objects[index], best: best[index], threshold: objectIoU)
    return [
      .count(index + 1), .number(objects[index].width, .fixed(0)), .number(objects[index].height, .fixed(0)),
      .number(best[index], .fixed(3)), .count(counts.ofObjects[index]), .count(countsKept.ofObjects[index]),
      .text(counts.ofObjects[index] == 0 ? why.name : ""),
    ]
  })
let orphans = counts.orphans
page.values([
  "orphans": orphans.count, "orphansKept": countsKept.orphans.count, "objectAnchors": counts.object,
  "ignoredAnchors": counts.ignored, "addedAnchors": countsKept.object - counts.object,
])
page.value("balloonRatio", objects.first?.aspectRatio ?? .nan, .fixed(2))
let highestBest = page.value("highestBest", best.max() ?? .nan, .fixed(2))
page.claim("no anchor fits a balloon well", own == nil && highestBest < 0.75, brokenBy: "--ratios 2")
page.value("backgroundRatio", counts.backgroundsPerObject, .integer)
let large = objects.indices.filter { objects[$0].area >= Double(smallestArea) }
let sizes = large.map { objects[$0].area.squareRoot() }, ofLarge = large.map { counts.ofObjects[$0] }
page.value("sizeRatio", (sizes.max() ?? .nan) / (sizes.min() ?? .nan), .fixed(0))
let fewest = page.value("fewestOfLarge", ofLarge.min() ?? 0), most = page.value("mostOfLarge", ofLarge.max() ?? 0)
page.claim(
  "backgrounds outnumber object anchors by hundreds", counts.backgroundsPerObject > 200 && counts.object > 0,
  brokenBy: "--object-iou 0.05")
let classes = page.value("classes", 80)  // as in chapter 5, with as many object anchors as there
page.value("earlierObjects", 10)
let answerRatio = page.value(
  "answerRatio", Double((counts.object + counts.background) * classes) / Double(counts.object) - 1, .integer)
page.claim(
  "background answers outnumber objects by tens of thousands", answerRatio > 10_000 && counts.object > 0,
  brokenBy: "--object-iou 0.05")
page.claim(
  "large objects have about as many anchors each", fewest > 20 && most < 2 * fewest, brokenBy: "--object-iou 0.9")
page.claim(
  "the smallest objects get no anchor",
  !orphans.isEmpty && orphans.allSatisfy { objects[$0].area < objectIoU * Double(smallestArea) },
  brokenBy: "--object-iou 0.1")
page.claim(
  "what lies on them is background", !orphans.isEmpty && orphans.allSatisfy { best[$0] < backgroundIoU },
  brokenBy: "--object-iou 0.1")
page.claim(
  "low-quality matches give some of them one", countsKept.orphans.count < orphans.count, brokenBy: "--object-iou 0.1")

// MARK: - The assignment, drawn
let shown = large.last(where: { counts.ofObjects[$0] > 0 && objects[$0].height > 120 }) ?? objects.indices.first
page.figure(
  "anchorAssignment",
  orphans.isEmpty
    ? Bilingual(ko: "앵커를 얻지 못한 객체는 없다", en: "No object is left without an anchor")
    : Bilingual(
      ko: "객체 \(objects.count)개 가운데 \(orphans.count)개는 앵커를 하나도 얻지 못한다",
      en: "Left without any anchor: \(orphans.count) of \(objects.count) objects"),
  note: Bilingual(ko: "가운데가 같은 앵커의 점은 겹쳐 있다.", en: "Dots of anchors with the same centre lie on one another.")
) {
  Panels(columns: 2) {
    Panel(Bilingual(ko: "객체 앵커와 무시되는 앵커의 가운데", en: "centres of object and ignored anchors")) {
      scene.centres(of: anchors, matches, counts)
    }
    if let shown {
      Panel(Bilingual(ko: "객체 \(shown + 1): 정답과 앵커 셋", en: "object \(shown + 1): ground truth and three anchors")) {
        scene.closeUp(objects[shown], anchors, matches, near: [1, (objectIoU + backgroundIoU) / 2, backgroundIoU / 2])
      }
    }
  }
}

// MARK: - From an anchor to a box
let coder = BoxCoder()
let offsets = try objects.indices.map { object in
  let anchor = overlaps.bestAnchor(of: object) ?? 0
  return (anchor: anchor, delta: try coder.encode(objects[object], anchor: anchors[anchor]))
}
page.table(
  "offsets",
  columns: [.object, "x₁", "y₁", "x₂", "y₂", "dx", "dy", "dw", "dh", Bilingual(ko: "할당", en: "assigned")],
  rows: zip(objects, offsets).enumerated().map { index, row in
    let (box, delta) = (row.0, row.1.delta)
    return [.count(index + 1)] + [box.xMin, box.yMin, box.xMax, box.yMax].map { .number($0, .fixed(0)) }
      + [delta.dx, delta.dy, delta.dw, delta.dh].map { .number($0, .fixed(3)) }
      + [.text(matches[row.1.anchor] == .object(index) ? "○" : "×")]
  })
var (largestShift, largestStretch) = (0.0, 0.0)  // of all object anchors
for (index, match) in matches.enumerated() {
  guard case .object(let object) = match else { continue }
  let delta = try coder.encode(objects[object], anchor: anchors[index])
  largestShift = max(largestShift, abs(delta.dx), abs(delta.dy))
  largestStretch = max(largestStretch, abs(delta.dw), abs(delta.dh))
}
page.value("largestShift", largestShift, .fixed(2))
page.value("largestStretch", largestStretch, .fixed(2))
page.value("largestCoordinate", objects.map(\.xMax).reduce(0) { max($0, $1) }, .integer)
let half = page.value("half", 0.5, .fixed(1)), factor = page.value("factor", 1 / half, .integer)
let logTwo = page.value("logTwo", log(factor), .fixed(2))
page.claim(
  "no object anchor differs by more than a factor of two", largestStretch <= logTwo, brokenBy: "--object-iou 0.2")
page.claim("no centre is off by more than half a side", largestShift <= half, brokenBy: "--object-iou 0.2")

// MARK: - And back to the box
page.value("largestLogRatio", coder.largestLogRatio, .fixed(2))
page.value("largestGrowth", exp(coder.largestLogRatio), .fixed(1))
page.value("shownObject", (shown ?? 0) + 1)
func centred(_ name: Bilingual, _ box: Box) -> [Datum] {
  [.text(name)] + [box.center.x, box.center.y, box.width, box.height].map { .number($0, .fixed(1)) }
}
page.table(
  "decoding", columns: ["", "x, dx", "y, dy", "w, dw", "h, dh"],
  rows: shown.map { object in
    let (anchor, delta) = (anchors[offsets[object].anchor], offsets[object].delta)
    return [
      centred(Bilingual(ko: "앵커", en: "anchor"), anchor),
      [.text(Bilingual(ko: "오프셋", en: "offset"))]
        + [delta.dx, delta.dy, delta.dw, delta.dh].map { .number($0, .fixed(3)) },
      centred(Bilingual(ko: "되돌린 상자", en: "decoded"), coder.decode(delta, anchor: anchor)),
    ]
  } ?? [])

// MARK: - Boxes to be suppressed
page.value("noise", ImitatedDetection.noise, .fixed(2))
page.value("lowestTrust", ImitatedDetection.lowestTrust, .fixed(1))
let detections = try scene.imitatedDetections(anchors, matches, random: &random)
page.values(["detections": detections.count, "falseDetections": detections.count { $0.object == nil }])

// MARK: - Suppressing, step by step
let nms = page.value("nms", page.parameters.nms, .atMost(3))
let steps = suppressionSteps(
  boxes: BoxList(detections.map(\.box)), scores: detections.map { Float($0.score) }, threshold: nms)
let kept = steps.map(\.kept)
func objectName(_ index: Int) -> Bilingual {
  detections[index].object.map { Bilingual(ko: "객체 \($0 + 1)", en: "object \($0 + 1)") } ?? .background
}
page.table(
  "steps",
  columns: [
    Bilingual(ko: "차례", en: "step"), Bilingual(ko: "남긴 상자", en: "kept"), .score,
    Bilingual(ko: "지운 상자", en: "struck out"), Bilingual(ko: "남은 후보", en: "candidates left"),
  ],
  rows: steps.enumerated().map { index, step in
    [
      .count(index + 1), .text(objectName(step.kept)), .number(detections[step.kept].score, .fixed(3)),
      .count(step.struck.count), .count(step.left.count),
    ]
  })
let keptOfObjects = kept.compactMap { detections[$0].object }
let duplicates = page.value("duplicates", keptOfObjects.count - Set(keptOfObjects).count)
page.values(["kept": kept.count, "struck": detections.count - kept.count])
page.claim("only a few duplicates stay", (1...3).contains(duplicates), brokenBy: "--nms 1")
page.claim(
  "no box of a background is struck out",
  detections.indices.allSatisfy { detections[$0].object != nil || kept.contains($0) },
  brokenBy: "--nms 0.15")
page.table(
  "detections",
  columns: [
    Bilingual(ko: "상자", en: "box"), "x", "y", .width, .height, .score, Bilingual(ko: "남은 차례", en: "kept in step"),
  ],
  rows: detections.enumerated().map { index, detection in
    let box = CornerBox(detection.box)
    return [.text(objectName(index))] + [box.x, box.y, box.width, box.height].map { .number($0, .fixed(1)) }
      + [.number(detection.score, .fixed(3)), kept.firstIndex(of: index).map { .count($0 + 1) } ?? .text("×")]
  })

// MARK: - The steps, drawn
let watched = keptOfObjects.max { a, b in  // an object of which two boxes stay, if there is one
  keptOfObjects.count { $0 == a } < keptOfObjects.count { $0 == b }
}
let firstStep = (steps.firstIndex { detections[$0.kept].object == watched } ?? 0) + 1
func stage(after count: Int) -> Chart {
  scene.suppression(detections, after: Array(steps.prefix(count)), around: watched)
}
page.figure(
  "nmsSteps",
  Bilingual(
    ko: "NMS는 많이 겹친 상자를 지우지만, 덜 겹친 상자는 틀려도 남긴다",
    en: "NMS strikes out what overlaps much; what overlaps less stays, right or wrong"),
  note: Bilingual(
    ko: "가는 선: 후보와 점수, 굵은 선: 남긴 상자, 점선: 지운 상자",
    en: "thin: candidates and their scores; thick: kept; dotted: struck out")
) {
  Panels(columns: 3) {
    Panel(Bilingual(ko: "처음", en: "at first")) { stage(after: 0) }
    Panel(Bilingual(ko: "이곳의 첫 상자를 남긴 뒤", en: "the first box here is kept")) { stage(after: firstStep) }
    Panel(Bilingual(ko: "끝", en: "at the end")) { stage(after: steps.count) }
  }
}

// MARK: - Average precision
let truth = try GroundTruth(
  images: [.init(id: 1, width: scene.size.width, height: scene.size.height)],
  categories: [.init(id: 1, name: "object")],
  annotations: objects.enumerated().map { .init(id: $0 + 1, imageID: 1, categoryID: 1, box: CornerBox($1)) })
func scored(_ indices: [Int]) -> [ScoredBox] {
  indices.map { .init(imageID: 1, categoryID: 1, box: CornerBox(detections[$0].box), score: detections[$0].score) }
}
let (before, after) = (try truth.quality(of: scored(Array(detections.indices))), try truth.quality(of: scored(kept)))
func precision(_ quality: DetectionQuality, _ threshold: OverlapThreshold?) -> Double {
  quality.averagePrecision(at: threshold) ?? .nan
}
page.table(
  "averagePrecision",
  columns: [Bilingual(ko: "상자", en: "boxes"), "AP50", "AP75", "AP"],
  rows: [(Bilingual(ko: "NMS 전", en: "before NMS"), before), (Bilingual(ko: "NMS 후", en: "after NMS"), after)].map {
    [.text($0.0)] + [.iou50, .iou75, nil].map { [quality = $0.1] in .number(precision(quality, $0), .percent(1)) }
  })
let ranking = try truth.ranking(of: scored(kept), category: 1, at: .iou50)
page.table(
  "ranking",
  columns: [
    Bilingual(ko: "순위", en: "rank"), .score, "IoU", Bilingual(ko: "찾음", en: "found"), .precision, .recall,
  ],
  rows: ranking.enumerated().map { rank, row in
    let repeated = Bilingual(ko: "× (중복)", en: "× (again)")
    return [
      .count(rank + 1), .number(detections[kept[row.index]].score, .fixed(3)), .number(row.overlap, .fixed(2)),
      .text(row.verdict == .hit ? "○" : row.verdict == .duplicate ? repeated : "×"),
      .number(row.precision, .fixed(3)), .number(row.recall, .fixed(3)),
    ]
  })
page.value("duplicateRanks", list(ranking.indices.filter { ranking[$0].verdict == .duplicate }.map { $0 + 1 }))
let lastHit = ranking.lastIndex { $0.verdict == .hit } ?? 0
page.values([
  "recallPoints": after.curve(category: 1, at: .iou50)?.count ?? 0, "thresholds": OverlapThreshold.allCases.count,
  "foundObjects": ranking.count { $0.verdict == .hit },
  "falseBefore": ranking[..<lastHit].count { $0.verdict == .miss },
  "repeatedBefore": ranking[..<lastHit].count { $0.verdict == .duplicate },
])
page.values(
  .fixed(2),
  [
    "firstThreshold": OverlapThreshold.iou50.value, "secondThreshold": OverlapThreshold.iou55.value,
    "lastThreshold": OverlapThreshold.iou95.value,
  ])
page.values(.percent(1), ["ap50Before": precision(before, .iou50), "apAfter": precision(after, nil)])
let ap50 = page.value("ap50After", precision(after, .iou50), .percent(1))
let lastRecall = page.value("lastRecall", ranking.last?.recall ?? .nan, .percent(1))
let lostToAlarms = page.value("lostToAlarms", lastRecall - ap50, .percent(1))
let lostToRecall = page.value("lostToRecall", 1 - lastRecall, .percent(1))
page.claim("NMS raises AP50", ap50 > precision(before, .iou50), brokenBy: "--nms 1")
page.claim(
  "recall stops where anchors do", lastRecall <= 1 - Double(orphans.count) / Double(objects.count) && lastRecall < 1,
  brokenBy: "--object-iou 0.1")
page.claim("recall takes more from AP50 than false alarms do", lostToRecall > lostToAlarms, brokenBy: "--nms 1")

// MARK: - The curve, drawn
func curve(_ indices: [Int]) -> Chart {
  let ranking = (try? truth.ranking(of: scored(indices), category: 1, at: .iou50)) ?? []
  return precisionRecallChart(ranking.map { ($0.recall, $0.precision) })
}
page.figure(
  "precisionRecall",
  Bilingual(
    ko: "겹친 상자는 오탐이 되어 AP50, 곧 곡선 아래의 넓이를 줄인다",
    en: "Duplicates are false alarms and take from AP50, the area below the curve")
) {
  Panels(columns: 2) {
    Panel(
      Bilingual(ko: "NMS 전", en: "before NMS").map {
        "\($0): AP50 \(precision(before, .iou50), .percent(1), in: .prose)"
      }
    ) {
      curve(Array(detections.indices))
    }
    Panel(Bilingual(ko: "NMS 후", en: "after NMS").map { "\($0): AP50 \(ap50, .percent(1), in: .prose)" }) {
      curve(kept)
    }
  }
}

// MARK: - The slide, checked
page.value("printedAreas", "2⁵ × 2 ~ 2⁹ × 2")
page.value("printedScales", "{2 0, 2 1/3, 2 2/3}")
let sides = [5.0, 9].map { pow(2, $0) }  // 002-26
page.values(
  .integer,
  [
    "typedSmallest": (sides[0] * 2).squareRoot(), "typedLargest": (sides[1] * 2).squareRoot(),
    "rightSmallest": (sides[0] * sides[0]).squareRoot(), "rightLargest": (sides[1] * sides[1]).squareRoot(),
  ])
let typedScales = try AnchorGenerator(octaveScales: [2, 2 + 1.0 / 3, 2 + 2.0 / 3])  // 002-27
let coveredAsTyped = page.value("coveredAsTyped", share(bestOverlaps(typedScales), from: objectIoU), .percent(1))
page.values(.fixed(2), ["typedScale": 2 + 1.0 / 3, "rightScale": cbrt(2)])
page.claim(
  "with the scales as printed many objects are lost", coveredAsTyped < nine.covered - 0.1, brokenBy: "--object-iou 0.05"
)
page.finish()
