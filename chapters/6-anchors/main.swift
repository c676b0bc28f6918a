// MARK: - What you may change
import Boxes
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
}

let page = Page(Parameters.self)
let side = page.value("side", page.parameters.imageSize)
let image = try ImageSize(width: side, height: side)

// MARK: - Cells
let levels = PyramidLevel.allCases
let (roundedUp, roundedDown) = (levels.map { $0.grid(for: image).rows }, levels.map { side / $0.stride })
var halved = [side]  // by the seven convolutions of stride 2 up to P7
for _ in 1...PyramidLevel.p7.rawValue { halved.append((halved[halved.count - 1] - 1) / 2 + 1) }
func list(_ numbers: [Int]) -> Bilingual { Bilingual(stringLiteral: numbers.map(String.init).joined(separator: ", ")) }
page.value("roundedUp", list(roundedUp))
page.value("roundedDown", list(roundedDown))
page.value("halved", list(halved))
page.value("p3Stride", PyramidLevel.p3.stride)

func laid(_ scales: Int, _ ratios: Int, _ convention: AnchorGenerator.Convention = .paper) throws -> AnchorGenerator {
  try AnchorGenerator(
    convention, aspectRatios: (0..<ratios).map { pow(2, Double($0) - Double(ratios - 1) / 2) },
    octaveScales: (0..<scales).map { pow(2, Double($0) / Double(scales)) })
}
let (scales, ratios) = (page.value("scales", page.parameters.scales), page.value("ratios", page.parameters.ratios))
let generator = try laid(scales, ratios)
let perCell = page.value("perCell", generator.anchorsPerCell)
let total = page.value("total", generator.count(for: image))
let totalDown = page.value("totalDown", perCell * roundedDown.reduce(0) { $0 + $1 * $1 })
let reviewTotal = page.value("reviewTotal", 67_995)  // 002-29
page.value("lost", total - totalDown)
page.claim("rounding up gives the review's total", total == reviewTotal, brokenBy: "--image-size 512")
page.claim("rounding down loses anchors", totalDown < total, brokenBy: "--image-size 512")

func levelName(_ level: PyramidLevel) -> Bilingual { Bilingual(stringLiteral: "P\(level.rawValue)") }
page.table(
  "levels",
  columns: [
    Bilingual(ko: "레벨", en: "level"), Bilingual(ko: "보폭", en: "stride"), Bilingual(ko: "칸(올림)", en: "cells, up"),
    Bilingual(ko: "칸(내림)", en: "cells, down"), Bilingual(ko: "앵커의 기본 크기", en: "base size of anchors"),
    Bilingual(ko: "앵커의 수", en: "anchors"),
  ],
  rows: levels.indices.map { index in
    [.text(levelName(levels[index]))]
      + [
        levels[index].stride, roundedUp[index], roundedDown[index], levels[index].baseSize,
        perCell * roundedUp[index] * roundedUp[index],
      ].map { .number(Double($0), .integer) }
  })

// MARK: - The shapes of a cell
let shapes = generator.cellAnchors(at: .p3)
page.table(
  "shapes",
  columns: [
    Bilingual(ko: "종횡비(높이/너비)", en: "aspect ratio, height / width"), Bilingual(ko: "옥타브 배율", en: "octave scale"),
    Bilingual(ko: "너비", en: "width"), Bilingual(ko: "높이", en: "height"),
    Bilingual(ko: "넓이의 제곱근", en: "root of the area"),
  ],
  rows: shapes.indices.map { index in
    let (ratio, scale) = index.quotientAndRemainder(dividingBy: scales)
    return [
      .number(generator.aspectRatios[ratio], .atMost(3)), .number(generator.octaveScales[scale], .fixed(3)),
      .number(shapes[index].width, .fixed(1)), .number(shapes[index].height, .fixed(1)),
      .number(shapes[index].area.squareRoot(), .fixed(1)),
    ]
  })
let largest = page.value(
  "largest", Double(PyramidLevel.p7.baseSize) * (generator.octaveScales.last ?? 1), .fixed(1))
let step = page.value("step", pow(2, 1 / Double(scales)), .fixed(2))
page.value("betweenScales", 1 / step, .fixed(2))  // IoU of squares whose sides differ by √step
page.claim("the sizes reach as far as the paper says", abs(largest - 813) < 1, brokenBy: "--scales 1")
page.claim("between two scales IoU stays high", 1 / step > 0.75, brokenBy: "--scales 2")

// MARK: - The shapes, drawn
func size(of box: Box) -> Bilingual { "\(box.width, .fixed(0), in: .prose) × \(box.height, .fixed(0), in: .prose)" }
page.figure(
  "anchorsOfACell",
  Bilingual(
    ko: "한 칸의 앵커 \(perCell)개: 종횡비를 바꾸어도 넓이는 그대로다 (P3, 픽셀)",
    en: "The \(perCell) anchors of a cell: the aspect ratio leaves the area alone (P3, pixels)")
) {
  let (width, height) = (1.35 * (shapes.map(\.width).max() ?? 1), shapes.map(\.height))
  let tallest = (0..<ratios).map { height[($0 + 1) * scales - 1] }
  let gap = 0.09 * tallest.reduce(0, +)
  let tops = (0..<ratios).map { row in tallest[..<row].reduce(gap) { $0 + $1 + gap } }
  let bottom = tallest.reduce(gap) { $0 + $1 + gap }
  return Chart(
    x: .hidden(.linear(-0.55 * width...width * Double(scales))),
    y: .hidden(.linear(0...bottom), direction: .descending),
    aspect: .equal
  ) {
    for (column, scale) in generator.octaveScales.enumerated() {
      TextMark(
        Bilingual(ko: "배율 ", en: "scale ").map { $0 + "\(scale, .fixed(2), in: .prose)" },
        x: (Double(column) + 0.5) * width, y: 0, anchor: .top)
    }
    for (row, ratio) in generator.aspectRatios.enumerated() {
      let middle = tops[row] + tallest[row] / 2
      TextMark(
        Bilingual(ko: "종횡비\n(높이/너비)\n", en: "height /\nwidth\n").map { $0 + "**\(ratio, .atMost(3), in: .prose)**" },
        x: -0.25 * width, y: middle)
      for column in 0..<scales {
        let (x, box) = ((Double(column) + 0.5) * width, shapes[row * scales + column])
        let half = Double(PyramidLevel.p3.stride) / 2
        RectMark(x: (x - half)...(x + half), y: (middle - half)...(middle + half), opacity: 0.5).tint(.muted).width(0)
        RectMark(x: (x + box.xMin)...(x + box.xMax), y: (middle + box.yMin)...(middle + box.yMax))
          .tint(.series(row)).dash(.series(row)).width(4)
        TextMark(size(of: box), x: x, y: middle + box.yMax + 1, anchor: .top, tint: .series(row), size: 30)
      }
    }
  }
}

// MARK: - A picture with objects of many sizes
let photo = try ImageSize(width: side * 3 / 2, height: side)
let landscape = Landscape(radii: (0..<page.parameters.objects).map { 62 * pow(0.76, Double($0)) })
let pixelsPerUnit = Double(side) / 320
let objects = landscape.boxes.map { box in
  Box(
    xMin: box.x.lowerBound * pixelsPerUnit, yMin: box.y.lowerBound * pixelsPerUnit,
    xMax: box.x.upperBound * pixelsPerUnit, yMax: box.y.upperBound * pixelsPerUnit)
}
let anchors = generator.anchors(for: photo)
let outline = Tint.fixed(Color(hex: 0x1B2030))  // dark in every theme: it lies on the sky
page.value("photoWidth", photo.width)
page.value("objects", objects.count)
page.value("photoAnchors", anchors.count)
page.claim("about a hundred thousand anchors", (8e4...1.2e5).contains(Double(anchors.count)), brokenBy: "--scales 1")

// MARK: - The levels, drawn
func mark(_ box: Box) -> RectMark {
  RectMark(
    x: (box.xMin / pixelsPerUnit)...(box.xMax / pixelsPerUnit),
    y: (box.yMin / pixelsPerUnit)...(box.yMax / pixelsPerUnit))
}
func cells(of level: PyramidLevel) -> [any Mark] {
  let grid = level.grid(for: photo), stride = Double(level.stride) / pixelsPerUnit
  let (right, bottom) = (Landscape.frame.x.upperBound, Landscape.frame.y.upperBound)
  let upright = (0...grid.columns).map { Line([(Double($0) * stride, 0), (Double($0) * stride, bottom)]) }
  let level = (0...grid.rows).map { Line([(0, Double($0) * stride), (right, Double($0) * stride)]) }
  return (upright + level).map { $0.tint(.backgrounds.opacity(0.5)).width(1.5) }
}
page.figure(
  "anchorsOverLevels",
  Bilingual(
    ko: "레벨이 하나 오르면 앵커는 두 배로 커지고 칸은 넷 가운데 하나만 남는다",
    en: "One level up, anchors are twice as large, and one cell of four remains")
) {
  Panels(columns: 3) {
    for level in levels {
      let grid = level.grid(for: photo)
      let middle = (
        x: (Double(grid.columns / 2) + 0.5) * Double(level.stride),
        y: (Double(grid.rows / 2) + 0.5) * Double(level.stride)
      )
      Panel(
        Bilingual(
          ko: "P\(level.rawValue): \(grid.columns) × \(grid.rows)칸",
          en: "P\(level.rawValue): \(grid.columns) × \(grid.rows) cells")
      ) {
        landscape.chart {
          cells(of: level)
          for anchor in generator.cellAnchors(at: level) {
            mark(
              Box(
                centerX: anchor.center.x + middle.x, centerY: anchor.center.y + middle.y, width: anchor.width,
                height: anchor.height)
            ).tint(.objects).width(3)
          }
        }
      }
    }
    Panel(Bilingual(ko: "앵커의 수", en: "anchors")) {
      Chart(
        x: Axis(scale: .band(levels.map(levelName))),
        y: Axis(scale: .fitting(levels.map { 1.15 * Double(perCell * $0.grid(for: photo).cells) }, including: 0))
      ) {
        Bar(levels.map { Double(perCell * $0.grid(for: photo).cells) }, values: .fixed(0))
      }
    }
  }
}

// MARK: - Another convention
let padded = try image.padded(toMultipleOf: 32)
let theirs = try laid(scales, ratios, .torchvision)
page.value("padded", padded.width)
page.value("theirTotal", theirs.count(for: padded))
let overlapsOfShapes = levels.map { level in
  zip(generator.cellAnchors(at: level), theirs.cellAnchors(at: level)).map { $0.intersectionOverUnion($1) }.min() ?? 1
}
page.table(
  "conventions",
  columns: [
    Bilingual(ko: "레벨", en: "level"), Bilingual(ko: "논문의 크기", en: "the paper's sizes"),
    Bilingual(ko: "torchvision의 크기", en: "torchvision's sizes"), Bilingual(ko: "보폭", en: "stride"),
    Bilingual(ko: "torchvision의 보폭", en: "torchvision's stride"),
    Bilingual(ko: "모양의 가장 낮은 IoU", en: "lowest IoU of shapes"),
  ],
  rows: levels.indices.map { index in
    let level = levels[index]
    let sizes = generator.octaveScales.map { Double(level.baseSize) * $0 }
    func joined(_ sizes: [Double], _ format: Format) -> Datum {
      .text(Bilingual(stringLiteral: sizes.map { format.text(of: $0, in: .prose) }.joined(separator: ", ")))
    }
    return [
      .text(levelName(level)), joined(sizes, .fixed(1)), joined(sizes.map { $0.rounded(.towardZero) }, .integer),
      .number(Double(level.stride), .integer),
      .number(Double(padded.width / level.grid(for: padded).columns), .integer),
      .number(overlapsOfShapes[index], .fixed(3)),
    ]
  })
let lowestShape = page.value("lowestShape", overlapsOfShapes.min() ?? 1, .fixed(3))
let smallest = Box(centerX: 0, centerY: 0, width: 32, height: 32)
let shift = Double(PyramidLevel.p3.stride) / 2
let shifted = Box(centerX: shift, centerY: shift, width: 32, height: 32)
page.value("shift", shift, .integer)
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
  let root = pow(2, random.uniform(in: -0.75...0.75))  // of height / width, 1:2.8 to 2.8:1
  let (width, height) = (size / root, size * root)
  let (x, y) = (random.uniform(in: 0...1), random.uniform(in: 0...1))
  guard width <= Double(side), height <= Double(side) else { continue }
  samples.append(Box(x: x * (Double(side) - width), y: y * (Double(side) - height), width: width, height: height))
}
page.value("samples", samples.count)

// MARK: - How many are covered
let objectIoU = page.value("objectIoU", page.parameters.objectIou, .atMost(3))
func bestOverlaps(_ generator: AnchorGenerator) -> [Double] {
  Overlaps(anchors: generator.anchors(for: image), boxes: BoxList(samples)).ofBoxes.map(Double.init)
}
func covered(_ overlaps: [Double]) -> Double { Double(overlaps.count { $0 >= objectIoU }) / Double(overlaps.count) }
let densities = try Paper.anchorTable.map { row in
  let generator = try laid(row.scales, row.ratios), overlaps = bestOverlaps(generator)
  return (
    row: row, generator: generator, covered: covered(overlaps), mean: overlaps.reduce(0, +) / Double(overlaps.count)
  )
}
page.table(
  "coverage",
  columns: [
    Bilingual(ko: "배율 × 종횡비", en: "scales × ratios"), Bilingual(ko: "칸마다 앵커", en: "anchors per cell"),
    Bilingual(ko: "앵커의 수", en: "anchors"), Bilingual(ko: "덮인 객체", en: "objects covered"),
    Bilingual(ko: "가장 높은 IoU의 평균", en: "mean of the best IoU"), Bilingual(ko: "논문의 AP", en: "the paper's AP"),
  ],
  rows: densities.map { density in
    [
      .text("\(density.row.scales) × \(density.row.ratios)"),
      .number(Double(density.generator.anchorsPerCell), .integer),
      .number(Double(density.generator.count(for: image)), .integer), .number(density.covered, .percent(1)),
      .number(density.mean, .fixed(3)), .number(density.row.ap, .fixed(1)),
    ]
  })
func density(_ scales: Int, _ ratios: Int) -> (covered: Double, mean: Double) {
  densities.first { $0.row.scales == scales && $0.row.ratios == ratios }.map { ($0.covered, $0.mean) } ?? (.nan, .nan)
}
let (single, nine) = (density(1, 1), density(3, 3))
page.value("coveredByOne", single.covered, .percent(0))
page.value("coveredBySix", density(2, 3).covered, .percent(1))
page.value("coveredByNine", nine.covered, .percent(1))
page.value("coveredByThreeScales", density(3, 1).covered, .percent(0))
page.value("coveredByThreeRatios", density(1, 3).covered, .percent(0))
page.claim("one anchor per cell leaves many objects out", single.covered < 0.9, brokenBy: "--object-iou 0.1")
let missed = zip(samples, bestOverlaps(generator)).filter { $0.1 < objectIoU }.map { $0.0.area.squareRoot() }
page.value("missed", missed.count)
page.value("largestMissed", missed.max() ?? 0, .atMost(3))
page.claim("what stays uncovered is small", missed.allSatisfy { $0 < 32 }, brokenBy: "--object-iou 0.8")
page.claim(
  "three ratios cover more than three scales", density(1, 3).covered > density(3, 1).covered,
  brokenBy: "--object-iou 0.05")
page.claim(
  "from six on the same objects are covered, only closer",
  density(2, 3).covered == nine.covered && nine.covered == density(4, 3).covered && density(2, 3).mean < nine.mean,
  brokenBy: "--object-iou 0.8")

// MARK: - The coverage, drawn
func byDensity(
  _ label: Bilingual, _ range: ClosedRange<Double>, _ format: NumberFormat, _ measure: @escaping (Int) -> Double
) -> Chart {
  Chart(
    x: Axis(
      label: Bilingual(ko: "칸마다 앵커의 수", en: "anchors per cell"), scale: .linear(0...13),
      ticks: .at([1, 2, 3, 6, 9, 12])),
    y: Axis(label: label, scale: .linear(range), format: format), legend: .inside(.bottomTrailing)
  ) {
    for count in [1, 3] {
      let name = Bilingual(ko: "종횡비 \(count)개", en: count == 1 ? "one aspect ratio" : "three aspect ratios")
      let points = densities.indices.filter { densities[$0].row.ratios == count }
        .map { (Double(densities[$0].generator.anchorsPerCell), measure($0)) }
      Line(points).tint(.series(count)).label(name)
      Dot(points).tint(.series(count)).marker(.series(count)).label(name)
    }
  }
}
page.figure(
  "coverageByDensity",
  Bilingual(
    ko: "앵커가 여섯 개를 넘으면 덮인 객체도 AP도 늘지 않는다",
    en: "Beyond six anchors per cell, neither coverage nor AP rises"),
  note: Bilingual(ko: "오른쪽: 논문 표 1(c), COCO minival", en: "right: the paper's Table 1(c), COCO minival")
) {
  let low = densities.map(\.covered).min() ?? 0
  return Panels(columns: 2) {
    Panel(Bilingual(ko: "덮인 객체의 비율 (계산)", en: "share of objects covered (computed)")) {
      byDensity("", (low > 0.5 ? 0.5 : 0)...1, .percent(0)) { densities[$0].covered }
    }
    Panel(Bilingual(ko: "AP (논문)", en: "AP (the paper)")) {
      byDensity("", 30...35, .fixed(0)) { densities[$0].row.ap }
    }
  }
}

// MARK: - Object, background, or neither
let backgroundIoU = page.value("backgroundIoU", max(objectIoU - page.parameters.ignored, 0), .atMost(3))
let rules: [(name: Bilingual, rule: Matcher.LowQualityMatches)] = [
  (Bilingual(ko: "논문의 규칙", en: "the paper's rule"), .dropped),
  (Bilingual(ko: "낮은 품질의 할당도 허용", en: "with low-quality matches"), .kept),
]
let matches = try rules.map { rule in
  try Matcher(objectThreshold: objectIoU, backgroundThreshold: backgroundIoU, lowQualityMatches: rule.rule)
    .match(anchors: anchors, to: BoxList(objects))
}
func anchorsOfObjects(_ matches: [AnchorMatch]) -> [Int] {
  objects.indices.map { object in matches.count { $0 == .object(object) } }
}
let owned = matches.map(anchorsOfObjects)
let counts = matches.indices.map { index in
  let (object, ignored) = (owned[index].reduce(0, +), matches[index].count { $0 == .ignored })
  return (object: object, ignored: ignored, background: anchors.count - object - ignored)
}
page.table(
  "assignment",
  columns: [
    Bilingual(ko: "규칙", en: "rule"), .object, Bilingual(ko: "무시", en: "ignored"), .background,
    Bilingual(ko: "객체 앵커 하나당 배경", en: "backgrounds per object anchor"),
    Bilingual(ko: "앵커를 얻지 못한 객체", en: "objects without an anchor"),
  ],
  rows: rules.indices.map { index in
    let count = counts[index]
    return [.text(rules[index].name)]
      + [count.object, count.ignored, count.background].map { .number(Double($0), .integer) }
      + [
        .number(Double(count.background) / Double(count.object), .integer),
        .number(Double(owned[index].count { $0 == 0 }), .integer),
      ]
  })
let bestOfObjects = Overlaps(anchors: anchors, boxes: BoxList(objects)).ofBoxes.map(Double.init)
page.table(
  "objectsAndAnchors",
  columns: [
    .object, Bilingual(ko: "너비", en: "width"), Bilingual(ko: "높이", en: "height"),
    Bilingual(ko: "가장 높은 IoU", en: "best IoU"),
    rules[0].name, rules[1].name,
  ],
  rows: objects.indices.map { index in
    [
      .number(Double(index + 1), .integer), .number(objects[index].width, .fixed(0)),
      .number(objects[index].height, .fixed(0)),
      .number(bestOfObjects[index], .fixed(3)), .number(Double(owned[0][index]), .integer),
      .number(Double(owned[1][index]), .integer),
    ]
  })
let orphans = page.value("orphans", owned[0].count { $0 == 0 })
page.value("orphansKept", owned[1].count { $0 == 0 })
page.value("objectAnchors", counts[0].object)
page.value("ignoredAnchors", counts[0].ignored)
page.value("backgroundRatio", Double(counts[0].background) / Double(counts[0].object), .integer)
page.value("addedAnchors", counts[1].object - counts[0].object)
page.claim(
  "backgrounds outnumber object anchors by hundreds", counts[0].background > 200 * counts[0].object,
  brokenBy: "--object-iou 0.05")
page.claim("the smallest objects get no anchor", orphans > 0 && owned[0].last == 0, brokenBy: "--object-iou 0.1")
page.claim(
  "low-quality matches give some of them one", owned[1].count { $0 == 0 } < orphans, brokenBy: "--object-iou 0.1")
page.claim("a large object has many anchors", owned[0].max() ?? 0 > 20, brokenBy: "--object-iou 0.9")

// MARK: - The assignment, drawn
func dots(_ isWanted: (AnchorMatch) -> Bool) -> [(Double, Double)] {
  anchors.indices.filter { isWanted(matches[0][$0]) }
    .map { (anchors[$0].center.x / pixelsPerUnit, anchors[$0].center.y / pixelsPerUnit) }
}
let shownObject = min(3, objects.count - 1)
let overlapsOfShown = anchors.map { $0.intersectionOverUnion(objects[shownObject]) }
func nearest(to iou: Double) -> Int {
  anchors.indices.min { abs(overlapsOfShown[$0] - iou) < abs(overlapsOfShown[$1] - iou) } ?? 0
}
func look(of match: AnchorMatch) -> (Tint, Dash) {
  switch match {
  case .object: (.objects, .solid)
  case .ignored: (.series(2), .dashed)
  case .background: (.backgrounds, .shortDashed)
  }
}
page.figure(
  "anchorAssignment",
  Bilingual(
    ko: "앵커는 IoU에 따라 객체, 무시, 배경으로 나뉜다", en: "By its IoU an anchor is object, ignored or background")
) {
  Panels(columns: 2) {
    Panel(Bilingual(ko: "객체 앵커와 무시되는 앵커의 중심", en: "centres of object and ignored anchors")) {
      landscape.chart(of: Landscape.Box(x: Landscape.frame.x, y: 0...440)) {  // words below the picture
        objects.map { mark($0).tint(outline).width(2.5) }
        Dot(dots { $0 == .ignored }).tint(.series(2)).marker(.square).width(10)
        Dot(dots { if case .object = $0 { true } else { false } }).tint(.objects).marker(.circle).width(12)
        for (row, (name, count, tint)) in [
          (Bilingual(ko: "● 객체", en: "● object"), counts[0].object, Tint.objects),
          (Bilingual(ko: "■ 무시", en: "■ ignored"), counts[0].ignored, .series(2)),
          (Bilingual(ko: "그 밖의 모든 앵커: 배경", en: "all other anchors: background"), counts[0].background, .backgrounds),
        ].enumerated() {
          TextMark(
            name.map { "**\($0) \(Double(count), .integer, in: .prose)**" }, x: 4, y: 346 + 34 * Double(row),
            anchor: .leading, tint: tint)
        }
      }
    }
    Panel(Bilingual(ko: "한 객체와 앵커 셋", en: "one object, three anchors")) {
      let chosen = [1, (objectIoU + backgroundIoU) / 2, backgroundIoU / 2].map(nearest)
      let hull = chosen.reduce(objects[shownObject]) { $0.enclosing(anchors[$1]) }
      let reach = 0.62 * max(hull.width, hull.height) / pixelsPerUnit
      let (x, y) = (hull.center.x / pixelsPerUnit, hull.center.y / pixelsPerUnit)
      return landscape.chart(of: Landscape.Box(x: (x - reach)...(x + reach), y: (y - reach)...(y + reach))) {
        mark(objects[shownObject]).tint(outline).width(6).label(Bilingual(ko: "정답", en: "ground truth"))
        for anchor in chosen {
          let (tint, dash) = look(of: matches[0][anchor])
          mark(anchors[anchor]).tint(tint).dash(dash).width(5)
            .label("IoU \(overlapsOfShown[anchor], .fixed(2), in: .prose)")
        }
      }
    }
  }
}

// MARK: - From an anchor to a box
let coder = BoxCoder()
func bestAnchor(of object: Int) -> Int {
  let overlaps = Overlaps(anchors: anchors, boxes: BoxList([objects[object]])).ofAnchors
  return overlaps.indices.max { overlaps[$0] < overlaps[$1] } ?? 0
}
let offsets = try objects.indices.map { object in
  let index = bestAnchor(of: object)
  return (
    level: generator.anchor(at: index, for: photo).level,
    delta: try coder.encode(objects[object], anchor: anchors[index])
  )
}
page.table(
  "offsets",
  columns: [.object, "x₁", "y₁", "x₂", "y₂", Bilingual(ko: "앵커의 레벨", en: "anchor's level"), "dx", "dy", "dw", "dh"],
  rows: objects.indices.map { index in
    let (box, delta) = (objects[index], offsets[index].delta)
    return [.number(Double(index + 1), .integer)]
      + [box.xMin, box.yMin, box.xMax, box.yMax].map { .number($0, .fixed(1)) }
      + [.text(levelName(offsets[index].level))]
      + [delta.dx, delta.dy, delta.dw, delta.dh].map { .number($0, .fixed(3)) }
  })
func largestPart(_ delta: BoxDelta) -> Double {
  [delta.dx, delta.dy, delta.dw, delta.dh].map(abs).reduce(0) { max($0, $1) }
}
var largestOffset = 0.0
for (index, match) in matches[0].enumerated() {
  guard case .object(let object) = match else { continue }
  largestOffset = max(largestOffset, largestPart(try coder.encode(objects[object], anchor: anchors[index])))
}
page.value("largestOffset", largestOffset, .fixed(2))
page.value("largestCoordinate", objects.map(\.xMax).reduce(0) { max($0, $1) }, .integer)
page.value("logTwo", log(2), .fixed(2))
page.claim("no offset of an object anchor is above log 2", largestOffset <= log(2), brokenBy: "--object-iou 0.2")

// MARK: - Detections, imitated
struct Detection {
  var object: Int?
  var box: Box
  var score: Double
}
func blurred(_ part: Double) -> Double { part + random.uniform(in: -0.15...0.15) }
var detections: [Detection] = []
for object in objects.indices {
  let own = anchors.indices.filter { matches[0][$0] == .object(object) }
  for _ in 0..<min(4, own.count) {
    let anchor = anchors[own[random.index(below: own.count)]]
    let right = try coder.encode(objects[object], anchor: anchor)
    let delta = BoxDelta(dx: blurred(right.dx), dy: blurred(right.dy), dw: blurred(right.dw), dh: blurred(right.dh))
    let box = coder.decode(delta, anchor: anchor).clipped(to: photo)
    let score = box.intersectionOverUnion(objects[object]) * random.uniform(in: 0.6...1)
    detections.append(Detection(object: object, box: box, score: score))
  }
}
let found = detections.count
for miss in landscape.misses(8) {
  let box = Box(
    xMin: miss.x.lowerBound * pixelsPerUnit, yMin: miss.y.lowerBound * pixelsPerUnit,
    xMax: miss.x.upperBound * pixelsPerUnit, yMax: miss.y.upperBound * pixelsPerUnit)
  detections.append(Detection(object: nil, box: box, score: random.uniform(in: 0.05...0.7)))
}
page.value("detections", detections.count)
page.value("falseDetections", detections.count - found)

// MARK: - Suppressing, step by step
let nms = page.value("nms", page.parameters.nms, .atMost(3))
let kept = nonMaximumSuppression(
  boxes: BoxList(detections.map(\.box)), scores: detections.map { Float($0.score) }, threshold: nms)
var left = Array(detections.indices)
let steps = kept.map { winner in
  let struck = left.filter { $0 != winner && detections[$0].box.intersectionOverUnion(detections[winner].box) > nms }
  left.removeAll { $0 == winner || struck.contains($0) }
  return (winner: winner, struck: struck, left: left)
}
func objectName(_ index: Int) -> Bilingual {
  detections[index].object.map { Bilingual(ko: "객체 \($0 + 1)", en: "object \($0 + 1)") } ?? .background
}
page.table(
  "steps",
  columns: [
    Bilingual(ko: "차례", en: "step"), Bilingual(ko: "남긴 상자", en: "kept"), Bilingual(ko: "점수", en: "score"),
    Bilingual(ko: "지운 상자", en: "struck out"), Bilingual(ko: "남은 후보", en: "candidates left"),
  ],
  rows: steps.enumerated().map { index, step in
    [
      .number(Double(index + 1), .integer), .text(objectName(step.winner)),
      .number(detections[step.winner].score, .fixed(3)),
      .number(Double(step.struck.count), .integer), .number(Double(step.left.count), .integer),
    ]
  })
let keptOfObjects = kept.compactMap { detections[$0].object }
page.value("kept", kept.count)
page.value("struck", detections.count - kept.count)
page.value("duplicates", keptOfObjects.count - Set(keptOfObjects).count)
page.claim(
  "only a few duplicates stay", (1...3).contains(keptOfObjects.count - Set(keptOfObjects).count), brokenBy: "--nms 1")
page.table(
  "detections",
  columns: [
    Bilingual(ko: "상자", en: "box"), "x", "y", Bilingual(ko: "너비", en: "width"), Bilingual(ko: "높이", en: "height"),
    Bilingual(ko: "점수", en: "score"), Bilingual(ko: "NMS가 남김", en: "kept by NMS"),
  ],
  rows: detections.enumerated().map { index, detection in
    let box = CornerBox(detection.box)
    return [.text(objectName(index))] + [box.x, box.y, box.width, box.height].map { .number($0, .fixed(1)) }
      + [.number(detection.score, .fixed(3)), .number(kept.contains(index) ? 1 : 0, .integer)]
  })

// MARK: - The steps, drawn
func stage(after count: Int) -> Chart {
  let done = steps.prefix(count)
  return landscape.chart {
    (done.last?.left ?? Array(detections.indices)).map { mark(detections[$0].box).tint(outline).width(2.5) }
    done.flatMap(\.struck).map { mark(detections[$0].box).tint(outline.opacity(0.6)).dash(.dotted).width(2.5) }
    done.map { mark(detections[$0.winner].box).tint(.series(3)).width(7) }
  }
}
page.figure(
  "nmsSteps",
  Bilingual(
    ko: "NMS: 점수가 가장 높은 상자를 남기고 많이 겹치는 상자를 지운다",
    en: "NMS keeps the box with the highest score and strikes out what overlaps it"),
  note: Bilingual(
    ko: "굵은 선: 남긴 상자, 점선: 지운 상자, 가는 실선: 아직 남은 후보", en: "thick: kept; dotted: struck out; thin: candidates that are left"
  )
) {
  let counts = [0, min(1, steps.count), min(4, steps.count), steps.count]
  return Panels(columns: 2) {
    for count in counts {
      Panel(
        count == 0
          ? Bilingual(ko: "처음: 상자 \(detections.count)개", en: "at first: \(detections.count) boxes")
          : Bilingual(ko: "\(count)번 고른 뒤", en: "after \(count) step" + (count == 1 ? "" : "s"))
      ) { stage(after: count) }
    }
  }
}

// MARK: - Average precision
let truth = try GroundTruth(
  images: [.init(id: 1, width: photo.width, height: photo.height)], categories: [.init(id: 1, name: "balloon")],
  annotations: objects.enumerated().map { .init(id: $0 + 1, imageID: 1, categoryID: 1, box: CornerBox($1)) })
func quality(_ indices: [Int]) throws -> DetectionQuality {
  try truth.quality(
    of: indices.map {
      ScoredBox(imageID: 1, categoryID: 1, box: CornerBox(detections[$0].box), score: detections[$0].score)
    })
}
let (before, after) = (try quality(Array(detections.indices)), try quality(kept))
func precision(_ quality: DetectionQuality, _ threshold: OverlapThreshold?) -> Double {
  quality.averagePrecision(at: threshold) ?? .nan
}
page.table(
  "averagePrecision",
  columns: [Bilingual(ko: "상자", en: "boxes"), "AP50", "AP75", "AP"],
  rows: [(Bilingual(ko: "NMS 전", en: "before NMS"), before), (Bilingual(ko: "NMS 후", en: "after NMS"), after)].map {
    name, quality in
    [.text(name)] + [OverlapThreshold.iou50, .iou75, nil].map { .number(precision(quality, $0), .percent(1)) }
  })
page.claim("NMS raises AP50", precision(after, .iou50) > precision(before, .iou50), brokenBy: "--nms 1")

/// After each detection, the highest score first: whether it found an object, precision, and recall.
func ranked(_ indices: [Int]) -> [(index: Int, iou: Double, hit: Bool, precision: Double, recall: Double)] {
  var free = Set(objects.indices), hits = 0
  return indices.sorted { detections[$0].score > detections[$1].score }.enumerated().map { rank, index in
    let overlaps = objects.map { $0.intersectionOverUnion(detections[index].box) }
    let best = free.max { overlaps[$0] < overlaps[$1] }
    let hit = best.map { overlaps[$0] >= OverlapThreshold.iou50.value } ?? false
    if hit, let best { free.remove(best) }
    hits += hit ? 1 : 0
    return (index, overlaps.max() ?? 0, hit, Double(hits) / Double(rank + 1), Double(hits) / Double(objects.count))
  }
}
let ranking = ranked(kept)
page.table(
  "ranking",
  columns: [
    Bilingual(ko: "순위", en: "rank"), Bilingual(ko: "점수", en: "score"), "IoU", Bilingual(ko: "찾음", en: "found"),
    .precision, .recall,
  ],
  rows: ranking.enumerated().map { rank, row in
    [
      .number(Double(rank + 1), .integer), .number(detections[row.index].score, .fixed(3)), .number(row.iou, .fixed(2)),
      .text(row.hit ? "○" : "×"), .number(row.precision, .fixed(3)), .number(row.recall, .fixed(3)),
    ]
  })
let lastRecall = page.value("lastRecall", ranking.last?.recall ?? 0, .percent(0))
page.claim(
  "recall stops where anchors do", lastRecall <= 1 - Double(orphans) / Double(objects.count) && lastRecall < 1,
  brokenBy: "--object-iou 0.1")

page.claim(
  "recall takes more from AP50 than false alarms do", 1 - lastRecall > lastRecall - precision(after, .iou50),
  brokenBy: "--nms 1")
page.value("ap50Before", precision(before, .iou50), .percent(1))
page.value("ap50After", precision(after, .iou50), .percent(1))
page.value("apAfter", precision(after, nil), .percent(1))
page.value("foundObjects", ranking.count(where: \.hit))

// MARK: - The curve, drawn
func curve(_ indices: [Int], _ quality: DetectionQuality) -> Chart {
  let raw = ranked(indices).map { ($0.recall, $0.precision) }
  let points = (quality.curve(category: 1, at: .iou50) ?? []).map { ($0.recall, $0.precision) }
  return Chart(
    x: Axis(label: .recall, scale: .linear(0...1)),
    y: Axis(label: .precision, scale: .linear(0...1.05), ticks: .at([0, 0.25, 0.5, 0.75, 1])),
    legend: .inside(.bottomLeading)
  ) {
    Area(points.map { DataPoint($0.0, $0.1) }).tint(.objects).opacity(0.2)
    Line(points).tint(.objects).width(6).label(
      Bilingual(ko: "그 재현율 이상에서 가장 높은 정밀도", en: "highest precision from there on"))
    Dot(raw).tint(.ink).marker(.circle).width(16).label(Bilingual(ko: "상자 하나를 더할 때마다", en: "after each box"))
  }
}
page.figure(
  "precisionRecall",
  Bilingual(
    ko: "AP는 곡선 아래의 넓이다: 겹친 상자는 오탐이 되어 곡선을 끌어내린다",
    en: "AP is the area below the curve; duplicates are false alarms and pull it down")
) {
  Panels(columns: 2) {
    Panel(
      Bilingual(ko: "NMS 전", en: "before NMS").map {
        "\($0): AP50 \(precision(before, .iou50), .percent(1), in: .prose)"
      }
    ) {
      curve(Array(detections.indices), before)
    }
    Panel(
      Bilingual(ko: "NMS 후", en: "after NMS").map { "\($0): AP50 \(precision(after, .iou50), .percent(1), in: .prose)" }
    ) {
      curve(kept, after)
    }
  }
}

// MARK: - The slide, checked
page.value("printedAreas", "2⁵ × 2 ~ 2⁹ × 2")
page.value("printedScales", "{2 0, 2 1/3, 2 2/3}")
let typedAreas = [5.0, 9].map { pow(2, $0) * 2 }  // 002-26
let rightAreas = [5.0, 9].map { pow(pow(2, $0), 2) }
page.value("typedSmallest", typedAreas[0].squareRoot(), .integer)
page.value("typedLargest", typedAreas[1].squareRoot(), .integer)
page.value("rightSmallest", rightAreas[0].squareRoot(), .integer)
page.value("rightLargest", rightAreas[1].squareRoot(), .integer)
let typedScales = try AnchorGenerator(octaveScales: [2, 2 + 1.0 / 3, 2 + 2.0 / 3])  // 002-27
let coveredAsTyped = page.value("coveredAsTyped", covered(bestOverlaps(typedScales)), .percent(0))
page.value("typedScale", 2 + 1.0 / 3, .fixed(2))
page.value("rightScale", cbrt(2), .fixed(2))
page.claim(
  "with the scales as printed many objects are lost", coveredAsTyped < nine.covered - 0.1, brokenBy: "--object-iou 0.05"
)
page.value("p3Anchors", perCell * roundedUp[0] * roundedUp[0])  // 002-28
page.finish()
