import Boxes
import Foundation
import Images
import Kernels
import Layers
import Tensors
import Testing
import Weights

@testable import Detection

/// A detector known by its file alone.
@Suite struct WeightFileTests {
  private func file<Result>(
    _ detector: RetinaNet<Float>, _ notes: [String: String] = [:], _ body: (WeightFile) throws -> Result
  )
    throws -> Result
  {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).safetensors").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try detector.write(to: path, metadata: notes)
    return try body(WeightFile(at: path))
  }

  private func recognised(_ configuration: RetinaNetConfiguration, _ notes: [String: String] = [:]) throws
    -> RetinaNetConfiguration
  {
    try file(RetinaNet<Float>(configuration, start: .zeros), notes) { try RetinaNetConfiguration(of: $0) }
  }

  private static func torchvision(
    _ backbone: Backbone, _ channels: Int, depth: Int = 4, classes: Int = 7
  ) -> RetinaNetConfiguration {
    var configuration = RetinaNetConfiguration.torchvision(.standard)
    (configuration.backbone, configuration.channels, configuration.subnetDepth) = (backbone, channels, depth)
    configuration.classes = .fromOne(classes)
    return configuration
  }

  @Test(
    "names and shapes tell the network",
    arguments: [
      torchvision(.resNet18, 32), torchvision(.resNet34, 16, depth: 2),
      torchvision(.custom(.init(.bottleneck, blocks: [1, 2, 1, 3], width: 8)), 32, depth: 0),
      torchvision(.custom(.init(.bottleneck, blocks: [1, 1, 1, 1], width: 16, groups: 4, groupWidth: 8)), 32),
      torchvision(.custom(.init(.basic, blocks: [2, 1, 2, 1], width: 4)), 64, classes: 91),
    ])
  func structure(_ configuration: RetinaNetConfiguration) throws {
    for sixth in [SixthLevel.fromC5, .fromP5] {
      var configuration = configuration
      configuration.sixthLevel = sixth
      let found = try recognised(configuration)
      #expect(found.backbone == configuration.backbone && found.channels == configuration.channels)
      #expect(found.subnetDepth == configuration.subnetDepth && found.sixthLevel == sixth)
      #expect(found.classes == configuration.classes && found.subnetNorm == .none)
    }
  }

  @Test("ε is 0 for what is built as COCO_V1 is, and for nothing else unless it is said")
  func epsilon() throws {
    let first = Self.torchvision(.custom(.init(.basic, blocks: [1, 1, 1, 1], width: 4)), 64, classes: 91)
    var (fewer, second, grouped) = (first, first, first)
    fewer.classes = .fromOne(90)
    second.sixthLevel = .fromC5
    grouped.subnetNorm = .groups(32)
    #expect(try recognised(first).backboneNorm == .frozen(.zero))
    for other in [fewer, second, grouped] { #expect(try recognised(other).backboneNorm == .frozen(.standard)) }
    let said = try file(RetinaNet<Float>(first, start: .zeros)) {
      try RetinaNetConfiguration(of: $0, epsilon: .standard).backboneNorm
    }
    #expect(said == .frozen(.standard))
    var notes = DetectorNotes()
    notes.epsilon = .zero
    #expect(try recognised(fewer, notes.texts).backboneNorm == .frozen(.zero))
  }

  @Test("what tensors do not show is in the notes, which come back as they were")
  func notes() throws {
    var configuration = Samples.tiny
    let scales = AnchorGenerator.paper.octaveScales.map { $0 / 2 }
    configuration.anchors = try AnchorGenerator(octaveScales: scales)
    let notes = DetectorNotes(
      of: configuration, rule: ResizeRule(shorterSide: 128, longerSide: 256),
      scale: ColourScale(mean: [0.5, 0.1, 0.3], deviation: [0.25, 1, 0.125]), classes: ["a", "b", "c"])
    #expect(DetectorNotes(in: notes.texts) == notes)
    let found = try recognised(configuration, notes.texts)
    #expect(found.anchors.octaveScales == scales && found.anchors.convention == .paper)
    #expect(found.subnetNorm == .groups(4) && found.classes == .contiguous(3))
    let nonsense = notes.texts.mapValues { _ in "0 nan -1 1e99" }
    #expect(try recognised(Samples.tiny, nonsense).anchors.convention == .torchvision)
    #expect(DetectorNotes(in: [:]) == DetectorNotes())
  }

  @Test("a classifier is refused, and of what is no RetinaNet it is said what it lacks")
  func refused() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).safetensors").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    var classifier = SafetensorsWriter()
    classifier.add("conv1.weight", Tensor<Float>(shape: [64, 3, 7, 7], repeating: 0))
    try classifier.write(to: path)
    let error = #expect(throws: WeightError.self) { try RetinaNetConfiguration(of: WeightFile(at: path)) }
    #expect(error?.problem == .classifier && error?.message.en.contains("classifier") == true)

    // A stem that promises a network far larger than the file.
    var liar = SafetensorsWriter()
    liar.add("backbone.body.conv1.weight", Tensor<Float>(shape: [9000, 3, 7, 7], repeating: 0))
    liar.add("head.classification_head.cls_logits.weight", Tensor<Float>(shape: [9, 8, 3, 3], repeating: 0))
    try liar.write(to: path)
    let file = try WeightFile(at: path)
    #expect(try RetinaNetConfiguration(of: file).backbone == .resNet50)
  }

  @Test("a file whose header says something else is loaded, or refused, but never more than refused")
  func fuzz() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).safetensors").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let notes = DetectorNotes(
      of: Samples.tiny, rule: .torchvision, scale: .imageNet, classes: ["a", "b", "c"])
    try RetinaNet<Float>(Samples.tiny, start: .zeros).write(to: path, metadata: notes.texts)
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let header = 8..<8 + bytes[..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
    let digits = header.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[$0]) }
    var random = SplitMix64(seed: 4), loaded = 0
    for _ in 0..<1000 {
      var mutated = bytes
      for _ in 0...Int(random.uniform() * 2) {
        mutated[digits[Int(random.uniform() * Double(digits.count))]] = UInt8(ascii: "0") + UInt8(random.uniform() * 10)
      }
      try Data(mutated).write(to: URL(fileURLWithPath: path))
      do {
        let file = try WeightFile(at: path)
        var detector = RetinaNet<Float>(try RetinaNetConfiguration(of: file), start: .zeros)
        try detector.load(file)
        loaded += 1
      } catch { #expect(error is WeightError) }
    }
    #expect(loaded > 0 && loaded < 1000)  // a digit may be changed to itself, or in the notes
  }

  // MARK: - Against torchvision

  private struct Photo: Decodable {
    let model: String
    let height: Int, width: Int, shorterSide: Int, longerSide: Int
    let labels: [Int], scores: [Float], boxes: [[Double]]
  }

  @Test("what is found in a photograph, from a file, is what torchvision finds", arguments: 0..<2)
  func photograph(_ index: Int) throws {
    let url = try #require(Bundle.module.url(forResource: "photo", withExtension: "json", subdirectory: "Fixtures"))
    let truth = try JSONDecoder().decode([Photo].self, from: Data(contentsOf: url))[index]
    let levels: Tensor<Double> = SeededWeights.levels("photo", truth.height, truth.width)
    let input = DetectorInput(
      Tensor(shape: levels.shape, levels.scalars.map { Float($0) / 255 }),
      rule: ResizeRule(shorterSide: truth.shorterSide, longerSide: truth.longerSide))
    let written = try RetinaNet<Float>(seeded: .ofTruth(truth.model))
    try file(written) { file in
      var detector = RetinaNet<Float>(try RetinaNetConfiguration(of: file), start: .zeros)
      try detector.load(file)
      var decoding = Decoding.torchvision
      decoding.detectionsPerPicture = 100
      let found = try detector.plan(for: input.batch.shape).objects(in: input, decoding: decoding)
      #expect(found.count == truth.labels.count && found.count > 50)
      for (label, (score, box)) in zip(truth.labels, zip(truth.scores, truth.boxes)) {
        #expect(
          found.contains {
            $0.label == label && abs($0.score - score) < 1e-5
              && zip([$0.box.xMin, $0.box.yMin, $0.box.xMax, $0.box.yMax], box).allSatisfy { abs($0 - $1) < 2e-3 }
          })
      }
    }
  }
}
