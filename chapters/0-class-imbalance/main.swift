// MARK: - What you may change
import Foundation
import Kernels
import Losses
import ToyDetector
import Workbook

struct Parameters: ChapterParameters {
  @Option(in: 1...50, ko: "이미지에 있는 객체의 수", en: "objects in the image") var objects = 10
  @Option(in: 50...1_000_000, ko: "영역 제안의 수", en: "region proposals") var proposals = 1000
  @Option(in: 4...200, ko: "격자 한 변의 칸 수", en: "cells along a side of the grid") var grid = 13
  @Option(in: 64...4096, ko: "RetinaNet에 넣는 정사각형 이미지의 한 변", en: "side of RetinaNet's square image") var pixels = 600
  @Option(in: 1e-6...100, ko: "어려운 객체 하나의 손실", en: "loss of one hard object") var objectLoss = 10.0
  @Option(in: 1e-6...100, ko: "쉬운 배경 하나의 손실", en: "loss of one easy background") var backgroundLoss = 0.1
  @Option(in: 1...100_000, ko: "첫 단계가 남기는 후보의 수", en: "candidates that the first stage keeps") var kept = 1000
  @Option(in: 1...1000, ko: "손실을 재기 전의 훈련 스텝 수", en: "training steps before losses are measured") var steps = 10
  @Option(in: 0.01...100, ko: "원스테이지 탐지기의 시간에 곱할 수", en: "factor on the time of one-stage detectors")
  var slowdown = 1.0
}

let page = Page(Parameters.self)
let objects = page.value("objects", page.parameters.objects)

// MARK: - The two paradigms, drawn
let landscape = Landscape(balloons: objects)
let grid = page.parameters.grid
func node(_ id: String, _ ko: String, _ en: String, marks: [any Mark] = [], width: Double = 370) -> Node {
  Node(id, Bilingual(ko: ko, en: en), picture: landscape.picture(width: width) { marks }, look: .plain)
}
let proposalMarks = landscape.backgroundMarks(24) + landscape.objectMarks()
let gridMarks = Landscape.gridMarks(cells: grid)
let roughMarks = landscape.boxes.enumerated().map { place, box in  // every third box is off
  let (right, down) = place % 3 == 1 ? (9.0, 7.0) : (0, 0)
  let x = (box.x.lowerBound + right)...(box.x.upperBound + right)
  let y = (box.y.lowerBound + down)...(box.y.upperBound + down)
  return Landscape.Box(x: x, y: y).mark.tint(.objects).width(6)
}
page.figure(
  "twoParadigms",
  Bilingual(ko: "추려서 다시 보느냐, 한 번에 모두 보느냐", en: "Narrow down and look again, or judge everything at once")
) {
  Diagram {
    Column(spacing: 36, alignment: .stretch) {
      Group(Bilingual(ko: "투스테이지 탐지기", en: "two-stage detector"), tint: .series(3), padding: 20) {
        Row(spacing: 230) {
          node("image2", "이미지", "image")
          node("proposals", "객체가 있을 법한 자리", "likely places", marks: proposalMarks)
          node("found2", "느리지만 정확하다", "slow, but accurate", marks: landscape.objectMarks(width: 6))
        }
      }
      Group(
        Bilingual(ko: "원스테이지 탐지기(RetinaNet 이전)", en: "one-stage detector (before RetinaNet)"), tint: .series(2),
        padding: 20
      ) {
        Row(spacing: 230) {
          node("image1", "이미지", "image")
          node("grid", "촘촘한 모든 자리", "every place of a dense grid", marks: gridMarks)
          node("found1", "빠르지만 덜 정확했다", "fast, but less accurate", marks: roughMarks)
        }
      }
    }
  } arrows: {
    Arrow(from: "image2", to: "proposals", Bilingual(ko: "첫 단계:\n추리기", en: "first stage:\nnarrow down"))
    Arrow(from: "proposals", to: "found2", Bilingual(ko: "둘째 단계:\n분류하고\n다듬기", en: "second stage:\nclassify,\nrefine"))
    Arrow.chain("image1", "grid", "found1")
  }
}

// MARK: - Who is who
page.table(
  "whoIsWho",
  columns: [
    Bilingual(ko: "이름", en: "name"), Bilingual(ko: "갈래", en: "kind"), Bilingual(ko: "하는 일", en: "what it does"),
  ],
  rows: NamedMethod.all.map { [.text($0.name), .text($0.kind.name), .text($0.summary)] })

// MARK: - Two stages: how many proposals are objects?
let proposals = page.value("proposals", page.parameters.proposals)
let proposedBackgrounds = page.value("proposedBackgrounds", proposals - objects)
page.value("proposalRatio", Double(proposedBackgrounds) / Double(objects), .atMost(3))
page.claim("nearly all proposals are background", proposedBackgrounds > 20 * objects, brokenBy: "--proposals 50")

// MARK: - The two stages, drawn
func whole(_ count: Int) -> String { "\(Double(count), .integer, in: .prose)" }
func answers(backgrounds: Int) -> Column {
  func answer(_ noun: Bilingual, _ count: Int, _ tint: Tint) -> Node {
    Node(
      noun.en, Bilingual(ko: "**정답: \(noun.ko) \(whole(count))개**", en: "**truth: \(whole(count)) \(noun.en)**"),
      tint: tint,
      look: .filled)
  }
  return Column(spacing: 48, alignment: .stretch) {
    answer(.objects, objects, .objects)
    answer(.backgrounds, backgrounds, .backgrounds)
  }
}
page.figure(
  "twoStagePipeline",
  Bilingual(
    ko: "투스테이지(R-CNN의 방식): 제안 \(whole(proposals))개 가운데 객체는 \(objects)개",
    en: "Two stages (R-CNN's way): \(objects) of \(whole(proposals)) proposals are objects")
) {
  let cut = [landscape.boxes[0]] + landscape.misses(6).suffix(3)
  return Diagram {
    Row(spacing: 100) {
      Column(spacing: 60) {
        node("image", "이미지", "image", width: 500)
        node(
          "proposals", "영역 제안 \(whole(proposals))개 (일부만 그림)", "\(whole(proposals)) proposals (some are drawn)",
          marks: proposalMarks, width: 500)
      }
      Column(spacing: 24) {
        for (index, box) in cut.enumerated() {
          Node(
            "cut\(index)", picture: landscape.picture(of: box.square, width: 150),
            tint: index == 0 ? .objects : .backgrounds)
        }
      }
      Node(
        "classifier", Bilingual(ko: "**둘째 단계**\n분류하고\n상자를 다듬기", en: "**second stage**\nclassify,\nrefine the box"),
        tint: .series(3))
      answers(backgrounds: proposedBackgrounds)
    }
  } arrows: {
    Arrow(from: "image", to: "proposals", Bilingual(ko: "첫 단계", en: "first stage"))
    for index in cut.indices {
      Arrow(from: "proposals", to: "cut\(index)")
      Arrow(from: "cut\(index)", to: "classifier")
    }
    Arrow(from: "classifier", to: "objects")
    Arrow(from: "classifier", to: "backgrounds")
  }
}

// MARK: - One stage: how many boxes of a grid are objects?
let anchorsPerCell = page.value("anchorsPerCell", 5)  // YOLOv2's
let gridBoxes = page.value("gridBoxes", grid * grid * anchorsPerCell)
let gridBackgrounds = page.value("gridBackgrounds", gridBoxes - objects)
page.value("grid", grid)
page.value("gridRatio", Double(gridBackgrounds) / Double(objects), .atMost(3))
page.claim("nearly all boxes of the grid are background", gridBackgrounds > 20 * objects, brokenBy: "--grid 4")
page.claim("the grid is no worse than proposals", gridBackgrounds <= proposedBackgrounds, brokenBy: "--grid 40")

let balloonArea = landscape.boxes.map(\.area).reduce(0, +)
let picturedShare = page.value("picturedShare", balloonArea / Landscape.frame.area, .percent(0))
let boxShare = page.value("boxShare", Double(objects) / Double(gridBoxes), .percent(1))
page.claim("objects fill more of the picture than of the boxes", picturedShare > 3 * boxShare, brokenBy: "--grid 4")

// MARK: - The one stage, drawn
page.figure(
  "oneStagePipeline",
  Bilingual(
    ko: "원스테이지: 상자 \(whole(gridBoxes))개 가운데 객체는 \(objects)개",
    en: "One stage: \(objects) of \(whole(gridBoxes)) boxes are objects")
) {
  let (width, height) = (480 / Double(grid), 320 / Double(grid))
  let (x, y) = ((Double(grid / 2) + 0.5) * width, (Double(grid / 2) + 0.5) * height)
  func around(_ columns: Double, _ rows: Double) -> Landscape.Box {
    let (reach, drop) = (columns * width / 2, rows * height / 2)
    return Landscape.Box(x: (x - reach)...(x + reach), y: (y - drop)...(y + drop))
  }
  let anchors = [around(0.6, 0.8), around(1.5, 0.9), around(0.9, 2.2), around(2.5, 1.8), around(1.7, 3.2)]
  return Diagram {
    Row(spacing: 110) {
      Column(spacing: 60) {
        node("image", "이미지", "image", width: 500)
        node("grid", "특징 맵의 \(grid) × \(grid)칸", "\(grid) × \(grid) cells", marks: gridMarks, width: 500)
      }
      Node(
        "cell", Bilingual(ko: "칸마다 앵커 \(anchorsPerCell)개", en: "\(anchorsPerCell) anchors in each cell"),
        detail: Bilingual(ko: "앵커마다 상자, 객체 여부, 클래스", en: "for each: box, objectness, class"),
        picture: landscape.picture(of: around(4, 4), width: 560) {
          gridMarks
          anchors.map { $0.mark.tint(.series(2)).width(4) }
        }, look: .plain)
      answers(backgrounds: gridBackgrounds)
    }
  } arrows: {
    Arrow(from: "image", to: "grid", Bilingual(ko: "합성곱 신경망", en: "convolutional network"))
    Arrow(from: "grid", to: "cell")
    Arrow(from: "cell", to: "objects")
    Arrow(from: "cell", to: "backgrounds")
  }
}

// MARK: - RetinaNet's anchors
let pixels = page.value("pixels", page.parameters.pixels)
let anchorsEach = page.value("anchorsEach", 9)  // three aspect ratios at three scales
let sides = (3...7).map { level in (pixels + (1 << level) - 1) >> level }  // P3 to P7: ⌈pixels / 2^level⌉
let anchors = page.value("anchors", anchorsEach * sides.reduce(0) { $0 + $1 * $1 })
page.value("sides", Bilingual(stringLiteral: sides.map(String.init).joined(separator: ", ")))
page.value("anchorRatio", Double(anchors - objects) / Double(objects), .integer)
page.claim("RetinaNet judges tens of times as many", anchors > 20 * gridBoxes, brokenBy: "--grid 200")
page.claim(
  "they are ten thousand to a hundred thousand", (1e4...1e5).contains(Double(anchors)), brokenBy: "--pixels 64")

// MARK: - Always answering background
let settings: [(name: Bilingual, candidates: Int)] = [
  (Bilingual(ko: "영역 제안", en: "region proposals"), proposals),
  (Bilingual(ko: "YOLOv2의 격자", en: "YOLOv2's grid"), gridBoxes),
  (Bilingual(ko: "RetinaNet의 앵커", en: "RetinaNet's anchors"), anchors),
]
page.table(
  "alwaysBackground",
  columns: [
    Bilingual(ko: "후보", en: "candidates"), Bilingual(ko: "개수", en: "number"), .objects, .backgrounds,
    Bilingual(ko: "객체 하나당 배경", en: "backgrounds per object"), Bilingual(ko: "정답률", en: "right answers"), .recall,
  ],
  rows: settings.map { name, candidates in
    let backgrounds = Double(candidates - objects)
    return [
      .text(name), .number(Double(candidates), .integer), .number(Double(objects), .integer),
      .number(backgrounds, .integer), .number(backgrounds / Double(objects), .atMost(4)),
      .number(backgrounds / Double(candidates), .percent(2)), .number(0 / Double(objects), .percent(0)),
    ]
  })
page.claim(
  "always answering background is nearly always right",
  settings.allSatisfy { Double($0.candidates - objects) / Double($0.candidates) > 0.98 }, brokenBy: "--proposals 50")

// MARK: - A few large losses, many small ones
let objectLoss = page.value("objectLoss", page.parameters.objectLoss, .atMost(3))
let backgroundLoss = page.value("backgroundLoss", page.parameters.backgroundLoss, .atMost(3))
let objectTotal = page.value("objectTotal", 1 * objectLoss, .atMost(4))
let backgroundTotal = page.value("backgroundTotal", Double(proposals) * backgroundLoss, .atMost(4))
page.value("objectPt", exp(-objectLoss), .scientific(1))
page.value("backgroundPt", exp(-backgroundLoss), .fixed(3))
let lossRatio = page.value("lossRatio", objectLoss / backgroundLoss, .atMost(3))
let totalRatio = page.value("totalRatio", backgroundTotal / objectTotal, .atMost(3))
page.claim("one background is a trifle", objectLoss > 50 * backgroundLoss, brokenBy: "--object-loss 1")
page.claim("together they outweigh the object", backgroundTotal > objectTotal, brokenBy: "--background-loss 0.001")

// MARK: - The totals, drawn
let (single, summed) = ("\(lossRatio, .atMost(3), in: .prose)", "\(totalRatio, .atMost(3), in: .prose)")
page.figure(
  "lossTotals",
  Bilingual(
    ko: "하나씩 보면 객체가 \(single)배, 더하면 배경이 \(summed)배",
    en: "The object has \(single) times one background's loss; together they have \(summed) times its own")
) {
  Panels(columns: 3) {
    Panel(Bilingual(ko: "개수", en: "how many")) {
      classBars(objects: 1, backgrounds: Double(proposals), label: "")
    }
    Panel(Bilingual(ko: "× 하나의 손실", en: "× loss of one")) {
      classBars(objects: objectLoss, backgrounds: backgroundLoss, label: "")
    }
    Panel(Bilingual(ko: "= 손실의 합", en: "= total loss")) {
      classBars(objects: objectTotal, backgrounds: backgroundTotal, label: "")
    }
  }
}

// MARK: - Losses as tiles, drawn
page.figure(
  "imbalance",
  Bilingual(
    ko: "작은 손실이 모여 큰 손실을 압도한다 (넓이가 손실)", en: "Small losses add up and swamp the large one (area is loss)")
) {
  lossTiles([
    LossTiles(Bilingual(ko: "객체 하나", en: "one object"), count: 1, each: objectLoss, tint: .objects),
    LossTiles(
      Bilingual(ko: "배경 \(whole(proposals))개", en: "\(whole(proposals)) backgrounds"), count: proposals,
      each: backgroundLoss, tint: .backgrounds),
  ])
}

// MARK: - Pictures to detect in
let seeds: [UInt64] = [1, 2, 3, 4, 5]
let easyPt = page.value("easyPt", 0.9, .fixed(1))
page.value("seeds", seeds.count)
func pictures(seed: UInt64) -> [Picture] {
  (0..<objects).map { PictureGenerator().picture(seed: 1000 * seed + UInt64($0)) }  // one object in each
}
func loss(_ candidate: Candidate, of classifier: WindowClassifier) -> Double {
  binaryCrossEntropy(
    logit: classifier.logit(of: candidate), target: candidate.window.kind == .object ? .object : .background)
}
func isEasy(_ candidate: Candidate, for classifier: WindowClassifier) -> Bool {
  exp(-loss(candidate, of: classifier)) > easyPt
}

// MARK: - A cascade
let sampled = page.value("sampled", 3)
func cascade(_ candidates: [Candidate], seed: UInt64) -> [[Candidate]] {
  // First stage: keep what stands out most from its surroundings.
  let proposals = candidates.sorted { $0.contrast > $1.contrast }.prefix(page.parameters.kept)

  // Sampling: a few backgrounds for each object that is left.
  let objects = proposals.filter { $0.window.kind == .object }
  var backgrounds = proposals.filter { $0.window.kind == .background }
  let drawn = min(sampled * objects.count, backgrounds.count)
  var random = SplitMix64(seed: seed)
  random.choose(drawn, from: &backgrounds)
  return [candidates, Array(proposals), objects + backgrounds.prefix(drawn)]
}

// MARK: - What is left after each stage
struct Stage: Codable {
  var objects = 0.0, easy = 0.0, hard = 0.0  // how many: easy and hard backgrounds
  var objectLoss = 0.0, easyLoss = 0.0, hardLoss = 0.0  // totals, early in training

  var objectShare: Double { objectLoss == 0 ? 0 : objectLoss / (objectLoss + easyLoss + hardLoss) }

  init(_ candidates: [Candidate], early: WindowClassifier, trained: WindowClassifier) {
    for candidate in candidates {
      let loss = loss(candidate, of: early)
      if candidate.window.kind == .object {
        (objects, objectLoss) = (objects + 1, objectLoss + loss)
      } else if isEasy(candidate, for: trained) {
        (easy, easyLoss) = (easy + 1, easyLoss + loss)
      } else {
        (hard, hardLoss) = (hard + 1, hardLoss + loss)
      }
    }
    (objectLoss, easyLoss, hardLoss) = (fourDecimals(objectLoss), fourDecimals(easyLoss), fourDecimals(hardLoss))
  }
}
func fourDecimals(_ number: Double) -> Double { (number * 1e4).rounded() / 1e4 }

struct Trained: Codable {
  var cascades: [[Stage]]  // three stages for each seed
  var losses: [Double], isEasy: [Bool]  // of the drawn picture's windows: loss early on, ease when trained
}
let drawnPicture = PictureGenerator().picture(seed: 1003)  // one of those with hard backgrounds
let trained = page.trained(seeds: seeds) {
  let trials = Experiment(negatives: 1000, seeds: seeds).run([
    Training(.crossEntropy, steps: page.parameters.steps), Training(.crossEntropy),
  ])
  let (early, late) = (trials[0].map(\.classifier), trials[trials.count - 1].map(\.classifier))
  let cascades = seeds.indices.map { index in
    cascade(pictures(seed: seeds[index]).flatMap(Candidate.all), seed: seeds[index]).map {
      Stage($0, early: early[index], trained: late[index])
    }
  }
  let windows = Candidate.all(of: drawnPicture)
  return Trained(
    cascades: cascades, losses: windows.map { fourDecimals(loss($0, of: early[0])) },
    isEasy: windows.map { isEasy($0, for: late[0]) })
}
let cascades = trained.cascades
func spread(_ stage: Int, _ measure: KeyPath<Stage, Double>) -> Spread {
  Spread(cascades.map { $0[stage][keyPath: measure] })
}
func each(_ measure: ([Stage]) -> Double) -> Spread { Spread(cascades.map(measure)) }
let removedEasy = each { 1 - $0[1].easy / $0[0].easy }
let keptHard = each { $0[0].hard == 0 ? 1 : $0[1].hard / $0[0].hard }
let shares = (0..<3).map { spread($0, \.objectShare) }
let candidates = each { $0[0].objects + $0[0].easy + $0[0].hard }

page.value("kept", page.parameters.kept)
page.value("steps", page.parameters.steps)
page.value("trainedSteps", Training(.crossEntropy).steps)
page.value("candidates", candidates, .integer)
page.value("keptShare", min(Double(page.parameters.kept) / candidates.mean, 1), .percent(0))
page.value("hardCount", spread(0, \.hard), .integer)
page.value("sampledHard", spread(2, \.hard), .integer)
page.value("removedEasy", removedEasy.mean, .percent(0))
page.value("keptHard", keptHard.mean, .percent(0))
page.value("denseShare", shares[0], .percent(0))
page.value("proposedShare", shares[1], .percent(0))
page.value("sampledShare", shares[2], .percent(0))
page.claim(
  "the first stage loses no object", cascades.allSatisfy { $0[1].objects == $0[0].objects }, brokenBy: "--kept 20")
page.claim("it removes most easy backgrounds", removedEasy.values.allSatisfy { $0 > 0.8 }, brokenBy: "--kept 10000")
page.claim("it keeps the hard ones", keptHard.values.allSatisfy { $0 > 0.95 }, brokenBy: "--kept 20")
page.claim(
  "among all candidates the backgrounds weigh more", shares[0].values.allSatisfy { $0 < 0.2 }, brokenBy: "--steps 200")
page.claim(
  "nearly all their loss is that of easy ones",
  cascades.allSatisfy { $0[0].easyLoss > 0.9 * ($0[0].easyLoss + $0[0].hardLoss) }, brokenBy: "--steps 1000")
page.claim(
  "with every seed the share grows stage by stage",
  seeds.indices.allSatisfy { seed in
    let (all, proposed, sampled) = (shares[0].values[seed], shares[1].values[seed], shares[2].values[seed])
    return proposed > 3 * all && sampled > proposed
  }, brokenBy: "--kept 10000")
page.claim(
  "sampling loses most hard ones", spread(2, \.hard).mean < spread(1, \.hard).mean / 2, brokenBy: "--kept 20")
page.claim("after sampling the objects weigh more", shares[2].values.allSatisfy { $0 > 0.55 }, brokenBy: "--steps 1")

let stageNames = [
  Bilingual(ko: "모든 후보", en: "all candidates"), Bilingual(ko: "첫 단계 뒤", en: "after the first stage"),
  Bilingual(ko: "추출한 뒤", en: "after sampling"),
]
page.table(
  "stages",
  columns: [
    Bilingual(ko: "단계", en: "stage"), .objects, Bilingual(ko: "쉬운 배경", en: "easy backgrounds"),
    Bilingual(ko: "어려운 배경", en: "hard backgrounds"), Bilingual(ko: "객체의 손실", en: "loss of objects"),
    Bilingual(ko: "쉬운 배경의 손실", en: "loss of easy ones"),
    Bilingual(ko: "어려운 배경의 손실", en: "loss of hard ones"),
  ],
  rows: stageNames.indices.map { stage in
    let counts = [\Stage.objects, \.easy, \.hard].map { Datum.spread(spread(stage, $0), .integer) }
    let losses = [\Stage.objectLoss, \.easyLoss, \.hardLoss].map { Datum.spread(spread(stage, $0), .fixed(1)) }
    return [.text(stageNames[stage])] + counts + losses
  })

// MARK: - Easy and hard windows, drawn
let windows = Candidate.all(of: drawnPicture).map(\.window)
let sky = Tint.fixed(Color(hex: 0x2E93D1))  // backgrounds, over a dark picture
func box(_ window: Window) -> RectMark {
  let reach = Double(WindowFeatures.reach)
  let (x, y) = (Double(window.x), Double(window.y))
  return RectMark(x: (x - reach)...(x + reach + 1), y: (y - reach)...(y + reach + 1))
}
let places = windows.indices.filter { windows[$0].kind == .background }
let (easyPlaces, hardPlaces) = (places.filter { trained.isEasy[$0] }, places.filter { !trained.isEasy[$0] })
let (easyWindows, hardWindows) = (easyPlaces.map { windows[$0] }, hardPlaces.map { windows[$0] })
func total(_ places: [Int]) -> Double { places.map { trained.losses[$0] }.reduce(0, +) }
page.value("windows", windows.count)
page.value("hardInPicture", hardWindows.count)
let easyTotal = page.value("easyTotal", total(easyPlaces), .fixed(1))
let hardTotal = page.value("hardTotal", total(hardPlaces), .fixed(1))
let discLoss = page.value("discLoss", total(windows.indices.filter { windows[$0].kind == .object }), .fixed(1))
let leastHardPt = page.value("leastHardPt", exp(-(hardPlaces.map { trained.losses[$0] }.max() ?? 0)), .fixed(2))
page.claim("easy ones together weigh most", easyTotal > discLoss && discLoss > hardTotal, brokenBy: "--steps 1000")
page.claim("hard ones are not yet hard early on", leastHardPt > 0.8, brokenBy: "--steps 1")
page.figure(
  "easyAndHard",
  Bilingual(ko: "거의 모든 창은 쉬운 배경이고, 객체는 하나다", en: "Nearly all windows are easy backgrounds; one is the object"),
  note: Bilingual(
    ko: "객체 바로 곁의 창은 세지 않아 점이 없다. 그 밖의 빈 곳은 손실이 0에 가깝다.",
    en: "Windows right beside the object are not counted and have no dot. Other empty places have losses near 0.")
) {
  let side = 0...Double(drawnPicture.side)
  let (x, y) = (Axis.hidden(.linear(side)), Axis.hidden(.linear(side), direction: .descending))
  return Panels(columns: 2) {
    Panel(Bilingual(ko: "다 배운 탐지기에게 쉬운 창(점선, 일부)과 어려운 창", en: "some windows: easy (dashed), hard after training")) {
      Chart(x: x, y: y, aspect: .equal) {
        if let image = PixelImage(width: drawnPicture.side, grey: drawnPicture.pixels, black: -0.46, white: 1.5) {
          ImageMark(image, x: side, y: side)
        }
        for place in stride(from: 7, to: easyWindows.count, by: 29) {
          box(easyWindows[place]).tint(sky).width(2.5).dash(.shortDashed)
        }
        hardWindows.map { box($0).tint(sky).width(7) }
        hardWindows.prefix(1).map { box($0).tint(sky).width(7).label(Bilingual(ko: "어려운 배경", en: "hard backgrounds")) }
        for window in windows where window.kind == .object { box(window).tint(.objects).width(7).label(.object) }
      }
    }
    Panel(Bilingual(ko: "갓 배우기 시작했을 때의 손실(점의 넓이)", en: "every window's loss early on (area of its dot)")) {
      Chart(x: x, y: y, aspect: .equal) {
        RectMark(x: side, y: side).tint(.grid)
        for (window, loss) in zip(windows, trained.losses) {
          Dot([(Double(window.x) + 0.5, Double(window.y) + 0.5)]).tint(window.kind == .object ? .objects : .backgrounds)
            .width(52 * loss.squareRoot()).marker(.circle)
        }
      }
    }
  }
}

// MARK: - The cascade, drawn
func counts(_ measure: KeyPath<Stage, Double>) -> Line {
  let means = stageNames.indices.map { spread($0, measure).mean }
  return Line(means.enumerated().map { (Double($0), $1 > 0 ? $1 : .nan) })
}
page.figure(
  "cascade",
  Bilingual(ko: "추려 내기는 쉬운 배경을 덜고 객체를 남긴다", en: "The cascade removes easy backgrounds and keeps objects"),
  note: Bilingual(ko: "왼쪽의 점과 막대는 평균, 오른쪽의 점은 시드 하나", en: "Left, and bars: means. Dots on the right: single seeds.")
) {
  Panels(columns: 2) {
    Panel(Bilingual(ko: "몇 개가 남는가", en: "how many objects, easy and hard backgrounds are left")) {
      Chart(x: Axis(scale: .band(stageNames)), y: Axis(scale: .log(0.5...50_000), format: .fixed(0))) {
        counts(\.easy).label(Bilingual(ko: "쉬운 배경", en: "easy")).tint(.backgrounds).marker(.circle)
        counts(\.hard).label(Bilingual(ko: "어려운 배경", en: "hard")).tint(.backgrounds).marker(.triangle)
          .dash(.dotted)
        counts(\.objects).label(.objects).tint(.objects).marker(.square).dash(.dashed)
      }
    }
    Panel(Bilingual(ko: "손실의 합에서 객체가 차지하는 몫", en: "objects' share of the total loss")) {
      Chart(
        x: Axis(scale: .band(stageNames)), y: Axis(scale: .linear(0...1), format: .percent(0))
      ) {
        Bar(shares.map(\.mean), highlights: [0: .objects, 1: .objects, 2: .objects])
        for (stage, share) in shares.enumerated() {
          Dot(share.values.enumerated().map { (Double(stage) + 0.07 * Double($0 - seeds.count / 2), $1) }).tint(.ink)
            .marker(.circle)
        }
      }
    }
  }
}

// MARK: - Speed against accuracy
let slowdown = page.parameters.slowdown
func time(_ detector: PublishedDetector) -> Double { detector.time * (detector.kind == .twoStage ? 1 : slowdown) }
let others = Paper.otherDetectors
let older = others.filter { $0.kind == .oneStage }
let twoStages = others.filter { $0.kind == .twoStage }
let retinaNets = Paper.speedTable.map(\.detector)
let reference = twoStages.max { $0.ap < $1.ap } ?? others[0]
func lag(_ detector: PublishedDetector) -> Double { 1 - detector.ap / reference.ap }
func speed(_ detector: PublishedDetector) -> Double { time(reference) / time(detector) }
page.table(
  "speeds",
  columns: [
    Bilingual(ko: "탐지기", en: "detector"), "AP", Bilingual(ko: "AP(기준 대비)", en: "AP, relative"), "ms",
    Bilingual(ko: "속도(배)", en: "speed (times)"),
  ],
  rows: ([reference] + older).map { detector in
    [
      .text(Bilingual(stringLiteral: detector.name)), .number(detector.ap, .fixed(1)),
      .number(-lag(detector), .percent(0)), .number(time(detector), .integer), .number(speed(detector), .fixed(1)),
    ]
  })
page.value("fastestSpeed", older.map(speed).max() ?? 0, .fixed(1))
page.value("slowestSpeed", older.map(speed).min() ?? 0, .fixed(1))
page.value("leastLag", older.map(lag).min() ?? 0, .percent(0))
page.value("mostLag", older.map(lag).max() ?? 0, .percent(0))
page.claim(
  "older one-stage detectors are faster and less accurate", older.allSatisfy { speed($0) > 1 && lag($0) > 0 },
  brokenBy: "--slowdown 5")
page.claim(
  "ten to forty percent is the accuracy, not the speed",
  older.allSatisfy { (0.05...0.45).contains(lag($0)) } && older.contains { speed($0) > 2 }, brokenBy: "--slowdown 5")
page.claim(
  "RetinaNet is faster and more accurate than either two-stage detector",
  twoStages.allSatisfy { other in retinaNets.contains { time($0) < time(other) && $0.ap > other.ap } },
  brokenBy: "--slowdown 5")

// MARK: - Speed and accuracy, drawn
func dots(_ detectors: [PublishedDetector]) -> Dot {
  Dot(detectors.map { DataPoint(time($0), $0.ap, label: Bilingual(stringLiteral: $0.name)) })
}
func retinaNet(depth: Int, _ dash: Dash, _ marker: Marker) -> [any Mark] {
  let points = Paper.speedTable.filter { $0.depth == depth }.map { row in
    DataPoint(time(row.detector), row.ap, label: Bilingual(stringLiteral: "\(row.scale)"))
  }
  let name = Bilingual(stringLiteral: "RetinaNet, ResNet-\(depth)")
  return [
    Line(points).label(name).tint(.series(4)).dash(dash), Dot(points).label(name).tint(.series(4)).marker(marker),
  ]
}
page.figure(
  "speedAccuracy",
  Bilingual(ko: "투스테이지보다 빠르면서 더 정확한 RetinaNet", en: "RetinaNet: faster than two stages, and more accurate"),
  note: Bilingual(
    ko: "논문의 그림 2와 표 1(e), COCO test-dev. RetinaNet과 FPN FRCN은 같은 Nvidia M40에서 쟀고, R-FCN의 시간은 어림한 값",
    en: "Figure 2, Table 1(e), COCO test-dev. RetinaNet, FPN FRCN: same Nvidia M40. R-FCN: extrapolated time"
  )
) {
  let times = (others + retinaNets).map(time)
  let room = 1.1 * (times.max() ?? 0)  // for the last one's label
  return Chart(
    x: Axis(
      label: Bilingual(ko: "이미지 한 장에 걸리는 시간 (ms)", en: "time for one image (ms)"), scale: .linear(0...room)),
    y: Axis(label: .averagePrecision, scale: .linear(20...40)), legend: .inside(.bottomTrailing)
  ) {
    retinaNet(depth: 50, .dashed, .circle)
    retinaNet(depth: 101, .solid, .diamond)
    dots(older).label(Bilingual(ko: "RetinaNet 이전의 원스테이지", en: "one-stage before RetinaNet")).tint(.series(2))
      .marker(.triangle)
    dots(twoStages).label(NamedMethod.Kind.twoStage.name).tint(.series(3)).marker(.square)
  }
}

// MARK: - The slide, checked
let terms = ["detector", "imbalance", "IoU", "anchor", "proposal"]
let misspelt = ["INBALANCE", "dector", "lou"]  // 000-02
page.value("misspelt", Bilingual(stringLiteral: misspelt.map { "“\($0)”" }.joined(separator: ", ")))
page.value(
  "meant",
  Bilingual(stringLiteral: misspelt.map { nearestName(to: $0, among: terms) ?? $0 }.joined(separator: ", ")))

let printed = [104, 105]  // 002-04: 10⁴ and 10⁵ without their superscripts
page.value("printed", Bilingual(stringLiteral: "“\(printed[0])–\(printed[1])”"))
page.claim("the printed numbers would be fewer than one grid", printed[1] < gridBoxes, brokenBy: "--grid 4")
page.finish()
