// MARK: - What you may change
import Foundation
import Losses
import Workbook

struct Parameters: ChapterParameters {
  @Option(in: 1e-6...0.999_999, ko: "모델이 정답 클래스에 준 확률", en: "the model's probability of the true class")
  var trueProbability = 0.7
  @Option(in: 0...1, ko: "정답에서 모든 클래스에 고루 나누는 몫 ε", en: "share ε of the truth spread over all classes")
  var smoothing = 0.1
  @Option(in: 1e-15...1, ko: "수치 미분의 간격", en: "step of the numeric derivative") var step = 1e-5
  @Option(in: 0...1e18, ko: "아주 큰 로짓", en: "a very large logit") var hugeLogit = 1000.0
  @Option(in: 0...100, ko: "앵커의 로짓에 곱하는 수", en: "factor on the logits of the anchors") var sharpness = 1.0
  @Option(in: 1...1000, ko: "객체 클래스의 수", en: "number of object classes") var classes = 80
}

let page = Page(Parameters.self)
let huge = page.value("hugeLogit", page.parameters.hugeLogit, .atMost(4))

// MARK: - From logits to probabilities
let pt = page.value("trueProbability", page.parameters.trueProbability, .atMost(4))
let q = [2 * (1 - pt) / 3, pt, (1 - pt) / 3]  // the slide's 0.2, 0.7, 0.1
let logits = q.map { log($0) }
let raised = logits.map { $0 + huge }
let names: [Bilingual] = ["$`c_1`$", "$`c_2`$", "$`c_3`$"]

page.table(
  "inputs",
  columns: [
    .classLabel, "$`x`$", Bilingual(ko: "$`x`$의 $`Q`$", en: "$`Q`$ of $`x`$"), "$`x + c`$",
    Bilingual(ko: "$`x + c`$의 $`Q`$", en: "$`Q`$ of $`x + c`$"),
  ],
  rows: names.indices.map { j in
    [
      .text(names[j]), .number(logits[j], .fixed(3)), .number(softmax(logits)[j], .atMost(3)),
      .number(raised[j], .fixed(3)), .number(softmax(raised)[j], .atMost(3)),
    ]
  })
page.claim(
  "another input gives the same probabilities", zip(softmax(raised), q).allSatisfy { abs($0 - $1) < 1e-9 },
  brokenBy: "--huge-logit 1e17")

// MARK: - From probabilities to a loss
let target = 1
let oneHot = [0.0, 1, 0]
let loss = page.value("loss", crossEntropy(p: oneHot, q: q), .fixed(3))
let slideLoss = page.value("slideLoss", 0.357, .fixed(3))  // as the slide prints it

page.table(
  "terms", columns: [.classLabel, "$`P`$", "$`Q`$", "$`-\\log Q`$", "$`-P \\log Q`$"],
  rows: names.indices.map { j in
    [
      .text(names[j]), .number(oneHot[j], .integer), .number(q[j], .atMost(3)), .number(-log(q[j]), .fixed(3)),
      .number(-oneHot[j] * log(q[j]), .fixed(3)),
    ]
  })
page.claim("the loss is the slide's", abs(loss - slideLoss) < 0.0005, brokenBy: "--true-probability 0.5")

// MARK: - The example, drawn
page.figure("softmaxExample", Bilingual(ko: "손실은 정답 클래스의 확률 하나만 본다", en: "The loss looks at the true class alone")) {
  let top = max(3, (1.2 * loss).rounded(.up))
  return Panels(columns: 2) {
    Panel(Bilingual(ko: "소프트맥스의 확률 $Q$", en: "probabilities $Q$ of the softmax")) {
      Chart(
        x: Axis(
          label: .classLabel, scale: .band(["$c_1$", Bilingual(ko: "$c_2$ (정답)", en: "$c_2$ (true)"), "$c_3$"])),
        y: Axis(label: .probabilityName, scale: .linear(0...1))
      ) {
        Bar(q, highlights: [0: .muted.opacity(0.4), 1: .series(2), 2: .muted.opacity(0.4)], values: .automatic)
      }
    }
    Panel(Bilingual(ko: "정답 클래스의 확률에 따른 손실", en: "loss against the probability of the true class")) {
      Chart(
        x: Axis(label: Bilingual(ko: "확률 $Q(c_2)$", en: "probability $Q(c_2)$"), scale: .linear(0...1)),
        y: Axis(label: .loss, scale: .linear(0...top))
      ) {
        Line((0...1200).map { exp(-Double($0) / 60) }.map { ($0, -log($0)) }).tint(.series(2))
        Line([(pt, 0), (pt, loss)]).tint(.muted).dash(.shortDashed)
        Dot([(pt, loss)]).tint(.series(2))
        TextMark(
          "$-\\log \(pt, .atMost(4)) = \(loss, .fixed(3))$", x: min(max(pt, 0.35), 0.72),
          y: min(loss + 0.25 * top, 0.8 * top), anchor: .bottom, tint: .series(2), size: 56)
      }
    }
  }
}

// MARK: - What the base does
let bases: [(name: Bilingual, unit: Bilingual, base: Double)] = [
  ("$`e`$", Bilingual(ko: "내트(nat)", en: "nat"), M_E), ("2", Bilingual(ko: "비트(bit)", en: "bit"), 2),
  ("10", Bilingual(ko: "하틀리(hartley)", en: "hartley"), 10),
]
page.table(
  "bases",
  columns: [
    Bilingual(ko: "로그의 밑", en: "base"), Bilingual(ko: "단위", en: "unit"), .loss,
    Bilingual(ko: "자연로그의 몇 배", en: "times the natural one"),
  ],
  rows: bases.map { name, unit, base in
    [.text(name), .text(unit), .number(loss / log(base), .fixed(3)), .number(1 / log(base), .fixed(3))]
  })
page.value("lossInBits", loss / log(2), .fixed(3))
page.claim(
  "only the natural logarithm gives the slide's number",
  bases.filter { abs(loss / log($0.base) - slideLoss) < 0.0005 }.map(\.base) == [M_E],
  brokenBy: "--true-probability 0.5")

// MARK: - Entropy and what comes on top
let smoothing = page.value("smoothing", page.parameters.smoothing, .atMost(3))
let soft = oneHot.map { (1 - smoothing) * $0 + smoothing / 3 }
let uniform = [1.0 / 3, 1.0 / 3, 1.0 / 3]
let truths: [(name: Bilingual, p: [Double])] = [
  (Bilingual(ko: "원-핫", en: "one-hot"), oneHot), (Bilingual(ko: "레이블 스무딩", en: "label smoothing"), soft),
  (Bilingual(ko: "모델과 같음", en: "same as the model"), q), (Bilingual(ko: "균등", en: "uniform"), uniform),
]
page.table(
  "entropies",
  columns: [
    Bilingual(ko: "정답 $`P`$", en: "truth $`P`$"), "$`H(P)`$", "$`\\mathrm{KL}(P \\Vert Q)`$", "$`H(P, Q)`$",
  ],
  rows: truths.map { name, p in
    [
      .text(name), .number(entropy(p), .fixed(3)), .number(klDivergence(p: p, q: q), .fixed(3)),
      .number(crossEntropy(p: p, q: q), .fixed(3)),
    ]
  })
page.value("coinHeads", 0.3, .atMost(2))
page.value("coinEntropy", entropy([0.3, 0.7]), .fixed(3))
page.value("softTrue", soft[target], .fixed(3))
page.value("softOther", soft[0], .fixed(3))
let ownLoss = page.value("ownLoss", crossEntropy(p: q, q: q), .fixed(3))
let softLoss = page.value("softLoss", crossEntropy(p: soft, q: q), .fixed(3))
let softDivergence = page.value("softDivergence", klDivergence(p: soft, q: q), .fixed(3))
page.claim(
  "even the right distribution costs more than the slide's example", ownLoss > loss, brokenBy: "--true-probability 0.1")
page.claim(
  "the model is nearer to the soft truth and has the larger loss",
  softDivergence < klDivergence(p: oneHot, q: q) && softLoss > loss, brokenBy: "--smoothing 0")

// MARK: - The two parts, drawn
page.figure(
  "entropyAndDivergence",
  Bilingual(
    ko: "교차 엔트로피 = 엔트로피 + KL 발산, 모델이 줄일 수 있는 것은 KL 발산뿐",
    en: "Cross entropy = entropy + KL divergence, and a model can shrink only the divergence")
) {
  let totals = truths.map { crossEntropy(p: $0.p, q: q) }
  return Chart(
    x: Axis(label: Bilingual(ko: "정답 $P$", en: "truth $P$"), scale: .band(truths.map(\.name))),
    y: Axis(label: .loss, scale: .fitting(totals.map { 1.1 * $0 }, including: 0), grid: .none)
  ) {
    Bar(
      [
        BarSeries(
          Bilingual(ko: "엔트로피 $H(P)$", en: "entropy $H(P)$"), values: truths.map { entropy($0.p) }, tint: .series(4)),
        BarSeries(
          Bilingual(ko: "KL 발산 $\\mathrm{KL}(P \\Vert Q)$", en: "divergence $\\mathrm{KL}(P \\Vert Q)$"),
          values: truths.map { klDivergence(p: $0.p, q: q) }, tint: .series(2)),
      ], arrangement: .stacked)
    for (index, total) in totals.enumerated() {
      TextMark("$H(P, Q) = \(total, .fixed(3))$", x: Double(index), y: 1.02 * total, anchor: .bottom)
    }
  }
}

// MARK: - The best answer to a soft truth
func loss(of truth: [Double], at logit: Double) -> Double {
  crossEntropy(p: truth, logits: [0, logit, 0])
}
var (low, high) = (-5.0, 40.0)
while high - low > 1e-8 {  // each round leaves out the third without the minimum
  let third = (high - low) / 3
  if loss(of: soft, at: low + third) < loss(of: soft, at: high - third) { high -= third } else { low += third }
}
let bestLogit = page.value("bestLogit", (low + high) / 2, .fixed(2))
let beyondLogit = page.value("beyondLogit", bestLogit + 5, .fixed(2))
let bestLoss = page.value("bestLoss", loss(of: soft, at: bestLogit), .fixed(3))
let beyondLoss = page.value("beyondLoss", loss(of: soft, at: beyondLogit), .fixed(3))
let softEntropy = page.value("softEntropy", entropy(soft), .fixed(3))
page.value("bestProbability", softmax([0, bestLogit, 0])[target], .fixed(3))
page.claim(
  "the least loss is the entropy of the soft truth", softEntropy > 0 && abs(bestLoss - softEntropy) < 1e-9,
  brokenBy: "--smoothing 0")
page.claim("beyond it, more certainty costs more", beyondLoss > bestLoss + 0.1, brokenBy: "--smoothing 0")

// MARK: - Two truths, drawn
page.figure(
  "lossOverLogit",
  Bilingual(ko: "부드러운 정답의 손실은 엔트로피 아래로 내려가지 않는다", en: "With a soft truth, the loss stops at the entropy")
) {
  let places = stride(from: -2.0, through: 10, by: 0.05)
  return Chart(
    x: Axis(
      label: Bilingual(ko: "정답 클래스의 로짓(나머지는 0)", en: "logit of the true class (the others 0)"), scale: .linear(-2...10)),
    y: Axis(label: .loss, scale: .linear(0...3))
  ) {
    Line(places.map { ($0, loss(of: soft, at: $0)) })
      .label(Bilingual(ko: "부드러운 정답", en: "soft truth")).tint(.series(4))
    Line(places.map { ($0, loss(of: oneHot, at: $0)) })
      .label(Bilingual(ko: "원-핫 정답", en: "one-hot truth")).tint(.series(2)).dash(.dashed)
    Rule(y: softEntropy, label: "$H(P) = \(softEntropy, .fixed(3))$", tint: .series(4))
    Dot([(bestLogit, bestLoss)]).tint(.series(4))
  }
}

// MARK: - The gradient, checked
let step = page.value("step", page.parameters.step, .atMost(2))
let gradient = crossEntropyGradient(logits: logits, target: target)
let numeric = logits.indices.map { j in
  var (up, down) = (logits, logits)
  up[j] += step
  down[j] -= step
  return (crossEntropy(logits: up, target: target) - crossEntropy(logits: down, target: target)) / (up[j] - down[j])
}
page.table(
  "gradients", columns: [.classLabel, "$`Q`$", "$`P`$", "$`Q - P`$", Bilingual(ko: "수치 미분", en: "numeric")],
  rows: names.indices.map { j in
    [
      .text(names[j]), .number(q[j], .atMost(3)), .number(oneHot[j], .integer),
      .number(gradient[j], .signed(.fixed(4))), .number(numeric[j], .signed(.fixed(4))),
    ]
  })
page.value("pull", -gradient[target], .atMost(4))
page.claim(
  "the loss is a log-sum-exp minus the logits of the truth",
  truths.allSatisfy { _, p in
    let given = zip(p, raised).reduce(0) { $0 + $1.0 * $1.1 }
    return abs(logSumExp(raised) - given - crossEntropy(p: p, q: q)) < 1e-9
  }, brokenBy: "--huge-logit 1e17")
page.claim(
  "the numeric derivative agrees with Q − P", zip(numeric, gradient).allSatisfy { abs($0 - $1) < 1e-7 },
  brokenBy: "--step 1")
page.claim("the pulls cancel", abs(numeric.reduce(0, +)) < 1e-7, brokenBy: "--step 1")

// MARK: - Two classes
let difference = page.value("difference", 2.0, .integer)
page.value("oneSigmoid", sigmoid(difference), .fixed(4))
page.claim(
  "a softmax over two classes is a sigmoid of the difference",
  stride(from: -20.0, through: 20, by: 0.5).allSatisfy { d in
    let softmaxLoss = crossEntropy(logits: [huge + d, huge], target: 0)
    return abs(softmaxLoss / binaryCrossEntropy(logit: d, target: .object) - 1) < 1e-9
  }, brokenBy: "--huge-logit 1e17")
let z = page.value("margin", margin(logits: raised, target: target), .fixed(3))
page.value("marginSigmoid", sigmoid(z), .atMost(4))
page.claim("and over three, of the margin", abs(sigmoid(z) - pt) < 1e-9, brokenBy: "--huge-logit 1e17")

// MARK: - Too large for the exponential
func naiveSoftmax(_ x: [Double]) -> [Double] {
  let exponentials = x.map { exp($0) }
  return exponentials.map { $0 / exponentials.reduce(0, +) }
}
func naiveCrossEntropy(_ p: [Double], _ q: [Double]) -> Double {
  -zip(p, q).reduce(0) { $0 + $1.0 * log($1.1) }
}
page.value("overflowFloat", (1...1000).first { exp(Float($0)) == .infinity } ?? 1000)
page.value("overflowDouble", (1...1000).first { exp(Double($0)) == .infinity } ?? 1000)
let naiveLoss = page.value("naiveLoss", naiveCrossEntropy(oneHot, naiveSoftmax(raised)), .fixed(3))
let stableLoss = page.value("stableLoss", crossEntropy(logits: raised, target: target), .fixed(3))
page.claim("the naive softmax breaks", naiveLoss.isNaN, brokenBy: "--huge-logit 100")
page.claim("the stable one does not", abs(stableLoss - loss) < 1e-9, brokenBy: "--huge-logit 1e17")

let right = softmax([-huge, 0, -huge])
let naiveRight = page.value("naiveRight", naiveCrossEntropy(oneHot, right), .fixed(3))
page.value("rightProbability", right[target], .atMost(3))
page.value("otherProbability", right[0], .atMost(3))
page.value("stableRight", crossEntropy(p: oneHot, q: right), .fixed(3))
page.claim("the naive sum has no value for the perfect answer", naiveRight.isNaN, brokenBy: "--huge-logit 100")

let wrong = [0, -huge, 0]
let throughProbability = page.value("throughProbability", -log(softmax(wrong)[target]), .fixed(1))
let throughLogits = page.value("throughLogits", crossEntropy(logits: wrong, target: target), .fixed(1))
page.claim(
  "only the logits tell how wrong a certain answer is", throughProbability == .infinity && throughLogits.isFinite,
  brokenBy: "--huge-logit 100")

// MARK: - Where the sum breaks, drawn
page.figure(
  "logSumExp",
  Bilingual(ko: "식 그대로 계산하면 가운데에서만 값이 나온다", en: "Computed as written, the sum has a value only in the middle")
) {
  let shifts = stride(from: -1000.0, through: 1000, by: 1)
  return Chart(
    x: Axis(
      label: Bilingual(ko: "세 로짓에 더한 수 $c$", en: "what is added to the three logits, $c$"), scale: .linear(-1000...1000)
    ),
    y: Axis(label: "$\\log \\sum_j e^{x_j + c}$", scale: .linear(-1000...1000))
  ) {
    Line(shifts.map { c in (c, Double(log(logits.reduce(Float(0)) { $0 + exp(Float($1 + c)) }))) })
      .tint(.series(0)).width(30)
    Line(shifts.map { c in (c, log(logits.reduce(0) { $0 + exp($1 + c) })) }).tint(.series(1)).width(16)
    Line(shifts.map { c in (c, logSumExp(logits.map { $0 + c })) }).tint(.series(2)).width(4)
    TextMark(
      Bilingual(ko: "**식 그대로, Float**", en: "**as written, Float**"), x: 20, y: -40, anchor: .topLeading,
      tint: .series(0))
    TextMark(
      Bilingual(ko: "**식 그대로, Double**", en: "**as written, Double**"), x: -360, y: -400, anchor: .topLeading,
      tint: .series(1))
    TextMark(
      Bilingual(ko: "**가장 큰 로짓을 먼저 뺌**", en: "**largest logit subtracted first**"), x: -850, y: -880,
      anchor: .topLeading, tint: .series(2))
  }
}

// MARK: - Three anchors, two ways to read them
let classNames = [
  Bilingual(ko: "사람", en: "person"), Bilingual(ko: "선수", en: "player"), Bilingual(ko: "공", en: "ball"),
]
let anchors: [(name: Bilingual, logits: [Double])] = [
  (.background, [-6, -3, -5]), (Bilingual(ko: "공 하나", en: "a ball"), [-6, -5, 4]),
  (Bilingual(ko: "사람이면서 선수", en: "a person who is a player"), [4, 4, -5]),
].map { name, logits in (name, logits.map { page.parameters.sharpness * $0 }) }
let sigmoids = anchors.map { $0.logits.map(sigmoid) }
let softmaxes = anchors.map { softmax($0.logits) }

page.value("objectClasses", classNames.count)
page.value("mostSigmoid", sigmoids[0][1], .fixed(4))
page.value("mostSoftmax", softmaxes[0][1], .fixed(3))
page.value("bothSigmoid", sigmoids[2][0], .fixed(3))
page.value("bothSoftmax", softmaxes[2][0], .fixed(3))
page.value(
  "noneLoss", anchors[0].logits.reduce(0) { $0 + binaryCrossEntropy(logit: $1, target: .background) }, .fixed(3))
page.claim("every sigmoid says no", sigmoids[0].allSatisfy { $0 < 0.1 }, brokenBy: "--sharpness 0.1")
page.claim(
  "the softmax is sure of a class all the same", softmaxes[0].contains { $0 > 0.8 }, brokenBy: "--sharpness 0.1")
page.claim("sigmoids can say yes twice", sigmoids[2][..<2].allSatisfy { $0 > 0.9 }, brokenBy: "--sharpness 0.1")

// MARK: - The two readings, drawn
page.figure(
  "sigmoidsOrSoftmax",
  Bilingual(
    ko: "같은 로짓을 읽는 두 방법: 소프트맥스는 ‘없음’도 ‘둘 다’도 말하지 못한다",
    en: "The same logits, read twice: a softmax says neither “none” nor “both”")
) {
  Panels(columns: 3) {
    for (index, anchor) in anchors.enumerated() {
      Panel(anchor.name) {
        Chart(
          x: Axis(scale: .band(classNames)),
          y: Axis(label: .probabilityName, scale: .linear(0...1.2), ticks: .at([0, 0.5, 1]), grid: .none),
          legend: index == 0 ? .inside(.topLeading) : .none
        ) {
          Bar(
            [
              BarSeries(.sigmoid, values: sigmoids[index], tint: .series(2)),
              BarSeries(.softmax, values: softmaxes[index], tint: .series(3)),
            ], values: .fixed(2))
        }
      }
    }
  }
}

// MARK: - A class for the background
let withBackground = anchors.map { softmax([0] + $0.logits) }  // only differences count: its logit can always be 0
page.value("backgroundProbability", withBackground[0][0], .fixed(3))
page.value("mostWithBackground", withBackground[0][2], .fixed(4))
page.value("bothWithBackground", withBackground[2][1], .fixed(3))
page.claim("a background class says none", withBackground[0][0] > 0.9, brokenBy: "--sharpness 0.1")
page.claim(
  "on background the two readings then nearly agree",
  zip(withBackground[0].dropFirst(), sigmoids[0]).allSatisfy { abs($0 - $1) < 0.01 }, brokenBy: "--sharpness 0.1")
page.claim(
  "but yes twice is still out of reach", withBackground[2][1] <= 0.5 && sigmoids[2][0] > 0.9,
  brokenBy: "--sharpness 0.1")

// MARK: - All logits raised together, drawn
func readings(_ names: [Bilingual], _ read: ([Double]) -> [Double]) -> Chart {
  let curves = stride(from: -6.0, through: 14, by: 0.1).map { level in
    (level: level, p: read(anchors[0].logits.map { $0 + level }))
  }
  return Chart(
    x: Axis(
      label: Bilingual(ko: "세 클래스의 로짓에 더한 수", en: "added to the three class logits"), scale: .linear(-6...14),
      ticks: .at([-5, 0, 5, 10])),
    y: Axis(label: .probabilityName, scale: .linear(0...1))
  ) {
    Rule(x: 0)
    for (j, name) in names.enumerated() {
      Line(curves.map { ($0.level, $0.p[j]) }).label(name, at: j < 3 ? .automatic : .near(x: -3))
        .tint(j < 3 ? .series(j + 2) : .backgrounds).dash(.series(j))
    }
  }
}
page.figure(
  "level",
  Bilingual(
    ko: "클래스의 로짓이 다 함께 올라가도 소프트맥스는 알아채지 못한다",
    en: "A softmax does not notice when all class logits rise together")
) {
  Panels(columns: 3) {
    Panel(Bilingual(ko: "시그모이드 셋", en: "three sigmoids")) { readings(classNames) { $0.map(sigmoid) } }
    Panel(.softmax) { readings(classNames, softmax) }
    Panel(Bilingual(ko: "배경 클래스를 둔 소프트맥스", en: "softmax with background")) {
      readings(classNames + [.background]) { softmax($0 + [0]) }
    }
  }
}

// MARK: - One logit raised
let nudged = [logits[0] + 1, logits[1], logits[2]]
let readingNames: [Bilingual] = ["$`x`$", .softmax, .sigmoid]
page.table(
  "coupling",
  columns: [.classLabel] + readingNames.flatMap { [$0, Bilingual(ko: "올린 뒤 \($0.ko)", en: "\($0.en) after")] },
  rows: names.indices.map { j in
    let pairs = [
      (logits[j], nudged[j]), (q[j], softmax(nudged)[j]), (sigmoid(logits[j]), sigmoid(nudged[j])),
    ]
    return [.text(names[j])] + pairs.flatMap { [.number($0, .fixed(3)), .number($1, .fixed(3))] }
  })
page.claim(
  "raising one logit takes probability from the true class", q[target] - softmax(nudged)[target] > 0.1,
  brokenBy: "--true-probability 0.99")

// MARK: - How many terms there are
let side = page.value("side", 600)
var (grid, cells) = (side, 0)
for level in 1...7 {  // each level halves the grid and rounds up; predictions are made on P3 to P7
  grid = (grid + 1) / 2
  if level >= 3 { cells += grid * grid }
}
let anchorCount = page.value("anchors", 9 * cells)
let classes = page.value("classes", page.parameters.classes)
let terms = page.value("terms", anchorCount * classes)
let objectAnchors = page.value("objectAnchors", 50)
func imbalance(among count: Int) -> Double { Double(count - objectAnchors) / Double(objectAnchors) }
let anchorImbalance = page.value("anchorImbalance", imbalance(among: anchorCount), .integer)
let termImbalance = page.value("termImbalance", imbalance(among: terms), .integer)
page.claim(
  "among the terms objects are far rarer than among the anchors", termImbalance > 10 * anchorImbalance,
  brokenBy: "--classes 1")

// MARK: - Many small doubts
let prior = page.value("prior", 0.01, .atMost(3))
let gamma = page.value("gamma", 2.0, .integer)
let bias = page.value("sigmoidBias", priorBias(prior), .fixed(2))
page.value("softmaxBias", bias - log(Double(classes)), .fixed(2))

let sure = page.value("sure", 1 - prior, .atMost(3))
page.value("allSure", pow(sure, Double(classes)), .fixed(3))
let doubts = Array(repeating: bias, count: classes)
let backgroundPt = page.value("backgroundPt", softmax([0] + doubts)[0], .fixed(3))
let sigmoidLoss = doubts.reduce(0) { $0 + binaryCrossEntropy(logit: $1, target: .background) }
let sigmoidFocal = doubts.reduce(0) { $0 + focalLoss(logit: $1, target: .background, alpha: nil, gamma: gamma) }
let softmaxLoss = crossEntropy(logits: [0] + doubts, target: 0)
let softmaxFocal = softmaxFocalLoss(logits: [0] + doubts, target: 0, alpha: 1, gamma: gamma)
let sigmoidRelief = page.value("sigmoidRelief", sigmoidLoss / sigmoidFocal, .atMost(2))
let softmaxRelief = page.value("softmaxRelief", softmaxLoss / softmaxFocal, .atMost(2))

page.table(
  "doubts",
  columns: [
    "", Bilingual(ko: "항 하나의 $`p_t`$", en: "$`p_t`$ of one term"), Bilingual(ko: "앵커의 CE", en: "CE of the anchor"),
    Bilingual(ko: "앵커의 FL", en: "FL of the anchor"),
  ],
  rows: [
    (Bilingual(ko: "클래스마다 시그모이드", en: "a sigmoid for each class"), sure, sigmoidLoss, sigmoidFocal),
    (Bilingual(ko: "배경 클래스를 둔 소프트맥스", en: "softmax with background"), backgroundPt, softmaxLoss, softmaxFocal),
  ].map { name, pt, ce, fl in
    [.text(name), .number(pt, .fixed(3)), .number(ce, .fixed(3)), .number(fl, .significant(3))]
  })
page.claim("both feel the anchor as much", sigmoidLoss < 2 * softmaxLoss, brokenBy: "--classes 1000")
page.claim("small doubts add up to a large one", backgroundPt < 0.7, brokenBy: "--classes 1")
page.claim(
  "to the sigmoids the anchor is easy, to the softmax it is hard", sigmoidRelief > 1000 && softmaxRelief < 10,
  brokenBy: "--classes 1")

// MARK: - The slide, checked
page.value("slideSum", -(0 * log(0.2) + 1 * log(0.7) + 0 * log(0.1)), .fixed(6))  // 003-05
page.value("naiveZero", 0 * log(0.0), .fixed(3))
page.value("swapped", crossEntropy(p: q, q: oneHot), .fixed(3))
page.finish()
