// MARK: - What you may change
import Foundation
import Losses
import Workbook

struct Parameters: ChapterParameters {
  @Option(in: 0.001...0.999, ko: "모델이 답한 객체의 확률 p", en: "the model's probability p of an object") var p = 0.1
  @Option(in: 0...10, ko: "동전을 열 번 던져 나온 앞면의 수", en: "heads in ten tosses of a coin") var heads = 3
  @Option(in: 1...10_000_000, ko: "쉬운 배경의 수", en: "number of easy backgrounds") var negatives = 100_000
  @Option(in: 1e-6...0.999, ko: "쉬운 배경에서 모델이 답한 p", en: "the model's p at an easy background") var easyP = 0.01
  @Option(in: 1...1000, ko: "배경 하나의 로짓", en: "logit of a background") var logit = 20.0
  @Option(in: 2...53, ko: "흉내 낼 수의 유효 비트", en: "significant bits of the numbers to imitate") var bits = 11
}

let page = Page(Parameters.self)
let p = page.value("p", page.parameters.p, .atMost(3))

// MARK: - One answer, two losses
let ifObject = page.value("ifObject", binaryCrossEntropy(p: p, target: .object), .fixed(3))
let ifBackground = page.value("ifBackground", binaryCrossEntropy(p: p, target: .background), .fixed(3))
page.claim("the same answer costs more at an object", ifObject > ifBackground, brokenBy: "--p 0.9")

// MARK: - The two curves, drawn
let probabilities = (1...999).map { Double($0) / 1000 }
func answer(_ loss: Double, at x: Double, _ target: Target, _ name: Bilingual = "") -> Dot {
  Dot([DataPoint(x, loss, label: name.map { $0 + "\(loss, .fixed(3), in: .prose)" })])
    .tint(target == .object ? .objects : .backgrounds).marker(target == .object ? .circle : .square).width(20)
}
page.figure(
  "binaryCrossEntropy",
  Bilingual(
    ko: "틀린 쪽으로 확신할수록 손실이 끝없이 커진다", en: "The more confident in the wrong answer, the larger the loss")
) {
  Chart(x: Axis(label: .probability, scale: .linear(0...1)), y: Axis(label: .loss, scale: .linear(0...5))) {
    Line(probabilities.map { ($0, binaryCrossEntropy(p: $0, target: .object)) })
      .label(Bilingual(ko: "객체일 때 $-\\log p$", en: "object: $-\\log p$"), at: .near(x: 0.25)).tint(.objects)
    Line(probabilities.map { ($0, binaryCrossEntropy(p: $0, target: .background)) })
      .label(Bilingual(ko: "배경일 때 $-\\log(1-p)$", en: "background: $-\\log(1-p)$"), at: .near(x: 0.75))
      .tint(.backgrounds).dash(.dashed)
    Rule(x: p, label: "$p = \(p, .atMost(3))$")
    answer(ifObject, at: p, .object)
    answer(ifBackground, at: p, .background)
  }
}

// MARK: - Two lines in one
let objectPt = pt(p: p, target: .object)
let backgroundPt = page.value("backgroundPt", pt(p: p, target: .background), .atMost(3))
page.table(
  "folded",
  columns: [Bilingual(ko: "정답", en: "truth"), "$`y`$", "$`p`$", "$`p_t`$", "$`-\\log p_t`$"],
  rows: [(Bilingual.object, Target.object), (.background, .background)].map { name, target in
    let pt = pt(p: p, target: target)
    return [
      .text(name), .number(target.sign, .signed(.integer)), .number(p, .atMost(3)), .number(pt, .atMost(3)),
      .number(crossEntropy(pt: pt), .fixed(3)),
    ]
  })

// MARK: - The one curve, drawn
page.figure(
  "crossEntropyOfPt",
  Bilingual(ko: "정답에 준 확률로 보면 곡선은 하나다", en: "Against the probability of the true class, one curve is left")
) {
  Chart(
    x: Axis(label: .probabilityOfTrueClass, scale: .linear(0...1)), y: Axis(label: .loss, scale: .linear(0...5))
  ) {
    Line(probabilities.map { ($0, crossEntropy(pt: $0)) }).label("$-\\log p_t$", at: .near(x: 0.3)).tint(.series(2))
    answer(ifObject, at: objectPt, .object, Bilingual.object.map { "\($0): " })
    answer(ifBackground, at: backgroundPt, .background, Bilingual.background.map { "\($0): " })
  }
}

// MARK: - A thousand answers at once
let answers = page.value("answers", 1000)
let sum = page.value("sum", (1...answers).reduce(0) { sum, _ in sum + ifBackground }, .fixed(2))
let product = page.value("product", (1...answers).reduce(1) { product, _ in product * backgroundPt }, .scientific(2))
page.value("doubleWidth", Double.exponentBitCount + Double.significandBitCount + 1)
page.value("floatWidth", Float.exponentBitCount + Float.significandBitCount + 1)
let floatProduct = (1...answers).reduce(Float(1)) { product, _ in product * Float(backgroundPt) }
page.value("floatProduct", Double(floatProduct), .scientific(2))
page.value("halving", crossEntropy(pt: backgroundPt / 2) - crossEntropy(pt: backgroundPt), .fixed(3))

/// After how many equal factors a product no longer changes.
func standstill<Number: BinaryFloatingPoint>(of factor: Number) -> Int {
  var (product, count) = (Number(1), 0)
  while product * factor != product { (product, count) = (product * factor, count + 1) }
  return count
}
let floatStandstill = page.value("floatStandstill", standstill(of: Float(backgroundPt)))
let doubleStandstill = page.value("doubleStandstill", standstill(of: backgroundPt))
page.claim("Float has come to a standstill before the last answer", floatStandstill < answers, brokenBy: "--p 0.01")
page.claim(
  "Double stops before all anchors of an image", doubleStandstill < Paper.anchorsPerImage, brokenBy: "--p 0.001")
page.claim("Double can still represent the product", abs(product / exp(-sum) - 1) < 1e-9, brokenBy: "--p 0.9")

// MARK: - A coin
let heads = page.value("heads", page.parameters.heads)
let tosses = (0..<10).map { $0 < heads ? Target.object : .background }
func mean(_ score: (_ pt: Double) -> Double, answering p: Double) -> Double {
  tosses.reduce(0) { $0 + score(pt(p: p, target: $1)) } / Double(tosses.count)
}
func meanLoss(_ p: Double) -> Double { mean({ crossEntropy(pt: $0) }, answering: p) }
func meanSquare(_ p: Double) -> Double { mean({ (1 - $0) * (1 - $0) }, answering: p) }
func meanMiss(_ p: Double) -> Double { mean({ 1 - $0 }, answering: p) }
func likelihood(_ p: Double) -> Double {
  tosses.reduce(1) { $0 * pt(p: p, target: $1) }
}
page.value("tosses", tosses.count)

let hundredths = (1...99).map { Double($0) / 100 }
let cheapest = page.value("cheapest", hundredths.min { meanLoss($0) < meanLoss($1) } ?? .nan, .atMost(2))
let likeliest = page.value("likeliest", hundredths.max { likelihood($0) < likelihood($1) } ?? .nan, .atMost(2))
let frequency = page.value("frequency", Double(heads) / Double(tosses.count), .atMost(2))
page.value("leastLoss", meanLoss(cheapest), .fixed(3))
page.claim("the mean loss is least at the frequency", cheapest == frequency, brokenBy: "--heads 0")
page.claim("the likelihood is largest at the frequency", likeliest == frequency, brokenBy: "--heads 0")

page.value("missAtZero", meanMiss(0), .atMost(2))
page.value("missAtOne", meanMiss(1), .atMost(2))
let cheapestMiss = page.value(
  "cheapestMiss", ([0] + hundredths + [1]).min { meanMiss($0) < meanMiss($1) } ?? .nan, .atMost(2))
let cheapestSquare = page.value(
  "cheapestSquare", hundredths.min { meanSquare($0) < meanSquare($1) } ?? .nan, .atMost(2))
page.claim("scored by 1 − p_t, the best answer is never", cheapestMiss == 0, brokenBy: "--heads 9")
page.claim("the squared error, too, is least at the frequency", cheapestSquare == frequency, brokenBy: "--heads 0")

// MARK: - The coin, drawn
let allAnswers = stride(from: -10.0, through: 10, by: 0.05).map(sigmoid)  // closest where the curves are steep
func coinCurve(_ label: Bilingual, _ tint: Tint, top: Double, best: Double, of value: (Double) -> Double) -> Chart {
  Chart(
    x: Axis(label: .probability, scale: .linear(0...1)), y: Axis(label: label, scale: .fitting([top], including: 0))
  ) {
    Rule(x: best, label: "$p = \(best, .atMost(2))$")
    Line(allAnswers.map { ($0, value($0)) }).tint(tint)
    Dot([(best, value(best))]).tint(tint).width(20)
  }
}
page.figure(
  "coin",
  Bilingual(ko: "가장 그럴듯한 p에서 평균 손실도 가장 작다", en: "The likeliest p is the one of least mean loss")
) {
  Panels(columns: 2) {
    Panel(Bilingual(ko: "확률의 곱", en: "product of probabilities")) {
      coinCurve(
        Bilingual(ko: "가능도", en: "likelihood"), .series(3), top: 1.05 * likelihood(likeliest), best: likeliest,
        of: likelihood)
    }
    Panel(Bilingual(ko: "$-\\log$의 평균", en: "mean of $-\\log$")) {
      coinCurve(Bilingual(ko: "평균 손실", en: "mean loss"), .series(2), top: 3, best: cheapest, of: meanLoss)
    }
  }
}

// MARK: - Easy backgrounds add up
let negatives = Double(page.value("negatives", page.parameters.negatives))
let easyP = page.value("easyP", page.parameters.easyP, .atMost(3))
let easyLoss = page.value("easyLoss", binaryCrossEntropy(p: easyP, target: .background), .significant(4))
let easyTotal = page.value("easyTotal", negatives * easyLoss, .atMost(4))
let objects = Double(page.value("objects", 3))
let objectTotal = page.value("objectTotal", objects * ifObject, .fixed(1))
let even = page.value("evenAt", (objectTotal / easyLoss).rounded(.up), .integer)
page.value("totalRatio", easyTotal / objectTotal, .significant(3))
page.claim(
  "one easy background is a trifle beside an object", easyLoss < ifObject / 100, brokenBy: "--easy-p 0.99")
page.claim("together they outweigh the objects", easyTotal > objectTotal, brokenBy: "--negatives 100")

// MARK: - Easy and hard, drawn
func examples(_ count: Double, _ name: Bilingual, pt: Double, loss: Double) -> TextMark {
  let answer = Bilingual(
    ko: "**\(name.ko) \(count, .integer, in: .prose)개**, $p_t = \(pt, .atMost(3))$",
    en: "**\(count, .integer, in: .prose) \(name.en)**, $p_t = \(pt, .atMost(3))$")
  let sum = "$\(count, .integer) \\times \(loss, .significant(4)) = \(count * loss, .atMost(4))$"
  let (height, anchor) = pt < 0.5 ? (0.22, Anchor.bottomLeading) : (0.4, .bottomTrailing)
  return TextMark(answer.map { "\($0)\n\(sum)" }, x: pt, y: loss + height, anchor: anchor)
}
page.figure(
  "crossEntropyRegions",
  Bilingual(ko: "쉬운 배경은 하나하나 사소하지만 그 수가 많다", en: "Easy backgrounds lose little each, but they are many")
) {
  Chart(
    x: Axis(label: .probabilityOfTrueClass, scale: .linear(0...1)), y: Axis(label: .loss, scale: .linear(0...5))
  ) {
    Band(x: 0...0.35, label: Bilingual(ko: "어려운 샘플", en: "hard examples"))
    Band(x: 0.65...1, label: Bilingual(ko: "쉬운 샘플", en: "easy examples"))
    Line(probabilities.map { ($0, crossEntropy(pt: $0)) }).tint(.series(2))
    Dot([(objectPt, ifObject)]).tint(.objects).width(24)
    examples(objects, .objects, pt: objectPt, loss: ifObject)
    Dot([(1 - easyP, easyLoss)]).tint(.backgrounds).marker(.square).width(24)
    examples(negatives, .backgrounds, pt: 1 - easyP, loss: easyLoss)
  }
}

// MARK: - The sum, drawn
let most = max(5 * negatives, 10)
func pile(_ count: Double) -> DataPoint {
  let (count, total) = (count, count * easyLoss)
  let label = Bilingual(ko: "개", en: "").map { "\(count, .integer, in: .prose)\($0): \(total, .atMost(4), in: .prose)" }
  return DataPoint(count, total, label: label)
}
page.figure(
  "easyNegativesAddUp",
  Bilingual(ko: "쉬운 배경의 손실은 쌓이면 객체의 손실을 넘어선다", en: "The losses of easy backgrounds exceed those of the objects in sum")
) {
  Chart(
    x: Axis(label: Bilingual(ko: "쉬운 배경의 수", en: "number of easy backgrounds"), scale: .log(1...most)),
    y: Axis(label: .totalLoss, scale: .log(easyLoss...max(most * easyLoss, 2 * objectTotal)))
  ) {
    Line([(1, easyLoss), (most, most * easyLoss)]).tint(.backgrounds)
    Rule(y: objectTotal, tint: .objects)
    TextMark(
      Bilingual(ko: "객체 \(Int(objects))개의 손실", en: "loss of \(Int(objects)) objects")
        .map { "\($0): \(objectTotal, .fixed(1), in: .prose)" },
      x: 1.2, y: 0.9 * objectTotal, anchor: .topLeading, tint: .objects)
    Dot([pile(even), pile(negatives)]).tint(.backgrounds).marker(.square).width(20)
  }
}

// MARK: - Objects and backgrounds pull
let easyPull = page.value("easyPull", negatives * easyP, .atMost(4))  // p − y with y = 0,
let objectPull = page.value("objectPull", objects * (1 - p), .atMost(3))  // and y − p with y = 1
page.value("pullRatio", easyPull / objectPull, .significant(3))
page.claim(
  "in the gradient they outweigh them even more", easyPull / objectPull > easyTotal / objectTotal,
  brokenBy: "--easy-p 0.99")

// MARK: - The gradient, checked
let logit = page.value("logit", page.parameters.logit, .atMost(4))
let step = 0x1p-17  // h, a power of two

/// (f(x + h) − f(x − h)) / 2h: the slope without any formula for it.
func centralDifference(_ f: (Double) -> Double, at x: Double) -> Double {
  (f(x + step) - f(x - step)) / (2 * step)
}
let square = page.value("square", 2)
/// d(p − y)²/dx at a background, by the chain rule.
func squaredErrorDerivative(_ x: Double) -> Double {
  Double(square) * sigmoid(x) * sigmoidDerivative(x)
}
let slopes = Set([-logit, -5, -1, 0, 1, 5, logit]).sorted().map { x in
  (
    x: x, analytic: binaryCrossEntropyDerivative(logit: x, target: .background),
    numeric: centralDifference({ binaryCrossEntropy(logit: $0, target: .background) }, at: x)
  )
}
page.table(
  "slopes",
  columns: [
    "$`x`$", "$`p - y`$", Bilingual(ko: "중앙 차분", en: "central difference"),
    Bilingual(ko: "제곱 오차의 기울기", en: "gradient of the squared error"),
  ],
  rows: slopes.map { x, analytic, numeric in
    [
      .number(x, .atMost(4)), .number(analytic, .significant(6)), .number(numeric, .significant(6)),
      .number(squaredErrorDerivative(x), .significant(3)),
    ]
  })
page.claim(
  "formula and difference agree", slopes.allSatisfy { abs($0.analytic - $0.numeric) < 1e-9 * $0.analytic },
  brokenBy: "--logit 735")

// MARK: - Steep times flat
let wrong = sigmoid(logit)  // p at a background: near 1, and wrong
let steep = page.value("steep", 1 / (1 - wrong), .scientific(3))  // dCE/dp
let flat = page.value("flat", wrong * (1 - wrong), .scientific(3))  // dp/dx
page.value("steepTimesFlat", steep * flat, .fixed(3))
page.value("squaredSlope", squaredErrorDerivative(logit), .scientific(3))
page.claim(
  "a huge factor and a tiny one make almost 1", steep > 1e6 && flat < 1e-6 && abs(steep * flat - 1) < 1e-6,
  brokenBy: "--logit 40")
page.claim("the squared error has given up", squaredErrorDerivative(logit) < 1e-6, brokenBy: "--logit 5")

// MARK: - Both gradients, drawn
let logits = stride(from: -10.0, through: 10, by: 0.05)
page.figure(
  "gradients",
  Bilingual(
    ko: "확신하며 틀릴 때, 교차 엔트로피는 힘껏 당기고 제곱 오차는 놓아 버린다",
    en: "Confidently wrong: cross entropy pulls hard, the squared error lets go")
) {
  Chart(
    x: Axis(label: Bilingual(ko: "배경 하나의 로짓 $x$", en: "logit $x$ of a background"), scale: .linear(-10...10)),
    y: Axis(label: .gradient, scale: .linear(0...1.1), ticks: .at([0, 0.2, 0.4, 0.6, 0.8, 1]))
  ) {
    Band(x: -priorBias(0.01)...10, label: Bilingual(ko: "확신하며 틀림, $p > 0.99$", en: "confidently wrong, $p > 0.99$"))
    Line(logits.map { ($0, binaryCrossEntropyDerivative(logit: $0, target: .background)) })
      .label(.crossEntropy, at: .near(x: 2.2)).tint(.series(2))
    Line(logits.map { ($0, squaredErrorDerivative($0)) })
      .label(Bilingual(ko: "제곱 오차", en: "squared error"), at: .near(x: 2.4)).tint(.series(3)).dash(.dashed)
  }
}

// MARK: - The formula as it is printed
func printedLoss(_ x: Double) -> Double { -log(1 - 1 / (1 + exp(-x))) }  // −log(1 − p), p = 1 / (1 + e⁻ˣ)
func printedLoss(_ x: Float) -> Float { -log(1 - 1 / (1 + exp(-x))) }

let p32 = 1 / (1 + exp(-Float(logit)))
let oneLine = -(1 * log(p32) + 0 * log(1 - p32))  // −(y log p + (1 − y) log(1 − p)) with y = 1: the right answer
let chain = 1 / (1 - p32) * (p32 * (1 - p32))  // steep times flat, at a background
page.value("oneLine", Double(oneLine), .fixed(3))
page.value("chain", Double(chain), .fixed(3))
page.claim(
  "infinite in Float, not yet in Double", printedLoss(Float(logit)) == .infinity && printedLoss(logit).isFinite,
  brokenBy: "--logit 40")
page.claim("the right answer is not a number", oneLine.isNaN, brokenBy: "--logit 5")
page.claim("the gradient is not a number", chain.isNaN, brokenBy: "--logit 5")

// MARK: - Printed, stable, true
/// max(x, 0) + log(1 + e⁻|ˣ|), the two parts kept apart: together they can have more digits than any `Double`.
func trueLoss(_ x: Double) -> Bilingual {
  let exponent = abs(x) > 40 ? -abs(x) / log(10) : log10(log1p(exp(-abs(x))))  // of ten; log(1 + e⁻⁴⁰) is e⁻⁴⁰
  let floor = exponent.rounded(.down)
  let rest = "\(pow(10, exponent - floor), .fixed(4)) \\times 10^{\(floor, .integer)}"
  return x > 0 ? "$`\(x, .atMost(4)) + \(rest)`$" : "$`\(rest)`$"
}
func relativeError(of loss: Double, at x: Double) -> Double {  // here, too, the two parts apart
  abs((loss - max(x, 0)) - log1p(exp(-abs(x)))) / softplus(x)
}
func digits(of loss: Double, at x: Double) -> Double {  // how many can be trusted
  -log10(max(relativeError(of: loss, at: x), 0x1p-53))
}
let easyLogit = page.value("easyLogit", -2 * logit, .atMost(4))
page.table(
  "losses",
  columns: [
    "$`x`$", Bilingual(ko: "식 그대로, `Float`", en: "as printed, `Float`"),
    Bilingual(ko: "식 그대로, `Double`", en: "as printed, `Double`"), "$`\\log(1 + e^x)`$, `Double`",
    "`softplus`, `Double`", Bilingual(ko: "참값", en: "true value"),
  ],
  rows: Set([easyLogit, 10, 40, 800, logit]).sorted().map { x in
    let format = Format.atMost(x > 0 ? 14 : 5)
    return [
      .number(x, .atMost(4)), .number(Double(printedLoss(Float(x))), .atMost(6)), .number(printedLoss(x), format),
      .number(log(1 + exp(x)), format), .number(binaryCrossEntropy(logit: x, target: .background), format),
      .text(trueLoss(x)),
    ]
  })
let easySoftplus = page.value("easySoftplus", softplus(easyLogit), .scientific(4))
page.claim(
  "log1p keeps what 1 + eˣ loses", log(1 + exp(easyLogit)) == 0 && easySoftplus > 0, brokenBy: "--logit 5")
page.value("remainder", log1p(exp(-logit)), .scientific(4))
page.value("printed", printedLoss(logit), .atMost(14))
page.value("printedError", relativeError(of: printedLoss(logit), at: logit), .scientific(0))
page.value("printedDigits", digits(of: printedLoss(logit), at: logit).rounded(.down), .integer)
page.claim(
  "Double has lost digits", (1...10).contains(digits(of: printedLoss(logit), at: logit)), brokenBy: "--logit 5")

// MARK: - Where exactly it breaks
/// The least logit up to 1000 at which `breaks` holds, to the last bit.
func firstLogit(where breaks: (Double) -> Bool) -> Double {
  var (sound, broken) = (0.0, 1000.0)
  while case let middle = (sound + broken) / 2, sound < middle, middle < broken {
    if breaks(middle) { broken = middle } else { sound = middle }
  }
  return broken
}
let bits = page.value("bits", page.parameters.bits)
func imitated(_ value: Double) -> Double {  // rounded to so many significant bits
  let unit = value.ulp * exp2(Double(53 - bits))
  return (value / unit).rounded(.toNearestOrEven) * unit
}
let imitatedBreak = page.value(
  "imitatedBreak", firstLogit { 1 - imitated(1 / imitated(1 + imitated(exp(-$0)))) == 0 }, .fixed(2))
let floatBreak = page.value("floatBreak", firstLogit { printedLoss(Float($0)) == .infinity }, .fixed(2))
let doubleBreak = page.value("doubleBreak", firstLogit { printedLoss($0) == .infinity }, .fixed(2))
page.value("imitatedCertainty", sigmoid(imitatedBreak), .percent(2))
page.value("floatCertainty", sigmoid(floatBreak), .percent(6))
page.value("floatObjectBreak", -firstLogit { 1 / (1 + exp(Float($0))) == 0 }, .fixed(2))
page.value("doubleObjectBreak", -firstLogit { 1 / (1 + exp($0)) == 0 }, .fixed(2))

let breaks: [(name: Bilingual, bits: Int, found: Double)] = [
  (Bilingual(ko: "흉내 낸 수", en: "imitation"), bits, imitatedBreak),
  ("`Float`", Float.significandBitCount + 1, floatBreak),
  ("`Double`", Double.significandBitCount + 1, doubleBreak),
]
page.table(
  "breaks",
  columns: [
    Bilingual(ko: "수의 형식", en: "number format"), Bilingual(ko: "유효 비트", en: "significant bits"),
    Bilingual(ko: "찾아낸 로짓", en: "logit found"), Bilingual(ko: "유효 비트 × $`\\log 2`$", en: "bits × $`\\log 2`$"),
  ],
  rows: breaks.map { name, bits, found in
    [
      .text(name), .number(Double(bits), .integer), .number(found, .fixed(4)),
      .number(Double(bits) * log(2), .fixed(4)),
    ]
  })
page.claim(
  "all break at bits times log 2", breaks.allSatisfy { abs($0.found - Double($0.bits) * log(2)) < 1e-3 },
  brokenBy: "--bits 4")
page.value("radix", Double.radix)
page.value("oneBit", log(2), .fixed(3))

// MARK: - Clipping is no cure
let clip = page.value("clip", 1e-7, .scientific(0))
func clippedLoss(_ x: Double) -> Double { -log(1 - min(1 / (1 + exp(-x)), 1 - clip)) }
let clippedSlope = page.value("clippedSlope", centralDifference(clippedLoss, at: logit), .atMost(3))
page.value("clippedFrom", firstLogit { 1 / (1 + exp(-$0)) >= 1 - clip }, .fixed(2))
page.value("clippedLoss", clippedLoss(logit), .fixed(2))
page.value("trueSlope", binaryCrossEntropyDerivative(logit: logit, target: .background), .fixed(3))
page.claim("clipping takes the gradient away", clippedSlope == 0, brokenBy: "--logit 5")

// MARK: - The break, drawn
let fine = stride(from: 0.1, through: 45, by: 0.1)
/// How many whole digits can be trusted at every logit just below x: single ones have more, by luck.
func rightDigits(_ loss: (Double) -> Double, until end: Double) -> [(Double, Double)] {
  stride(from: 6, through: end, by: 0.5).map { x in
    let near = (0..<20).map { x - 0.02 * Double($0) }
    return (x, near.map { digits(of: loss($0), at: $0).rounded(.down) }.min() ?? 0)
  }
}
let printedInFloat = { (x: Double) in Double(printedLoss(Float(x))) }
page.figure(
  "printedFormBreaks",
  Bilingual(
    ko: "식 그대로 옮긴 코드의 손실은 자릿수를 차츰 잃다가 무한대가 된다",
    en: "The literal code loses digit after digit, then becomes infinite")
) {
  Panels(columns: 2) {
    Panel(Bilingual(ko: "손실", en: "loss")) {
      Chart(x: Axis(label: .logit, scale: .linear(0...45)), y: Axis(scale: .linear(0...45))) {
        Line(fine.map { ($0, binaryCrossEntropy(logit: $0, target: .background)) })
          .label("softplus").tint(.series(2)).width(12)
        Line(fine.map { ($0, printedLoss($0)) })
          .label(Bilingual(ko: "식 그대로, Double", en: "as printed, Double"), at: .near(x: 27)).tint(.ink).dash(.dashed)
        Line(fine.filter { clippedLoss($0) < $0 }.map { ($0, clippedLoss($0)) })
          .label(Bilingual(ko: "자르기", en: "clipped")).tint(.series(3)).dash(.dotted)
        Dot([
          DataPoint(floatBreak, floatBreak, label: Bilingual(ko: "Float는 여기까지", en: "Float ends here")),
          DataPoint(doubleBreak, doubleBreak, label: Bilingual(ko: "Double은 여기까지", en: "Double ends here")),
        ]).tint(.ink).marker(.cross).width(16)
      }
    }
    Panel(Bilingual(ko: "식 그대로 옮긴 코드에서 믿을 수 있는 자릿수", en: "digits to be trusted in the literal code")) {
      Chart(x: Axis(label: .logit, scale: .linear(0...45)), y: Axis(scale: .linear(0...17))) {
        Line(rightDigits(printedLoss, until: doubleBreak)).label("Double", at: .near(x: 20)).tint(.series(0))
        Line(rightDigits(printedInFloat, until: floatBreak))
          .label("Float", at: .near(x: 13)).tint(.series(1)).dash(.dashed)
      }
    }
  }
}

// MARK: - The slide, checked
let slideP = page.value("slideP", 0.1, .fixed(1))  // 002-09
let slidePt = page.value("slidePt", pt(p: slideP, target: .background), .fixed(1))
page.claim("the slide's example is ours", p == slideP && backgroundPt == slidePt, brokenBy: "--p 0.9")

let half = page.value("half", crossEntropy(pt: 0.5), .fixed(3))
page.value("halfInDecades", half / log(10), .fixed(3))

let mistaken = page.value("mistaken", p - Target.background.sign, .atMost(3))  // p − y with the paper's y
page.claim("with y = −1 the slope p − y is far too steep", mistaken > 10 * p, brokenBy: "--p 0.9")
page.finish()
