import Kernels
import Tensors
import Testing

@testable import Weights

@Suite struct MatchTests {
  /// A file with zeros of these shapes.
  private func file(_ shapes: [String: [Int]]) throws -> WeightFile {
    var end = 0
    let members = shapes.sorted { $0.key < $1.key }.map { name, shape in
      let start = end
      end += 4 * shape.reduce(1, *)
      return "\"\(name)\":{\"dtype\":\"F32\",\"shape\":\(shape),\"data_offsets\":[\(start),\(end)]}"
    }
    return try open(safetensors("{\(members.joined(separator: ","))}", data: end))
  }

  private let shapes = ["conv.weight": [2, 1, 3, 3], "conv.bias": [2], "norm.running_mean": [2], "fc.weight": [5, 2]]

  @Test(
    "a file matches its own names and shapes, whatever stands before all of them",
    arguments: ["", "model.", "module.backbone."])
  func itself(_ prefix: String) throws {
    let named = Dictionary(uniqueKeysWithValues: shapes.map { (prefix + $0, $1) })
    let file = try file(named.merging(["optimizer.step": []]) { $1 })
    let match = file.match(shapes)
    #expect(match.isComplete && match.prefix == prefix && match.fitting == shapes.keys.sorted())
    #expect(match.extra == ["optimizer.step"])
    var loaded: [String: [Int]] = [:]
    try file.load(shapes, as: Double.self) { loaded[$0] = $1.shape }
    #expect(loaded == shapes)
  }

  @Test("missing, extra and misshapen names are told, with the nearest name of the same shape")
  func differences() throws {
    let file = try file([
      "conv.weights": [2, 1, 3, 3], "conv.bias": [2], "norm.running_mean": [3], "fc.weight": [5, 2], "other": [1],
    ])
    let match = file.match(shapes)
    #expect(!match.isComplete && match.fitting == ["conv.bias", "fc.weight"] && match.missing == ["conv.weight"])
    #expect(match.misshapen == [.init(name: "norm.running_mean", expected: [2], found: [3])])
    #expect(Set(match.extra) == ["conv.weights", "other"] && match.suggestions == ["conv.weight": "conv.weights"])
    let error = #expect(throws: WeightError.self) { try file.load(shapes, as: Float.self) { _, _ in Issue.record() } }
    #expect(
      error?.message.en == """
        test: 2 of the model's 4 tensors fit.
          1 missing: conv.weight (is it conv.weights?)
          1 of another shape: norm.running_mean (model [2], file [3])
          2 only in the file: conv.weights, other
          Check that the file was saved from a model of the same structure.
        """)
    #expect(error?.message.ko.contains("없음 1개: conv.weight(혹시 conv.weights?)") == true)
  }

  @Test("a report stays short, and comes at once, however much differs")
  func short() throws {
    let other = Dictionary(uniqueKeysWithValues: (0..<3000).map { ("backbone.body.layer\($0).0.conv1.weight", [1]) })
    let expected = Dictionary(
      uniqueKeysWithValues: (0..<3000).map { ("backbone.body.block\($0).0.conv2.weights", [1]) })
    let match = try file(other).match(expected)
    #expect(match.missing.count == 3000 && match.extra.count == 3000)
    #expect(match.report.en.split(separator: "\n").count <= 10 && match.report.en.count < 800)
  }
}
