// MARK: - What you may change
import Boxes
import Detection
import DetectionCommands
import DetectionFigures
import DrawnShapes
import Kernels
import Layers
import Losses
import ShapeDetector
import TensorKernels
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
  @Option(in: 1e-9...0.1, ko: "합성곱의 세 방법에 허용하는 차이", en: "difference allowed between three ways of a convolution")
  var tolerance = 2e-5
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
page.values(["pixels": 3 * side * side, "perAnchor": classes + 4])
page.value("window", "3 × 3")
page.value("point", "1 × 1")
page.claim(
  "the network answers more numbers than it is given", numbers > 3 * side * side, brokenBy: "--classes 1")

// MARK: - The architecture, drawn
let diagram = DetectorDiagram(detector, input: input)
page.figure(
  "architecture",
  Bilingual(
    ko: "RetinaNet: 백본과 피라미드, 그리고 모든 레벨이 함께 쓰는 두 서브네트워크",
    en: "RetinaNet: a backbone, a pyramid, and two subnets that all levels share"),
  note: Bilingual(
    ko: "채널 × 높이 × 너비. P5에서 P4로, P4에서 P3로 내려가는 것은 마지막 합성곱을 하기 전의 값이다.",
    en: "channels × height × width; what goes down from P5 and P4 is taken before their last convolution")
) { diagram.architecture(backbone: page.parameters.backbone.title) }

// MARK: - Every shape
func text(_ shape: [Int]) -> Bilingual { "(\(shape.map(String.init).joined(separator: ", ")))" }
let reviewed = [[512, 75, 75], [1024, 37, 37], [2048, 18, 18], [256, 9, 9], [256, 4, 4]]  // 002-21, 23, 24
let beside = Dictionary(uniqueKeysWithValues: zip(["C3", "C4", "C5", "P6", "P7"], reviewed))
let maps = Array(zip(stageNames + levelNames, detector.stages + detector.pyramid))
let image = Bilingual(ko: "이미지", en: "image")
func compared(_ shape: [Int], _ review: [Int]) -> Bilingual {
  if shape == review { return "=" }
  return shape[0] == review[0]
    ? Bilingual(ko: "크기가 다름", en: "size differs") : Bilingual(ko: "채널이 다름", en: "channels differ")
}
page.table(
  "shapes",
  columns: [
    .featureMap, .stride, Bilingual(ko: "계산한 모양", en: "computed"), Bilingual(ko: "리뷰의 모양", en: "the review's"),
    Bilingual(ko: "비교", en: "compared"),
  ],
  rows: ([(image, network.input)] + maps.map { ("\($0)", $1) }).map { name, value in
    let (own, review) = (shape(value), beside[name.ko])
    return [
      .text(name), .count(strides[value, default: 1]), .text(text(own)), .text(review.map(text) ?? ""),
      .text(review.map { compared(own, $0) } ?? ""),
    ]
  })
page.value("reviewed", "\(reviewed.prefix(3).map { text($0).ko }.joined(separator: ", "))")
page.value("reviewedP6", text(reviewed[3]))
page.value("reviewedP7", text(reviewed[4]))
let stageChannels = detector.stages.dropFirst().map { shape($0)[0] }
page.value("halved", "\(halvings(of: side).map(String.init).joined(separator: ", "))")
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
    .level, Bilingual(ko: "칸", en: "cells"), .anchors, Bilingual(ko: "분류 출력", en: "class output"),
    Bilingual(ko: "상자 출력", en: "box output"),
  ],
  rows: levels.indices.map { index in
    let (logits, deltas) = (shape(detector.logits[index]), shape(detector.deltas[index]))
    let cells = logits[1] * logits[2]
    return [
      .text("\(levelNames[index])"), .count(cells), .count(perCell * cells), .text(text(logits)), .text(text(deltas)),
    ]
  })
page.values(["classChannels": shape(detector.logits[0])[0], "boxChannels": shape(detector.deltas[0])[0]])
let shareOfP3 = page.value(
  "shareOfP3", Double(shape(detector.logits[0])[1] * shape(detector.logits[0])[2]) / Double(cells), .percent(0))
page.claim("about three quarters of the cells are P3's", (0.7...0.8).contains(shareOfP3), brokenBy: "--image-size 65")

// MARK: - Parameters and work
let parts = DetectorPart.allCases  // backbone, pyramid, and the subnets for classes and boxes
let parameterCounts = parts.map { detector.parameterCount(of: $0) }
let work = parts.map { detector.multiplyAdds(of: $0, for: input) }
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
    .part, .parameters, Bilingual(ko: "몫", en: "share"),
    Bilingual(ko: "곱하고 더하기(백만 번)", en: "multiply-adds, millions"), Bilingual(ko: "몫", en: "share"),
  ],
  rows: parts.indices.map { index in
    [
      .text(parts[index].name), .count(parameterCounts[index]), .number(share(parameterCounts)[index], .percent(0)),
      .number(Double(work[index]) / 1e6, .integer), .number(share(work)[index], .percent(0)),
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
    Panel(.parameters) { partShares(share(parameterCounts), upTo: 0.75) }
    Panel(Bilingual(ko: "곱하고 더하기", en: "multiply-adds")) { partShares(share(work), upTo: 0.75) }
  }
}

// MARK: - What a place sees
func sight(_ value: Value) -> Int {
  network.receptiveField(of: value, row: shape(value)[1] / 2, for: input).count
}
let sights = maps.map { sight($0.1) }, subnetSights = detector.logits.map(sight)
let longestAnchors = levels.map { level in
  configuration.anchors.cellAnchors(at: level).map { max($0.width, $0.height) }.max() ?? 0
}
page.table(
  "sight",
  columns: [
    .featureMap, .stride, Bilingual(ko: "수용 영역", en: "receptive field"),
    Bilingual(ko: "가장 긴 앵커", en: "longest anchor"), Bilingual(ko: "서브네트워크 끝", en: "subnet's end"),
  ],
  rows: maps.enumerated().map { index, map in
    let level = index - stageNames.count  // below 0 in the backbone
    return [.text("\(map.0)"), .count(strides[map.1, default: 1]), .count(sights[index])]
      + (level < 0
        ? [.text(""), .text("")] : [.number(longestAnchors[level], .integer), .count(subnetSights[level])])
  })
let sightOfC3 = page.value("sightOfC3", sights[1]), sightOfP3 = page.value("sightOfP3", sights[4])
page.values(["sightOfC5": sights[3], "sightOfP7": sights[8], "subnetSightOfP7": subnetSights[4]])
page.claim(
  "by way of the pyramid P3 sees far more than C3", sightOfP3 > 4 * sightOfC3 && sightOfP3 > side / 2,
  brokenBy: "--image-size 2048")
page.value("longestOfP7", longestAnchors[4], .integer)
page.claim(
  "P6 and P7 see less than their longest anchors, and a subnet's end more",
  zip(sights[7...], longestAnchors[3...]).allSatisfy { Double($0) < $1 }
    && zip(subnetSights[3...], longestAnchors[3...]).allSatisfy { Double($0) > $1 },
  brokenBy: "--backbone resnet101")

// MARK: - From the top down
let (side3, side4, side5) = (sides(detector.stages)[1], sides(detector.stages)[2], sides(detector.stages)[3])
page.values(["side4": side4, "side3": side3])
let doubled = page.value("doubled", 2 * side4)
page.claim("twice as large is not always the size below", doubled != side3, brokenBy: "--image-size 512")
let multiple = page.value("multiple", levels.map(\.stride)[2])  // torchvision pads up to multiples of P5's stride
let padded = page.value("padded", (side + multiple - 1) / multiple * multiple)
page.value("paddedP3", padded / levels[0].stride)

// MARK: - From the top down, drawn
page.figure(
  "topDownMerge",
  Bilingual(
    ko: "위에서 내려온 것을 키워 더하며 내려간다: P3는 이 길의 끝이다",
    en: "On the way down, sums are enlarged and added: P3 is where the path ends"),
  note: Bilingual(ko: "채널 × 높이 × 너비", en: "channels × height × width")
) { diagram.topDown() }

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
func count(_ convolution: Convolution<Float>) -> Int { convolution.parameters.reduce(0) { $0 + $1.count } }
let p6Parameters = page.value("p6Parameters", network.parameterCount(ofPart: "backbone.fpn.extra_blocks.p6"))
page.values(["depthwiseReach": channelsReached(by: depthwise), "ordinaryReach": channelsReached(by: ordinary)])
page.values(["depthwiseParameters": count(depthwise), "ordinaryParameters": count(ordinary)])
page.values(["p7Parameters": network.parameterCount(ofPart: "backbone.fpn.extra_blocks.p7")])
page.value("p6Gain", Double(p6Parameters) / Double(count(ordinary)), .integer)
page.claim(
  "from C5, P6 has many times the parameters", p6Parameters > 5 * count(ordinary), brokenBy: "--backbone resnet18")

// MARK: - What is shared
page.table(
  "sharing",
  columns: [
    .part, Bilingual(ko: "합성곱", en: "convolutions"), Bilingual(ko: "쓰이는 횟수", en: "times used"), .parameters,
    Bilingual(ko: "레벨마다 따로라면", en: "if unshared"),
  ],
  rows: parts.indices.map { index in
    let (layers, uses) = detector.convolutions(of: parts[index])
    return [
      .text(parts[index].name), .count(layers), .count(uses), .count(parameterCounts[index]),
      .count(parameterCounts[index] * uses / layers),
    ]
  })
let unshared = page.value("unshared", levels.count * (parameterCounts[2] + parameterCounts[3]))
page.value("backboneParameters", parameterCounts[0])
page.claim(
  "unshared, the subnets would be larger than the backbone", unshared > parameterCounts[0],
  brokenBy: "--backbone resnet101")

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
let tolerance = page.value("tolerance", page.parameters.tolerance, .atMost(3))
page.value("loopWork", layer.multiplyAdds(for: x.shape))
page.claim(
  "loop, matrix product and Winograd's way agree",
  [asProduct(), byWinograd()].allSatisfy { difference($0) < tolerance }, brokenBy: "--tolerance 1e-9")

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
let recipe = TrainingRecipe(seed: 1), unseenCount = 200
page.values(["smallSide": ShapeScene.side, "shapeClasses": ShapeClass.allCases.count])
page.values(["smallParameters": fresh.parameterCount, "smallChannels": small.channels, "smallDepth": small.subnetDepth])
page.values(["trainingSteps": recipe.steps, "batch": recipe.batch, "trainingPictures": recipe.steps * recipe.batch])
page.values(["unseen": unseenCount])
page.value("smallestAnchor", Double(levels[0].baseSize) * (small.anchors.octaveScales.first ?? 1), .integer)
page.value("sizeRatio", Double(detector.parameterCount) / Double(fresh.parameterCount), .significant(2))

// MARK: - A training to the end
let seeds: [UInt64] = [1, 2, 3]
let weights = "shapes.safetensors"

/// What the page keeps of the training, beside the weights of the first seed.
struct Trained: Codable {
  var trials: [ShapeTrial]
  var speed: Speed
}
/// Seconds for one convolution, the machine that took them, and what the large RetinaNet costs on it.
struct Speed: Codable {
  var loop, product, winograd: Double
  var threads, vectorBits: Int
  var growth: [ForwardCost]
}
let trained = page.recorded(seeds: seeds, keeping: [weights]) { bench in
  let pictures = try ShapePicture.unseen(unseenCount), stop = StopRequest()
  let trials = try seeds.map { seed in
    let recipe = TrainingRecipe(seed: seed), checkpoint = bench.path("\(seed).safetensors")
    let tell = bench.progress(of: recipe.steps, Bilingual(ko: "훈련, 시드 \(seed)", en: "training, seed \(seed)"))
    let before = ShapeResults(of: try ShapeTraining(recipe).detector, on: pictures)
    var training = try ShapeTraining.resumed(recipe, checkpoint: checkpoint)
    let ending = try training.run(checkpoint: checkpoint, until: stop) { training in
      tell(training.steps, training.curve.last.map { "\($0.loss, .fixed(3), in: .prose)" } ?? "")
    }
    if let message = ending.message { bench.stop(message) }
    if seed == seeds[0] { try training.detector.writeHalves(to: bench.path(weights)) }
    return ShapeTrial(of: training, before: before, after: ShapeResults(of: training.detector, on: pictures))
  }
  return Trained(trials: trials, speed: measured())
}
func measured() -> Speed {
  Speed(
    loop: shortestTime { _ = loop(x, weights: layer.parameters[0], biases: layer.parameters[1]) },
    product: shortestTime { _ = asProduct() }, winograd: shortestTime { _ = byWinograd() },
    threads: Processor.threads, vectorBits: Processor.vectorBits,
    growth: [(256, 256), (400, 400), (512, 512), (600, 600), (800, 1333)].map {
      ForwardCost(of: network, height: $0, width: $1)
    })
}

// MARK: - The time it took
let speed = trained.speed, growth = speed.growth
page.values(.significant(2), ["loopTime": 1000 * speed.loop, "productTime": 1000 * speed.product])
page.values(.significant(2), ["winogradTime": 1000 * speed.winograd])
page.values(["speedThreads": speed.threads, "vectorBits": speed.vectorBits])
page.table(
  "growth",
  columns: [
    image, Bilingual(ko: "픽셀", en: "pixels"), .seconds,
    Bilingual(ko: "백만 픽셀당 초", en: "per million pixels"), Bilingual(ko: "메모리(MB)", en: "memory, MB"),
  ],
  rows: growth.map { size in
    [
      .text("\(size.height) × \(size.width)"), .count(size.pixels), .number(size.seconds, .fixed(2)),
      .number(size.secondsPerMillionPixels, .fixed(2)), .number(Double(size.bytes) / 1e6, .integer),
    ]
  })
page.values(.fixed(2), ["smallestTime": growth[0].secondsPerMillionPixels])
page.values(.fixed(2), ["largestTime": growth[growth.count - 1].secondsPerMillionPixels])

// MARK: - The time it took, drawn
page.figure(
  "growth",
  Bilingual(ko: "시간도 메모리도 픽셀의 수를 따라 는다", en: "Time and memory grow with the number of pixels"),
  note: Bilingual(
    ko: "RetinaNet-R50, 이미지 한 장, 스레드 \(speed.threads)개, \(speed.vectorBits)비트 벡터",
    en: "RetinaNet-R50, one image, \(speed.threads) threads, vectors of \(speed.vectorBits) bits")
) {
  Panels(columns: 2) {
    Panel(.seconds) { costChart(growth, \.seconds) }
    Panel(Bilingual(ko: "층이 내는 값의 메모리(MB)", en: "memory for what layers give, MB")) {
      costChart(growth) { Double($0.bytes) / 1e6 }
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
    ko: "시드가 달라도 손실은 함께 내려가고, 네 클래스를 평균한 AP50은 \(enough, .percent(0), in: .prose)를 넘는다",
    en: "Whatever the seed, the loss falls, and AP50 over all classes rises above \(enough, .percent(0), in: .prose)"),
  note: Bilingual(ko: "η: 학습률", en: "η: the learning rate")
) {
  Panels(columns: 2) {
    Panel(
      Bilingual(
        ko: "객체 앵커 하나당 손실, 시드 \(seeds.count)개(선의 모양)", en: "loss per object anchor, \(seeds.count) seeds (dashes)")
    ) { lossChart(trained.trials, recipe, in: 0.05...2) }
    Panel(
      Bilingual(
        ko: "처음 보는 그림 \(unseenCount)장의 AP50(파선: \(enough, .percent(0), in: .prose))",
        en: "AP50 on \(unseenCount) unseen pictures (dashes: \(enough, .percent(0), in: .prose))")
    ) {
      shapeBars(
        all: after, classes: ShapeClass.allCases.map { shape in spread(looked) { $0.classes[shape.rawValue] } },
        goal: enough)
    }
  }
}

// MARK: - One picture through it
func unseen(_ seeds: [UInt64]) -> [ShapePicture] {
  page.input { () throws(ShapeTrainingError) in try ShapePicture.unseen(seeds: seeds) }
}
let trainedDetector = RetinaNet<Double>(
  page.input { () throws(ShapeTrainingError) in
    page.parameters.weights == .trained
      ? try RetinaNet<Float>(shapesFrom: page.kept(weights)) : RetinaNet(small, start: .random(seed: seeds[0]))
  })
func pixels(_ pictures: [ShapePicture]) -> Tensor<Double> {
  let batch = Tensor(images: pictures.map(\.image))
  return Tensor(shape: batch.shape, batch.scalars.map { Double($0) })
}
let picture = unseen([UInt64(page.parameters.picture)])[0]
let activations = trainedDetector.network.forward(
  pixels([picture]), keeping: .values(trainedDetector.stages + trainedDetector.pyramid))
let outputs = HeadOutputs<Float>(trainedDetector.outputs(activations))
page.value("objects", picture.objects.count)

// MARK: - What it sees, drawn
page.figure(
  "featureMaps",
  Bilingual(
    ko: "그림 한 장의 특징 맵: 올라갈수록 칸이 커져서 도형을 가려낼 수 없게 된다",
    en: "Feature maps of one picture: further up, cells are too large to tell shapes apart")
) {
  Panels(columns: 5) {
    Panel(Bilingual(ko: "그림", en: "picture")) { picture.chart() }
    for (name, value) in zip(stageNames + levelNames, trainedDetector.stages + trainedDetector.pyramid) {
      let map = activations[value]
      Panel("\(name): \(map.shape[1]) × \(map.shape[2]) × \(map.shape[3])") {
        cellChart(of: map) { channels in channels.reduce(0) { $0 + $1 * $1 }.squareRoot() }
      }
    }
  }
}

// MARK: - Scores of every level, drawn
page.figure(
  "classScores",
  Bilingual(
    ko: "칸마다 가장 높은 점수: 객체는 제 크기와 가까운 레벨에서 빛나고, 나머지는 어둡다",
    en: "The best score of each cell: objects light up on the levels near their size"),
  note: Bilingual(
    ko: "네모: 정답 상자. 밝을수록 점수가 높다(0에서 1).", en: "frames: ground truth; the brighter, the higher the score (0 to 1)")
) {
  Panels(columns: 3) {
    Panel(Bilingual(ko: "그림과 정답", en: "picture and ground truth")) { picture.chart(margin: 20) { picture.namedBoxes } }
    for (name, logits) in zip(levelNames, outputs.logits) {
      Panel("\(name): \(logits.shape[2]) × \(logits.shape[3])") {
        cellChart(of: logits, upTo: 1) { channels in
          sigmoid(channels.max() ?? 0)
        } marks: {
          picture.objects.map { $0.box.mark.tint(.fixed(Color(hex: 0xFFFFFF))).width(3) }
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
let frame = ShapeScene.size, smallAnchors = small.anchors.anchors(for: frame)
let steps = decoding.steps(in: outputs, anchors: smallAnchors, size: frame)
let candidates = Array(steps.candidates.joined()), scoreCounts = outputs.logits.map(\.count)
page.table(
  "decodingSteps",
  columns: [
    .level, Bilingual(ko: "점수", en: "scores"), Bilingual(ko: "임곗값을 넘음", en: "above threshold"),
    Bilingual(ko: "상자로 되돌림", en: "decoded"),
  ],
  rows: levels.indices.map { index in
    [
      .text("\(levelNames[index])"), .count(scoreCounts[index]), .count(steps.aboveThreshold[index]),
      .count(steps.candidates[index].count),
    ]
  })
let scores = page.value("scores", scoreCounts.reduce(0, +))
let above = page.value("aboveThreshold", steps.aboveThreshold.reduce(0, +))
page.values(["decoded": candidates.count, "suppressed": steps.suppressed.count, "kept": steps.kept.count])
page.values(["detectionsPerPicture": decoding.detectionsPerPicture])
page.claim("nearly all scores lie below the threshold", above > 0 && 20 * above < scores, brokenBy: "--threshold 0.99")
page.claim("no level has more candidates than are kept", candidates.count == above, brokenBy: "--candidates 1")
page.claim(
  "NMS strikes out most candidates", 2 * steps.suppressed.count < candidates.count, brokenBy: "--nms 1")

// MARK: - What was found
/// Whether a box is an object's: of its class, and with an IoU above one half.
func isRight(_ found: FoundObject, _ object: DrawnObject) -> Bool {
  found.label == object.shape.rawValue && found.box.intersectionOverUnion(object.box) > 0.5
}
let bestAnchors = Overlaps(anchors: smallAnchors, boxes: BoxList(picture.objects.map(\.box)))
let finds = picture.objects.enumerated().map { index, object in
  (
    object: object, level: bestAnchors.bestAnchor(of: index).map { small.anchors.anchor(at: $0, for: frame).level },
    found: steps.kept.first { isRight($0, object) }
  )
}
func name(_ level: PyramidLevel?) -> Datum { .text(level.map { "P\($0.rawValue)" } ?? "–") }
page.table(
  "finds",
  columns: [
    .object, Bilingual(ko: "크기(픽셀)", en: "size, pixels"), Bilingual(ko: "앵커의 레벨", en: "anchor's level"),
    Bilingual(ko: "찾은 레벨", en: "found on"), .score, "IoU",
  ],
  rows: finds.map { object, level, found in
    [
      .text(object.shape.name), .number(object.box.area.squareRoot(), .integer), name(level),
      name(found.flatMap(steps.level(of:)).map { levels[$0] }),
      .number(found.map { Double($0.score) } ?? .nan, .fixed(2)),
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
page.values(["confident": confident.count, "certain": certain.count])
let onTwoLevels = page.value(
  "onTwoLevels",
  picture.objects.count { object in steps.candidates.count { $0.contains { isRight($0, object) } } > 1 })
page.claim("neighbouring levels find the same object", onTwoLevels > 0, brokenBy: "--threshold 0.99")
page.claim("every object of the picture is found", finds.allSatisfy { $0.found != nil }, brokenBy: "--threshold 0.99")
page.claim(
  "each is found on the level of its size, or the next one",
  finds.allSatisfy { _, level, found in
    guard let level, let index = found.flatMap(steps.level(of:)) else { return false }
    return abs(levels[index].rawValue - level.rawValue) <= 1
  }, brokenBy: "--threshold 0.99")
page.claim(
  "above one half an object is lost",
  confident.count == picture.objects.count && certain.count < confident.count, brokenBy: "--threshold 0.5")

// MARK: - Decoding, drawn
func scoreAbove(_ score: Double) -> Bilingual {
  Bilingual(ko: "점수 \(score, .atMost(3), in: .prose) 초과", en: "scores above \(score, .atMost(3), in: .prose)")
}
func panel(_ title: Bilingual, _ found: [FoundObject], frame: (FoundObject) -> RectMark) -> Panel {
  let frames = found.map(frame)
  return Panel(title.map { "\($0): \(found.count)" }) { picture.chart(margin: 40) { frames } }
}
page.figure(
  "decoding",
  Bilingual(
    ko: "점수 \(Double(scores), .integer, in: .prose)개에서 상자 \(confident.count)개로: "
      + "이웃한 레벨이 같은 객체를 찾고, NMS가 겹친 것을 지운다",
    en: "\(Double(scores), .integer, in: .prose) scores become \(confident.count) boxes: "
      + "levels find the same object, NMS keeps one box")
) {
  Panels(columns: 3) {
    for (level, found) in zip(levelNames, steps.candidates.prefix(3)) {
      panel(scoreAbove(decoding.scoreThreshold).map { "\(level), \($0)" }, found) { $0.frame(width: 2.5) }
    }
    panel(Bilingual(ko: "NMS 후", en: "after NMS"), steps.suppressed) { $0.frame(width: 3.5) }
    for (score, found) in [(shownScore, confident), (sure, certain)] {
      panel(scoreAbove(score), found, frame: \.namedFrame)
    }
  }
}

// MARK: - Other pictures
let others = unseen(Array(1...24))
let answers = HeadOutputs<Float>(trainedDetector.outputs(of: pixels(others)))
func results(_ decoding: Decoding) -> ShapeResults {
  ShapeResults(
    others.indices.map { decoding.objects(in: answers, picture: $0, anchors: smallAnchors, size: frame) }, in: others)
}
var strict = decoding
strict.scoreThreshold = sure  // 000-14
let (loosely, strictly) = (results(decoding), results(strict))
page.values(["others": others.count, "otherObjects": others.reduce(0) { $0 + $1.objects.count }])
page.values(["looseBoxes": loosely.found.joined().count, "strictBoxes": strictly.found.joined().count])
func averagePrecision(_ results: ShapeResults) -> Double { results.quality.averagePrecision(at: .iou50) ?? .nan }
let looseAP = page.value("looseAP", averagePrecision(loosely), .percent(1))
let strictAP = page.value("strictAP", averagePrecision(strictly), .percent(1))
page.claim("with a threshold of one half AP50 falls", strictAP < looseAP, brokenBy: "--threshold 0.5")
let recordedAP = page.value("recordedAP", trained.trials[0].after.averagePrecision50, .percent(1))
page.claim(
  "the kept weights find as much as those of the record", abs(looseAP - recordedAP) < 0.05, brokenBy: "--weights fresh")

let drawn = loosely.found.prefix(6).map { best($0, above: shownScore) }
let drawnObjects = page.value("drawnObjects", others.prefix(drawn.count).reduce(0) { $0 + $1.objects.count })
let rightly = page.value(
  "rightly",
  zip(others, drawn).reduce(0) { sum, pair in
    sum + pair.0.objects.count { object in pair.1.contains { isRight($0, object) } }
  })
let drawnBoxes = page.value("drawnBoxes", drawn.joined().count)
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
  Panels(columns: 3) {
    for (picture, found) in zip(others, drawn) { Panel("") { picture.chart(margin: 40) { found.map(\.namedFrame) } } }
  }
}

page.finish()
