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
let newLayer = page.value("newLayer", deviation * (Double(features) / 2).squareRoot(), .fixed(2))  // ReLU: half
page.value("newLayers", pow(newLayer, 4), .fixed(3))

// MARK: - The bias that says something else
let bias = page.value("bias", priorBias(prior), .fixed(8))
page.value("odds", (1 - prior) / prior, .atMost(4))
page.value("priorLow", sigmoid(bias - logitDeviation), .atMost(2))
page.value("priorHigh", sigmoid(bias + logitDeviation), .atMost(2))
page.claim("the prior calls an object rare", sigmoid(bias + logitDeviation) < half, brokenBy: "--prior 0.5 --steps 1")

// MARK: - The first loss, computed
let anchors = page.value("anchors", page.parameters.anchors), classes = page.value("classes", page.parameters.classes)
let answers = page.value("answers", anchors * classes)
let objects = page.value("objects", min(page.parameters.objects, answers / 2))
let backgrounds = page.value("backgrounds", answers - objects)  // an object is background for all other classes

typealias Sums = (objects: Double, backgrounds: Double)
/// The first loss of all objects, and of all backgrounds, when every answer is p.
func start(p: Double, alpha: Double? = nil, gamma: Double = 0) -> Sums {
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
  brokenBy: "--anchors 10 --classes 1")
page.claim(
  "the prior takes most of the first loss away", ceTotalPrior < ceTotalHalf / 50, brokenBy: "--prior 0.5 --steps 1")
page.claim("an object costs more than before", cePrior.objects > ceHalf.objects, brokenBy: "--prior 0.5 --steps 1")
page.claim(
  "backgrounds still outweigh objects", cePrior.backgrounds > 100 * cePrior.objects,
  brokenBy: "--anchors 10 --classes 1")

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

/// How hard all objects pull their logits up, and all backgrounds theirs down: the absolute slopes of the loss, added up.
func pull(p: Double, alpha: Double? = nil, gamma: Double = 0) -> Sums {
  func slope(_ target: Target) -> Double {
    abs(focalLossDerivative(logit: priorBias(p), target: target, alpha: alpha, gamma: gamma))
  }
  return (Double(objects) * slope(.object), Double(backgrounds) * slope(.background))
}
let flPullPrior = pull(p: prior, alpha: alpha, gamma: gamma), cePullPrior = pull(p: prior)
page.value("flPullObjects", flPullPrior.objects, .significant(3))
page.value("flPullBackgrounds", flPullPrior.backgrounds, .significant(3))
page.value("cePullObjects", cePullPrior.objects, .significant(3))
page.value("cePullBackgrounds", cePullPrior.backgrounds, .integer)
let flPullRatio = page.value("flPullRatio", flPullPrior.backgrounds / flPullPrior.objects, .fixed(1))
let cePullRatio = page.value("cePullRatio", cePullPrior.backgrounds / cePullPrior.objects, .integer)
page.claim(
  "backgrounds still pull harder", flPullPrior.backgrounds > flPullPrior.objects, brokenBy: "--anchors 10 --classes 1")
page.claim(
  "the focal loss brings the two pulls much closer", flPullRatio < 10 && cePullRatio > 100 * flPullRatio,
  brokenBy: "--prior 0.5 --steps 1")
page.table(
  "lossAndPull",
  columns: [
    .loss, Bilingual(ko: "처음의 확률", en: "start"), Bilingual(ko: "객체의 손실", en: "loss of objects"),
    Bilingual(ko: "배경의 손실", en: "loss of backgrounds"), Bilingual(ko: "객체가 당기는 힘", en: "pull of objects"),
    Bilingual(ko: "배경이 당기는 힘", en: "pull of backgrounds"),
  ],
  rows: [("CE", nil, 0.0), ("FL", alpha, gamma)].flatMap { (name: Bilingual, alpha: Double?, gamma) in
    [half, prior].map { p in
      let (loss, pull) = (start(p: p, alpha: alpha, gamma: gamma), pull(p: p, alpha: alpha, gamma: gamma))
      return [.text(name), .number(p, .atMost(3))]
        + [loss.objects, loss.backgrounds, pull.objects, pull.backgrounds].map { .number($0, .significant(3)) }
    }
  })

func normalised(_ start: Sums, objects count: Int) -> Double {
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
page.value("flNormalLow", normalised(flPrior, objects: 100), .fixed(1))
page.value("flNormalHigh", normalised(flPrior, objects: 10), .fixed(1))
page.value("flNormalOne", normalised(flPrior, objects: 1), .fixed(1))
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
let momentum = page.value("momentum", DenseTraining.momentum, .fixed(1))
page.value("batch", DenseTraining.batch)
page.value("unseen", DenseTraining.unseenPictures)

func crossEntropyTraining(prior: Double, rate: Double = rate, steps: Int = steps) -> DenseTraining {
  DenseTraining(prior: prior, gamma: 0, learningRate: rate, steps: steps)
}
func focalTraining(prior: Double, steps: Int = steps) -> DenseTraining {
  DenseTraining(prior: prior, alpha: alpha, gamma: gamma, learningRate: rate, steps: steps)
}
func bothTrainings(_ priors: [Double], steps: Int = steps) -> [DenseTraining] {
  priors.flatMap { [crossEntropyTraining(prior: $0, steps: steps), focalTraining(prior: $0, steps: steps)] }
}
let both = [half, prior], smallest = 0.0001, fastRate = page.value("fastRate", 0.01, .fixed(2))
let priors = Set([0.1, 0.01, 0.001, smallest] + both).sorted(by: >)
let rates = Set([0.0001, 0.0003, 0.001, 0.003, fastRate, 0.03, rate]).sorted()
let longSteps = page.value("longSteps", max(steps, min(5 * steps, 500)))

/// What this page keeps of the training.
struct Trained: Codable {
  var study: DenseStudy
  var tuning: DenseStudy  // with other seeds, to choose the learning rate
}
let trained = page.trained(
  seeds: seeds + tuningSeeds, dependingOn: "prior \(prior), learning rate \(rate), steps \(steps)", taking: .minutes
) {
  Trained(
    study: DenseStudy(
      bothTrainings(priors) + bothTrainings(both, steps: longSteps)
        + [crossEntropyTraining(prior: smallest, steps: longSteps)]
        + rates.flatMap { rate in both.map { crossEntropyTraining(prior: $0, rate: rate) } },
      seeds: seeds, following: bothTrainings(both)),
    tuning: DenseStudy(rates.map { crossEntropyTraining(prior: prior, rate: $0) }, seeds: tuningSeeds))
}
let study = trained.study
func tuningLoss(_ rate: Double) -> Double {
  trained.tuning[crossEntropyTraining(prior: prior, rate: rate)].finalLoss.mean
}
let tunedRate = page.value("tunedRate", rates.min { tuningLoss($0) < tuningLoss($1) } ?? .nan, .atMost(2))
page.value("tunedLoss", tuningLoss(tunedRate), .fixed(2))
page.value("slowerRate", 0.001, .fixed(3))
page.value("slowerLoss", tuningLoss(0.001), .fixed(2))
page.value("fasterLoss", tuningLoss(fastRate), .fixed(2))
page.claim("the learning rate is the best with other seeds", tunedRate == rate, brokenBy: "--steps 2")
page.claim(
  "the next rates are hardly worse", [0.001, fastRate].allSatisfy { tuningLoss($0) < 1.15 * tuningLoss(tunedRate) },
  brokenBy: "--steps 2")
let ceFromHalf = study[crossEntropyTraining(prior: half)], ceFromPrior = study[crossEntropyTraining(prior: prior)]
let flFromHalf = study[focalTraining(prior: half)], flFromPrior = study[focalTraining(prior: prior)]

// MARK: - The moment when it goes wrong
extension DenseStudy.Outcome {
  /// What `measure` makes of each seed's trial.
  func spread(_ measure: (DenseTrial) -> Float?) -> Spread { Spread(trials.map { Double(measure($0) ?? .nan) }) }
}
/// From the smallest value to the largest of any seed.
func range(_ name: String, _ spread: Spread) {
  page.value(name + "Low", spread.values.min() ?? .nan, .integer)
  page.value(name + "High", spread.values.max() ?? .nan, .integer)
}
let judged = backgroundCells + 1
page.value("judged", Int(judged))
let expectedHalf = page.value("expectedHalf", judged * -log(half), .integer)
let expectedPrior = page.value("expectedPrior", backgroundCells * -log1p(-prior) - log(prior), .fixed(1))
let firstHalf = ceFromHalf.spread { $0.losses.first }, firstPrior = ceFromPrior.spread { $0.losses.first }
let normHalf = ceFromHalf.spread { $0.gradientNorms.first }, normPrior = ceFromPrior.spread { $0.gradientNorms.first }
page.value("firstHalf", firstHalf, .integer)
page.value("firstPrior", firstPrior, .fixed(1))
page.value("normHalf", normHalf, .integer)
page.value("normPrior", normPrior, .fixed(1))
page.value("normRatio", normHalf.mean / normPrior.mean, .integer)
page.claim(
  "the first gradient is many times as long", normHalf.mean > 20 * normPrior.mean, brokenBy: "--prior 0.5 --steps 1")

let lowestHalf = ceFromHalf.spread { $0.losses.min() }
let (early, late) = (page.value("earlyStep", min(5, steps)), page.value("lateStep", min(25, steps)))
let peakHalf = ceFromHalf.spread { $0.losses.dropFirst(late).max() }
let creepHalf = ceFromHalf.spread { trial in
  let last = trial.losses.suffix(11)
  return last.count < 11 ? nil : (last[last.startIndex] - last[last.endIndex - 1]) / 10
}
/// The step, counted from 1, that `find` picks out of each seed's trial.
func stepOf(_ outcome: DenseStudy.Outcome, _ find: (DenseTrial) -> Int?) -> Spread {
  outcome.spread { trial in find(trial).map { Float($0 + 1) } }
}
let lowestStep = stepOf(ceFromHalf) { trial in trial.losses.indices.min { trial.losses[$0] < trial.losses[$1] } }
let peakStep = stepOf(ceFromHalf) { trial in
  trial.losses.indices.dropFirst(late).max { trial.losses[$0] < trial.losses[$1] }
}
let highestClimbing = ceFromHalf.spread { trial in
  let lowest = trial.losses.firstIndex(of: trial.losses.min() ?? 0) ?? 0
  return trial.losses.suffix(from: lowest).max()
}
page.value("lowestHalf", lowestHalf, .fixed(1))
range("peakStep", peakStep)
range("lowestStep", lowestStep)
page.value("peakHalf", peakHalf, .fixed(1))
page.value("finalHalf", ceFromHalf.finalLoss, .fixed(1))
page.value("finalPrior", ceFromPrior.finalLoss, .fixed(1))
page.claim(
  "from one half the loss falls and climbs again, with every seed",
  zip(peakHalf.values, lowestHalf.values).allSatisfy { $0 > 1.3 * $1 }, brokenBy: "--steps 2")
page.claim(
  "one loss jumps far higher in between",
  zip(highestClimbing.values, peakHalf.values).count { $0 > 2 * $1 } == 1, brokenBy: "--steps 2")
page.claim(
  "it ends above where the prior begins", zip(ceFromHalf.finalLoss.values, firstPrior.values).allSatisfy { $0 > $1 },
  brokenBy: "--prior 0.5 --steps 1")
page.claim(
  "from the prior the loss falls with every seed",
  zip(ceFromPrior.finalLoss.values, firstPrior.values).allSatisfy { $0 < $1 / 2 }, brokenBy: "--steps 2")
page.claim(
  "nothing is infinite at this rate",
  [ceFromHalf, ceFromPrior].allSatisfy {
    $0.trials.allSatisfy { ($0.losses + $0.gradientNorms).allSatisfy(\.isFinite) }
  },
  brokenBy: "--learning-rate 1 --steps 10")

// MARK: - Where the first push carries the bias
page.value("biasGradient", half * backgroundCells, .integer)
let push = page.value("push", rate * half * backgroundCells, .fixed(1))
let creep = page.value("creep", rate / (1 - momentum), .fixed(2))
/// As far as momentum carries the bias on after the first step.
func wholePush(_ rate: Double, slope: Double) -> Double { rate * slope * backgroundCells / (1 - momentum) }
func arrives(_ outcome: DenseStudy.Outcome, at push: Double) -> Bool {
  outcome.lowestBias.values.allSatisfy { abs(-$0 / push - 1) < 0.1 }
}
let ceFast = study[crossEntropyTraining(prior: half, rate: fastRate)]
let flSlope = page.value(
  "flSlope", abs(focalLossDerivative(logit: 0, target: .background, alpha: alpha, gamma: gamma)), .fixed(3))
let pushHalf = page.value("pushHalf", wholePush(rate, slope: half), .fixed(1))
let pushFast = page.value("pushFast", wholePush(fastRate, slope: half), .fixed(1))
let pushFL = page.value("pushFL", wholePush(rate, slope: flSlope), .fixed(1))
page.value("pushPrior", wholePush(rate, slope: prior), .fixed(2))
page.value("lowestBias", ceFromHalf.lowestBias, .fixed(1))
page.value("lowestBiasFast", ceFast.lowestBias, .fixed(1))
page.value("lowestBiasFL", flFromHalf.lowestBias, .fixed(1))
let movedPrior = Spread(ceFromPrior.lowestBias.values.map { bias - $0 })
page.value("movedPrior", movedPrior, .fixed(1))
page.value("movedRatio", -ceFromHalf.lowestBias.mean / movedPrior.mean, .integer)
page.value("flObjectLoss", alpha * pushFL, .fixed(1))
page.value("flFinalHalf", flFromHalf.finalLoss, .fixed(1))
page.claim("the bias falls as far as the first push says", arrives(ceFromHalf, at: pushHalf), brokenBy: "--steps 2")
page.claim("the same holds at a larger rate", arrives(ceFast, at: pushFast), brokenBy: "--steps 2")
page.claim("the same holds for the focal loss", arrives(flFromHalf, at: pushFL), brokenBy: "--steps 2")
page.claim(
  "from the prior the bias moves many times less",
  zip(ceFromHalf.lowestBias.values, movedPrior.values).allSatisfy { -$0 > 8 * $1 }, brokenBy: "--prior 0.5 --steps 1")
page.claim(
  "at last an object loses as much as the bias has fallen",
  zip(ceFromHalf.spread { $0.losses.last }.values, ceFromHalf.bias.values).allSatisfy { abs($0 + $1) < 0.1 },
  brokenBy: "--steps 2")
page.claim(
  "the bias creeps back at one pace", creepHalf.values.allSatisfy { abs($0 / creep - 1) < 0.05 }, brokenBy: "--steps 2")

// MARK: - What becomes of the features
page.value("lastNormHalf", ceFromHalf.spread { $0.gradientNorms.last }, .fixed(3))
let stuck = ceFromHalf.spread { trial in Float((trial.gradientNorms.lastIndex { abs($0 - 1) > 0.01 } ?? -1) + 2) }
range("stuck", stuck)
let lateBursts = ceFromHalf.trials.compactMap { trial -> (step: Int, norm: Float)? in
  let largest = trial.gradientNorms.max() ?? 0
  return trial.gradientNorms.first == largest ? nil : ((trial.gradientNorms.firstIndex(of: largest) ?? 0) + 1, largest)
}
page.value("burstStep", lateBursts.first?.step ?? 0)
page.value("burstNorm", Double(lateBursts.first?.norm ?? .nan), .integer)
let comeDown = stepOf(flFromHalf) { $0.gradientNorms.firstIndex { $0 < 1.02 * Float(alpha) } }
let latest = flFromHalf.trials[comeDown.values.indices.max { comeDown.values[$0] < comeDown.values[$1] } ?? 0]
let later = latest.gradientNorms.indices.dropFirst(early)
let flBurst = later.max { latest.gradientNorms[$0] < latest.gradientNorms[$1] } ?? 0
page.value("flLatestStep", comeDown.values.max() ?? .nan, .integer)
page.value("flBurstStep", flBurst + 1)
page.value("flBurstNorm", Double(latest.gradientNorms[flBurst]), .integer)
page.claim(
  "with the focal loss one seed moves again",
  comeDown.values.allSatisfy(\.isFinite) && latest.gradientNorms[flBurst] > 100 * Float(alpha)
    && zip(flFromHalf.trials, comeDown.values).count { trial, step in
      trial.gradientNorms.dropFirst(Int(step)).contains { $0 > 1.2 * Float(alpha) }
    } == 1, brokenBy: "--steps 2")
page.claim("one seed is hit once more", lateBursts.count == 1, brokenBy: "--steps 2")
let nearOne = ceFromPrior.trials.indices.filter { seed in
  ceFromPrior.trials[seed].gradientNorms.count { $0 < 1.5 } > steps / 4
}
page.claim(
  "two seeds from the prior come close to 1, and learn",
  nearOne.count == 2
    && nearOne.allSatisfy {
      study[crossEntropyTraining(prior: prior, steps: longSteps)].trials[$0].averagePrecision > 0.8
    }, brokenBy: "--steps 2")
page.claim(
  "only the bias still moves", stuck.values.allSatisfy { $0 <= Double(steps) / 2 }, brokenBy: "--steps 2")
func silence(_ outcome: DenseStudy.Outcome, at step: Int) -> Spread { outcome.spread { $0.silences.prefix(step).last } }
page.value("silenceFirst", silence(ceFromHalf, at: 1), .percent(0))
page.value("silenceEarly", silence(ceFromHalf, at: early), .percent(0))
page.value("silenceLate", silence(ceFromHalf, at: late), .percent(1))
page.value("silenceHalf", ceFromHalf.silence, .percent(1))
page.value("silencePrior", ceFromPrior.silence, .percent(0))
page.claim(
  "the first push silences no features yet",
  (silence(ceFromHalf, at: early) - silence(ceFromHalf, at: 1)).values.allSatisfy { $0 < 0.05 },
  brokenBy: "--steps 2")
page.claim(
  "soon afterwards nearly all are silent", silence(ceFromHalf, at: late).values.allSatisfy { $0 > 0.95 },
  brokenBy: "--steps 2")
page.claim(
  "on unseen pictures, too, features are silent from one half and not from the prior",
  zip(ceFromHalf.silence.values, ceFromPrior.silence.values).allSatisfy { $0 > 0.99 && $1 < 0.8 },
  brokenBy: "--steps 2")
page.value("tiesHalf", ceFromHalf.ties, .percent(0))
page.claim(
  "every object that it has not seen gets the bias alone",
  zip(ceFromHalf.objectLogit.values, ceFromHalf.bias.values).allSatisfy { abs($0 - $1) < 1e-6 }, brokenBy: "--steps 2")

// MARK: - First losses and first steps, drawn
let halfName = Bilingual(stringLiteral: "$p = \(half, .atMost(3))$")
let priorName = Bilingual(stringLiteral: "$p = \(prior, .atMost(3))$")
let starts: [(name: Bilingual, tint: Tint, dash: Dash)] = [
  (halfName, .series(3), .solid), (priorName, .series(2), .dashed),
]
/// One line for each seed from both starts, step by step.
func curves(_ outcomes: [DenseStudy.Outcome], x: Axis, y: Axis, _ measure: (DenseTrial) -> [Float]) -> Chart {
  Chart(x: x, y: y) {
    for (start, outcome) in zip(starts, outcomes) {
      for (seed, trial) in outcome.trials.enumerated() {
        let line = Line(measure(trial).enumerated().map { (Double($0 + 1), Double($1)) })
          .tint(start.tint).dash(start.dash).width(3)
        if seed == 0 { line.label(start.name) } else { line }
      }
    }
  }
}
/// An axis of powers of ten that holds what all outcomes measured.
func logAxis(_ label: Bilingual, _ outcomes: [DenseStudy.Outcome], _ measure: (DenseTrial) -> [Float]) -> Axis {
  let numbers = outcomes.flatMap { $0.trials.flatMap(measure) }.map(Double.init).filter { $0 > 0 && $0.isFinite }
  let low = 0.8 * (numbers.min() ?? 1), high = 1.25 * (numbers.max() ?? 1)
  return Axis(label: label, scale: .log(low...high), format: .power)
}
let lossPerObject = Bilingual(ko: "객체 하나당 손실", en: "loss per object")
page.figure(
  "priorInitialization",
  Bilingual(
    ko: "편향 하나가 첫 손실의 대부분을 없애고 첫 스텝들을 안정시킨다",
    en: "One bias takes most of the first loss away and steadies the first steps")
) {
  Panels(columns: 2) {
    Panel(Bilingual(ko: "첫 손실, CE", en: "first loss, CE")) {
      let sums = [ceHalf, cePrior]
      let parts: [(name: Bilingual, tint: Tint, marker: Marker, values: [Double])] = [
        (.backgrounds, .backgrounds, .square, sums.map(\.backgrounds)),
        (.objects, .objects, .circle, sums.map(\.objects)),
      ]
      return Chart(
        x: Axis(scale: .band([halfName, priorName])),
        y: Axis(label: .totalLoss, scale: .log(1...(10 * ceTotalHalf)), format: .power)
      ) {
        for part in parts {
          let points = part.values.enumerated().map { index, value in
            DataPoint(
              Double(index), value, label: Bilingual(stringLiteral: NumberFormat.fixed(0).string(value)))
          }
          Line(points).label(part.name, at: .near(x: 0.5)).tint(part.tint).dash(
            part.marker == .square ? .dotted : .dashed)
          Dot(points).tint(part.tint).marker(part.marker).width(22)
        }
      }
    }
    Panel(Bilingual(ko: "작은 탐지기의 첫 스텝들, CE", en: "first steps of the small detector, CE")) {
      let count = min(steps, 20)
      return curves(
        [ceFromHalf, ceFromPrior],
        x: Axis(
          label: .trainingStep, scale: .linear(1...Double(max(count, 2))), ticks: .at([1, 5, 10, 15, 20]),
          format: .fixed(0)),
        y: logAxis(lossPerObject, [ceFromHalf, ceFromPrior]) { Array($0.losses.prefix(count)) }
      ) { Array($0.losses.prefix(count)) }
    }
  }
}

// MARK: - Loss, gradient and features, drawn
/// The same measure of CE and of FL, side by side, with the same axis.
func bothLosses(_ y: Axis, _ measure: @escaping (DenseTrial) -> [Float]) -> Panels {
  Panels(columns: 2) {
    Panel("CE") { curves([ceFromHalf, ceFromPrior], x: .trainingSteps(steps), y: y, measure) }
    Panel("FL, $\\alpha = \(alpha, .atMost(3)),\\ \\gamma = \(gamma, .atMost(3))$") {
      curves([flFromHalf, flFromPrior], x: .trainingSteps(steps), y: y, measure)
    }
  }
}
let allFollowed = [ceFromHalf, ceFromPrior, flFromHalf, flFromPrior]
page.figure(
  "lossFromBothStarts",
  Bilingual(ko: "절반에서 시작하면 손실이 내려갔다가 다시 솟는다", en: "From one half the loss falls and climbs back up")
) { bothLosses(logAxis(lossPerObject, allFollowed, \.losses), \.losses) }
page.figure(
  "gradientNorms",
  Bilingual(
    ko: "CE를 절반에서 시작하면 기울기가 끝내 $1$에 붙는다", en: "From one half, the gradient of CE ends up stuck at $1$")
) {
  bothLosses(
    logAxis(Bilingual(ko: "기울기의 크기", en: "gradient norm"), allFollowed, \.gradientNorms), \.gradientNorms)
}
page.figure(
  "silentFeatures",
  Bilingual(ko: "절반에서 시작하면 특징이 거의 모두 $0$이 된다", en: "From one half, nearly all features become $0$")
) {
  bothLosses(
    Axis(
      label: Bilingual(
        ko: "마지막 층에 들어오는 특징 가운데 $0$인 것의 비율", en: "share of features reaching the last layer that are $0$"),
      scale: .linear(0...1), format: .percent(0)), \.silences)
}

// MARK: - On pictures it has not seen
page.table(
  "results",
  columns: [
    .loss, Bilingual(ko: "처음의 확률", en: "start"), Bilingual(ko: "첫 손실", en: "first loss"),
    Bilingual(ko: "첫 기울기", en: "first gradient"), Bilingual(ko: "끝 손실", en: "final loss"),
    Bilingual(ko: "$`0`$인 특징", en: "features at $`0`$"), .averagePrecision,
    Bilingual(ko: "AP, \(longSteps)스텝", en: "AP, \(longSteps) steps"),
  ],
  rows: [
    ("CE", crossEntropyTraining(prior:rate:steps:)),
    ("FL", { prior, _, steps in focalTraining(prior: prior, steps: steps) }),
  ]
  .flatMap { (name: Bilingual, training) in
    both.map { prior in
      let outcome = study[training(prior, rate, steps)]
      return [
        .text(name), .number(prior, .atMost(3)), .spread(outcome.spread { $0.losses.first }, .fixed(1)),
        .spread(outcome.spread { $0.gradientNorms.first }, .fixed(1)), .spread(outcome.finalLoss, .fixed(2)),
        .spread(outcome.silence, .percent(1)), .spread(outcome.averagePrecision, .fixed(2)),
        .spread(study[training(prior, rate, longSteps)].averagePrecision, .fixed(2)),
      ]
    }
  })
let chance = page.value("chance", 1 / judged, .fixed(5))
page.value("apHalf", ceFromHalf.averagePrecision, .fixed(5))
page.value("apPrior", ceFromPrior.averagePrecision, .fixed(2))
page.claim(
  "the AP from one half is that of a tie", ceFromHalf.averagePrecision.values.allSatisfy { $0 < 1.2 * chance },
  brokenBy: "--learning-rate 0.00001 --steps 1")
page.claim(
  "from the prior it ranks better with every seed, whatever the loss",
  [(ceFromPrior, ceFromHalf), (flFromPrior, flFromHalf)].allSatisfy {
    ($0.averagePrecision - $1.averagePrecision).values.allSatisfy { $0 > 0.01 }
  }, brokenBy: "--prior 0.5 --steps 1")
page.claim(
  "the focal loss does not replace the prior",
  zip(flFromHalf.finalLoss.values, flFromPrior.finalLoss.values).allSatisfy { $0 > 2 * $1 },
  brokenBy: "--prior 0.5 --steps 1")
let longHalf = bothTrainings([half], steps: longSteps).map { study[$0] }
let longPrior = bothTrainings([prior], steps: longSteps).map { study[$0] }
page.value("longLossHalf", longHalf[0].finalLoss, .fixed(1))
page.value("longBiasHalf", longHalf[0].bias, .fixed(1))
page.value("longPriorCE", longPrior[0].averagePrecision, .fixed(2))
page.value("longPriorFL", longPrior[1].averagePrecision, .fixed(2))
page.claim(
  "in a longer training the bias comes back half the way",
  zip(longHalf[0].bias.values, longHalf[0].lowestBias.values).allSatisfy { $0 > 0.6 * $1 }, brokenBy: "--steps 2")
page.claim(
  "but one half still finds nothing", longHalf.allSatisfy { $0.averagePrecision.values.allSatisfy { $0 < 0.01 } },
  brokenBy: "--steps 2")
page.claim(
  "while the prior learns with every seed",
  longPrior.allSatisfy { $0.averagePrecision.values.allSatisfy { $0 > 0.5 } }, brokenBy: "--steps 2")

// MARK: - Which prior?
/// AP by something that was varied: a line through the means, and a dot for each seed.
func sweep(
  _ x: Axis, dots: (spacing: Double, width: Double) = (0.05, 16),
  _ series: [(name: Bilingual, tint: Tint, dash: Dash, spreads: [Spread])]
) -> Chart {
  let values = series.flatMap { $0.spreads.flatMap(\.values) }
  return Chart(x: x, y: Axis(label: .averagePrecision, scale: .linear(-0.03...max(0.1, 1.05 * (values.max() ?? 1))))) {
    for (index, one) in series.enumerated() {
      let places = one.spreads.indices.map { Double($0) + (4 * dots.spacing + 0.14) * (Double(index) - 0.5) }
      let highest = one.spreads.indices.max { one.spreads[$0].mean < one.spreads[$1].mean } ?? 0
      Line(zip(places, one.spreads.map(\.mean))).label(one.name, at: .near(x: places[highest])).tint(one.tint)
        .dash(one.dash)
      Dot(
        zip(places, one.spreads).flatMap { place, spread in
          spread.values.enumerated().map { (place + dots.spacing * Double($0 - 2), $1) }  // the seeds side by side
        }
      ).tint(one.tint).marker(.series(index)).width(dots.width)
    }
  }
}
let share = page.value("share", Double(objects) / Double(answers), .scientific(1))
let atShare = start(p: share)
let lowestLoss = page.value("lowestLoss", atShare.objects + atShare.backgrounds, .significant(2))
page.value("shareFactor", prior / share, .significant(2))
page.value("shareObjects", atShare.objects, .integer)
page.value("shareBackgrounds", atShare.backgrounds, .integer)
page.claim(
  "at the true share even CE's objects outweigh the backgrounds", atShare.objects > atShare.backgrounds,
  brokenBy: "--anchors 2 --classes 1")
page.claim("the prior is far from the true share", prior > 100 * share, brokenBy: "--anchors 10 --classes 1")
page.claim(
  "any small prior ranks better than one half",
  priors.filter { $0 < half }.allSatisfy { prior in
    [(crossEntropyTraining(prior: prior), ceFromHalf), (focalTraining(prior: prior), flFromHalf)].allSatisfy {
      study[$0].averagePrecision.mean > $1.averagePrecision.mean + 0.03
    }
  }, brokenBy: "--steps 2")
page.claim(
  "the true share starts lower still", lowestLoss < ceTotalPrior / 10, brokenBy: "--anchors 10 --classes 1")
let tiny = study[crossEntropyTraining(prior: smallest)]
let longTiny = study[crossEntropyTraining(prior: smallest, steps: longSteps)].averagePrecision
let apart = (tiny.objectLogit - tiny.backgroundLogit).values
page.value("smallest", smallest, .atMost(1))
page.value("alike", apart.count { $0 < 0.1 })
page.value("apartLow", apart.filter { $0 >= 0.1 }.min() ?? .nan, .fixed(1))
page.value("tinyAP", tiny.averagePrecision, .fixed(2))
page.value("longTiny", longTiny, .fixed(2))
page.claim(
  "with the smallest prior some seeds give objects and backgrounds one logit, the others do not",
  apart.contains { $0 < 0.1 } && apart.contains { $0 >= 0.1 }
    && zip(apart, tiny.averagePrecision.values).allSatisfy { ($0 < 0.1) == ($1 < 0.05) }, brokenBy: "--steps 2")
page.claim(
  "a longer training lifts the smallest prior",
  longTiny.mean > tiny.averagePrecision.mean + 0.2, brokenBy: "--steps 2")
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
  Bilingual(
    ko: "이 학습률에서는 작은 $\\pi$가 평균적으로 절반보다 낫다", en: "At this rate, small priors do better than one half on average")
) {
  Panels(columns: 2) {
    Panel(Bilingual(ko: "첫 손실, CE", en: "first loss, CE")) {
      let counts = (Double(objects), Double(backgrounds)), domain = 1e-7...0.9
      return Chart(
        x: Axis(label: Bilingual(ko: "사전 확률 $\\pi$", en: "prior $\\pi$"), scale: .log(domain), format: .power),
        y: Axis(label: .totalLoss, scale: .log(1...(10 * ceTotalHalf)), format: .power)
      ) {
        Rule(x: prior, label: Bilingual(stringLiteral: "$\\pi = \(prior, .atMost(3))$"))
        Rule(x: share, label: Bilingual(ko: "실제 비율", en: "true share"))
        Line(over: domain) { -counts.0 * log($0) - counts.1 * log1p(-$0) }.label(.totalLoss, at: .near(x: 3e-5)).tint(
          .ink)
        Line(over: domain) { -counts.0 * log($0) }.label(.objects, at: .near(x: 0.1)).tint(.objects).dash(.dashed)
        Line(over: domain) { -counts.1 * log1p(-$0) }.label(.backgrounds, at: .near(x: 0.03)).tint(.backgrounds).dash(
          .dotted)
      }
    }
    Panel(Bilingual(ko: "훈련한 작은 탐지기", en: "the small detector, trained")) {
      let rising = Array(priors.reversed())
      return sweep(
        Axis(label: Bilingual(ko: "사전 확률 $\\pi$", en: "prior $\\pi$"), scale: .band(rising, .atMost(2))),
        dots: (0.085, 12),
        [
          ("CE", .series(4), .solid, rising.map { study[crossEntropyTraining(prior: $0)].averagePrecision }),
          ("FL", .series(5), .dashed, rising.map { study[focalTraining(prior: $0)].averagePrecision }),
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
page.value("apFasterPrior", study[crossEntropyTraining(prior: prior, rate: fastRate)].averagePrecision, .fixed(2))
page.value("apFastPrior", atRatesPrior[rates.count - 1], .fixed(2))
let fastest = study[crossEntropyTraining(prior: prior, rate: rates[rates.count - 1])]
page.value("fastSilent", fastest.silence.values.count { $0 > 0.99 })
page.value("fastWorst", fastest.finalLoss.values.max() ?? .nan, .scientific(1))
page.claim(
  "at its own best rate one half still ranks worse",
  atRatesHalf[best].mean < ceFromPrior.averagePrecision.mean - 0.05, brokenBy: "--steps 2")
page.claim(
  "at the lowest rate one half is better with every seed",
  zip(atRatesHalf[0].values, atRatesPrior[0].values).allSatisfy { $0 > $1 + 0.001 }, brokenBy: "--steps 2")
page.claim(
  "at larger rates only the prior learns",
  [rate, fastRate].allSatisfy { rate in
    let (half, prior) = (crossEntropyTraining(prior: half, rate: rate), crossEntropyTraining(prior: prior, rate: rate))
    return study[half].averagePrecision.mean < 0.01 && study[prior].averagePrecision.mean > 0.1
  }, brokenBy: "--steps 2")
page.claim(
  "at the larger rate one seed of the prior falls silent",
  study[crossEntropyTraining(prior: prior, rate: fastRate)].silence.values.count { $0 > 0.999 } == 1,
  brokenBy: "--steps 2")
page.claim(
  "one seed of the prior diverges at the highest rate", fastest.finalLoss.values.count { !($0 < 1e6) } == 1,
  brokenBy: "--steps 2")
page.claim(
  "nearly all its seeds fall silent there", fastest.silence.values.count { $0 > 0.99 } == seeds.count - 1,
  brokenBy: "--steps 2")
page.claim(
  "at the highest rate the prior fails, too",
  atRatesPrior[rates.count - 1].mean < ceFromPrior.averagePrecision.mean / 3,
  brokenBy: "--steps 2")
page.figure(
  "learningRates",
  Bilingual(ko: "사전 확률에서 시작하면 더 큰 학습률을 쓸 수 있다", en: "A start from the prior allows larger learning rates")
) {
  Panels(columns: 1) {
    Panel("CE") {
      sweep(
        Axis(label: .learningRate, scale: .band(rates, .atMost(2))),
        zip(starts, [atRatesHalf, atRatesPrior]).map { ($0.name, $0.tint, $0.dash, $1) })
    }
  }
}
page.finish()
