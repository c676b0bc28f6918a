import Foundation
import Kernels
import Layers
import Tensors
import Testing
import Weights

@testable import Detection

@Suite struct WeightTests {
  @Test("files of old and of classifiers call tensors otherwise")
  func names() {
    let older = WeightNames(inFile: [
      "head.classification_head.conv.4.weight", "backbone.fpn.inner_blocks.1.weight",
      "backbone.fpn.extra_blocks.p6.weight",
    ])
    #expect(!older.isClassifier)
    #expect(older.inFile("head.classification_head.conv.2.0.weight") == "head.classification_head.conv.4.weight")
    #expect(older.inFile("backbone.fpn.inner_blocks.1.0.weight") == "backbone.fpn.inner_blocks.1.weight")
    #expect(older.inFile("backbone.fpn.extra_blocks.p6.weight") == "backbone.fpn.extra_blocks.p6.weight")
    let missing = "head.classification_head.conv.3.0.weight"
    #expect(older.inFile(missing) == missing)
    let classifier = WeightNames(inFile: ["conv1.weight", "layer1.0.conv1.weight", "fc.weight"])
    #expect(classifier.isClassifier)
    #expect(classifier.inFile("backbone.body.layer1.0.conv1.weight") == "layer1.0.conv1.weight")
    #expect(classifier.inFile("head.regression_head.bbox_reg.bias") == nil)
    #expect(classifier.isDispensable("fc.weight") && !older.isDispensable("fc.weight"))
  }

  private func inFile<Result>(_ writer: SafetensorsWriter, _ body: (WeightFile) throws -> Result) throws -> Result {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).safetensors").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try writer.write(to: path)
    return try body(WeightFile(at: path))
  }

  /// The tensors of a network under other names; those without one are left out.
  private func writer(_ detector: RetinaNet<Float>, _ name: (String) -> String?) -> SafetensorsWriter {
    var writer = SafetensorsWriter()
    for (own, tensor) in detector.network.tensors {
      if let name = name(own) { writer.add(name, tensor) }
    }
    return writer
  }

  private func fresh() -> RetinaNet<Float> { RetinaNet(Samples.tiny, start: .zeros) }

  @Test("what is written is read, by its own names and by those in a wrapper")
  func roundTrip() throws {
    let detector = try RetinaNet<Float>(seeded: Samples.tiny)
    for prefix in ["", "module."] {
      var read = fresh()
      let part = try inFile(writer(detector) { prefix + $0 }) { try read.load($0) }
      #expect(part == .everything)
      #expect(read.network.tensors == detector.network.tensors)
    }
    var read = fresh()
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).safetensors").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try detector.write(to: path)
    try read.load(WeightFile(at: path))
    #expect(read.network.tensors == detector.network.tensors)
  }

  @Test("older names are read")
  func older() throws {
    var configuration = Samples.tiny
    (configuration.subnetNorm, configuration.subnetDepth) = (.none, 4)
    let detector = try RetinaNet<Float>(seeded: configuration)
    var read = RetinaNet<Float>(configuration, start: .zeros)
    let older = writer(detector) { name in
      var name = name
      for place in 0..<4 {
        name = name.replacingOccurrences(of: "head.conv.\(place).0.", with: "head.conv.\(2 * place).")
      }
      return name.replacing(/blocks\.(\d)\.0\./) { "blocks.\($0.1)." }
    }
    let part = try inFile(older) { try read.load($0) }
    #expect(part == .everything)
    #expect(read.network.tensors == detector.network.tensors)
  }

  @Test("a classifier gives its backbone, and the rest stays")
  func classifier() throws {
    let detector = try RetinaNet<Float>(seeded: Samples.tiny)
    var file = writer(detector) { $0.hasPrefix("backbone.body.") ? String($0.dropFirst(14)) : nil }
    file.add("fc.weight", Tensor<Float>(shape: [2, 2], repeating: 1))
    file.add("bn1.num_batches_tracked", integers: [1], shape: [])
    var read = fresh()
    let before = read.network.tensors
    let part = try inFile(file) { try read.load($0) }
    #expect(part == .backbone)
    for (name, tensor) in read.network.tensors {
      let expected = name.hasPrefix("backbone.body.") ? detector.network.tensors[name] : before[name]
      #expect(tensor == expected, "\(name)")
    }
    #expect(read.network.tensors != before)
  }

  @Test("a file that lacks something, or has more, is refused by name")
  func refused() throws {
    let detector = try RetinaNet<Float>(seeded: Samples.tiny)
    var read = fresh()
    let before = read.network.tensors
    try inFile(writer(detector) { $0.hasSuffix("bbox_reg.bias") ? nil : $0 }) { file in
      let error = #expect(throws: WeightError.self) { try read.load(file) }
      #expect(error?.message.en.contains("bbox_reg.bias") == true)
    }
    // Of a deeper network all that is asked for would be there.
    var deeper = writer(detector) { $0 }
    deeper.add("backbone.body.layer3.6.conv1.weight", Tensor<Float>(shape: [1], repeating: 0))
    try inFile(deeper) { file in
      let error = #expect(throws: WeightError.self) { try read.load(file) }
      #expect(error?.message.ko.contains("layer3.6.conv1") == true)
    }
    #expect(read.network.tensors == before)
  }
}
