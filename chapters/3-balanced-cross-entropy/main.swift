// MARK: - What you may change
import Foundation
import Losses
import ToyDetector
import Workbook

struct Parameters: ChapterParameters {
  @Option(in: 0...1, ko: "객체의 가중치 α", en: "weight α of objects") var alpha = 0.75
  @Option(in: 1...1_000_000, ko: "객체 하나당 배경의 수", en: "backgrounds for each object") var negatives = 1000
  @Option(in: 1...100, ko: "추출할 때 객체 하나당 배경의 수", en: "backgrounds sampled for each object") var sampled = 3
  @Option(in: 10...5000, ko: "훈련 스텝의 수", en: "training steps") var steps = 200
  @Option(in: 1e-6...100, ko: "어려운 객체 하나의 손실", en: "loss of one hard object") var objectLoss = 10.0
  @Option(in: 1e-6...100, ko: "쉬운 배경 하나의 손실", en: "loss of one easy background") var backgroundLoss = 0.1
}

let page = Page(Parameters.self)
let alpha = page.value("alpha", page.parameters.alpha, .atMost(3))
let negatives = Double(page.value("negatives", page.parameters.negatives))

// MARK: - One object and a thousand backgrounds
let objectLoss = page.value("objectLoss", page.parameters.objectLoss, .atMost(3))
let backgroundLoss = page.value("backgroundLoss", page.parameters.backgroundLoss, .atMost(3))
page.value("objectPt", exp(-objectLoss), .scientific(1))
page.value("backgroundPt", exp(-backgroundLoss), .fixed(3))

let objectTotal = page.value("objectTotal", 1 * objectLoss, .atMost(4))
let backgroundTotal = page.value("backgroundTotal", negatives * backgroundLoss, .atMost(4))
page.value("totalRatio", backgroundTotal / objectTotal, .atMost(3))
page.claim("the backgrounds outweigh the object", backgroundTotal > objectTotal, brokenBy: "--negatives 10")

let objectPull = 1 - exp(-objectLoss)  // |dCE/dx| = 1 − p_t
let backgroundPull = negatives * (1 - exp(-backgroundLoss))
page.value("pullRatio", backgroundPull / objectPull, .significant(2))
page.claim(
  "in the gradient they outweigh it even more", backgroundPull / objectPull > backgroundTotal / objectTotal,
  brokenBy: "--background-loss 100")

// MARK: - The formula as a picture
page.figure("balancedFormula", Bilingual(ko: "균형 교차 엔트로피", en: "Balanced cross entropy")) {
  FormulaPicture(#"\mathrm{CE}(p_t) = -\,\part{weight}{\alpha_t}\,\log\,\part{pt}{p_t}"#) {
    CallOut(
      "weight", .weightingFactor,
      detail: Bilingual(
        ko: "객체에는 $\\alpha$, 배경에는 $1-\\alpha$", en: "$\\alpha$ for objects, $1-\\alpha$ for backgrounds"),
      tint: .series(1))
    CallOut(
      "pt", Bilingual(ko: "정답 클래스의 확률", en: "probability of the true class"),
      detail: Bilingual(ko: "객체에서 $p$, 배경에서 $1-p$", en: "$p$ for objects, $1-p$ for backgrounds"), tint: .series(0))
  }
}

// MARK: - Two ways to choose α
let inverseFrequency = TrainingMethod.inverseFrequencyAlpha(negatives: negatives)
let equalTotals = backgroundTotal / (objectTotal + backgroundTotal)

func totals(alpha: Double) -> [Double] { [alpha * objectTotal, (1 - alpha) * backgroundTotal] }
let atInverseFrequency = totals(alpha: inverseFrequency)
let atEqualTotals = totals(alpha: equalTotals)

page.value("inverseFrequency", inverseFrequency, .fixed(4))
page.value("inverseObjectTotal", atInverseFrequency[0], .atMost(3))
page.value("inverseBackgroundTotal", atInverseFrequency[1], .atMost(3))
page.value("inverseRatio", atInverseFrequency[0] / atInverseFrequency[1], .atMost(3))
page.value("equalTotals", equalTotals, .fixed(3))
page.value("equalTotal", atEqualTotals[0], .atMost(3))
page.claim(
  "inverse frequency overshoots", atInverseFrequency[0] > 2 * atInverseFrequency[1], brokenBy: "--object-loss 0.1")

// MARK: - The simple idea, drawn
func bars(_ totals: [Double]) -> Chart {
  classBars(
    objects: totals[0], backgrounds: totals[1], label: .totalLoss, top: max(objectTotal, backgroundTotal),
    values: .fixed(2))
}
func titled(_ ko: String, _ en: String, alpha: Double) -> Bilingual {
  Bilingual(ko: ko, en: en).map { "\($0) $\\alpha = \(alpha, .fixed(3))$" }
}
page.figure(
  "simpleIdea", Bilingual(ko: "개수를 맞추는 α는 손실의 합을 맞추지 못한다", en: "The α that evens counts does not even losses")
) {
  Panels(columns: 3) {
    Panel(Bilingual(ko: "가중치 없음", en: "no weights")) { bars([objectTotal, backgroundTotal]) }
    Panel(titled("합이 같아지는", "equal totals,", alpha: equalTotals)) { bars(atEqualTotals) }
    Panel(titled("빈도의 역수", "inverse frequency,", alpha: inverseFrequency)) { bars(atInverseFrequency) }
  }
}

// MARK: - One curve, stretched
let (easyPt, hardPt) = (0.9, 0.1)
let difficulty = crossEntropy(pt: hardPt) / crossEntropy(pt: easyPt)
let weightedDifficulty =
  balancedCrossEntropy(p: 1 - hardPt, target: .background, alpha: alpha)
  / balancedCrossEntropy(p: 1 - easyPt, target: .background, alpha: alpha)
page.value("easyPt", easyPt, .fixed(1))
page.value("hardPt", hardPt, .fixed(1))
page.value("difficulty", difficulty, .fixed(1))
page.value("weightedDifficulty", weightedDifficulty, .fixed(1))
page.claim(
  "α leaves the ratio of hard to easy alone", abs(weightedDifficulty / difficulty - 1) < 1e-12, brokenBy: "--alpha 1")

// MARK: - The curves, drawn
func curves(weight: @escaping (Double) -> Double) -> Chart {
  let places = (0...1200).map { exp(-Double($0) / 40) }  // close together where the curve is steep
  return Chart(
    x: Axis(label: .probabilityOfTrueClass, scale: .linear(0...1)), y: Axis(label: .loss, scale: .linear(0...5))
  ) {
    for alpha in [0.25, 0.5, 0.75, 0.95] {
      Line(places.map { ($0, weight(alpha) * crossEntropy(pt: $0)) })
        .label("$\\alpha = \(alpha, .atMost(2))$")
    }
  }
}
page.figure(
  "balancedCurves", Bilingual(ko: "α는 곡선의 높이만 바꾸고 모양은 바꾸지 않는다", en: "α changes the height of the curve, not its shape")
) {
  Panels(columns: 2) {
    Panel(Bilingual(ko: "객체: 가중치 $\\alpha$", en: "objects: weight $\\alpha$")) { curves { $0 } }
    Panel(Bilingual(ko: "배경: 가중치 $1-\\alpha$", en: "backgrounds: weight $1-\\alpha$")) { curves { 1 - $0 } }
  }
}

// MARK: - Pictures to detect in
let experiment = Experiment(negatives: page.parameters.negatives, seeds: [1, 2, 3, 4, 5])
let objects = experiment.trainingPictures  // one in each
let backgrounds = page.parameters.negatives * objects
page.value("seeds", experiment.seeds.count)
page.value("objects", objects)
page.value("backgrounds", backgrounds)
page.value("unseenObjects", experiment.unseenPictures)

// MARK: - A picture and its windows, drawn
let picture = PictureGenerator().picture(seed: 20)
let side = Double(picture.side)
let reach = Double(WindowFeatures.reach)
let boxes = Chart(
  x: .hidden(.linear(0...side)), y: .hidden(.linear(0...side), direction: .descending), aspect: .equal
) {
  if let image = PixelImage(width: picture.side, grey: picture.pixels, black: -0.46, white: 1.5) {
    ImageMark(image, x: 0...side, y: 0...side)
  }
  for shape in picture.shapes {
    RectMark(x: (shape.x - reach)...(shape.x + reach + 1), y: (shape.y - reach)...(shape.y + reach + 1))
      .tint(shape.kind.isObject ? .objects : .backgrounds)
      .label(
        shape.kind.isObject ? .object : Bilingual(ko: "닮은 배경", en: "look-alike"))
  }
}
page.figure("toyPictures", Bilingual(ko: "객체는 원판 하나, 나머지는 모두 배경", en: "One disc is the object; all else is background"))
{
  Panels(columns: 2) {
    Panel(Bilingual(ko: "그림 한 장", en: "one picture")) { boxes }
    Panel(Bilingual(ko: "훈련에 쓰는 창", en: "windows to train on")) {
      classBars(
        objects: Double(objects), backgrounds: Double(backgrounds), label: Bilingual(ko: "창의 수", en: "number"),
        values: .fixed(0))
    }
  }
}

// MARK: - Training with every method
let sampled = min(page.parameters.sampled, page.parameters.negatives)
let samplingAlpha = negatives / (negatives + Double(sampled))
let inverseName = Bilingual(ko: "α = 빈도의 역수", en: "α = inverse frequency")
let methods: [(name: Bilingual, method: TrainingMethod)] = [
  (Bilingual(ko: "CE", en: "CE"), .crossEntropy),
  ("α = \(alpha, .atMost(3), in: .prose)", .balancedCrossEntropy(alpha: alpha)),
  (inverseName, .balancedCrossEntropy(alpha: inverseFrequency)),
  (Bilingual(ko: "무작위 추출", en: "random sampling"), .sampling(negativesPerObject: sampled)),
  (Bilingual(ko: "추출에 맞먹는 α", en: "the α of that sampling"), .balancedCrossEntropy(alpha: samplingAlpha)),
  (Bilingual(ko: "하드 네거티브 마이닝", en: "hard negative mining"), .hardNegativeMining(negativesPerObject: sampled)),
]
let sweptAlphas = Set([0.25, 0.5, 0.9, 0.99, alpha, inverseFrequency]).sorted()
let steps = page.parameters.steps
let trainings = (methods.map(\.method) + sweptAlphas.map { .balancedCrossEntropy(alpha: $0) })
  .map { Training($0, steps: steps) }
let shift = log(alpha / (1 - alpha))

/// What this page keeps of the training.
struct Trained: Codable {
  var study: Study
  var undone: Study.Outcome  // of the chosen α, its shift of the logits taken back
}
let trained = page.trained(seeds: experiment.seeds) {
  let trials = experiment.run(trainings)
  let undone = trials[.balancedCrossEntropy(alpha: alpha)].map {
    Quality(of: $0.classifier.raisingLogits(by: -shift), on: $0.data.unseen)
  }
  let followed: [TrainingMethod] = [.crossEntropy, .balancedCrossEntropy(alpha: inverseFrequency)]
  return Trained(study: Study(trials, following: followed), undone: Study.Outcome(undone))
}
let study = trained.study
let plain = study[.crossEntropy]
let balanced = study[.balancedCrossEntropy(alpha: alpha)]
let inverse = study[.balancedCrossEntropy(alpha: inverseFrequency)]
let sampling = study[.sampling(negativesPerObject: sampled)]
let samplingByAlpha = study[.balancedCrossEntropy(alpha: samplingAlpha)]
let mining = study[.hardNegativeMining(negativesPerObject: sampled)]
page.value("steps", steps)
page.value("sampled", sampled)

// MARK: - Does the balance tip back?
let inverseHistory = study.history(of: .balancedCrossEntropy(alpha: inverseFrequency))
let first = inverseHistory.record(over: 0..<1)
let afterStart = inverseHistory.record(over: steps / 10..<steps)
let lastQuarter = inverseHistory.record(over: 3 * steps / 4..<steps)
page.value("lossShareFirst", first.loss.objectShare, .percent(0))
page.value("lossShareAfter", afterStart.loss.objectShare, .percent(0))
page.value("lossShareLast", lastQuarter.loss.objectShare, .percent(0))
page.value("gradientShareFirst", first.gradient.objectShare, .percent(0))
page.value("gradientShareAfter", afterStart.gradient.objectShare, .percent(0))
page.value("gradientShareLast", lastQuarter.gradient.objectShare, .percent(0))
page.claim(
  "the balance of the loss tips back", afterStart.loss.objectShare < first.loss.objectShare - 0.1,
  brokenBy: "--steps 10")
page.claim(
  "the balance of the gradient tips less",
  abs(afterStart.gradient.objectShare - 0.5) < abs(afterStart.loss.objectShare - 0.5) / 2, brokenBy: "--steps 10")
page.claim(
  "even at the end it tips less", lastQuarter.gradient.objectShare > lastQuarter.loss.objectShare + 0.1,
  brokenBy: "--steps 10")

page.value("easyCount", afterStart.count.easyShare, .percent(0))
page.value("easyLoss", afterStart.loss.easyShare, .percent(0))
page.claim(
  "what remains is the loss of hard backgrounds", afterStart.count.easyShare > 0.9 && afterStart.loss.easyShare < 0.1,
  brokenBy: "--steps 10")

// MARK: - And without weights?
let plainHistory = study.history(of: .crossEntropy)
let objectPt = plainHistory.steps.map(\.objectPt)
let lowest = objectPt.indices.min { objectPt[$0] < objectPt[$1] } ?? 0
let noticed = 0.25
let recovered = objectPt.indices.first { $0 > lowest && objectPt[$0] > noticed }
let plainLast = plainHistory.record(over: 3 * steps / 4..<steps)
page.value("plainShareFirst", plainHistory.record(over: 0..<1).loss.objectShare, .percent(1))
page.value("plainShareLast", plainLast.loss.objectShare, .percent(0))
page.value("lowestStep", lowest + 1)
page.value("lowestPt", objectPt[lowest], .significant(1))
page.value("recoveredStep", (recovered ?? steps) + 1)
page.value("noticed", noticed, .fixed(2))
page.claim("plain CE first calls everything background", objectPt[lowest] < 0.05, brokenBy: "--negatives 10")
page.claim("and then comes out of it", recovered != nil, brokenBy: "--negatives 1000000")
page.claim(
  "plain CE ends with more loss in objects than in backgrounds", plainLast.loss.objectShare > 0.5,
  brokenBy: "--negatives 10")

// MARK: - The shares, drawn
func shares(of total: KeyPath<StepRecord, Balance>) -> Chart {
  Chart(
    x: .trainingSteps(steps),
    y: Axis(label: Bilingual(ko: "객체의 몫", en: "share of objects"), scale: .linear(0...1), format: .percent(0))
  ) {
    Rule(y: 0.5)
    Rule(x: 2 * Double(steps) / 3, label: Bilingual(ko: "학습률 낮춤", en: "lower rate"))
    Line(plainHistory.curve { $0[keyPath: total].objectShare }).label("CE").tint(.series(2))
    Line(inverseHistory.curve { $0[keyPath: total].objectShare }).label(inverseName).tint(.series(3)).dash(.dashed)
  }
}
page.figure(
  "balanceTipsBack",
  Bilingual(
    ko: "손실은 배경 쪽으로 쏠리고, 기울기(gradient)는 덜 쏠린다", en: "The loss tips to the backgrounds, the gradient less")
) {
  Panels(columns: 2) {
    Panel(Bilingual(ko: "손실에서", en: "in the loss")) { shares(of: \.loss) }
    Panel(Bilingual(ko: "기울기에서", en: "in the gradient")) { shares(of: \.gradient) }
  }
}

// MARK: - On pictures it has not seen
page.table(
  "results",
  columns: [
    .method, .averagePrecision, .precision, .recall, .falseAlarms,
  ],
  rows: methods.map { name, method in
    let outcome = study[method]
    let measures = [outcome.averagePrecision, outcome.precision, outcome.recall, outcome.falseAlarms]
    return [.text(name)] + measures.map { .spread($0, .fixed(2)) }
  })

func gain(of outcome: Study.Outcome, over other: Study.Outcome = plain) -> Spread {
  outcome.averagePrecision - other.averagePrecision
}
page.value("balancedGain", gain(of: balanced), .signed(.fixed(2)))
page.value("inverseGain", gain(of: inverse), .signed(.fixed(2)))
page.value("inverseWorse", gain(of: inverse).values.count { $0 < 0 })
page.claim(
  "no method ranks clearly better than CE", methods.allSatisfy { gain(of: study[$0.method]).mean < 0.05 },
  brokenBy: "--negatives 1000000")
page.claim("the chosen α ranks as well as CE", abs(gain(of: balanced).mean) < 0.05, brokenBy: "--alpha 0.99")
page.claim(
  "inverse frequency ranks worse with every seed", gain(of: inverse).values.allSatisfy { $0 < 0 },
  brokenBy: "--negatives 10")
page.claim(
  "inverse frequency finds the most objects",
  [plain, balanced].allSatisfy { $0.recall.mean <= inverse.recall.mean },
  brokenBy: "--alpha 1")
page.claim(
  "the chosen α finds more objects", balanced.recall.mean > plain.recall.mean + 0.05,
  brokenBy: "--alpha 0.25")
page.claim(
  "and is wrong more often", balanced.precision.mean < plain.precision.mean - 0.05,
  brokenBy: "--alpha 0.25")

page.value("shift", shift, .signed(.fixed(2)))
page.value("plainRecall", plain.recall, .fixed(2))
page.value("balancedRecall", balanced.recall, .fixed(2))
page.value("undoneRecall", trained.undone.recall, .fixed(2))
page.claim(
  "taking the shift back gives CE again", abs(trained.undone.recall.mean - plain.recall.mean) < 0.05,
  brokenBy: "--alpha 0.99")

// MARK: - Choosing examples is a weight, too
page.value("samplingAlpha", samplingAlpha, .fixed(4))
page.value("sampledBackgrounds", sampled * objects)
page.value("samplingMatch", gain(of: sampling, over: samplingByAlpha), .signed(.fixed(2)))
page.claim(
  "sampling does what its α does", abs(gain(of: sampling, over: samplingByAlpha).mean) < 0.05, brokenBy: "--steps 1000")
page.value("miningGain", gain(of: mining), .signed(.fixed(2)))
page.value("miningOverSampling", gain(of: mining, over: sampling), .signed(.fixed(2)))
page.claim("mining keeps the ranking of CE", abs(gain(of: mining).mean) < 0.05, brokenBy: "--negatives 1000000")
page.claim(
  "mining ranks better than random sampling", gain(of: mining, over: sampling).mean > 0.05, brokenBy: "--negatives 10")

// MARK: - What would break it
let sweep = sweptAlphas.map { (alpha: $0, outcome: study[.balancedCrossEntropy(alpha: $0)]) }
page.value("inverseFalseAlarms", inverse.falseAlarms, .fixed(1))
page.value("plainFalseAlarms", plain.falseAlarms, .fixed(1))
page.claim(
  "inverse frequency raises several false alarms per object", inverse.falseAlarms.mean > 2,
  brokenBy: "--negatives 10")

// MARK: - The sweep, drawn
let paperRows = Paper.alphaTable
let measures: [(name: Bilingual, path: KeyPath<Quality, Double>)] = [
  (.averagePrecision, \.averagePrecision), (.precision, \.precision), (.recall, \.recall),
]
func alphaAxis(_ alphas: [Double]) -> Axis {
  Axis(label: "$\\alpha$", scale: .band(alphas.map { ($0 * 10_000).rounded() / 10_000 }, .atMost(4)))
}
func sweepPoints(_ measure: KeyPath<Quality, Double>) -> [DataPoint] {
  sweep.enumerated().map { index, point in
    let spread = point.outcome[dynamicMember: measure]
    return DataPoint(Double(index), spread.mean, error: spread.deviation)
  }
}
page.figure("alphaSweep", Bilingual(ko: "α가 1에 다가가면 AP도 낮아진다", en: "As α nears 1, the AP falls")) {
  Panels(columns: 2) {
    Panel(Bilingual(ko: "우리의 작은 탐지기", en: "our small detector")) {
      Chart(
        x: alphaAxis(sweep.map(\.alpha)),
        y: Axis(
          label: Bilingual(ko: "0에서 1까지", en: "from 0 to 1"), scale: .linear(0...1.1),
          ticks: .at([0, 0.2, 0.4, 0.6, 0.8, 1]))
      ) {
        for (index, measure) in measures.enumerated() {
          Line(sweepPoints(measure.path)).label(measure.name).tint(.series(index + 2)).dash(.series(index))
          Dot(sweepPoints(measure.path)).tint(.series(index + 2))
        }
      }
    }
    Panel(Bilingual(ko: "논문의 표 1(a), COCO AP", en: "the paper's Table 1(a), COCO AP")) {
      Chart(
        x: alphaAxis(paperRows.map(\.alpha)),
        y: Axis(label: Bilingual(ko: "백분율", en: "percent"), scale: .linear(0...40))
      ) {
        Line(paperRows.enumerated().map { (Double($0), $1.ap) }).marker(.circle).tint(.series(2))
      }
    }
  }
}

// MARK: - The slide, checked
let oneAlphaRatio = (alpha * backgroundTotal) / (alpha * objectTotal)  // 000-08
page.value("oneAlphaRatio", oneAlphaRatio, .atMost(3))
page.claim(
  "one α for both classes changes no ratio", abs(oneAlphaRatio / (backgroundTotal / objectTotal) - 1) < 1e-12,
  brokenBy: "--alpha 0")

var trainedAlpha = alpha  // 002-08
for _ in 1...1000 {  // dL/dα of L = α · objects + (1 − α) · backgrounds
  trainedAlpha = min(max(trainedAlpha - 0.001 * (objectTotal - backgroundTotal), 0), 1)
}
page.value("trainedAlpha", trainedAlpha, .atMost(3))
page.claim(
  "a trained α leaves one class without weight", trainedAlpha == 0 || trainedAlpha == 1, brokenBy: "--negatives 100")

let cases: [(name: Bilingual, pt: Double, target: Target)] = [
  (Bilingual(ko: "쉬운 객체", en: "easy object"), easyPt, .object),
  (Bilingual(ko: "어려운 객체", en: "hard object"), hardPt, .object),
  (Bilingual(ko: "쉬운 배경", en: "easy background"), easyPt, .background),
  (Bilingual(ko: "어려운 배경", en: "hard background"), hardPt, .background),
]
page.table(  // 004-10
  "whatIsWeighted",
  columns: [
    "", "$`p_t`$", Bilingual(ko: "손실", en: "loss"), "$`\\alpha_t`$", Bilingual(ko: "가중치를 곱한 손실", en: "weighted loss"),
  ],
  rows: cases.map { name, pt, target in
    let weight = alphaT(alpha: inverseFrequency, target: target)
    return [
      .text(name), .number(pt, .fixed(1)), .number(crossEntropy(pt: pt), .fixed(3)), .number(weight, .fixed(4)),
      .number(weight * crossEntropy(pt: pt), .fixed(4)),
    ]
  })
page.claim(
  "a hard background weighs less than an easy object",
  (1 - inverseFrequency) * crossEntropy(pt: hardPt) < inverseFrequency * crossEntropy(pt: easyPt),
  brokenBy: "--negatives 10")

let headings = ["들어가며", "Object Detection과 Class Imbalance의 관계", "Balanced Cross Entropy", "Focal loss", "파이썬 구현"]
for (index, heading) in headings.enumerated() where heading == "Balanced Cross Entropy" {
  page.value("balancedSection", index + 1)
}
page.finish()
