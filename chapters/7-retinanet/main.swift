// MARK: - What you may change
import Boxes
import Detection
import DetectionCommands
import DrawnShapes
import Evaluation
import Foundation
import Kernels
import Layers
import Losses
import ShapeDetector
import Tensors
import Workbook

enum Weights: String, CaseIterable, Sendable { case trained, fresh }
struct Parameters: ChapterParameters {
  static var actions: [any ParsableCommand.Type] { detectionCommands }  // detect, evaluate
  @Option(in: 64...2048, ko: "이미지의 한 변(픽셀)", en: "side of the image, in pixels") var imageSize = 600
  @Option(ko: "백본", en: "backbone") var backbone = NamedBackbone.resnet50
  @Option(in: 1...1000, ko: "클래스의 수", en: "classes") var classes = 80
  @Option(in: 1...200, ko: "작은 탐지기가 볼 그림의 번호", en: "number of the picture that the small detector sees") var picture = 2
  @Option(in: 0.01...0.99, ko: "점수의 임곗값", en: "threshold of scores") var threshold = 0.05
  @Option(in: 1...1000, ko: "레벨마다 남기는 후보의 수", en: "candidates kept of each level") var candidates = 1000
  @Option(in: 0...1, ko: "NMS의 IoU 임곗값", en: "IoU threshold of NMS") var nms = 0.5
  @Option(ko: "작은 탐지기의 가중치", en: "weights of the small detector") var weights = Weights.trained
}

let page = Page(Parameters.self)
let side = page.value("side", page.parameters.imageSize)
let classes = page.value("classes", page.parameters.classes)

// MARK: - The network
var configuration = RetinaNetConfiguration.paper
configuration.backbone = page.parameters.backbone.backbone
configuration.classes = .contiguous(classes)
let detector = RetinaNet<Float>(configuration, start: .zeros)  // its shape is asked for, not its answers
let network = detector.network, levels = configuration.anchors.levels

let input = [1, 3, side, side]  // N × C × H × W
let shapes = network.shapes(for: input), strides = network.strides
let channels = page.value("channels", configuration.channels)
typealias Value = Network<Float>.Value
func shape(_ value: Value) -> [Int] { Array(shapes[value, default: []].dropFirst()) }  // C × H × W
func sides(_ values: some Sequence<Value>) -> [Int] { values.map { shape($0)[1] } }

let stageNames = (2...5).map { "C\($0)" }, levelNames = levels.map { "P\($0.rawValue)" }

let perCell = page.value("perCell", configuration.anchors.anchorsPerCell)
let cells = sides(detector.pyramid).reduce(0) { $0 + $1 * $1 }
let anchors = page.value("anchors", perCell * cells)
let numbers = page.value("numbers", (detector.logits + detector.deltas).reduce(0) { $0 + shape($1).reduce(1, *) })
page.value("pixels", 3 * side * side)
page.value("perAnchor", classes + 4)
page.value("window", "3 × 3")
page.value("point", "1 × 1")
page.claim(
  "the network answers more numbers than it is given", numbers > 3 * side * side, brokenBy: "--classes 1")

// MARK: - The architecture, drawn
let (stageTint, pyramidTint, classTint, boxTint) = (Tint.series(0), Tint.series(2), Tint.series(1), Tint.series(3))
func node(_ name: String, _ value: Value, _ tint: Tint) -> Node {
  Node(name, "**\(name)**", detail: "\(shape(value)[0]) × \(shape(value)[1]) × \(shape(value)[2])", tint: tint)
}
func subnet(_ id: String, _ title: Bilingual, outputs: Int, each: Bilingual, _ tint: Tint) -> Group {
  Group(title, id: id, tint: tint) {
    Column(spacing: 44) {
      Node(
        id + "Inner", Bilingual(ko: "3 × 3 합성곱 + ReLU", en: "3 × 3 convolution + ReLU"),
        detail: Bilingual(
          ko: "\(configuration.subnetDepth)번, \(channels)채널",
          en: "\(configuration.subnetDepth) times, \(channels) channels"),
        tint: tint)
      Node(
        id + "Last", Bilingual(ko: "3 × 3 합성곱", en: "3 × 3 convolution"),
        detail: each.map { "\(outputs) = \(perCell) × \($0)" }, tint: tint)
    }
  }
}
page.figure(
  "architecture",
  Bilingual(
    ko: "RetinaNet: 백본과 피라미드, 그리고 모든 레벨이 함께 쓰는 두 서브네트워크",
    en: "RetinaNet: a backbone, a pyramid, and two subnets that all levels share"),
  note: Bilingual(ko: "채널 × 높이 × 너비", en: "channels × height × width")
) {
  Diagram {
    Row(spacing: 80, alignment: .leading) {
      Group(Bilingual(stringLiteral: page.parameters.backbone.title), id: "backbone", tint: stageTint) {
        Row(spacing: 52, alignment: .leading) {
          Node("image", Bilingual(ko: "**이미지**", en: "**image**"), detail: "3 × \(side) × \(side)")
          node("C2", detector.stages[0], stageTint)
          Column(spacing: 48) { for level in 3...5 { node("C\(level)", detector.stages[level - 2], stageTint) } }
        }
      }
      Group("FPN", id: "pyramid", tint: pyramidTint) {
        Column(spacing: 48) {
          for (name, value) in zip(levelNames, detector.pyramid) { node(name, value, pyramidTint) }
        }
      }
      Column {
        subnet(
          "classes", Bilingual(ko: "분류 서브네트워크", en: "class subnet"), outputs: shape(detector.logits[0])[0],
          each: Bilingual(ko: "클래스 \(classes)", en: "\(classes) classes"), classTint)
        subnet(
          "boxes", Bilingual(ko: "상자 서브네트워크", en: "box subnet"), outputs: shape(detector.deltas[0])[0],
          each: Bilingual(ko: "오프셋 4", en: "4 offsets"), boxTint)
      }
    }
  } arrows: {
    Arrow(from: "image", to: "C2", tint: stageTint)
    Arrow(from: "C2", to: "C3", tint: stageTint)
    Arrow.chain("C3", "C4", "C5", tint: stageTint)
    for level in 3...5 { Arrow(from: "C\(level)", to: "P\(level)", tint: pyramidTint) }
    Arrow.chain("P5", "P4", "P3", tint: pyramidTint)
    Arrow(from: "C5", to: "P6", tint: pyramidTint, leaving: .bottom)
    Arrow(from: "P6", to: "P7", tint: pyramidTint)
    Arrow(from: "pyramid", to: "classes", tint: classTint)
    Arrow(from: "pyramid", to: "boxes", tint: boxTint)
    for subnet in ["classes", "boxes"] { Arrow(from: subnet + "Inner", to: subnet + "Last") }
  }
}

// MARK: - Every shape
func text(_ shape: [Int]) -> Bilingual {
  Bilingual(stringLiteral: "(\(shape.map(String.init).joined(separator: ", ")))")
}
let reviewed = [[512, 75, 75], [1024, 37, 37], [2048, 18, 18], [256, 9, 9], [256, 4, 4]]  // 002-21, 23, 24
let named = Array(zip(stageNames + levelNames, detector.stages + detector.pyramid))
func row(_ name: Bilingual, _ value: Value, review: [Int]? = nil) -> [Datum] {
  let same = review.map { $0 == shape(value) ? "=" : "≠" } ?? ""
  return [
    .text(name), .number(Double(strides[value, default: 1]), .integer), .text(text(shape(value))),
    .text(review.map(text) ?? ""), .text(Bilingual(stringLiteral: same)),
  ]
}
page.table(
  "shapes",
  columns: [
    Bilingual(ko: "특징 맵", en: "feature map"), Bilingual(ko: "보폭", en: "stride"),
    Bilingual(ko: "계산한 모양", en: "computed"), Bilingual(ko: "리뷰의 모양", en: "the review's"), "",
  ],
  rows: [row(Bilingual(ko: "이미지", en: "image"), network.input)]
    + named.enumerated().map { index, named in
      row(Bilingual(stringLiteral: named.0), named.1, review: index < 4 ? nil : reviewed[index - 4])
    })
page.value("reviewed", Bilingual(stringLiteral: reviewed.prefix(3).map { text($0).ko }.joined(separator: ", ")))
page.value("reviewedP6", text(reviewed[3]))
page.value("reviewedP7", text(reviewed[4]))
let stageSides = sides(detector.stages.dropFirst()), stageChannels = detector.stages.dropFirst().map { shape($0)[0] }
page.value("halved", Bilingual(stringLiteral: halvings(of: side).map(String.init).joined(separator: ", ")))
func halvings(of side: Int) -> [Int] {
  (1...7).reduce(into: [side]) { sides, _ in sides.append((sides[sides.count - 1] - 1) / 2 + 1) }
}
page.claim(
  "the review's channels are those of C3 to C5", stageChannels == reviewed.prefix(3).map { $0[0] },
  brokenBy: "--backbone resnet18")
page.claim(
  "the review's sizes are rounded down",
  zip(detector.pyramid, reviewed).allSatisfy { shape($0)[1] >= $1[1] && side / strides[$0, default: 1] == $1[1] }
    && sides(detector.pyramid) != reviewed.map { $0[1] }, brokenBy: "--image-size 512")
page.claim(
  "every halving rounds up",
  zip(detector.pyramid, halvings(of: side).dropFirst(3)).allSatisfy { shape($0)[1] == $1 }
    && sides(detector.pyramid) != levels.map { side / $0.stride }, brokenBy: "--image-size 512")

// MARK: - What comes out
page.table(
  "outputs",
  columns: [
    Bilingual(ko: "레벨", en: "level"), Bilingual(ko: "칸", en: "cells"), Bilingual(ko: "앵커", en: "anchors"),
    Bilingual(ko: "분류 출력", en: "class output"), Bilingual(ko: "상자 출력", en: "box output"),
  ],
  rows: levels.indices.map { index in
    let (logits, deltas) = (shape(detector.logits[index]), shape(detector.deltas[index]))
    return [
      .text(Bilingual(stringLiteral: levelNames[index])), .number(Double(logits[1] * logits[2]), .integer),
      .number(Double(perCell * logits[1] * logits[2]), .integer), .text(text(logits)), .text(text(deltas)),
    ]
  })
page.value("classChannels", shape(detector.logits[0])[0])
page.value("boxChannels", shape(detector.deltas[0])[0])
let shareOfP3 = page.value(
  "shareOfP3", Double(shape(detector.logits[0])[1] * shape(detector.logits[0])[2]) / Double(cells), .percent(0))
page.claim("about three quarters of the cells are P3's", (0.7...0.8).contains(shareOfP3), brokenBy: "--image-size 65")

// MARK: - Parameters and work
let parts: [(part: DetectorPart, name: Bilingual, tint: Tint)] = [
  (.backbone, Bilingual(ko: "백본", en: "backbone"), stageTint),
  (.pyramid, Bilingual(ko: "피라미드", en: "pyramid"), pyramidTint),
  (.classificationSubnet, Bilingual(ko: "분류 서브네트워크", en: "class subnet"), classTint),
  (.boxSubnet, Bilingual(ko: "상자 서브네트워크", en: "box subnet"), boxTint),
]
let parameterCounts = parts.map { detector.parameterCount(of: $0.part) }
let work = parts.map { detector.multiplyAdds(of: $0.part, for: input) }
let allParameters = page.value("parameters", parameterCounts.reduce(0, +))
let allWork = work.reduce(0, +)
func large(_ count: Int) -> Bilingual {
  Bilingual(
    ko: "\(Double(count) / 1e8, .significant(3), in: .prose)억",
    en: "\(Double(count) / 1e9, .significant(3), in: .prose) billion")
}
page.value("work", large(allWork))
func share(_ counts: [Int]) -> [Double] { counts.map { Double($0) / Double(counts.reduce(0, +)) } }
page.table(
  "parts",
  columns: [
    Bilingual(ko: "부분", en: "part"), Bilingual(ko: "매개변수", en: "parameters"), Bilingual(ko: "몫", en: "share"),
    Bilingual(ko: "곱하고 더하기(백만 번)", en: "multiply–adds, millions"), Bilingual(ko: "몫", en: "share"),
  ],
  rows: parts.indices.map { index in
    [
      .text(parts[index].name), .number(Double(parameterCounts[index]), .integer),
      .number(share(parameterCounts)[index], .percent(0)), .number(Double(work[index]) / 1e6, .integer),
      .number(share(work)[index], .percent(0)),
    ]
  })
let subnetParameters = page.value("subnetParameters", share(parameterCounts)[2...].reduce(0, +), .percent(0))
let subnetWork = page.value("subnetWork", share(work)[2...].reduce(0, +), .percent(0))
page.claim(
  "the subnets have few parameters and do much of the work", subnetParameters < 0.25 && subnetWork > 0.5,
  brokenBy: "--backbone resnet101")

// MARK: - Parameters and work, drawn
page.figure(
  "parametersAndWork",
  Bilingual(
    ko: "서브네트워크는 매개변수의 \(subnetParameters, .percent(0), in: .prose)로 계산의 \(subnetWork, .percent(0), in: .prose)를 한다",
    en:
      "With \(subnetParameters, .percent(0), in: .prose) of the parameters, the subnets do \(subnetWork, .percent(0), in: .prose) of the work"
  )
) {
  Panels(columns: 2) {
    for (title, counts) in [
      (Bilingual(ko: "매개변수", en: "parameters"), parameterCounts), (Bilingual(ko: "곱하고 더하기", en: "multiply–adds"), work),
    ] {
      Panel(title) {
        Chart(
          x: Axis(scale: .linear(0...0.75), format: .percent(0)),
          y: Axis(scale: .band(parts.map(\.name)), direction: .descending)
        ) {
          Bar(
            share(counts), highlights: Dictionary(uniqueKeysWithValues: parts.enumerated().map { ($0, $1.tint) }),
            orientation: .horizontal, values: .percent(0))
        }
      }
    }
  }
}

// MARK: - What a place sees
func sight(_ value: Value) -> Int {
  network.receptiveField(of: value, row: shape(value)[1] / 2, for: input).count
}
let sights = named.map { sight($0.1) }, subnetSights = detector.logits.map(sight)
let longestAnchors = levels.map { level in
  configuration.anchors.cellAnchors(at: level).map { max($0.width, $0.height) }.max() ?? 0
}
page.table(
  "sight",
  columns: [
    Bilingual(ko: "특징 맵", en: "feature map"), Bilingual(ko: "보폭", en: "stride"),
    Bilingual(ko: "수용 영역(픽셀)", en: "receptive field, pixels"),
    Bilingual(ko: "가장 긴 앵커의 긴 변", en: "longest anchor"),
    Bilingual(ko: "서브네트워크의 끝에서", en: "at a subnet's end"),
  ],
  rows: named.indices.map { index in
    let (name, value) = named[index]
    return [
      .text(Bilingual(stringLiteral: name)), .number(Double(strides[value, default: 1]), .integer),
      .number(Double(sights[index]), .integer), index < 4 ? .text("") : .number(longestAnchors[index - 4], .integer),
      index < 4 ? .text("") : .number(Double(subnetSights[index - 4]), .integer),
    ]
  })
let sightOfC3 = page.value("sightOfC3", sights[1]), sightOfP3 = page.value("sightOfP3", sights[4])
page.value("sightOfC5", sights[3])
page.claim(
  "by way of the pyramid P3 sees far more than C3", sightOfP3 > 4 * sightOfC3 && sightOfP3 > side / 2,
  brokenBy: "--image-size 2048")
page.value("sightOfP7", sights[8])
page.value("longestOfP7", longestAnchors[4], .integer)
page.value("subnetSightOfP7", subnetSights[4])
page.claim(
  "P6 and P7 see less than their longest anchors, and a subnet's end more",
  zip(sights[7...], longestAnchors[3...]).allSatisfy { Double($0) < $1 }
    && zip(subnetSights[3...], longestAnchors[3...]).allSatisfy { Double($0) > $1 },
  brokenBy: "--backbone resnet101")

// MARK: - From the top down
let (side5, side4, side3) = (sides(detector.stages)[3], sides(detector.stages)[2], sides(detector.stages)[1])
page.value("side4", side4)
page.value("side3", side3)
let doubled = page.value("doubled", 2 * side4)
page.claim("twice as large is not always the size below", doubled != side3, brokenBy: "--image-size 512")

// MARK: - From the top down, drawn
page.figure(
  "topDownMerge",
  Bilingual(
    ko: "C5에서 내려온 것을 키워 C4에, 다시 C3에 더한다: P3는 이 길의 끝이다",
    en: "What comes down from C5 is enlarged and added to C4, then to C3: P3 is where the path ends"),
  note: Bilingual(ko: "채널 × 높이 × 너비", en: "channels × height × width")
) {
  Diagram {
    Row(spacing: 250, alignment: .leading) {
      Column(spacing: 110) { for level in [5, 4, 3] { node("C\(level)", detector.stages[level - 2], stageTint) } }
      Column(spacing: 110) {
        for level in [5, 4, 3] {
          let side = sides(detector.stages)[level - 2]
          Node(
            "sum\(level)", level == 5 ? "**=**" : "**+**", detail: "\(channels) × \(side) × \(side)", tint: pyramidTint)
        }
      }
      Column(spacing: 110) { for level in [5, 4, 3] { node("P\(level)", detector.pyramid[level - 3], pyramidTint) } }
    }
  } arrows: {
    for level in 3...5 {
      Arrow(from: "C\(level)", to: "sum\(level)", "1 × 1")
      Arrow(from: "sum\(level)", to: "P\(level)", "3 × 3")
    }
    for (upper, from, to) in [(5, side5, side4), (4, side4, side3)] {
      Arrow(
        from: "sum\(upper)", to: "sum\(upper - 1)",
        Bilingual(ko: "키우기: \(from) → \(to)", en: "enlarge: \(from) → \(to)"), tint: pyramidTint)
    }
  }
}

// MARK: - P6 and P7
var random = SplitMix64(seed: 7)
func halving(groups: Int) -> Convolution<Float> {
  Convolution(
    from: channels, to: channels, side: 3, stride: 2, padding: 1, groups: groups, weights: .kaiming, random: &random)
}
let depthwise = halving(groups: channels), ordinary = halving(groups: 1)
var lit = Tensor<Float>(shape: [1, channels, side5, side5], repeating: 0)
for row in 0..<side5 { for column in 0..<side5 { lit[0, 0, row, column] = 1 } }  // one channel alone
func channelsReached(by convolution: Convolution<Float>) -> Int {
  let y = convolution.forward(lit), plane = y.shape[2] * y.shape[3]
  return (0..<y.shape[1]).count { channel in
    (channel * plane..<(channel + 1) * plane).contains { y.scalars[$0] != 0 }
  }
}
page.value("depthwiseReach", channelsReached(by: depthwise))
let ordinaryReach = page.value("ordinaryReach", channelsReached(by: ordinary))
func count(_ convolution: Convolution<Float>) -> Int { convolution.parameters.reduce(0) { $0 + $1.count } }
page.value("depthwiseParameters", count(depthwise))
page.value("ordinaryParameters", count(ordinary))
let p6Parameters = page.value("p6Parameters", network.parameterCount(ofPart: "backbone.fpn.extra_blocks.p6"))
page.value("p7Parameters", network.parameterCount(ofPart: "backbone.fpn.extra_blocks.p7"))
page.value("p6Gain", Double(p6Parameters) / Double(count(ordinary)), .integer)
page.claim(
  "from C5, P6 has many times the parameters", p6Parameters > 5 * count(ordinary), brokenBy: "--backbone resnet18")

// MARK: - What is shared
var applications: [String: Int] = [:]
for case .layer(let layer, _) in network.steps { applications[network.layerNames[layer.index], default: 0] += 1 }
page.table(
  "sharing",
  columns: [
    Bilingual(ko: "부분", en: "part"), Bilingual(ko: "합성곱", en: "convolutions"),
    Bilingual(ko: "쓰이는 횟수", en: "times used"),
    Bilingual(ko: "매개변수", en: "parameters"), Bilingual(ko: "레벨마다 따로라면", en: "if each level had its own"),
  ],
  rows: parts.indices.map { index in
    let names = zip(network.layerNames, network.layers).filter {
      $0.0.hasPrefix(parts[index].part.rawValue + ".") && $0.1 is Convolution<Float>
    }
    let uses = names.reduce(0) { $0 + applications[$1.0, default: 0] }
    return [
      .text(parts[index].name), .number(Double(names.count), .integer), .number(Double(uses), .integer),
      .number(Double(parameterCounts[index]), .integer),
      .number(Double(parameterCounts[index] * uses / names.count), .integer),
    ]
  })
let unshared = page.value("unshared", levels.count * (parameterCounts[2] + parameterCounts[3]))
page.value("backboneParameters", parameterCounts[0])
page.claim(
  "unshared, the subnets would be larger than the backbone", unshared > parameterCounts[0],
  brokenBy: "--backbone resnet101")
let twins = network.parameters.filter { tensor in
  tensor.name.hasPrefix("head.classification_head.conv.")
    && network.parameters[tensor.name.replacing("classification", with: "regression")]?.shape == tensor.tensor.shape
}
page.value("twins", twins.count)

// MARK: - A convolution as a loop
/// y[o, i, j] = b[o] + Σ w[o, c, u, v] · x[c, i + u − 1, j + v − 1]: 3 × 3, stride 1, beyond the edge 0.
func loop(_ x: Tensor<Float>, weights: Tensor<Float>, biases: Tensor<Float>) -> Tensor<Float> {
  let (channels, height, width) = (x.shape[1], x.shape[2], x.shape[3]), outputs = weights.shape[0]
  let (x, w, b) = (x.scalars, weights.scalars, biases.scalars)
  var y: [Float] = []
  for o in 0..<outputs {
    for i in 0..<height {
      for j in 0..<width {
        var sum = b[o]
        for c in 0..<channels {
          for u in 0..<3 where (0..<height).contains(i + u - 1) {
            for v in 0..<3 where (0..<width).contains(j + v - 1) {
              sum += w[((o * channels + c) * 3 + u) * 3 + v] * x[(c * height + i + u - 1) * width + j + v - 1]
            }
          }
        }
        y.append(sum)
      }
    }
  }
  return Tensor(shape: [1, outputs, height, width], y)
}

// MARK: - The same, fast
let layer = Convolution<Float>(
  from: channels, to: channels, side: 3, padding: 1, weights: .kaiming, random: &random)
let side6 = sides(detector.pyramid)[3]  // as large as P6
let x = Tensor<Float>(
  shape: [1, channels, side6, side6], (0..<channels * side6 * side6).map { _ in Float(random.normal()) })
let looped = loop(x, weights: layer.parameters[0], biases: layer.parameters[1])

/// The same by another method, on all threads, with its weights laid out once.
func prepared(_ method: PackedConvolution.Method) -> () -> Tensor<Float> {
  let weights = layer.parameters[0].scalars, biases = layer.parameters[1].scalars, threads = Processor.threads
  let packed = PackedConvolution(
    weights: weights.span, biases: biases.span,
    shape: ConvolutionShape(inputs: channels, outputs: channels, side: 3, padding: 1), method: method, threads: threads)
  func picture() -> BlockedTensor { BlockedTensor(pictures: 1, channels: channels, height: side6, width: side6) }
  let (input, output, workspace) = (picture(), picture(), Workspace())
  let scalars = x.scalars
  input.fill(from: scalars.span, threads: threads)
  return {
    packed.run(input, into: output, activation: .none, workspace: workspace, threads: threads)
    return Tensor(shape: output.shape, filled(x.count) { output.copy(into: &$0, threads: threads) })
  }
}
let asProduct = prepared(.patches), byWinograd = prepared(.winograd)

func difference(_ other: Tensor<Float>) -> Double {
  let largest = looped.scalars.map(abs).max() ?? 0
  return Double(zip(looped.scalars, other.scalars).map { abs($0 - $1) }.max() ?? 0) / Double(largest)
}
let tolerance = page.value("tolerance", 2e-5, .scientific(0))
page.value("loopWork", layer.multiplyAdds(for: x.shape))
page.claim(
  "loop, matrix product and Winograd's way agree",
  [asProduct(), byWinograd()].allSatisfy { difference($0) < tolerance } && side6 > 1, brokenBy: "--image-size 64")

// MARK: - How much it saves
let direct = layer.multiplyAdds(for: [1] + shape(detector.pyramid[0]))
let tile = page.value("tile", 4), window = 3
let tileProducts = page.value("tileProducts", (tile + window - 1) * (tile + window - 1))
page.value("directProducts", tile * tile * window * window)
let tiles = (side3 + tile - 1) / tile * ((side3 + tile - 1) / tile)
let winograd = tileProducts * tiles * channels * channels
page.value("direct", large(direct))
page.value("winograd", large(winograd))
page.value("saved", Double(direct) / Double(winograd), .fixed(1))
page.claim("Winograd's way needs less than a third of the products", 3 * winograd < direct, brokenBy: "--image-size 65")

// MARK: - A small RetinaNet
let small = RetinaNetConfiguration.shapes, fresh = RetinaNet<Float>(small, start: .zeros)
page.value("smallSide", ShapeScene.side)
page.value("shapeClasses", ShapeClass.allCases.count)
page.value("smallParameters", fresh.parameterCount)
page.value("smallChannels", small.channels)
page.value("smallDepth", small.subnetDepth)
page.value("smallestAnchor", Double(levels[0].baseSize) * (small.anchors.octaveScales.first ?? 1), .integer)
page.value("sizeRatio", Double(detector.parameterCount) / Double(fresh.parameterCount), .significant(2))
let recipe = TrainingRecipe(seed: 1), unseenCount = 200
page.value("trainingSteps", recipe.steps)
page.value("batch", recipe.batch)
page.value("trainingPictures", recipe.steps * recipe.batch)
page.value("unseen", unseenCount)

// MARK: - A training to the end
let seeds: [UInt64] = [1, 2, 3]
let weights = "shapes.safetensors"

/// What the page keeps of the training, beside the weights of the first seed.
struct Trained: Codable {
  var trials: [ShapeTrial]
  var speed: Speed
}
/// Seconds for one convolution, and the machine that took them.
struct Speed: Codable {
  var loop, product, winograd: Double
  var threads, vectorBits: Int
  var growth: [Growth]
}
/// Seconds for the paper's RetinaNet and one image, and the memory for what its layers give.
struct Growth: Codable {
  var height, width: Int
  var seconds: Double
  var bytes: Int
}
let trained = page.recorded(seeds: seeds, keeping: [weights]) { bench in
  let unseen = try ShapePicture.unseen(unseenCount), stop = StopRequest()
  let trials = try seeds.map { seed in
    let recipe = TrainingRecipe(seed: seed), checkpoint = bench.path("\(seed).safetensors")
    let tell = bench.progress(of: recipe.steps, Bilingual(ko: "훈련, 시드 \(seed)", en: "training, seed \(seed)"))
    let before = ShapeResults(of: try ShapeTraining(recipe).detector, on: unseen)
    var training = try ShapeTraining.resumed(recipe, checkpoint: checkpoint)
    let ending = try training.run(checkpoint: checkpoint, until: stop) { training in
      tell(training.steps, training.curve.last.map { "\($0.loss, .fixed(3), in: .prose)" } ?? "")
    }
    if let message = ending.message { bench.stop(message) }
    if seed == seeds[0] { try training.detector.writeHalves(to: bench.path(weights)) }
    return ShapeTrial(of: training, before: before, after: ShapeResults(of: training.detector, on: unseen))
  }
  return Trained(trials: trials, speed: speed())
}
func seconds(_ work: () -> Void) -> Double {
  let clock = ContinuousClock()
  return (0..<5).map { _ in clock.measure(work) / .seconds(1) }.min() ?? 0
}
func speed() -> Speed {
  Speed(
    loop: seconds { _ = loop(x, weights: layer.parameters[0], biases: layer.parameters[1]) },
    product: seconds { _ = asProduct() }, winograd: seconds { _ = byWinograd() },
    threads: Processor.threads, vectorBits: Processor.vectorBits,
    growth: [(256, 256), (400, 400), (512, 512), (600, 600), (800, 1333)].map { height, width in
      let plan = Plan(network, input: [1, 3, height, width])
      let image = Tensor<Float>(shape: plan.input, repeating: 0)
      return Growth(
        height: height, width: width, seconds: seconds { _ = plan.run(image) }, bytes: 4 * plan.scalarCount)
    })
}

// MARK: - The time it took
for (name, seconds) in [
  ("loopTime", trained.speed.loop), ("productTime", trained.speed.product), ("winogradTime", trained.speed.winograd),
] {
  page.value(name, 1000 * seconds, .significant(2))
}
page.value("speedThreads", trained.speed.threads)
page.value("vectorBits", trained.speed.vectorBits)
let growth = trained.speed.growth
page.table(
  "growth",
  columns: [
    Bilingual(ko: "이미지", en: "image"), Bilingual(ko: "픽셀", en: "pixels"), Bilingual(ko: "시간(초)", en: "time, seconds"),
    Bilingual(ko: "메모리(MB)", en: "memory, MB"), Bilingual(ko: "백만 픽셀당 초", en: "seconds per million"),
  ],
  rows: growth.map { size in
    let pixels = Double(size.height * size.width)
    return [
      .text("\(size.height) × \(size.width)"), .number(pixels, .integer), .number(size.seconds, .fixed(2)),
      .number(Double(size.bytes) / 1e6, .integer), .number(1e6 * size.seconds / pixels, .fixed(2)),
    ]
  })

// MARK: - The time it took, drawn
func grown(_ label: Bilingual, _ measure: (Growth) -> Double) -> Chart {
  let points = growth.map { (Double($0.height * $0.width) / 1e6, measure($0)) }, last = points.last ?? (1, 1)
  return Chart(
    x: Axis(label: Bilingual(ko: "백만 픽셀", en: "million pixels"), scale: .linear(0...1.2)),
    y: Axis(label: label, scale: .fitting([1.15 * last.1], including: 0)), legend: .inside(.topLeading)
  ) {
    Line([(0, 0), last]).tint(.muted).dash(.dashed).label(Bilingual(ko: "픽셀에 비례", en: "in proportion"))
    Line(points).tint(stageTint).width(5)
    Dot(points).tint(stageTint).label(Bilingual(ko: "잰 값", en: "measured"))
  }
}
page.figure(
  "growth",
  Bilingual(ko: "시간도 메모리도 픽셀의 수를 따라 는다", en: "Time and memory grow with the number of pixels"),
  note: Bilingual(
    ko: "RetinaNet-R50, 이미지 한 장, 스레드 \(trained.speed.threads)개, \(trained.speed.vectorBits)비트 벡터",
    en: "RetinaNet-R50, one image, \(trained.speed.threads) threads, vectors of \(trained.speed.vectorBits) bits")
) {
  Panels(columns: 2) {
    Panel(Bilingual(ko: "시간(초)", en: "time, seconds")) { grown("", \.seconds) }
    Panel(Bilingual(ko: "층이 내는 값의 메모리(MB)", en: "memory of what layers give, MB")) {
      grown("") { Double($0.bytes) / 1e6 }
    }
  }
}

// MARK: - Before and after
page.value("seeds", seeds.count)
func spread(
  _ detector: KeyPath<ShapeTrial, ShapeTrial.Precisions>, _ measure: (ShapeTrial.Precisions) -> Double
) -> Spread {
  Spread(trained.trials.map { measure($0[keyPath: detector]) })
}
let looked = page.parameters.weights == .trained ? \ShapeTrial.after : \ShapeTrial.before
func row(_ name: Bilingual, _ measure: (ShapeTrial.Precisions) -> Double) -> [Datum] {
  [.text(name), .spread(spread(\.before, measure), .percent(1)), .spread(spread(looked, measure), .percent(1))]
}
page.table(
  "beforeAndAfter",
  columns: ["", Bilingual(ko: "훈련 전", en: "before"), Bilingual(ko: "훈련 후", en: "after")],
  rows: [
    row("AP50", \.averagePrecision50), row("AP75", \.averagePrecision75), row("AP", \.averagePrecision),
  ]
    + ShapeClass.allCases.map { shape in
      row(shape.name.map { "AP50, \($0)" }) { $0.classes[shape.rawValue] }
    })
let before = spread(\.before, \.averagePrecision50), after = spread(looked, \.averagePrecision50)
page.value("ap50Before", before, .percent(1))
page.value("ap50After", after, .percent(1))
page.value("ap75After", spread(looked, \.averagePrecision75), .percent(1))
let enough = page.value("enough", 0.8, .percent(0))
page.claim(
  "untrained it finds nothing, trained it finds most shapes, with every seed",
  before.values.allSatisfy { $0 < 0.05 } && after.values.allSatisfy { $0 >= enough }, brokenBy: "--weights fresh")
page.claim(
  "the seeds agree", after.deviation < 0.05 && after.mean > enough, brokenBy: "--weights fresh")

// MARK: - The training, drawn
page.figure(
  "trainingCurves",
  Bilingual(
    ko: "시드가 달라도 손실은 함께 내려가고, AP50은 \(enough, .percent(0), in: .prose)를 넘는다",
    en: "Whatever the seed, the loss falls, and AP50 rises above \(enough, .percent(0), in: .prose)")
) {
  Panels(columns: 2) {
    Panel(Bilingual(ko: "객체 앵커 하나당 손실, 시드 \(seeds.count)개", en: "loss per object anchor, \(seeds.count) seeds")) {
      Chart(
        x: Axis(label: .trainingStep, scale: .linear(0...Double(recipe.steps)), format: .fixed(0)),
        y: Axis(scale: .log(0.05...2)), legend: .inside(.topTrailing)
      ) {
        for (seed, trial) in trained.trials.enumerated() {
          for (losses, name, tint) in [
            (trial.classification, Bilingual(ko: "분류", en: "classes"), classTint),
            (trial.box, Bilingual(ko: "상자", en: "boxes"), boxTint),
          ] {
            let points = losses.enumerated().map { ((Double($0) + 0.5) * Double(trial.stride), Double($1)) }
            let line = Line(points).tint(tint).dash(.series(seed)).width(3)
            if seed == 0 { line.label(name) } else { line }
          }
        }
      }
    }
    Panel(Bilingual(ko: "처음 보는 그림 \(unseenCount)장의 AP50", en: "AP50 on \(unseenCount) unseen pictures")) {
      let names = [Bilingual(ko: "모두", en: "all")] + ShapeClass.allCases.map(\.name)
      let spreads = [after] + ShapeClass.allCases.map { shape in spread(looked) { $0.classes[shape.rawValue] } }
      return Chart(
        x: Axis(scale: .linear(0...1.1), ticks: .at([0, 0.2, 0.4, 0.6, 0.8, 1]), format: .percent(0)),
        y: Axis(scale: .band(names), direction: .descending)
      ) {
        Bar(
          spreads.map(\.mean), errors: spreads.map(\.deviation),
          highlights: Dictionary(uniqueKeysWithValues: (1...ShapeClass.allCases.count).map { ($0, .series($0 - 1)) })
            .merging([0: .muted]) { $1 },
          orientation: .horizontal, values: .percent(0))
        Rule(x: enough)
      }
    }
  }
}

// MARK: - One picture through it
let trainedDetector = RetinaNet<Double>(
  page.parameters.weights == .trained
    ? try RetinaNet<Float>(shapesFrom: page.kept(weights)) : RetinaNet(small, start: .random(seed: seeds[0])))
let artist = try ShapeArtist(), frame = try ImageSize(width: ShapeScene.side, height: ShapeScene.side)
func pixels(_ pictures: [ShapePicture]) -> Tensor<Double> {
  let batch = Tensor(images: pictures.map(\.image))
  return Tensor(shape: batch.shape, batch.scalars.map { Double($0) })
}
let picture = try artist.picture(seed: UInt64(page.parameters.picture))
let activations = trainedDetector.network.forward(
  pixels([picture]), keeping: .values(trainedDetector.stages + trainedDetector.pyramid))
let outputs = HeadOutputs<Float>(trainedDetector.outputs(activations))
page.value("objects", picture.objects.count)

// MARK: - What it sees, drawn
func map(_ tensor: Tensor<Double>) -> PixelImage? {
  let (height, width) = (tensor.shape[2], tensor.shape[3]), plane = height * width
  let strength = (0..<plane).map { place in
    (0..<tensor.shape[1]).reduce(0) { $0 + tensor.scalars[$1 * plane + place] * tensor.scalars[$1 * plane + place] }
      .squareRoot()
  }
  return PixelImage(width: width, heat: strength, in: 0...(strength.max() ?? 1))
}
func shown(_ image: PixelImage?, @MarkBuilder marks: () -> [any Mark] = { [] }) -> Chart {
  var image = image
  image?.enlargement = .squares
  return pictureChart(image, size: (ShapeScene.side, ShapeScene.side), marks: marks)
}
page.figure(
  "featureMaps",
  Bilingual(
    ko: "그림 한 장의 특징 맵: 올라갈수록 칸이 커져서 도형을 가려낼 수 없게 된다",
    en: "Feature maps of one picture: further up, cells are too large to tell shapes apart")
) {
  Panels(columns: 5) {
    Panel(Bilingual(ko: "그림", en: "picture")) { shown(picture.image) }
    for (name, value) in zip(stageNames + levelNames, trainedDetector.stages + trainedDetector.pyramid) {
      let tensor = activations[value]
      Panel("\(name): \(tensor.shape[1]) × \(tensor.shape[2]) × \(tensor.shape[3])") { shown(map(tensor)) }
    }
  }
}

// MARK: - Scores of every level, drawn
func best(_ logits: Tensor<Float>) -> [Double] {
  let plane = logits.shape[2] * logits.shape[3]
  return (0..<plane).map { place in
    sigmoid(Double((0..<logits.shape[1]).map { logits.scalars[$0 * plane + place] }.max() ?? 0))
  }
}
func mark(_ box: Box) -> RectMark { RectMark(x: box.xMin...box.xMax, y: box.yMin...box.yMax) }
page.figure(
  "classScores",
  Bilingual(
    ko: "칸마다 가장 높은 점수: 객체는 제 크기와 가까운 레벨에서 빛나고, 나머지는 어둡다",
    en: "The best score of each cell: objects light up on the levels near their size"),
  note: Bilingual(
    ko: "네모: 정답 상자. 밝을수록 점수가 높다(0에서 1).", en: "frames: ground truth; the brighter, the higher the score (0 to 1)")
) {
  Panels(columns: 3) {
    Panel(Bilingual(ko: "그림과 정답", en: "picture and ground truth")) {
      shown(picture.image) {
        picture.objects.map { mark($0.box).tint(.series($0.shape.rawValue)).width(5).label($0.shape.name) }
      }
    }
    for (name, logits) in zip(levelNames, outputs.logits) {
      Panel("\(name): \(logits.shape[2]) × \(logits.shape[3])") {
        shown(PixelImage(width: logits.shape[3], heat: best(logits), in: 0...1)) {
          picture.objects.map { mark($0.box).tint(.fixed(Color(hex: 0xFFFFFF))).width(3) }
        }
      }
    }
  }
}

// MARK: - Decoding, step by step
var decoding = Decoding.paper
decoding.scoreThreshold = page.value("threshold", page.parameters.threshold, .atMost(3))
decoding.candidatesPerLevel = page.value("candidatesPerLevel", page.parameters.candidates)
decoding.overlapThreshold = page.value("nms", page.parameters.nms, .atMost(3))
let smallAnchors = small.anchors.anchors(for: frame)
let steps = decoding.steps(in: outputs, anchors: smallAnchors, size: frame)
let candidates = Array(steps.candidates.joined()), scoreCounts = outputs.logits.map(\.count)
page.table(
  "decodingSteps",
  columns: [
    Bilingual(ko: "레벨", en: "level"), Bilingual(ko: "점수", en: "scores"),
    Bilingual(ko: "임곗값을 넘음", en: "above threshold"), Bilingual(ko: "상자로 되돌림", en: "decoded"),
  ],
  rows: levels.indices.map { index in
    [.text(Bilingual(stringLiteral: levelNames[index]))]
      + [scoreCounts[index], steps.aboveThreshold[index], steps.candidates[index].count].map {
        .number(Double($0), .integer)
      }
  })
let scores = page.value("scores", scoreCounts.reduce(0, +))
let above = page.value("aboveThreshold", steps.aboveThreshold.reduce(0, +))
page.value("decoded", candidates.count)
page.value("kept", steps.kept.count)
page.claim("nearly all scores lie below the threshold", above > 0 && 20 * above < scores, brokenBy: "--threshold 0.99")
page.claim("no level has more candidates than are kept", candidates.count == above, brokenBy: "--candidates 1")
page.claim(
  "NMS strikes out most candidates", 2 * steps.suppressed.count < candidates.count, brokenBy: "--nms 1")

// MARK: - What was found
let bestAnchors = Overlaps(anchors: smallAnchors, boxes: BoxList(picture.objects.map(\.box)))
let finds = picture.objects.enumerated().map { index, object in
  (
    object: object, level: bestAnchors.bestAnchor(of: index).map { small.anchors.anchor(at: $0, for: frame).level },
    found: steps.kept.first { $0.label == object.shape.rawValue && $0.box.intersectionOverUnion(object.box) > 0.5 }
  )
}
func level(of found: FoundObject) -> PyramidLevel? {
  steps.candidates.firstIndex { $0.contains(found) }.map { levels[$0] }
}
func name(_ level: PyramidLevel?) -> Datum { .text(Bilingual(stringLiteral: level.map { "P\($0.rawValue)" } ?? "–")) }
page.table(
  "finds",
  columns: [
    .object, Bilingual(ko: "크기(픽셀)", en: "size, pixels"), Bilingual(ko: "앵커의 레벨", en: "anchor's level"),
    Bilingual(ko: "찾은 레벨", en: "found on"), Bilingual(ko: "점수", en: "score"), "IoU",
  ],
  rows: finds.map { object, level, found in
    [
      .text(object.shape.name), .number(object.box.area.squareRoot(), .integer), name(level),
      name(found.flatMap(level(of:))), .number(found.map { Double($0.score) } ?? .nan, .fixed(2)),
      .number(found?.box.intersectionOverUnion(object.box) ?? .nan, .fixed(2)),
    ]
  })
let sure = page.value("sure", 0.5, .fixed(1)), shownScore = page.value("shownScore", 0.3, .fixed(1))
/// What is shown to people: of all classes at one place the best alone, where its score is high enough.
func best(_ found: [FoundObject], above score: Double) -> [FoundObject] {
  let found = found.filter { Double($0.score) > score }
  return nonMaximumSuppression(boxes: BoxList(found.map(\.box)), scores: found.map(\.score)).map { found[$0] }
}
let (confident, certain) = (best(steps.kept, above: shownScore), best(steps.kept, above: sure))
page.value("confident", confident.count)
page.value("certain", certain.count)
page.claim("every object of the picture is found", finds.allSatisfy { $0.found != nil }, brokenBy: "--threshold 0.99")
page.claim(
  "each is found on the level of its size, or the next one",
  finds.allSatisfy { _, level, found in
    guard let level, let on = found.flatMap(level(of:)) else { return false }
    return abs(on.rawValue - level.rawValue) <= 1
  }, brokenBy: "--threshold 0.99")
page.claim(
  "above one half an object is lost",
  Set(confident) == Set(finds.compactMap(\.found)) && certain.count < confident.count, brokenBy: "--threshold 0.5")

// MARK: - Decoding, drawn
func frames(_ found: [FoundObject], width: Double) -> [any Mark] {
  found.map { mark($0.box).tint(.series($0.label)).dash(.series($0.label)).width(width) }
}
func labelled(_ found: [FoundObject]) -> [any Mark] {
  found.map { found in
    mark(found.box).tint(.series(found.label)).dash(.series(found.label)).width(5)
      .label(ShapeClass.allCases[found.label].name.map { "\($0) \(Double(found.score), .fixed(2), in: .prose)" })
  }
}
func panel(_ title: Bilingual, _ count: Int, marks: @escaping () -> [any Mark]) -> Panel {
  Panel(title.map { "\($0): \(count)" }) { shown(picture.image) { marks() } }
}
func scoreAbove(_ score: Double) -> Bilingual {
  Bilingual(ko: "점수 \(score, .atMost(3), in: .prose) 초과", en: "scores above \(score, .atMost(3), in: .prose)")
}
page.figure(
  "decoding",
  Bilingual(
    ko: "점수 \(whole(scores))개에서 상자 \(confident.count)개로: 이웃한 레벨이 같은 객체를 찾고, NMS가 겹친 것을 지운다",
    en:
      "From \(whole(scores)) scores to \(confident.count) boxes: levels share finds, NMS strikes out duplicates"
  )
) {
  Panels(columns: 3) {
    for index in 0..<3 {
      panel(
        scoreAbove(decoding.scoreThreshold).map { "\(levelNames[index]), \($0)" }, steps.candidates[index].count
      ) { frames(steps.candidates[index], width: 2.5) }
    }
    panel(Bilingual(ko: "NMS 후", en: "after NMS"), steps.kept.count) { frames(steps.kept, width: 3.5) }
    for (score, boxes) in [(shownScore, confident), (sure, certain)] {
      panel(scoreAbove(score), boxes.count) { labelled(boxes) }
    }
  }
}
func whole(_ number: Int) -> String { "\(Double(number), .integer, in: .prose)" }

// MARK: - Other pictures
let others = try artist.pictures(seeds: (1...24).map { $0 })
let answers = HeadOutputs<Float>(trainedDetector.outputs(of: pixels(others)))
func found(_ decoding: Decoding) -> [[FoundObject]] {
  others.indices.map { decoding.objects(in: answers, picture: $0, anchors: smallAnchors, size: frame) }
}
func averagePrecision(_ found: [[FoundObject]]) throws -> Double {
  let boxes = found.enumerated().flatMap { index, found in
    found.map {
      ScoredBox(imageID: index + 1, categoryID: $0.label + 1, box: CornerBox($0.box), score: Double($0.score))
    }
  }
  return try GroundTruth(others).quality(of: boxes).averagePrecision(at: .iou50) ?? .nan
}
var strict = decoding
strict.scoreThreshold = sure  // 000-14
let (loosely, strictly) = (found(decoding), found(strict))
page.value("others", others.count)
page.value("otherObjects", others.reduce(0) { $0 + $1.objects.count })
page.value("looseBoxes", loosely.joined().count)
page.value("strictBoxes", strictly.joined().count)
let looseAP = page.value("looseAP", try averagePrecision(loosely), .percent(1))
let strictAP = page.value("strictAP", try averagePrecision(strictly), .percent(1))
page.claim("with a threshold of one half AP50 falls", strictAP < looseAP, brokenBy: "--threshold 0.5")

let drawn = loosely.prefix(8).map { best($0, above: shownScore) }
let drawnObjects = page.value("drawnObjects", others.prefix(drawn.count).reduce(0) { $0 + $1.objects.count })
let rightly = page.value("rightly", zip(others, drawn).reduce(0) { $0 + matches($1.1, in: $1.0) })
let drawnBoxes = page.value("drawnBoxes", drawn.joined().count)
func matches(_ found: [FoundObject], in picture: ShapePicture) -> Int {
  picture.objects.count { object in
    found.contains { $0.label == object.shape.rawValue && $0.box.intersectionOverUnion(object.box) > 0.5 }
  }
}
page.claim(
  "not every box is right, and most objects are found", rightly < drawnBoxes && 4 * rightly > 3 * drawnObjects,
  brokenBy: "--weights fresh")

// MARK: - Other pictures, drawn
page.figure(
  "detections",
  Bilingual(
    ko: "처음 보는 그림 \(drawn.count)장의 객체 \(drawnObjects)개 가운데 \(rightly)개를 옳은 클래스로 찾는다",
    en: "Of \(drawnObjects) objects in \(drawn.count) unseen pictures, \(rightly) are found with the right class"),
  note: Bilingual(
    ko: "점수 \(shownScore, .fixed(1), in: .prose) 초과", en: "scores above \(shownScore, .fixed(1), in: .prose)")
) {
  Panels(columns: 4) {
    for index in drawn.indices { Panel("") { shown(others[index].image) { labelled(drawn[index]) } } }
  }
}

page.finish()
