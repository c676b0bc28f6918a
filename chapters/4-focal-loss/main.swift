// MARK: - What you may change
import Foundation
import Losses
import ToyDetector
import Workbook

struct Parameters: ChapterParameters {
  @Option(in: 0...10, ko: "초점 매개변수 γ", en: "focusing parameter γ") var gamma = 2.0
  @Option(in: 0...1, ko: "객체의 가중치 α", en: "weight α of objects") var alpha = 0.25
  @Option(in: 1...1_000_000, ko: "객체 하나당 배경의 수", en: "backgrounds for each object") var negatives = 1000
  @Option(in: 1e-6...100, ko: "어려운 객체 하나의 손실", en: "loss of one hard object") var objectLoss = 10.0
  @Option(in: 1e-6...100, ko: "쉬운 배경 하나의 손실", en: "loss of one easy background") var backgroundLoss = 0.1
  @Option(in: 10...2000, ko: "훈련 스텝의 수", en: "training steps") var steps = 200
}

let page = Page(Parameters.self)
let gamma = page.value("gamma", page.parameters.gamma, .atMost(3))
let alpha = page.value("alpha", page.parameters.alpha, .atMost(3))
let negatives = Double(page.value("negatives", page.parameters.negatives))

// MARK: - The formula as a picture
page.figure("focalFormula", Bilingual(ko: "α-균형 초점 손실", en: "α-balanced focal loss")) {
  FormulaPicture(
    #"\mathrm{FL}(p_t) = \part{weight}{\alpha_t}\,\part{factor}{(1-p_t)^{\gamma}}\,\part{entropy}{(-\log p_t)}"#
  ) {
    CallOut(
      "weight", .weightingFactor,
      detail: Bilingual(
        ko: "객체에는 $\\alpha$, 배경에는 $1-\\alpha$", en: "$\\alpha$ for objects, $1-\\alpha$ for backgrounds"),
      tint: .series(1))
    CallOut(
      "factor", .modulatingFactor,
      detail: Bilingual(
        ko: "쉬우면 0, 어려우면 1에 가깝다\n지수 $\\gamma$: 초점 매개변수",
        en: "near 0 where easy, near 1 where hard\nexponent $\\gamma$: focusing parameter"),
      tint: .series(2))
    CallOut(
      "entropy", .crossEntropy,
      detail: Bilingual(ko: "$p_t$: 정답 클래스의 확률", en: "$p_t$: probability of the true class"), tint: .series(0))
  }
}

// MARK: - How much is left
let easyPt = page.value("easyPt", 0.9, .fixed(1)), hardPt = page.value("hardPt", 0.1, .fixed(1))
let easyFactor = page.value("easyFactor", modulatingFactor(pt: easyPt, gamma: gamma), .atMost(3))
let hardFactor = page.value("hardFactor", modulatingFactor(pt: hardPt, gamma: gamma), .atMost(3))
page.claim("an easy example keeps next to nothing", easyFactor < 0.02, brokenBy: "--gamma 0")
page.claim("a hard example keeps most of its loss", hardFactor > 0.8, brokenBy: "--gamma 5")

func timesSmaller(pt: Double, gamma: Double) -> Double { crossEntropy(pt: pt) / focalLoss(pt: pt, gamma: gamma) }
let farPt = page.value("farPt", 0.968, .fixed(3)), middlePt = page.value("middlePt", 0.5, .fixed(1))
let easyRatio = page.value("easyRatio", timesSmaller(pt: easyPt, gamma: gamma), .atMost(4))
let farRatio = page.value("farRatio", timesSmaller(pt: farPt, gamma: gamma), .fixed(2))
let middleRatio = page.value("middleRatio", timesSmaller(pt: middlePt, gamma: gamma), .atMost(4))
page.value("exactPt", 1 - pow(1000, -1 / gamma), .fixed(6))
page.claim("a hundred times smaller", abs(easyRatio - 100) < 1, brokenBy: "--gamma 0")
page.claim("nearly a thousand times smaller", (900...1100).contains(farRatio), brokenBy: "--gamma 0")
page.claim("four times at most where it is wrong", middleRatio <= 4, brokenBy: "--gamma 5")

for row in Paper.gammaTable where row.ap == Paper.gammaTable.map(\.ap).max() {
  page.value("bestGamma", row.gamma, .integer)
  page.value("paperAlpha", row.alpha, .fixed(2))
}
let evenWeight = page.value("evenWeight", 0.5, .fixed(1))
page.value("largestGamma", Paper.gammaTable.map(\.gamma).max() ?? .nan, .integer)

// MARK: - The modulating factor, drawn
let gammas = Set([0, 0.5, 1, 2, 5, gamma]).sorted()
let wellClassified = Band(x: 0.5...1, label: Bilingual(ko: "잘 분류된 샘플", en: "well-classified examples"))
func named(gamma: Double) -> Bilingual {
  Bilingual(stringLiteral: "$\\gamma = \(gamma, .atMost(3))$")
}
page.figure(
  "modulatingFactor",
  Bilingual(
    ko: "γ가 클수록 쉬운 샘플의 조절 인자가 0에 가까워진다", en: "The larger γ, the nearer to 0 the factor of easy examples")
) {
  Chart(
    x: Axis(label: .probabilityOfTrueClass, scale: .linear(0...1)),
    y: Axis(
      label: Bilingual(ko: "조절 인자 $(1-p_t)^{\\gamma}$", en: "modulating factor $(1-p_t)^{\\gamma}$"),
      scale: .linear(0...1.05), ticks: .at([0, 0.2, 0.4, 0.6, 0.8, 1]))
  ) {
    for (index, gamma) in gammas.enumerated() {
      Line(over: 0...1) { modulatingFactor(pt: $0, gamma: gamma) }
        .label(named(gamma: gamma), at: .near(x: [0.5, 0.56, 0.38, 0.3, 0.16, 0.1][index]))
    }
  }
}

// MARK: - The curves, drawn
page.figure(
  "focalCurves",
  Bilingual(
    ko: "초점 손실은 잘 분류된 샘플의 손실을 크게 줄인다", en: "The focal loss turns down the loss of well-classified examples")
) {
  let places = (0...1200).map { exp(-Double($0) / 40) }  // close together where the curve is steep
  return Chart(
    x: Axis(label: .probabilityOfTrueClass, scale: .linear(0...1)),
    y: Axis(label: .loss, scale: .linear(0...5), grid: .none), legend: .inside(.topTrailing)
  ) {
    wellClassified
    for gamma in gammas {
      Line(places.map { ($0, focalLoss(pt: $0, gamma: gamma)) })
        .label(gamma == 0 ? Bilingual(stringLiteral: "CE ($\\gamma = 0$)") : named(gamma: gamma))
    }
  }
}

// MARK: - One object and a thousand backgrounds, again
let objectLoss = page.value("objectLoss", page.parameters.objectLoss, .atMost(3))
let backgroundLoss = page.value("backgroundLoss", page.parameters.backgroundLoss, .atMost(3))

/// The total of FL, without α: of the object, of the backgrounds.
func focalTotals(gamma: Double) -> [Double] {
  [focalLoss(pt: exp(-objectLoss), gamma: gamma), negatives * focalLoss(pt: exp(-backgroundLoss), gamma: gamma)]
}
/// How hard the object and the backgrounds pull at their logits: the total of |dFL/dx|.
func focalPulls(gamma: Double) -> [Double] {
  [(1, objectLoss), (negatives, backgroundLoss)].map { count, loss in
    let logit = -log(expm1(loss))  // σ(x) = e^(−loss)
    return count * abs(focalLossDerivative(logit: logit, target: .object, alpha: nil, gamma: gamma))
  }
}
let (ceTotals, totals) = (focalTotals(gamma: 0), focalTotals(gamma: gamma))
let (cePulls, pulls) = (focalPulls(gamma: 0), focalPulls(gamma: gamma))
page.value("ceBackgroundTotal", ceTotals[1], .atMost(4))
page.value("objectTotal", totals[0], .atMost(4))
page.value("backgroundTotal", totals[1], .atMost(3))
page.value("totalRatio", totals[0] / totals[1], .atMost(3))
page.value("cePullRatio", cePulls[1] / cePulls[0], .atMost(2))
page.value("pullRatio", pulls[1] / pulls[0], .atMost(2))
page.value("objectPull", pulls[0], .atMost(2))
let lossFall = page.value("lossFall", ceTotals[1] / totals[1], .significant(3))
let pullFall = page.value("pullFall", cePulls[1] / pulls[1], .significant(2))
page.claim(
  "now the object outweighs the backgrounds", ceTotals[0] < ceTotals[1] && totals[0] > totals[1],
  brokenBy: "--gamma 0")
page.claim("in the gradient the backgrounds still weigh more", pulls[1] > pulls[0], brokenBy: "--gamma 5")
page.claim("the pull of backgrounds falls less than their loss", lossFall > 2 * pullFall, brokenBy: "--gamma 0")

// MARK: - Three losses, drawn
let inverseFrequency = TrainingMethod.inverseFrequencyAlpha(negatives: negatives)
let hardCE = page.value("hardCE", crossEntropy(pt: hardPt), .fixed(3))
let hardBalanced = page.value("hardBalanced", (1 - inverseFrequency) * hardCE, .significant(2))
let hardFocal = page.value("hardFocal", focalLoss(pt: hardPt, gamma: gamma), .fixed(3))
page.claim(
  "balanced CE turns hard backgrounds down as well, the focal loss hardly",
  hardBalanced < hardCE / 100 && hardFocal > 0.8 * hardCE,
  brokenBy: "--gamma 5")
let threeLosses: [(name: Bilingual, totals: [Double])] = [
  ("CE", ceTotals + [hardCE]),
  (
    Bilingual(ko: "균형 CE", en: "balanced CE").map { "\($0), $\\alpha = \(inverseFrequency, .atMost(3))$" },
    [inverseFrequency * ceTotals[0], (1 - inverseFrequency) * ceTotals[1], hardBalanced]
  ),
  (named(gamma: gamma).map { "FL, \($0)" }, totals + [hardFocal]),
]
page.figure(
  "threeLosses",
  Bilingual(
    ko: "균형 CE는 배경을 모두 줄이고, 초점 손실은 쉬운 배경을 줄인다",
    en: "Balanced CE turns all backgrounds down, the focal loss the easy ones")
) {
  let rows = [
    Bilingual(ko: "어려운 객체 하나", en: "one hard object"),
    Bilingual(
      ko: "쉬운 배경 \(negatives, .integer, in: .prose)개", en: "\(negatives, .integer, in: .prose) easy backgrounds"),
    Bilingual(ko: "어려운 배경 하나", en: "one hard background").map { "\($0)\n($p_t = \(hardPt, .fixed(1))$)" },
  ]
  let exponents = threeLosses.flatMap(\.totals).map { log10(max($0, 1e-12)) }
  let (low, high) = (exponents.min()?.rounded(.down) ?? 0, exponents.max()?.rounded(.up) ?? 1)
  return Chart(
    x: Axis(label: .totalLoss, scale: .log(pow(10, low)...pow(10, max(high, low + 1) + 0.3)), format: .power),
    y: Axis(scale: .band(rows), direction: .descending), legend: .top
  ) {
    for (index, (name, totals)) in threeLosses.enumerated() {
      Dot(
        totals.enumerated().map { row, total in
          DataPoint(total, Double(row) + 0.26 * Double(index - 1), label: "\(total, .significant(3))")
        }
      )
      .marker(.series(index)).width(26).label(name)
    }
  }
}

// MARK: - The derivative, checked
let logits = [-5.0, -2, 0, 2, 5]
let h = 1e-4
func difference(at logit: Double) -> Double {
  func loss(_ x: Double) -> Double { focalLoss(logit: x, target: .object, alpha: nil, gamma: gamma) }
  return (loss(logit + h) - loss(logit - h)) / (2 * h)
}
func slope(at logit: Double, gamma: Double) -> Double {
  focalLossDerivative(logit: logit, target: .object, alpha: nil, gamma: gamma)
}
page.table(
  "derivative",
  columns: [
    "$`x_t`$", "$`p_t`$", Bilingual(ko: "식 (10)", en: "Eq. (10)"), Bilingual(ko: "차분", en: "difference"),
    Bilingual(ko: "CE의 기울기", en: "slope of CE"),
  ],
  rows: logits.map { x in
    [
      .number(x, .integer), .number(sigmoid(x), .fixed(4)), .number(slope(at: x, gamma: gamma), .significant(6)),
      .number(difference(at: x), .significant(6)), .number(slope(at: x, gamma: 0), .significant(6)),
    ]
  })
let disagreement = page.value(
  "disagreement", logits.map { abs(difference(at: $0) / slope(at: $0, gamma: gamma) - 1) }.max() ?? 0, .scientific(1))
page.claim("formula and difference agree", disagreement < 1e-7, brokenBy: "--gamma 10")

// MARK: - Where it pulls harder than cross entropy
/// The place at which `isBelow` turns false, by halving.
func border(in range: ClosedRange<Double>, isBelow: (Double) -> Bool) -> Double {
  var (low, high) = (range.lowerBound, range.upperBound)
  for _ in 0..<100 {
    let middle = (low + high) / 2
    if isBelow(middle) { low = middle } else { high = middle }
  }
  return (low + high) / 2
}
func slopeRatio(pt: Double, gamma: Double) -> Double {
  slope(at: priorBias(pt), gamma: gamma) / slope(at: priorBias(pt), gamma: 0)
}
func crossing(gamma: Double) -> Double { border(in: 1e-9...(1 - 1e-9)) { slopeRatio(pt: $0, gamma: gamma) > 1 } }
/// The curve falls as long as its slope a little further on is steeper.
func steepest(gamma: Double) -> Double {
  border(in: -12...6) { slope(at: $0 + 1e-6, gamma: gamma) < slope(at: $0 - 1e-6, gamma: gamma) }
}
let equalPt = page.value("equalPt", crossing(gamma: gamma), .fixed(4))
page.value("steepestXt", steepest(gamma: gamma), .fixed(2))
page.value("steepestSlope", slope(at: steepest(gamma: gamma), gamma: gamma), .fixed(4))
page.value("hardSlopeRatio", slopeRatio(pt: hardPt, gamma: gamma), .fixed(2))
page.claim(
  "its value is smaller even there", focalLoss(pt: equalPt, gamma: gamma) < 0.99 * crossEntropy(pt: equalPt),
  brokenBy: "--gamma 0")
page.claim("it pulls harder at a hard example", slopeRatio(pt: hardPt, gamma: gamma) > 1.1, brokenBy: "--gamma 0")
page.claim("no slope of CE is as steep", slope(at: steepest(gamma: gamma), gamma: gamma) < -1.01, brokenBy: "--gamma 0")

page.table(
  "crossings",
  columns: [
    "γ", Bilingual(ko: "CE보다 가파른 곳, $`p_t`$가 이보다 작을 때", en: "steeper than CE where $`p_t`$ is below"),
    Bilingual(ko: "가장 가파른 기울기", en: "steepest slope"), Bilingual(ko: "그곳의 $`p_t`$", en: "$`p_t`$ there"),
  ],
  rows: gammas.filter { $0 > 0 }.map { gamma in
    let place = steepest(gamma: gamma)
    return [
      .number(gamma, .atMost(3)), .number(crossing(gamma: gamma), .fixed(4)),
      .number(slope(at: place, gamma: gamma), .fixed(4)), .number(sigmoid(place), .fixed(4)),
    ]
  })

// MARK: - The slopes, drawn
let slopeLabel = Bilingual(ko: "기울기 $dL/dx_t$", en: "slope $dL/dx_t$")
page.figure(
  "derivatives",
  Bilingual(
    ko: "아주 어려운 샘플은 CE에서보다 세게 당기고, 쉬운 샘플은 거의 당기지 않는다",
    en: "Very hard examples pull harder than under CE, easy ones hardly at all")
) {
  Chart(
    x: Axis(label: .logitOfTrueClass, scale: .linear(-6...6)),
    y: Axis(label: slopeLabel, scale: .linear(-1.4...0.1)),
    legend: .inside(.bottomTrailing)
  ) {
    Rule(x: 0, label: "$p_t = 0.5$")
    for gamma in gammas {
      Line(over: -6...6) { focalLossDerivative(logit: $0, target: .object, alpha: nil, gamma: gamma) }
        .label(gamma == 0 ? "CE" : named(gamma: gamma))
    }
  }
}

// MARK: - The opposite of a robust loss
/// How much Huber's loss leaves of the pull r of a squared error, r²/2: δ/|r| beyond δ = 1.
func huberWeight(residual: Double) -> Double { min(1, 1 / abs(residual)) }
let inlier = page.value("inlier", 0.1, .atMost(2)), outlier = page.value("outlier", 10, .atMost(2))
let inlierWeight = page.value("inlierWeight", huberWeight(residual: inlier), .atMost(2))
let outlierWeight = page.value("outlierWeight", huberWeight(residual: outlier), .atMost(2))
page.claim(
  "a robust loss spares the easy ones, the focal loss the hard ones",
  inlierWeight > outlierWeight && easyFactor < hardFactor, brokenBy: "--gamma 0")

// MARK: - Another form
let stars: [(gamma: Double, beta: Double)] = [(2, 1), (4, 0)]
let easyXt = page.value("easyXt", 3, .integer)
let easyCE = page.value("ceAtEasyXt", binaryCrossEntropy(logit: easyXt, target: .object), .fixed(4))
let easyFL = page.value(
  "flAtEasyXt", focalLoss(logit: easyXt, target: .object, alpha: nil, gamma: gamma), .fixed(4))
let easyStars = stars.map { focalLossStar(logit: easyXt, target: .object, gamma: $0.gamma, beta: $0.beta) }
page.value("star2AtEasyXt", easyStars[0], .fixed(4))
page.value("star4AtEasyXt", easyStars[1], .fixed(6))
page.claim(
  "both forms take the loss of easy examples away", ([easyFL] + easyStars).allSatisfy { $0 < easyCE / 30 },
  brokenBy: "--gamma 0")

let hardXt = page.value("hardXt", -2, .integer)
let hardStars = stars.map { focalLossStarDerivative(logit: hardXt, target: .object, gamma: $0.gamma, beta: $0.beta) }
let hardCESlope = page.value("ceSlopeAtHardXt", slope(at: hardXt, gamma: 0), .fixed(4))
page.value("star2SlopeAtHardXt", hardStars[0], .fixed(4))
page.value("star4SlopeAtHardXt", hardStars[1], .fixed(4))
page.claim(
  "both pull harder than CE, but only the focal loss beyond 1",
  hardStars.allSatisfy { (-1..<hardCESlope).contains($0) } && slope(at: steepest(gamma: gamma), gamma: gamma) < -1.01,
  brokenBy: "--gamma 0")

// MARK: - The other form, drawn
func starChart(
  x: ClosedRange<Double>, y: Axis, legend: Legend, ce: @escaping @Sendable (Double) -> Double,
  fl: @escaping @Sendable (Double, Double) -> Double, star: @escaping @Sendable (Double, Double, Double) -> Double
) -> Chart {
  Chart(x: Axis(label: .logitOfTrueClass, scale: .linear(x)), y: y, legend: legend) {
    Line(over: x, ce).label("CE")
    let gamma = gamma
    Line(over: x) { fl($0, gamma) }.label(named(gamma: gamma).map { "FL, \($0)" })
    for (gamma, beta) in stars {
      Line(over: x) { star($0, gamma, beta) }
        .label(Bilingual(stringLiteral: "FL*, $\\gamma = \(Int(gamma)),\\ \\beta = \(Int(beta))$"))
    }
  }
}
page.figure(
  "focalStar",
  Bilingual(
    ko: "쉬운 샘플에서 하는 일은 같고, 어려운 샘플의 기울기가 다르다", en: "The same for easy examples, other slopes for hard ones")
) {
  Panels(columns: 2) {
    Panel {
      starChart(
        x: -5...5, y: Axis(label: .loss, scale: .linear(0...5), grid: .none), legend: .inside(.topTrailing),
        ce: { binaryCrossEntropy(logit: $0, target: .object) },
        fl: { focalLoss(logit: $0, target: .object, alpha: nil, gamma: $1) },
        star: { focalLossStar(logit: $0, target: .object, gamma: $1, beta: $2) })
    }
    Panel {
      starChart(
        x: -5...5, y: Axis(label: slopeLabel, scale: .linear(-1.4...0)), legend: .none,
        ce: { binaryCrossEntropyDerivative(logit: $0, target: .object) },
        fl: { focalLossDerivative(logit: $0, target: .object, alpha: nil, gamma: $1) },
        star: { focalLossStarDerivative(logit: $0, target: .object, gamma: $1, beta: $2) })
    }
  }
}

// MARK: - The α that evens the totals
func evenAlpha(_ totals: [Double]) -> Double { totals[1] / (totals[0] + totals[1]) }
page.table(
  "evenAlpha",
  columns: [
    "γ", Bilingual(ko: "손실의 합이 같아지는 α", en: "α of equal losses"),
    Bilingual(ko: "당기는 힘의 합이 같아지는 α", en: "α of equal pulls"),
    Bilingual(ko: "논문의 가장 좋은 α", en: "the paper's best α"), Bilingual(ko: "논문의 AP", en: "the paper's AP"),
  ],
  rows: Paper.gammaTable.map { row in
    [
      .number(row.gamma, .fixed(1)), .number(evenAlpha(focalTotals(gamma: row.gamma)), .fixed(4)),
      .number(evenAlpha(focalPulls(gamma: row.gamma)), .fixed(4)), .number(row.alpha, .fixed(2)),
      .number(row.ap, .fixed(1)),
    ]
  })
let evenAlphas = Paper.gammaTable.map { evenAlpha(focalTotals(gamma: $0.gamma)) }
page.claim(
  "the α of equal totals falls with γ", zip(evenAlphas, evenAlphas.dropFirst()).allSatisfy { $0 > $1 },
  brokenBy: "--background-loss 100")
let evenPullAlpha = page.value("evenPullAlpha", evenAlpha(pulls), .fixed(3))
page.claim("to even the pulls objects still need more weight", evenPullAlpha > 0.5, brokenBy: "--gamma 5")

// MARK: - Both weights, drawn
page.figure("alphaBalancedFocal", Bilingual(ko: "α는 곡선을 옮기고, γ는 곡선을 구부린다", en: "α shifts the curve, γ bends it")) {
  func chart(_ pairs: [(alpha: Double, gamma: Double)], name: (Double, Double) -> Bilingual) -> Chart {
    Chart(
      x: Axis(label: .probabilityOfTrueClass, scale: .linear(0...1)),
      y: Axis(
        label: Bilingual(ko: "객체 하나의 손실", en: "loss of an object"), scale: .log(1e-5...10),
        ticks: .at([1e-5, 1e-3, 0.1, 10]), format: .power),
      legend: .inside(.bottomLeading)
    ) {
      for (alpha, gamma) in pairs {
        Line(over: 0.002...0.998) { pt in
          let loss = focalLoss(p: pt, target: .object, alpha: alpha, gamma: gamma)
          return loss > 0 ? loss : .nan  // 0 has no logarithm
        }
        .label(name(alpha, gamma))
      }
    }
  }
  return Panels(columns: 2) {
    Panel(Bilingual(ko: "α를 바꿀 때", en: "varying α").map { "\($0), $\\gamma = \(gamma, .atMost(3))$" }) {
      chart([0.75, 0.25, 0.05].map { ($0, gamma) }) { alpha, _ in
        Bilingual(stringLiteral: "$\\alpha = \(alpha, .atMost(3))$")
      }
    }
    Panel(Bilingual(ko: "γ를 바꿀 때", en: "varying γ").map { "\($0), $\\alpha = \(alpha, .atMost(3))$" }) {
      chart(gammas.map { (alpha, $0) }) { named(gamma: $1) }
    }
  }
}

// MARK: - The class of the blog post
let postAlpha = page.value("postAlpha", 1, .fixed(1)), postGamma = page.value("postGamma", 2, .integer)
page.value("postBackgroundWeight", alphaT(alpha: postAlpha, target: .background), .integer)

/// The mean over all examples, as the class takes it, with so many times the backgrounds.
func postLoss(times: Double) -> Double {
  let losses = [objectLoss, backgroundLoss].map { loss in
    let logits = [-loss, log(-expm1(-loss))]  // log p_t and log(1 − p_t): their softmax is p_t and 1 − p_t
    return softmaxFocalLoss(logits: logits, target: 0, alpha: postAlpha, gamma: postGamma)
  }
  return (losses[0] + times * negatives * losses[1]) / (1 + times * negatives)
}
/// The sum, divided by the number of objects, as the paper takes it.
func paperLoss(times: Double) -> Double {
  let totals = focalTotals(gamma: postGamma)
  return totals[0] + times * totals[1]
}
page.value("postMean", postLoss(times: 1), .significant(3))
page.value("paperSum", paperLoss(times: 1), .significant(3))
let postFall = page.value("postFall", postLoss(times: 1) / postLoss(times: 10), .significant(2))
page.value("paperRise", paperLoss(times: 10) / paperLoss(times: 1), .significant(2))
page.claim("more easy backgrounds shrink the mean", postFall > 2, brokenBy: "--background-loss 100")

let classes = page.value("classes", 80), each = page.value("each", 0.01, .fixed(2))
let sigmoids = Double(classes) * focalLoss(p: each, target: .background, alpha: nil, gamma: postGamma)
let background = [0] + Array(repeating: priorBias(each), count: classes)  // the same logits, and one of background
page.value("sigmoidsLoss", sigmoids, .scientific(1))
page.value(
  "softmaxLoss", softmaxFocalLoss(logits: background, target: 0, alpha: postAlpha, gamma: postGamma), .fixed(3))

// MARK: - A gradient that is not a number
/// dL/dz of the class, operation by operation in `Float`, as PyTorch's autograd takes it; z is the margin.
func asWritten(_ z: Double, gamma: Float) -> Float {
  let ce = log(1 + exp(-Float(z)))
  let pt = exp(-ce)
  let dFactor = ce * (gamma * pow(1 - pt, gamma - 1))  // 0 · ∞ where p_t has rounded to 1 and γ < 1
  return (pow(1 - pt, gamma) + dFactor * pt) * (pt - 1)
}
let sureMargin = page.value("sureMargin", 20, .integer), smallGamma = page.value("smallGamma", 0.5, .fixed(1))
let inLogSpace = softmaxFocalLossGradient(logits: [sureMargin, 0], target: 0, alpha: postAlpha, gamma: smallGamma)
let firstNaN = stride(from: 0, through: sureMargin, by: 0.01).first { asWritten($0, gamma: Float(smallGamma)).isNaN }
page.value("asWritten", Double(asWritten(sureMargin, gamma: Float(smallGamma))), .scientific(1))
page.value("firstNaN", firstNaN ?? .infinity, .fixed(2))
page.value("inLogSpace", inLogSpace[0], .scientific(1))

// MARK: - Trained with every loss
let steps = page.value("steps", page.parameters.steps)
let prior = page.value("prior", 0.01, .fixed(2))
let ceAlpha = page.value("ceAlpha", Paper.gammaTable[0].alpha, .fixed(2))
let mined = page.value("mined", 3)
let (ce, mining) = (TrainingMethod.crossEntropy, TrainingMethod.hardNegativeMining(negativesPerObject: mined))
let focal = TrainingMethod.focalLoss(alpha: alpha, gamma: gamma)
let evenFocal = TrainingMethod.focalLoss(alpha: evenWeight, gamma: gamma)
let methods: [(name: Bilingual, method: TrainingMethod)] = [
  ("CE", ce),
  ("CE, α = \(ceAlpha, .atMost(3), in: .prose)", .balancedCrossEntropy(alpha: ceAlpha)),
  (Bilingual(ko: "마이닝", en: "mining"), mining),
  ("FL, α = \(alpha, .atMost(3), in: .prose)", focal),
  ("FL, α = \(evenWeight, .atMost(3), in: .prose)", evenFocal),
]

let seeds: [UInt64] = [1, 2, 3, 4, 5], tuningSeeds: [UInt64] = [6, 7, 8, 9, 10]
let rates = [0.03, 0.1, 0.3]
/// Trainings at the learning rates that rank best with other seeds.
func tuned(_ methods: [TrainingMethod], negatives: Int) -> Trials {
  let trainings = methods.map { Training($0, prior: prior, steps: steps) }
  let tuned = Experiment(negatives: negatives, seeds: tuningSeeds).tuned(trainings, rates: rates)
  return Experiment(negatives: negatives, seeds: seeds).run(tuned)
}
let otherImbalances = [100, 10_000, 1_000_000].filter { $0 != page.parameters.negatives }

/// Which shares easy backgrounds have: of the gradient at first, and later, of the gradient and of all windows.
struct EasyShare: Codable {
  var first: Double, later: Double, laterCount: Double
  var curve: [[Double]]  // step and share of the gradient

  init(in history: History) {
    let later = history.record(over: steps / 10..<steps)
    first = history.record(over: 0..<1).gradient.easyBackgroundShare
    (self.later, laterCount) = (later.gradient.easyBackgroundShare, later.count.easyBackgroundShare)
    curve = history.curve(\.gradient.easyBackgroundShare).map { [$0, $1] }
  }
}

/// What this page keeps of the training with one imbalance.
struct Compared: Codable {
  var study: Study
  var easyShares: [EasyShare]  // of every method

  init(_ trials: Trials, _ methods: [TrainingMethod]) {
    study = Study(trials)
    easyShares = methods.map { EasyShare(in: History(averaging: trials[$0, prior: prior])) }
  }
}
struct Trained: Codable {
  var here: Compared
  var rates: [Double]  // of every method
  var evenAlphas: [Spread]  // with γ = 0, and with γ
  var elsewhere: [Compared]  // of every other imbalance, with CE, mining and the focal loss
}
let trained = page.trained(seeds: seeds + tuningSeeds) {
  let trials = tuned(methods.map(\.method), negatives: page.parameters.negatives)
  return Trained(
    here: Compared(trials, methods.map(\.method)),
    rates: methods.map { method in trials.trainings.first { $0.method == method.method }?.learningRate ?? .nan },
    evenAlphas: [0, gamma].map { gamma in
      Spread(
        trials[ce, prior: prior].map { trial in
          let loss = trial.classifier.focalLoss(on: trial.data.unseen, gamma: gamma)
          return evenAlpha([loss.objects, loss.backgrounds])
        })
    },
    elsewhere: otherImbalances.map { Compared(tuned([ce, mining, focal], negatives: $0), [ce, mining, focal]) })
}
page.value("seeds", seeds.count)
page.value("threshold", 0.5, .fixed(1))
page.value("lowestRate", rates[0], .atMost(2))
page.value("middleRate", rates[1], .atMost(2))
page.value("highestRate", rates[2], .atMost(2))

// MARK: - On pictures it has not seen
let outcomes = methods.map { trained.here.study[$0.method, prior: prior] }
let (plain, minedHard, focused, evenFocused) = (outcomes[0], outcomes[2], outcomes[3], outcomes[4])
page.table(
  "results",
  columns: [
    .method, .learningRate, .averagePrecision, .precision, .recall, .falseAlarms,
    Bilingual(ko: "객체당 확률의 합", en: "sum of p per object"),
  ],
  rows: methods.indices.map { index in
    let outcome = outcomes[index]
    let measures = [
      outcome.averagePrecision, outcome.precision, outcome.recall, outcome.falseAlarms, outcome.overconfidence,
    ]
    return [.text(methods[index].name), .number(trained.rates[index], .atMost(2))]
      + measures.map { .spread($0, .fixed(2)) }
  })

func gain(of outcome: Study.Outcome, over other: Study.Outcome = plain) -> Spread {
  outcome.averagePrecision - other.averagePrecision
}
page.value("focalGain", gain(of: focused), .signed(.fixed(2)))
let focalBelow = page.value("focalBelow", gain(of: focused).values.count { $0 < -0.01 })
page.value("miningGain", gain(of: minedHard), .signed(.fixed(2)))
page.claim(
  "no method ranks better than CE", outcomes.allSatisfy { gain(of: $0).mean < 0.02 }, brokenBy: "--negatives 1000000")
page.claim(
  "the three others rank lower with every seed",
  [1, 2, 4].allSatisfy { gain(of: outcomes[$0]).values.allSatisfy { $0 < 0 } }, brokenBy: "--negatives 1000000")
page.claim(
  "the focal loss with most seeds, and never clearly higher",
  focalBelow > 3 && gain(of: focused).values.allSatisfy { $0 < 0.005 }, brokenBy: "--negatives 1000000")
page.claim(
  "the focal loss raises the fewest false alarms",
  outcomes.allSatisfy { $0.falseAlarms.mean >= focused.falseAlarms.mean }, brokenBy: "--alpha 1")
page.claim(
  "and finds the fewest objects", outcomes.allSatisfy { $0.recall.mean >= focused.recall.mean }, brokenBy: "--alpha 1")
page.claim(
  "with equal weights it alarms and finds about as CE does",
  abs(evenFocused.falseAlarms.mean - plain.falseAlarms.mean) < 0.1
    && abs(evenFocused.recall.mean - plain.recall.mean) < 0.1, brokenBy: "--gamma 5")

// MARK: - The comparison, drawn
func comparison(_ spreads: [Spread], _ label: Bilingual, names: [Bilingual]) -> Chart {
  let ends = spreads.flatMap { $0.values + [$0.mean - $0.deviation, $0.mean + $0.deviation] }
  return Chart(
    x: Axis(label: label, scale: .fitting(ends, including: 0)),
    y: Axis(scale: .band(names), direction: .descending), legend: .none
  ) {
    if ends.contains(where: { $0 < 0 }) { Rule(x: 0) }
    for (row, spread) in spreads.enumerated() {
      let tint = Tint.series(row), (mean, place) = (spread.mean, Double(row))
      Line([(mean - spread.deviation, place), (mean + spread.deviation, place)]).tint(tint).width(8)
      Dot(spread.values.enumerated().map { seed, value in (value, place - 0.42 + 0.06 * Double(seed)) })
        .tint(tint).marker(.circle).width(14)
      Dot([(mean, place)]).tint(tint).marker(.series(row)).width(24)
    }
  }
}
page.figure(
  "focalResults",
  Bilingual(
    ko: "초점 손실은 오탐이 가장 적지만 AP는 CE를 넘지 못했다",
    en: "The focal loss raises the fewest false alarms, but its AP is not above CE's"),
  note: Bilingual(
    ko: "큰 표식은 평균, 굵은 선은 ± 표준편차, 작은 점은 시드 하나(위에서부터 같은 차례)",
    en: "large marker: mean; thick line: ± standard deviation; small dots: single seeds, in the same order from the top"
  )
) {
  let nameless = methods.map { _ in Bilingual(stringLiteral: "\u{A0}") }  // as tall as a name: rows stay on one line
  return Panels(columns: 3) {
    Panel {
      comparison(
        outcomes.map { gain(of: $0) }, Bilingual(ko: "AP − 같은 시드의 CE의 AP", en: "AP − AP of CE, same seed"),
        names: methods.map(\.name))
    }
    Panel { comparison(outcomes.map(\.recall), .recall, names: nameless) }
    Panel { comparison(outcomes.map(\.falseAlarms), .falseAlarms, names: nameless) }
  }
}

// MARK: - What it looks at
let easyShares = trained.here.easyShares
let (ceShare, minedShare, focalShare) = (easyShares[0], easyShares[2], easyShares[3])
page.value("ceShareFirst", ceShare.first, .percent(0))
page.value("focalShareFirst", focalShare.first, .percent(0))
if let highest = focalShare.curve.max(by: { $0[1] < $1[1] }) {
  page.value("focalShareHighest", highest[1], .percent(0))
  page.value("focalShareHighestStep", highest[0], .integer)
}
page.value("minedShareFirst", minedShare.first, .percent(0))
page.value("minedShareLater", minedShare.later, .percent(0))
page.value("ceShareLater", ceShare.later, .percent(0))
page.value("focalShareLater", focalShare.later, .percent(0))
page.value("easyCount", focalShare.laterCount, .percent(1))
page.claim(
  "under CE easy backgrounds have most of the first gradient", ceShare.first > 0.8, brokenBy: "--negatives 10")
page.claim("under the focal loss hardly any", focalShare.first < 0.05, brokenBy: "--gamma 0")
page.claim("under CE, too, it fades", ceShare.later < 0.2, brokenBy: "--negatives 1000000")
page.claim(
  "the focal loss leaves less of it to the end", focalShare.later < ceShare.later / 2, brokenBy: "--gamma 0")
page.claim(
  "mining has less of it as well", minedShare.first < ceShare.first / 5 && minedShare.later < ceShare.later,
  brokenBy: "--negatives 10")

page.value("evenWithoutGamma", trained.evenAlphas[0], .fixed(2))
page.value("evenWithGamma", trained.evenAlphas[1], .fixed(2))
page.claim(
  "on real windows, too, the α of equal totals falls", trained.evenAlphas[1].mean < 0.7 * trained.evenAlphas[0].mean,
  brokenBy: "--gamma 0")

// MARK: - The shares, drawn
page.figure(
  "easyShare",
  Bilingual(
    ko: "CE의 첫 기울기는 거의 다 쉬운 배경에서 나오고, 초점 손실의 첫 기울기는 그렇지 않다",
    en: "CE's first gradient comes nearly all from easy backgrounds, the focal loss's does not")
) {
  Chart(
    x: .trainingSteps(steps),
    y: Axis(
      label: Bilingual(
        ko: "기울기에서 쉬운 배경($p_t > 0.9$)의 몫", en: "share of easy backgrounds, $p_t > 0.9$, in the gradient"),
      scale: .linear(0...1), format: .percent(0)), legend: .top
  ) {
    for (share, method) in zip(easyShares, methods) {
      Line(share.curve.map { ($0[0], $0[1]) }).label(method.name)
    }
  }
}

// MARK: - What its probabilities mean
/// The answer p with the smallest mean loss, where a share q of such windows are objects.
func bestAnswer(q: Double, alpha: Double, gamma: Double) -> Double {
  sigmoid(
    border(in: -40...40) { x in
      q * focalLossDerivative(logit: x, target: .object, alpha: alpha, gamma: gamma)
        + (1 - q) * focalLossDerivative(logit: x, target: .background, alpha: alpha, gamma: gamma) < 0
    })
}
page.table(
  "answers",
  columns: [
    Bilingual(ko: "객체의 실제 비율 q", en: "true share of objects q"), Bilingual(ko: "CE의 답", en: "answer of CE"),
    methods[4].name, methods[3].name,
  ],
  rows: [0.001, 0.01, 0.1, 0.5, 0.75, 0.9].map { q in
    let answers = [
      bestAnswer(q: q, alpha: 0.5, gamma: 0), bestAnswer(q: q, alpha: 0.5, gamma: gamma),
      bestAnswer(q: q, alpha: alpha, gamma: gamma),
    ]
    return [.number(q, .atMost(2))] + answers.map { .number($0, .fixed(3)) }
  })
/// The share q that is answered with q itself: smaller ones are answered with more, larger ones with less.
func restingShare(alpha: Double) -> Double { border(in: 0...1) { bestAnswer(q: $0, alpha: alpha, gamma: gamma) > $0 } }
let drawnTo = page.value("drawnTo", restingShare(alpha: alpha), .fixed(2))
page.claim(
  "with equal weights the answer is nearer to one half than q",
  [0.001, 0.01, 0.1, 0.75, 0.9].allSatisfy { q in
    abs(bestAnswer(q: q, alpha: 0.5, gamma: gamma) - 0.5) < 0.99 * abs(q - 0.5)
  }, brokenBy: "--gamma 0")
page.claim(
  "with the paper's α the answer is drawn to a third",
  abs(drawnTo - 0.34) < 0.01 && bestAnswer(q: 0.5, alpha: alpha, gamma: gamma) < 0.45, brokenBy: "--gamma 0")
let thousandth = page.value("thousandth", bestAnswer(q: 0.001, alpha: alpha, gamma: gamma), .percent(1))
page.value("objectFrom", 1 - alpha, .percent(0))
page.value("startSum", prior * negatives, .atMost(3))
page.value("timesWeaker", 1 / slopeRatio(pt: 1 - prior, gamma: gamma), .significant(2))
let startPulls = [(1, prior), (negatives, 1 - prior)].map { count, pt in
  count * abs(slope(at: priorBias(pt), gamma: gamma))
}
let startPullRatio = page.value(
  "startPullRatio", alpha * startPulls[0] / ((1 - alpha) * startPulls[1]), .significant(2))
page.claim("at the start objects pull far harder", startPullRatio > 50, brokenBy: "--gamma 0")
page.value("ceSum", plain.overconfidence, .fixed(2))
page.value("focalSum", focused.overconfidence, .fixed(1))
page.claim(
  "it says object only from 1 − α on", abs(bestAnswer(q: 1 - alpha, alpha: alpha, gamma: gamma) - 0.5) < 1e-9,
  brokenBy: "--alpha 1")
page.claim("one in a thousand is answered with much more", thousandth > 0.02, brokenBy: "--gamma 0")
page.claim("the probabilities of CE add up", abs(plain.overconfidence.mean - 1) < 0.1, brokenBy: "--steps 10")
page.value("minedSum", minedHard.overconfidence, .fixed(1))
page.value("balancedSum", outcomes[1].overconfidence, .fixed(1))
page.claim(
  "those of the other losses promise too much, too",
  min(outcomes[1].overconfidence.mean, minedHard.overconfidence.mean) > 1.3, brokenBy: "--steps 1000")
page.claim("those of the focal loss promise too much", focused.overconfidence.mean > 3, brokenBy: "--gamma 0")

// MARK: - As the imbalance grows
let byImbalance = (zip(otherImbalances, trained.elsewhere) + [(page.parameters.negatives, trained.here)])
  .sorted { $0.0 < $1.0 }
  .map { negatives, compared in
    let plain = compared.study[ce, prior: prior]
    return (
      negatives: negatives, ce: plain.averagePrecision,
      mining: gain(of: compared.study[mining, prior: prior], over: plain),
      focal: gain(of: compared.study[focal, prior: prior], over: plain),
      // the focal loss is the third of three methods, the fourth of five
      ceShare: compared.easyShares[0], focalShare: compared.easyShares[compared.easyShares.count == 3 ? 2 : 3]
    )
  }
page.table(
  "byImbalance",
  columns: [
    Bilingual(ko: "객체당 배경", en: "backgrounds per object"), Bilingual(ko: "CE의 AP", en: "AP of CE"),
    Bilingual(ko: "마이닝 − CE", en: "mining − CE"), "FL − CE",
  ],
  rows: byImbalance.map { row in
    [
      .number(Double(row.negatives), .integer), .spread(row.ce, .fixed(2)),
      .spread(row.mining, .signed(.fixed(2))), .spread(row.focal, .signed(.fixed(2))),
    ]
  })
let (fewest, most) = (byImbalance[0], byImbalance[byImbalance.count - 1])
page.value("largestImbalance", most.negatives)
page.claim(
  "with few backgrounds all three rank alike", abs(fewest.mining.mean) < 0.05 && abs(fewest.focal.mean) < 0.05,
  brokenBy: "--steps 10")
page.claim(
  "where the imbalance is huge the focal loss is ahead with every seed", most.focal.values.allSatisfy { $0 > 0 },
  brokenBy: "--gamma 0")
page.claim("and so is mining, on average", most.mining.mean > 0.02, brokenBy: "--steps 1000")
let hugeGains = most.focal.values
page.claim(
  "more than half of its lead comes from one seed",
  most.focal.mean > 0 && (hugeGains.max() ?? 0) > hugeGains.reduce(0, +) / 2,
  brokenBy: "--gamma 0")
page.value("hugeShareFirst", most.focalShare.first, .percent(0))
page.value("hugeShareLater", most.focalShare.later, .percent(0))
page.value("hugeCEShareLater", most.ceShare.later, .percent(0))
page.claim(
  "there the focal loss, too, has most of its first gradient from easy backgrounds", most.focalShare.first > 0.8,
  brokenBy: "--gamma 5")
page.claim("and later no less than CE", most.focalShare.later > most.ceShare.later - 0.01, brokenBy: "--gamma 5")

// MARK: - The slide, checked
let backgroundP = page.value("backgroundP", 0.1, .fixed(1))  // an easy background, p_t = 0.9
let right = page.value(
  "right", focalLoss(p: backgroundP, target: .background, alpha: nil, gamma: gamma), .significant(5))
let casesTwice = page.value(  // 000-09: −(1 − (1 − p_t))^γ log(1 − p_t)
  "casesTwice", pow(easyPt, gamma) * crossEntropy(pt: 1 - easyPt), .significant(5))
page.value("casesTwiceRatio", casesTwice / right, .significant(3))
page.claim("telling the cases apart twice turns the loss around", casesTwice > 100 * right, brokenBy: "--gamma 0")

let nearZero = page.value("nearZero", 0.01, .atMost(2)), nearOne = page.value("nearOne", 0.99, .atMost(2))
page.value("nearZeroFactor", modulatingFactor(pt: nearZero, gamma: gamma), .fixed(4))  // 000-10, 000-11
page.value("nearOneFactor", modulatingFactor(pt: nearOne, gamma: gamma), .fixed(4))  // 000-12
page.claim(
  "a factor near 1 leaves the loss as it was", modulatingFactor(pt: nearZero, gamma: gamma) > 0.97,
  brokenBy: "--gamma 5")

let typedGamma = page.value("typedGamma", 0.2, .fixed(1))  // 002-13
let typedRatio = page.value("typedRatio", timesSmaller(pt: easyPt, gamma: typedGamma), .fixed(3))
page.claim(
  "a tenth of γ is not a tenth of the effect", typedRatio < timesSmaller(pt: easyPt, gamma: gamma) / 20,
  brokenBy: "--gamma 0")

func contrast(gamma: Double) -> Double { focalLoss(pt: hardPt, gamma: gamma) / focalLoss(pt: easyPt, gamma: gamma) }
let ceContrast = page.value("ceContrast", contrast(gamma: 0), .fixed(1))  // 003-08
let focalContrast = page.value("focalContrast", contrast(gamma: gamma), .significant(3))
page.claim(
  "relative to easy examples hard ones weigh more", focalContrast > 10 * ceContrast, brokenBy: "--gamma 0")

let withP = pow(1 - backgroundP, gamma) * crossEntropy(pt: easyPt)  // 004-13: p instead of p_t
page.value("withPRatio", withP / right, .atMost(3))
page.claim("1 − p does not spare an easy background", withP > 10 * right, brokenBy: "--gamma 0")
let asFactor = page.value("asFactorRatio", 1 / (gamma * (1 - easyPt)), .atMost(3))  // 004-14: γ (1 − p_t)
page.claim(
  "γ as a factor does far less", asFactor < timesSmaller(pt: easyPt, gamma: gamma) / 5, brokenBy: "--gamma 0")
page.finish()
