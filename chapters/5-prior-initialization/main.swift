// MARK: - What you may change
import DenseDetector
import Foundation
import Losses
import ToyDetector
import Workbook

struct Parameters: ChapterParameters {
  @Option(in: 1e-6...0.99, ko: "사전 확률 π", en: "prior π") var prior = 0.01
  @Option(in: 2...10_000_000, ko: "이미지 한 장의 앵커 수", en: "anchors of an image") var anchors = 67_995
  @Option(in: 1...1000, ko: "클래스의 수", en: "classes") var classes = 80
  @Option(in: 1...100_000, ko: "객체에 할당된 앵커의 수", en: "anchors assigned to an object") var objects = 10
  @Option(in: 1...1000, ko: "훈련 스텝의 수", en: "training steps") var steps = 100
  @Option(in: 1e-5...1, ko: "학습률", en: "learning rate") var learningRate = 0.003
}

let page = Page(Parameters.self)
let prior = page.value("prior", page.parameters.prior, .atMost(3))
let half = page.value("half", 0.5, .fixed(1))

// MARK: - What a fresh classifier says
let deviation = page.value("deviation", 0.01, .fixed(2))
let features = page.value("features", 9 * 256)  // a 3 × 3 window over 256 channels
let logitDeviation = page.value("logitDeviation", deviation * Double(features).squareRoot(), .fixed(2))
page.value("freshLow", sigmoid(-logitDeviation), .fixed(2))
page.value("freshHigh", sigmoid(logitDeviation), .fixed(2))

// MARK: - The bias that says something else
let bias = page.value("bias", priorBias(prior), .fixed(8))
page.value("odds", (1 - prior) / prior, .atMost(4))
page.value("priorLow", sigmoid(bias - logitDeviation), .atMost(2))
page.value("priorHigh", sigmoid(bias + logitDeviation), .atMost(2))
page.claim("the prior calls an object rare", sigmoid(bias + logitDeviation) < half, brokenBy: "--prior 0.9 --steps 1")

// MARK: - The first loss, counted
let anchors = page.value("anchors", page.parameters.anchors), classes = page.value("classes", page.parameters.classes)
let answers = page.value("answers", anchors * classes)
let objects = page.value("objects", min(page.parameters.objects, answers / 2))
let backgrounds = page.value("backgrounds", answers - objects)  // an object is background for all other classes

/// The first loss of all objects, and of all backgrounds, when every answer is p.
func start(p: Double, alpha: Double? = nil, gamma: Double = 0) -> (objects: Double, backgrounds: Double) {
  (
    Double(objects) * focalLoss(p: p, target: .object, alpha: alpha, gamma: gamma),
    Double(backgrounds) * focalLoss(p: p, target: .background, alpha: alpha, gamma: gamma)
  )
}
let ceHalf = start(p: half), cePrior = start(p: prior)
page.value("objectLossHalf", -log(half), .fixed(3))
page.value("objectLossPrior", -log(prior), .fixed(3))
page.value("backgroundLossPrior", -log1p(-prior), .fixed(5))
page.value("ceObjectsHalf", ceHalf.objects, .fixed(1))
page.value("ceBackgroundsHalf", ceHalf.backgrounds, .integer)
let ceTotalHalf = page.value("ceTotalHalf", ceHalf.objects + ceHalf.backgrounds, .integer)
page.value("ceObjectsPrior", cePrior.objects, .fixed(1))
page.value("ceBackgroundsPrior", cePrior.backgrounds, .integer)
let ceTotalPrior = page.value("ceTotalPrior", cePrior.objects + cePrior.backgrounds, .integer)
page.value("allBackground", Double(answers) * -log1p(-prior), .integer)
page.value("ceFall", ceTotalHalf / ceTotalPrior, .atMost(2))
page.claim(
  "at one half nearly all of the loss is background", ceHalf.backgrounds > 1000 * ceHalf.objects,
  brokenBy: "--anchors 10 --classes 1 --steps 1")
page.claim(
  "the prior takes most of the first loss away", ceTotalPrior < ceTotalHalf / 50, brokenBy: "--prior 0.5 --steps 1")
page.claim("an object costs more than before", cePrior.objects > ceHalf.objects, brokenBy: "--prior 0.5 --steps 1")
page.claim(
  "backgrounds still outweigh objects", cePrior.backgrounds > 100 * cePrior.objects,
  brokenBy: "--anchors 10 --classes 1 --steps 1")

// MARK: - The same with the focal loss
let alpha = page.value("alpha", 0.25, .fixed(2)), gamma = page.value("gamma", 2, .integer)
let flHalf = start(p: half, alpha: alpha, gamma: gamma), flPrior = start(p: prior, alpha: alpha, gamma: gamma)
let flTotalHalf = page.value("flTotalHalf", flHalf.objects + flHalf.backgrounds, .integer)
page.value("flBackgroundsPrior", flPrior.backgrounds, .fixed(2))
page.value("flEachObjectPrior", flPrior.objects / Double(objects), .fixed(3))
page.value("flFall", flTotalHalf / (flPrior.objects + flPrior.backgrounds), .significant(2))
page.claim(
  "with both, objects outweigh backgrounds", flPrior.objects > flPrior.backgrounds, brokenBy: "--prior 0.5 --steps 1")
page.claim(
  "the focal loss alone starts far above its start from the prior",
  flTotalHalf > 1000 * (flPrior.objects + flPrior.backgrounds), brokenBy: "--prior 0.5 --steps 1")

func normalised(_ start: (objects: Double, backgrounds: Double), objects count: Int) -> Double {
  start.objects / Double(objects) + start.backgrounds / Double(backgrounds) * Double(answers - count) / Double(count)
}
page.table(
  "normalisedStart",
  columns: [
    Bilingual(ko: "객체에 할당된 앵커", en: "anchors of objects"), "CE, $`p = \(half, .atMost(3))`$",
    "CE, $`p = \(prior, .atMost(3))`$", "FL, $`p = \(half, .atMost(3))`$", "FL, $`p = \(prior, .atMost(3))`$",
  ],
  rows: [10, 50, 100].filter { $0 < answers }.map { count in
    [.number(Double(count), .integer)]
      + [ceHalf, cePrior, flHalf, flPrior].map { .number(normalised($0, objects: count), .significant(3)) }
  })
page.claim(
  "from the prior FL depends little on the number of objects",
  normalised(flPrior, objects: 10) < 2 * normalised(flPrior, objects: 100), brokenBy: "--prior 0.5 --steps 1")

// MARK: - A small dense detector
let seeds: [UInt64] = [1, 2, 3, 4, 5], tuningSeeds: [UInt64] = [6, 7, 8, 9, 10]
let steps = page.value("steps", page.parameters.steps)
let rate = page.value("rate", page.parameters.learningRate, .atMost(3))
let scene = DenseScene(PictureGenerator().picture(seed: 20))
page.value("cells", scene.targets.count)
let backgroundCells = Double(page.value("backgroundCells", scene.targets.count { $0 == .background }))
page.value("seeds", seeds.count)
page.value("batch", DenseTraining.batch)
page.value("unseen", DenseTraining.unseenPictures)

func crossEntropyTraining(prior: Double, rate: Double = rate) -> DenseTraining {
  DenseTraining(prior: prior, gamma: 0, learningRate: rate, steps: steps)
}
func focalTraining(prior: Double) -> DenseTraining {
  DenseTraining(prior: prior, alpha: alpha, gamma: gamma, learningRate: rate, steps: steps)
}
let priors = Set([0.5, 0.1, 0.01, 0.001, 0.0001, prior]).sorted(by: >)
let rates = Set([0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, rate]).sorted()
let followed = [half, prior].flatMap { [crossEntropyTraining(prior: $0), focalTraining(prior: $0)] }

/// What this page keeps of the training.
struct Trained: Codable {
  var study: DenseStudy
  var tuning: DenseStudy  // with other seeds, to choose the learning rate
}
let trained = page.trained(seeds: seeds + tuningSeeds) {
  Trained(
    study: DenseStudy(
      priors.flatMap { [crossEntropyTraining(prior: $0), focalTraining(prior: $0)] }
        + rates.flatMap { rate in [half, prior].map { crossEntropyTraining(prior: $0, rate: rate) } },
      seeds: seeds, following: followed),
    tuning: DenseStudy(rates.map { crossEntropyTraining(prior: prior, rate: $0) }, seeds: tuningSeeds))
}
let study = trained.study
func tuningLoss(_ rate: Double) -> Double {
  trained.tuning[crossEntropyTraining(prior: prior, rate: rate)].finalLoss.mean
}
let tunedRate = page.value("tunedRate", rates.min { tuningLoss($0) < tuningLoss($1) } ?? .nan, .atMost(2))
page.claim("the learning rate is the best with other seeds", tunedRate == rate, brokenBy: "--steps 1")
let ceFromHalf = study[crossEntropyTraining(prior: half)], ceFromPrior = study[crossEntropyTraining(prior: prior)]
let flFromHalf = study[focalTraining(prior: half)], flFromPrior = study[focalTraining(prior: prior)]

// MARK: - The moment when it goes wrong
func spread(_ outcome: DenseStudy.Outcome, _ measure: (DenseTrial) -> Float?) -> Spread {
  Spread(outcome.trials.map { Double(measure($0) ?? .nan) })
}
let firstHalf = spread(ceFromHalf) { $0.losses.first }, firstPrior = spread(ceFromPrior) { $0.losses.first }
let lowestHalf = spread(ceFromHalf) { $0.losses.min() }
let normHalf = spread(ceFromHalf) { $0.gradientNorms.first }, normPrior = spread(ceFromPrior) { $0.gradientNorms.first }
let lastNormHalf = spread(ceFromHalf) { $0.gradientNorms.last }
page.value("firstHalf", firstHalf, .integer)
page.value("firstPrior", firstPrior, .fixed(1))
page.value("normHalf", normHalf, .integer)
page.value("normPrior", normPrior, .fixed(1))
page.value("normRatio", normHalf.mean / normPrior.mean, .integer)
page.value("lowestHalf", lowestHalf, .fixed(1))
page.value(
  "lowestStep", Spread(ceFromHalf.trials.map { Double(($0.losses.firstIndex(of: $0.losses.min() ?? 0) ?? 0) + 1) }),
  .fixed(1))
page.value("biasGradient", half * backgroundCells, .integer)
let momentum = page.value("momentum", DenseTraining.momentum, .fixed(1))
let push = page.value("push", rate * half * backgroundCells, .fixed(1))
let wholePush = page.value("wholePush", push / (1 - momentum), .fixed(1))
page.value("wholePushPrior", rate * prior * backgroundCells / (1 - momentum), .fixed(2))
page.value("finalHalf", ceFromHalf.finalLoss, .fixed(1))
page.value("finalPrior", ceFromPrior.finalLoss, .fixed(1))
page.value("lastNormHalf", lastNormHalf, .fixed(3))
page.claim(
  "the first gradient is many times as long", normHalf.mean > 20 * normPrior.mean, brokenBy: "--prior 0.5 --steps 1")
page.claim(
  "from one half the loss falls and climbs again, with every seed",
  zip(ceFromHalf.finalLoss.values, lowestHalf.values).allSatisfy { $0 > 1.3 * $1 }, brokenBy: "--steps 1")
page.claim(
  "it ends above where the prior begins", zip(ceFromHalf.finalLoss.values, firstPrior.values).allSatisfy { $0 > $1 },
  brokenBy: "--prior 0.5 --steps 1")
page.claim(
  "it stops where the first push carries it", abs(ceFromHalf.finalLoss.mean / wholePush - 1) < 0.2,
  brokenBy: "--steps 1")
page.claim(
  "only the bias still moves", lastNormHalf.values.allSatisfy { abs($0 - 1) < 0.01 }, brokenBy: "--steps 1")
page.claim(
  "from the prior the loss falls with every seed",
  zip(ceFromPrior.finalLoss.values, firstPrior.values).allSatisfy { $0 < $1 / 2 }, brokenBy: "--steps 1")

// MARK: - First losses and first steps, drawn
let halfName = Bilingual(stringLiteral: "$p = \(half, .atMost(3))$")
let priorName = Bilingual(stringLiteral: "$p = \(prior, .atMost(3))$")
let starts: [(name: Bilingual, tint: Tint, dash: Dash)] = [
  (halfName, .series(3), .solid), (priorName, .series(2), .dashed),
]

/// The first steps one by one, later ones more and more together, on average.
func thinned(_ numbers: some Collection<Float>) -> [(Double, Double)] {
  var rest = numbers.map(Double.init)[...]
  var points: [(Double, Double)] = []
  while !rest.isEmpty {
    let group = rest.prefix(max(1, rest.startIndex / 4))
    points.append((Double(group.startIndex + 1 + group.endIndex) / 2, group.reduce(0, +) / Double(group.count)))
    rest = rest.dropFirst(group.count)
  }
  return points
}
/// One line for each seed from both starts.
func curves(
  _ outcomes: [DenseStudy.Outcome], _ label: Bilingual, over count: Int, _ measure: (DenseTrial) -> [Float]
) -> Chart {
  let lines = outcomes.map { $0.trials.map { thinned(measure($0).prefix(count)) } }
  let numbers = lines.joined().joined().map(\.1).filter { $0 > 0 && $0.isFinite }
  let low = pow(10, floor(log10(numbers.min() ?? 1))), high = pow(10, ceil(log10(1.01 * (numbers.max() ?? 1))))
  return Chart(x: .trainingSteps(count), y: Axis(label: label, scale: .log(low...high), format: .power)) {
    for (start, lines) in zip(starts, lines) {
      for (seed, points) in lines.enumerated() {
        let line = Line(points).tint(start.tint).dash(start.dash).width(3.5)
        if seed == 0 { line.label(start.name) } else { line }
      }
    }
  }
}
let lossPerObject = Bilingual(ko: "객체 하나당 손실", en: "loss per object")
page.figure(
  "priorInitialization",
  Bilingual(
    ko: "편향 하나가 첫 손실의 대부분을 없애고 첫걸음을 지킨다", en: "One bias takes most of the first loss away and steadies the first steps")
) {
  Panels(columns: 3) {
    for (name, start) in [(halfName, ceHalf), (priorName, cePrior)] {
      Panel(Bilingual(ko: "첫 손실, ", en: "first loss, ").map { "\($0)\(name[.en])" }) {
        classBars(
          objects: start.objects, backgrounds: start.backgrounds, label: .totalLoss, top: ceHalf.backgrounds,
          values: .fixed(0))
      }
    }
    Panel(Bilingual(ko: "작은 탐지기의 첫 스텝들", en: "first steps of the small detector")) {
      curves([ceFromHalf, ceFromPrior], lossPerObject, over: min(steps, 20), \.losses)
    }
  }
}

// MARK: - Loss and gradient, drawn
page.figure(
  "lossFromBothStarts",
  Bilingual(
    ko: "절반에서 시작하면 손실이 내려갔다가 다시 올라가 멈춘다", en: "From one half the loss falls, climbs again and stays there")
) {
  Panels(columns: 2) {
    Panel("CE") { curves([ceFromHalf, ceFromPrior], lossPerObject, over: steps, \.losses) }
    Panel("FL, $\\alpha = \(alpha, .atMost(3)),\\ \\gamma = \(gamma, .atMost(3))$") {
      curves([flFromHalf, flFromPrior], lossPerObject, over: steps, \.losses)
    }
  }
}
let gradientNorm = Bilingual(ko: "기울기의 크기", en: "gradient norm")
page.figure(
  "gradientNorms",
  Bilingual(ko: "첫 기울기가 너무 크면 그다음에는 편향만 움직인다", en: "After too long a first gradient, only the bias still moves")
) {
  Panels(columns: 2) {
    Panel("CE") { curves([ceFromHalf, ceFromPrior], gradientNorm, over: steps, \.gradientNorms) }
    Panel("FL, $\\alpha = \(alpha, .atMost(3)),\\ \\gamma = \(gamma, .atMost(3))$") {
      curves([flFromHalf, flFromPrior], gradientNorm, over: steps, \.gradientNorms)
    }
  }
}

// MARK: - On pictures it has not seen
let both = [half, prior]
page.table(
  "results",
  columns: [
    .loss, Bilingual(ko: "처음의 확률", en: "start"), Bilingual(ko: "첫 손실", en: "first loss"),
    Bilingual(ko: "첫 기울기", en: "first gradient"), Bilingual(ko: "끝 손실", en: "final loss"), .averagePrecision,
  ],
  rows: [("CE", crossEntropyTraining(prior:rate:)), ("FL", { prior, _ in focalTraining(prior: prior) })].flatMap {
    name, training in
    both.map { prior in
      let outcome = study[training(prior, rate)]
      return [
        .text(Bilingual(stringLiteral: name)), .number(prior, .atMost(3)),
        .spread(spread(outcome) { $0.losses.first }, .fixed(1)),
        .spread(spread(outcome) { $0.gradientNorms.first }, .fixed(1)), .spread(outcome.finalLoss, .fixed(2)),
        .spread(outcome.averagePrecision, .fixed(2)),
      ]
    }
  })
page.value("apHalf", ceFromHalf.averagePrecision, .fixed(2))
page.value("apPrior", ceFromPrior.averagePrecision, .fixed(2))
page.claim(
  "from the prior it ranks better with every seed, whatever the loss",
  [(ceFromPrior, ceFromHalf), (flFromPrior, flFromHalf)].allSatisfy {
    ($0.averagePrecision - $1.averagePrecision).values.allSatisfy { $0 > 0.01 }
  }, brokenBy: "--prior 0.5 --steps 1")
page.claim(
  "the focal loss does not replace the prior",
  zip(flFromHalf.finalLoss.values, flFromPrior.finalLoss.values).allSatisfy { $0 > 2 * $1 },
  brokenBy: "--prior 0.5 --steps 1")

// MARK: - Which prior?
/// AP by something that was varied: a line through the means, and a dot for each seed.
func sweep(_ x: Axis, _ series: [(name: Bilingual, tint: Tint, dash: Dash, spreads: [Spread])]) -> Chart {
  let values = series.flatMap { $0.spreads.flatMap(\.values) }
  return Chart(x: x, y: Axis(label: .averagePrecision, scale: .fitting(values, including: 0))) {
    for (index, one) in series.enumerated() {
      let places = one.spreads.indices.map { Double($0) + 0.14 * (Double(index) - 0.5) }
      Line(zip(places, one.spreads.map(\.mean))).label(one.name).tint(one.tint).dash(one.dash)
      Dot(zip(places, one.spreads).flatMap { place, spread in spread.values.map { (place, $0) } })
        .tint(one.tint).marker(.series(index)).width(16)
    }
  }
}
let share = page.value("share", Double(objects) / Double(answers), .scientific(1))
let lowestLoss = page.value("lowestLoss", start(p: share).objects + start(p: share).backgrounds, .significant(2))
page.claim("the prior is far from the true share", prior > 100 * share, brokenBy: "--anchors 10 --classes 1 --steps 1")
page.claim(
  "any small prior ranks better than one half",
  priors.filter { $0 < half }.allSatisfy { prior in
    [(crossEntropyTraining(prior: prior), ceFromHalf), (focalTraining(prior: prior), flFromHalf)].allSatisfy {
      study[$0].averagePrecision.mean > $1.averagePrecision.mean + 0.03
    }
  }, brokenBy: "--steps 1")
page.claim(
  "the true share starts lower still", lowestLoss < ceTotalPrior / 10, brokenBy: "--anchors 10 --classes 1 --steps 1")
page.table(
  "priorSweep",
  columns: [
    "π", "$`b`$", Bilingual(ko: "첫 CE", en: "first CE"), Bilingual(ko: "CE의 AP", en: "AP of CE"),
    Bilingual(ko: "FL의 AP", en: "AP of FL"),
  ],
  rows: priors.map { prior in
    let first = start(p: prior)
    return [
      .number(prior, .atMost(3)), .number(priorBias(prior), .fixed(3)),
      .number(first.objects + first.backgrounds, .significant(4)),
      .spread(study[crossEntropyTraining(prior: prior)].averagePrecision, .fixed(2)),
      .spread(study[focalTraining(prior: prior)].averagePrecision, .fixed(2)),
    ]
  })

// MARK: - Both sweeps, drawn
page.figure(
  "priorSweep",
  Bilingual(ko: "작은 π는 어느 것이든 절반보다 낫다", en: "Any small prior does better than one half")
) {
  Panels(columns: 2) {
    Panel(Bilingual(ko: "첫 손실, CE", en: "first loss, CE")) {
      let counts = (Double(objects), Double(backgrounds))
      return Chart(
        x: Axis(label: Bilingual(ko: "사전 확률 π", en: "prior π"), scale: .log(1e-7...0.9), format: .power),
        y: Axis(
          label: .totalLoss, scale: .log(max(1e-3, lowestLoss / 3)...(3 * ceTotalHalf)), format: .power)
      ) {
        Rule(x: prior, label: priorName)
        Line(over: 1e-7...0.9) { -counts.0 * log($0) }.label(.objects).tint(.objects).dash(.dashed)
        Line(over: 1e-7...0.9) { -counts.1 * log1p(-$0) }.label(.backgrounds).tint(.backgrounds).dash(.dotted)
        Line(over: 1e-7...0.9) { -counts.0 * log($0) - counts.1 * log1p(-$0) }.label(.totalLoss).tint(.ink)
      }
    }
    Panel(Bilingual(ko: "훈련한 작은 탐지기", en: "the small detector, trained")) {
      sweep(
        Axis(label: Bilingual(ko: "사전 확률 π", en: "prior π"), scale: .band(priors, .atMost(2))),
        [
          ("CE", .series(4), .solid, priors.map { study[crossEntropyTraining(prior: $0)].averagePrecision }),
          ("FL", .series(5), .dashed, priors.map { study[focalTraining(prior: $0)].averagePrecision }),
        ])
    }
  }
}

// MARK: - What would break it
page.value("lowestRate", rates[0], .atMost(2))
page.value("highestRate", rates[rates.count - 1], .atMost(2))
func averagePrecisions(from prior: Double) -> [Spread] {
  rates.map { study[crossEntropyTraining(prior: prior, rate: $0)].averagePrecision }
}
let (atRatesHalf, atRatesPrior) = (averagePrecisions(from: half), averagePrecisions(from: prior))
let best = atRatesHalf.indices.max { atRatesHalf[$0].mean < atRatesHalf[$1].mean } ?? 0
page.value("bestRateHalf", rates[best], .atMost(2))
page.value("apBestHalf", atRatesHalf[best], .fixed(2))
page.value("apSlowHalf", atRatesHalf[0], .fixed(2))
page.value("apSlowPrior", atRatesPrior[0], .fixed(2))
page.value("apFastPrior", atRatesPrior[rates.count - 1], .fixed(2))
page.claim(
  "at its own best rate one half still ranks worse",
  atRatesHalf[best].mean < ceFromPrior.averagePrecision.mean - 0.05, brokenBy: "--steps 1")
page.claim(
  "at the lowest rate one half is no worse", atRatesHalf[0].mean > atRatesPrior[0].mean + 0.01, brokenBy: "--steps 1")
page.claim(
  "at the highest rate the prior fails, too",
  atRatesPrior[rates.count - 1].mean < ceFromPrior.averagePrecision.mean / 3,
  brokenBy: "--learning-rate 0.03 --steps 1")
page.figure(
  "learningRates",
  Bilingual(ko: "절반에서 시작하면 쓸 수 있는 학습률이 줄어든다", en: "A start at one half leaves fewer learning rates to use")
) {
  sweep(
    Axis(label: .learningRate, scale: .band(rates, .atMost(2))),
    zip(starts, [atRatesHalf, atRatesPrior]).map { ($0.name, $0.tint, $0.dash, $1) })
}
page.finish()
